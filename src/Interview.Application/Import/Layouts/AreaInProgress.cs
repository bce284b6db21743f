using System.Text;

namespace Interviewing.Application.Import;

internal sealed class AreaInProgress(SourceLine start, ImportLimits limits)
{
    public int? Number { get; init; }
    public TextInProgress? Title { get; set; }
    public List<(Block Block, FoundText Text)> Framework { get; } = [];
    public TextInProgress? Result { get; set; }
    public string? ActivitiesLabel { get; set; }
    public ActivityTree Activities { get; } = new(limits.MaxDepth);

    public FoundArea Read(RecordBuilder build, LabelFile file, string path) => new()
    {
        Number = Number, Title = Title?.Done(), Framework = Boundary(build, file, path), Result = Result?.Done(),
        ActivitiesLabel = ActivitiesLabel, Activities = Activities.Done(), Trace = Title?.Done().Trace ?? build.At(start, start, 0.7),
    };

    private FoundBoundary? Boundary(RecordBuilder build, LabelFile file, string path)
    {
        if (Framework.Count == 0) return null;
        var items = new List<FoundText>();
        foreach (var (_, text) in Framework)
        {
            var parts = GluedItems.Split(text.Text, file);
            items.AddRange(parts.Select(part => new FoundText(part.Text, text.Trace with { Confidence = Math.Min(part.Confidence, text.Trace.Confidence) })));
            if (parts.Count > 1) build.Find("glued-items", path + ".framework", text.Trace.Line, text.Text, string.Join(" | ", parts.Select(part => part.Text)));
        }
        var whole = new StringBuilder().AppendJoin(' ', Framework.Select(part => part.Text.Text)).ToString();
        var trace = Framework[0].Text.Trace with { LastLine = Framework[^1].Text.Trace.LastLine, Confidence = items.Min(item => item.Trace.Confidence) };
        return new FoundBoundary(whole, items, trace);
    }
}
