using Interviewing.Application.Import;

namespace Interviewing.Rules.Tests.Import;

/// <summary>The two promises of the reader: nothing is lost, nothing is made up.</summary>
internal static class Accounts
{
    public static void EveryLineIsAccountedFor(string text, ImportRecord record)
    {
        var lines = LineReader.Read(text);
        record.Lines[0].From.ShouldBe(1);
        record.Lines[^1].To.ShouldBe(lines.Count);
        for (var i = 1; i < record.Lines.Count; i++) record.Lines[i].From.ShouldBe(record.Lines[i - 1].To + 1);
        var uses = record.Lines.SelectMany(run => Enumerable.Repeat(run.Use, run.To - run.From + 1)).ToList();
        var discarded = record.Discarded.Select(d => d.Line).ToHashSet();
        // A criterion is in the record by its name, also where a broken table left it without a cell.
        var criteria = record.JobProfiles.SelectMany(p => p.DistinguishingCriteria?.Criteria ?? []).Select(criterion => criterion.Trace);
        var traced = RecordItems.Of(record).Select(item => item.Trace).Concat(criteria).SelectMany(trace => Enumerable.Range(trace.Line, trace.LastLine - trace.Line + 1)).ToHashSet();
        for (var i = 0; i < lines.Count; i++)
        {
            var words = Wording.Clean(lines[i].Raw).Length > 0;
            if (!words) continue;
            uses[i].ShouldNotBe(LineUse.Blank, $"line {i + 1} '{lines[i].Raw}' is lost");
            (uses[i] == LineUse.Discarded).ShouldBe(discarded.Contains(i + 1));
            // the head of a form and the facts of a question are values without a text of their own
            if (uses[i] == LineUse.Item && record.DocumentKind is DocumentKind.UfoFunctionDescription or DocumentKind.NarrativeFunctionProfile or DocumentKind.SchoolResultList or DocumentKind.Hr21FunctionBook or DocumentKind.BeFederalGenericProfile) traced.ShouldContain(i + 1, $"line {i + 1} '{lines[i].Raw}' belongs to nothing");
        }
    }

    public static void NothingIsMadeUp(string text, ImportRecord record)
    {
        var furniture = record.Discarded.Where(d => d.Reason == DiscardReason.PageFurniture).Select(d => d.Line).ToHashSet();
        // A note at the foot of a page stands in the middle of what goes on overleaf.
        var notes = record.Notices.SelectMany(n => Enumerable.Range(n.Trace.Line, n.Trace.LastLine - n.Trace.Line + 1)).ToHashSet();
        var onTheWay = Bare(string.Join('\n', LineReader.Read(text).Where(line => !furniture.Contains(line.Number) && !notes.Contains(line.Number)).Select(line => line.Text)));
        var lines = LineReader.Read(text).Where(line => !furniture.Contains(line.Number)).ToList();
        // A list glyph may be part of the row of a table ('1. 10'), and stands between the lines of a text that ran into a list.
        var (words, raw) = (Bare(string.Join('\n', lines.Select(line => line.Text))), Bare(string.Join('\n', lines.Select(line => Wording.Clean(line.Raw)))));
        foreach (var item in RecordItems.Of(record))
            if (item.Kind is ItemKind.Cell or ItemKind.OverviewRow && !raw.Contains(Bare(item.Text!), StringComparison.Ordinal)) BesideOthers(item, text);
            else if (item.Text is { } found && !onTheWay.Contains(Bare(found), StringComparison.Ordinal) && !raw.Contains(Bare(found), StringComparison.Ordinal) && !IsMadeOfLines(Bare(found), item.Trace, lines)) words.ShouldContain(Bare(found), Case.Sensitive, item.Path);
        var whole = Bare(string.Join('\n', LineReader.Read(text).Select(line => line.Raw + '\n' + Wording.Clean(line.Raw))));
        foreach (var line in record.Discarded) whole.ShouldContain(Bare(line.Text), Case.Sensitive);
    }

    // The lines of a cell are parts of lines when the cells of a row stand beside each other.
    private static void BesideOthers(RecordItem cell, string text)
    {
        var lines = Bare(string.Join('\n', LineReader.Read(text).Skip(cell.Trace.Line - 1).Take(cell.Trace.LastLine - cell.Trace.Line + 1).Select(line => Wording.Clean(line.Raw))));
        foreach (var word in Wording.WordsOf(cell.Text!)) lines.ShouldContain(Bare(word), Case.Sensitive, cell.Path);
    }

    // A sentence that a column or a header cut in two is made of lines that do not follow one another: whole ones or whole list items, in order,
    // the first perhaps without its label.
    private static bool IsMadeOfLines(string found, ItemTrace trace, IReadOnlyList<SourceLine> lines)
    {
        var reached = new HashSet<int> { 0 };
        foreach (var line in lines.Where(line => line.Number >= trace.Line && line.Number <= trace.LastLine))
        {
            foreach (var piece in Pieces(line.Text).Append(Bare(Wording.Clean(line.Raw))).Where(piece => piece.Length > 0))
                foreach (var at in reached.ToList())
                    if (found.AsSpan(at).StartsWith(piece, StringComparison.Ordinal)) reached.Add(at + piece.Length);
            var text = Bare(line.Text);
            for (var from = 0; line.Number == trace.Line && from < text.Length; from++)
                if (found.StartsWith(text[from..], StringComparison.Ordinal)) { reached.Add(text.Length - from); break; }
        }
        return reached.Contains(found.Length);
    }

    private static IEnumerable<string> Pieces(string text) =>
        new[] { text }.Concat(System.Text.RegularExpressions.Regex.Split(text, "(?:^| )[-–o•](?: |$)")).Select(Bare).SelectMany(piece => new[] { piece, piece.TrimEnd(':', '.', ';', ',') }).Where(piece => piece.Length > 0);

    // White space, soft breaks and markup residue aside.
    private static string Bare(string text) => new([.. text.Normalize().Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && !Wording.IsInvisible(c) && c is not ('*' or '~' or '-'))]);
}
