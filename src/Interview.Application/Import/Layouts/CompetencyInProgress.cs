using Interviewing.Application.Competencies;

namespace Interviewing.Application.Import;

internal sealed class CompetencyInProgress(SourceLine start)
{
    // A field because it is filled by reference, like the fields of the function itself.
    public FoundText? Name;
    public FoundText? RequiredLevel;
    public TextInProgress? Definition { get; set; }
    public ListInProgress Indicators { get; } = new();
    public ListInProgress Questions { get; } = new();
    public ListInProgress Tips { get; } = new();

    public FoundCompetency Read(RecordBuilder build, LabelFile file, int index, List<SuggestedName> taken)
    {
        SuggestedName? suggestion = null;
        if (Name is null)
        {
            suggestion = NameSuggestions.ForCompetency(file.Language, Definition?.Text, Indicators.Items.Select(item => item.Text), taken);
            if (suggestion is not null) taken.Add(suggestion);
            build.Find("missing-name", $"competencies[{index}].name", start.Number, null, suggestion?.In(file.Language), "The name of this competency is not in the text; the name is a suggestion only.", ask: true);
        }
        Repeated(build, index, "indicators", Indicators);
        Repeated(build, index, "questions", Questions);
        Repeated(build, index, "tips", Tips);
        return new FoundCompetency
        {
            Names = Name is null ? new Dictionary<string, FoundText>(StringComparer.Ordinal) : new Dictionary<string, FoundText>(StringComparer.Ordinal) { [file.Language] = Name },
            SuggestedName = suggestion, Definition = Definition?.Done(), RequiredLevel = RequiredLevel,
            Indicators = [.. Indicators.Items.Select(item => new FoundIndicator(item.Text, true, null, item.Trace))],
            Questions = [.. Questions.Items.Select(item => new FoundQuestion(item.Text, null, null, [], [], [], item.Trace))],
            Tips = [.. Tips.Items.Select(item => new FoundTip(item.Text, TipAudience.Employee, null, item.Trace))],
            DuplicatesDropped = new DuplicatesDropped(Indicators.Dropped, Questions.Dropped, Tips.Dropped),
            Trace = build.At(start, start),
        };
    }

    private static void Repeated(RecordBuilder build, int index, string list, ListInProgress of)
    {
        if (of.Dropped > 0) build.Find("duplicate-list", $"competencies[{index}].{list}", of.Items[0].Trace.Line, note: $"{of.Dropped} repeated, kept once.");
    }
}

/// <summary>One list of one competency: a repeated bullet is kept once and counted.</summary>
internal sealed class ListInProgress
{
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly List<FoundText> items = [];

    public int Dropped { get; private set; }
    public int Count => items.Count;
    public bool HasBullets { get; private set; }
    public IReadOnlyList<FoundText> Items => items;

    public void Add(Block block, RecordBuilder build, double atMost = 1)
    {
        HasBullets |= block.Kind == BlockKind.Bullet;
        if (seen.Add(Wording.Key(block.Text)))
        {
            items.Add(build.Take(block, Math.Min(atMost, block.Kind == BlockKind.Bullet ? 1 : HasBullets ? 0.6 : 0.9)));
            return;
        }
        Dropped++;
        build.Duplicate(block);
    }
}
