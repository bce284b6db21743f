namespace Interviewing.Application.Import;

/// <summary>The result areas of a function description: title, framework, result and activities, each under its own label.</summary>
internal sealed class ResultAreas(RecordBuilder build, LabelFile file)
{
    private readonly List<AreaInProgress> areas = [];

    private AreaInProgress Area => areas[^1];

    public UfoField Start(Block block, LabelHit hit)
    {
        // A numbered area followed by its core activity is one area, not two.
        var continues = areas.Count > 0 && hit.Key == "core-activity" && Area is { Title: null, Framework.Count: 0, Result: null, Activities.Count: 0, Number: not null };
        if (!continues) Add(block, hit.Number);
        return UfoField.AreaTitle;
    }

    /// <summary>A label of a part; without an area it opens one.</summary>
    public UfoField Part(Block block, LabelHit hit)
    {
        // A second framework or result means that the label of a new core activity was lost.
        var another = areas.Count > 0 && hit.Key switch
        {
            "framework" => Area.Framework.Count > 0 || (Area.Result is not null && Area.Activities.Count > 0),
            "result" => Area.Result is not null,
            _ => false,
        };
        if (areas.Count == 0 || another) Add(block, null);
        if (hit.Key == "framework") return UfoField.Framework;
        if (hit.Key == "result") return UfoField.Result;
        Area.ActivitiesLabel ??= block.Text;
        return UfoField.Activities;
    }

    public UfoField Text(UfoField field, Block block)
    {
        switch (field)
        {
            case UfoField.AreaTitle: return Title(block);
            case UfoField.Framework: Area.Framework.Add((block, build.Take(block))); break;
            case UfoField.Result: Area.Result = TextInProgress.Extend(build, Area.Result, block, PathOf(field)); break;
            default: Activity(block); break;
        }
        return field;
    }

    /// <summary>Whether a bullet without words was kept, because nested bullets hang under it.</summary>
    public bool KeepsEmpty(Block block, Block? next)
    {
        if (!Area.Activities.HasDeeper(block, next)) return false;
        build.Item(block);
        Area.Activities.Add(block, build.TraceOf(block, 0.7));
        build.Find("empty-parent", $"job_profiles[0].result_areas[{areas.Count - 1}].activities[{Area.Activities.Count - 1}]", block.First.Number, note: "A bullet without words holds nested ones.");
        return true;
    }

    public string PathOf(UfoField part) => $"job_profiles[0].result_areas[{areas.Count - 1}]." + (part == UfoField.AreaTitle ? "title" : part.ToString().ToLowerInvariant());

    public IReadOnlyList<FoundArea> Done() => [.. areas.Select((area, i) => area.Read(build, file, $"job_profiles[0].result_areas[{i}]"))];

    // Under a title come its activities when the label over them is missing; a line after a gap is neither.
    private UfoField Title(Block block)
    {
        if (Area.Title is null || (block.Kind == BlockKind.Text && !block.AfterBlank))
        {
            Area.Title = TextInProgress.Extend(build, Area.Title, block, PathOf(UfoField.AreaTitle));
            return UfoField.AreaTitle;
        }
        if (block.Kind == BlockKind.Bullet)
        {
            Activity(block);
            return UfoField.Activities;
        }
        build.Discard(block, DiscardReason.Fragment);
        return UfoField.None;
    }

    private void Activity(Block block)
    {
        build.Item(block);
        var list = Area.Activities;
        list.Add(block, build.TraceOf(block, block.Kind == BlockKind.Bullet ? 1 : list.HasBullets ? 0.6 : 0.9));
    }

    private void Add(Block block, int? number) => areas.Add(new AreaInProgress(block.First, build.Document.Limits) { Number = number });
}
