namespace Interviewing.Application.Import;

/// <summary>
/// The function description of universities: purpose; result areas as core activity, framework, result and activities; competencies as definition,
/// indicators, test questions and tips; a table of levels and scales.
/// </summary>
internal sealed class UfoDescription : Layout
{
    internal static readonly string[] Keys =
    [
        "kind", "name", "function-name", "code", "family", "series", "group", "purpose", "result-areas", "result-area", "core-activity", "framework", "result", "activities",
        "competencies", "competency", "definition", "required-level", "indicators", "questions", "tips", "requirements", "characteristics",
        "levels", "level", "indicative-scale", "scale",
    ];

    // Some long descriptions; what kind a longer text is shows before its end.
    private const int SampleOfLines = 3000;

    public override double Sureness(SourceDocument document) => Weigh(document).Sureness;

    public override ImportRecord Read(SourceDocument document)
    {
        var file = Weigh(document).File;
        return new UfoReading(document, file).Run(IdOf(document.Source.File));
    }

    private static (LabelFile File, double Sureness) Weigh(SourceDocument document) =>
        LabelFile.All.Select(file => (file, Sureness(document, LabelMatcher.For(file, Keys)))).MaxBy(weighed => weighed.Item2);

    private static double Sureness(SourceDocument document, LabelMatcher labels)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var exact = 0;
        foreach (var line in document.Lines.Where(line => line.Bullet is null).Take(SampleOfLines))
        {
            if (labels.Match(line.Text) is not { } hit) continue;
            seen[hit.Key] = seen.GetValueOrDefault(hit.Key) + 1;
            if (hit.Distance == 0) exact++;
        }
        var areas = seen.ContainsKey("core-activity") ? 0.45 : seen.ContainsKey("result-area") ? 0.2 : 0;
        if (areas > 0) areas += 0.15 * new[] { "framework", "result", "activities" }.Count(seen.ContainsKey);
        var competencies = seen.ContainsKey("definition") && seen.ContainsKey("indicators") ? 0.35 + 0.15 * new[] { "questions", "tips" }.Count(seen.ContainsKey) : 0;
        var rest = 0.05 * new[] { "purpose", "result-areas", "competencies", "levels" }.Count(seen.ContainsKey);
        // Among languages that share words the one with more exactly written labels wins.
        return areas + competencies == 0 ? 0 : Math.Min(0.98, areas + competencies + rest) + Math.Min(exact, 1000) * 0.00001;
    }
}
