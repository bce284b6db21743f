namespace Interviewing.Application.Import;

/// <summary>
/// The function profile in running text: a title that names the function, the organisation around it, an outline of the job, core activities under
/// sub-headings, the profile of the person, and a summary of competencies as a list of sentences.
/// </summary>
internal sealed class NarrativeProfile : Layout
{
    // Labels by which other layouts show themselves.
    private static readonly string[] Foreign = ["core-activity", "framework", "result", "definition", "indicators", "questions", "tips", "result-area", "series", "group", "level"];

    // A document of this kind has a few hundred lines; what it is shows long before this.
    private const int SampleOfLines = 5000;

    public override double Sureness(SourceDocument document) => Weigh(document).Sureness;

    public override ImportRecord Read(SourceDocument document) => new NarrativeReading(document, Weigh(document).File).Run(IdOf(document.Source.File));

    private static (LabelFile File, double Sureness) Weigh(SourceDocument document) =>
        LabelFile.All.Select(file => (file, Sureness(document, file))).MaxBy(weighed => weighed.Item2);

    private static double Sureness(SourceDocument document, LabelFile file)
    {
        var headings = NarrativeHeadings.For(file);
        var foreign = LabelMatcher.For(file, Foreign);
        var sections = new Dictionary<string, double>(StringComparer.Ordinal);
        var others = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in document.Lines.Take(SampleOfLines))
        {
            if (line.Bullet is not null and not '1' || line.Text.Length is 0 or > NarrativeHeadings.Longest) continue;
            if (headings.Section(line) is { } hit) sections[hit.Key] = Math.Max(sections.GetValueOrDefault(hit.Key), hit.IsFirm ? 1 : 0.6);
            if (!char.IsLower(line.Text[0]) && foreign.Match(line.Text) is { Distance: 0 } known) others.Add(known.Key);
        }
        var parts = new[] { NarrativeHeadings.Outline, NarrativeHeadings.Activities, NarrativeHeadings.Person, NarrativeHeadings.Summary };
        var found = parts.Count(sections.ContainsKey);
        if (found == 0) return 0;
        var titled = headings.TitleOf(document) is not null;
        var sure = 0.22 * parts.Sum(part => sections.GetValueOrDefault(part)) + (titled ? 0.2 : 0) + 0.02 * sections.Count;
        if (found == 1 && !titled) sure = Math.Min(sure, 0.4);
        return Math.Max(0, Math.Min(0.95, sure) - 0.12 * others.Count);
    }
}
