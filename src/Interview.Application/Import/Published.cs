using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Import;

/// <summary>How parts of a reviewed record read once they are in the library; the same for publishing and for comparing.</summary>
internal static class Published
{
    public static string? Title(FoundArea area) => area.Title?.Text ?? area.Result?.Text ?? area.Framework?.Text;

    public static string Boundary(Reviewed reviewed, FoundArea area, string path)
    {
        if (area.Framework is not { } found || reviewed.IsDropped(path + ".framework")) return "";
        return string.Join("; ", found.Items.Where((_, i) => !reviewed.IsDropped($"{path}.framework.items[{i}]")).Select(item => item.Text));
    }

    public static IReadOnlyList<Activity> Activities(Reviewed reviewed, IReadOnlyList<FoundActivity> found, string path, string language) =>
        [.. found.Select((activity, i) => (activity, at: $"{path}[{i}]")).Where(x => !reviewed.IsDropped(x.at))
            .Select(x => new Activity(LocalText.Of(language, x.activity.Text), Activities(reviewed, x.activity.Children, x.at + ".children", language)))];

    /// <summary>Activities as text, a line each, to be read beside another version.</summary>
    public static string Lines(IReadOnlyList<Activity> activities, string language, int depth = 0) =>
        string.Join('\n', activities.SelectMany(a => new[] { new string('–', depth) + (depth > 0 ? " " : "") + a.Text[language], Lines(a.Children, language, depth + 1) }).Where(line => line.Length > 0));

    /// <summary>The pay scale of a profile: its own, else those of its levels.</summary>
    public static string? PayScale(Reviewed reviewed, FoundProfile found, string path)
    {
        if (reviewed.IsDropped(path + ".pay_scale")) return null;
        if (found.PayScale is { } own) return own.Value;
        var scales = found.Levels.Where((_, i) => !reviewed.IsDropped($"{path}.levels[{i}]")).Select(l => l.Scale).OfType<string>().ToList();
        return scales.Count == 0 ? null : string.Join(", ", scales) is { Length: <= 40 } all ? all : scales[0];
    }

    /// <summary>A document that describes one function defines its terms for that function; the criteria of several share them.</summary>
    public static Grading? Grading(Reviewed reviewed, FoundProfile found, string path, string language)
    {
        if (found.DistinguishingCriteria is not { } criteria || reviewed.IsDropped(path + ".distinguishing_criteria")) return null;
        return new Grading(criteria.Classes,
            [.. Criteria(reviewed, found, path).Select(x => new GradingCriterion(Say(x.Criterion.Name), [.. criteria.Classes.Select(of => Say(Cell(reviewed, x.Criterion, x.Path, of)))]))],
            [.. reviewed.Record.Definitions.Where((_, d) => !reviewed.IsDropped($"definitions[{d}]")).Select(term => new GradingTerm(Say(term.Term), Say(term.Text)))]);

        LocalText Say(string? text) => LocalText.Of(language, text);
    }

    public static IEnumerable<(FoundCriterion Criterion, string Path)> Criteria(Reviewed reviewed, FoundProfile found, string path) =>
        (found.DistinguishingCriteria?.Criteria ?? []).Select((criterion, c) => (criterion, $"{path}.distinguishing_criteria.criteria[{c}]")).Where(x => !reviewed.IsDropped(x.Item2));

    public static string? Cell(Reviewed reviewed, FoundCriterion criterion, string path, string of) =>
        reviewed.IsDropped($"{path}.cells.{of}") ? null : criterion.Cells.GetValueOrDefault(of)?.Text;
}
