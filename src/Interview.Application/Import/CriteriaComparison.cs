using Interviewing.Application.Profiles;

namespace Interviewing.Application.Import;

// The criteria that tell the classes of a function apart: cell by cell while the table has the same rows and columns, else as a whole.
internal sealed partial class Comparison
{
    private void Criteria(string path, FoundProfile found, Profile there, string? under)
    {
        var now = Published.Grading(reviewed, found, path, language);
        if (now is null && there.Grading is null) return;
        if (now is null || there.Grading is not { } was || !SameShape(was, now))
        {
            Whole(path, found, there, now, under);
            return;
        }
        foreach (var ((criterion, at), c) in Published.Criteria(reviewed, found, path).Select((one, c) => (one, c)))
            for (var k = 0; k < was.Classes.Count; k++)
                Text($"{at}.cells.{was.Classes[k]}", ItemKind.Cell, $"{under}: {criterion.Name} {was.Classes[k]}", was.Criteria[c].Cells[k][language], now.Criteria[c].Cells[k][language],
                    criterion.Cells.GetValueOrDefault(was.Classes[k])?.Trace.Line ?? criterion.Trace.Line, there, there.Id, $"cell.{c}.{k}");
        var terms = reviewed.Record.Definitions.Select((term, d) => (term, d)).Where(x => !reviewed.IsDropped($"definitions[{x.d}]")).ToList();
        for (var t = 0; t < terms.Count; t++)
            Text($"definitions[{terms[t].d}]", ItemKind.Term, $"{under}: {terms[t].term.Term}", was.Terms[t].Text[language], now.Terms[t].Text[language], terms[t].term.Trace.Line, there, there.Id, $"term.{t}");
    }

    private void Whole(string path, FoundProfile found, Profile there, Grading? now, string? under)
    {
        var (before, after) = (Lines(there.Grading), Lines(now));
        if (after.All(line => known.Contains(Wording.Key(line.Text))) && before.All(line => IsStillThere(line.Text) || !known.Contains(Wording.Key(line.Text)))) return;
        var (was, says) = (Said(before), Said(after));
        if (now is null) Gone(ItemKind.Criterion, under, was, there, there.Id, "grading", path);
        else Add(path + ".distinguishing_criteria", there.Grading is null ? ChangeSort.Added : ChangeSort.Changed, ItemKind.Criterion, under, was, says, found.DistinguishingCriteria!.Trace.Line, there, there.Id, "grading");
    }

    private bool SameShape(Grading was, Grading now) => was.Classes.SequenceEqual(now.Classes)
        && was.Criteria.Select(c => Wording.Key(c.Name[language] ?? "")).SequenceEqual(now.Criteria.Select(c => Wording.Key(c.Name[language] ?? "")))
        && was.Terms.Select(t => Wording.Key(t.Term[language] ?? "")).SequenceEqual(now.Terms.Select(t => Wording.Key(t.Term[language] ?? "")));

    private List<(string Place, string Text)> Lines(Grading? grading) => grading is null ? [] :
        [.. from criterion in grading.Criteria
            from cell in grading.Classes.Zip(criterion.Cells)
            where cell.Second[language] is { Length: > 0 }
            select ($"{criterion.Name[language]} {cell.First}", cell.Second[language]!)];

    private static string? Said(List<(string Place, string Text)> lines) => lines.Count == 0 ? null : string.Join('\n', lines.Select(line => $"{line.Place}: {line.Text}"));
}
