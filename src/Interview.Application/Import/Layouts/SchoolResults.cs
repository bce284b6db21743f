namespace Interviewing.Application.Import;

/// <summary>The school function: 'results to be achieved' with lists in two or more levels, in a text that columns and pages broke.</summary>
internal sealed class SchoolResults : Layout
{
    internal const string Results = "school.results";

    public override double Sureness(SourceDocument document) => Weigh(document).Sureness;

    public override ImportRecord Read(SourceDocument document) => new SchoolReading(document, Weigh(document).File).Run(IdOf(document.Source.File));

    private static (LabelFile File, double Sureness) Weigh(SourceDocument document) =>
        LabelFile.All.Select(file => (file, Sureness(document, HeadingMatcher.For(file, Results)))).MaxBy(weighed => weighed.Item2);

    private static double Sureness(SourceDocument document, HeadingMatcher labels)
    {
        int found = 0, bullets = 0;
        foreach (var line in document.Lines.Take(5000))
        {
            if (line.Bullet is not null) bullets++;
            else if (labels.Match(line.Text) is not null) found++;
        }
        return found == 0 || bullets == 0 ? 0 : Math.Min(0.95, 0.6 + 0.1 * found);
    }
}
