namespace Interviewing.Application.Import;

/// <summary>The competencies of a function description: definition, indicators, test questions and tips, with or without a name above them.</summary>
internal sealed class CompetencyList(RecordBuilder build, LabelFile file)
{
    private readonly List<CompetencyInProgress> competencies = [];

    public bool IsEmpty => competencies.Count == 0;

    public UfoField Start(Block block, UfoField next)
    {
        competencies.Add(new CompetencyInProgress(block.First));
        return next;
    }

    public UfoField StartNamed(Block block, bool definitionFollows)
    {
        Start(block, UfoField.Competencies);
        competencies[^1].Name = build.Take(block, 0.9);
        return definitionFollows ? UfoField.Competencies : UfoField.Definition;
    }

    public UfoField StartDefinition(Block block)
    {
        var fresh = !IsEmpty && competencies[^1] is { Definition: null, Indicators.Count: 0, Questions.Count: 0, Tips.Count: 0 };
        return fresh ? UfoField.Definition : Start(block, UfoField.Definition);
    }

    /// <summary>A label of a part; without a competency it opens one.</summary>
    public UfoField Part(Block block, UfoField part) => IsEmpty ? Start(block, part) : part;

    public UfoField Text(UfoField field, Block block)
    {
        var competency = competencies[^1];
        switch (field)
        {
            case UfoField.CompetencyName: One(block, ref competency.Name); break;
            case UfoField.RequiredLevel: One(block, ref competency.RequiredLevel); break;
            case UfoField.Indicators: competency.Indicators.Add(block, build); break;
            case UfoField.Questions: competency.Questions.Add(block, build); break;
            case UfoField.Tips: competency.Tips.Add(block, build); break;
            case UfoField.Definition when block.Kind == BlockKind.Bullet && competency.Definition is not null:
                // A list under a definition is one whose label was lost: behaviour, most likely, but a person has to look.
                competency.Indicators.Add(block, build, 0.6);
                return UfoField.Indicators;
            default: competency.Definition = TextInProgress.Extend(build, competency.Definition, block, PathOf(field)); break;
        }
        return field;
    }

    /// <summary>A line of its own between two competencies: after a list and right before the labels of the next one.</summary>
    public bool IsName(IReadOnlyList<Block> blocks, int at, UfoField field)
    {
        var block = blocks[at];
        if (block is not { Kind: BlockKind.Text, Text.Length: <= 80 } || block.Text[^1] is '.' or '?' or '!' or ';') return false;
        var after = at + 1 < blocks.Count ? blocks[at + 1] : null;
        var beforeDefinition = after is { Kind: BlockKind.Label, Label.Key: "definition" };
        var beforeText = after is { Kind: BlockKind.Text } && at + 2 < blocks.Count && blocks[at + 2] is { Kind: BlockKind.Label, Label.Key: "indicators" };
        if (field == UfoField.Competencies) return competencies.LastOrDefault() is not { Name: not null, Definition: null } && (beforeDefinition || beforeText);
        if (IsEmpty) return false;
        var last = competencies[^1];
        var list = field switch { UfoField.Indicators => last.Indicators, UfoField.Questions => last.Questions, UfoField.Tips => last.Tips, _ => null };
        if (list is { HasBullets: true }) return beforeDefinition || beforeText;
        return block.AfterBlank && beforeDefinition && (list is { Count: > 0 } || (field == UfoField.Definition && last.Definition is not null));
    }

    public string PathOf(UfoField part) => $"competencies[{competencies.Count - 1}].{part.ToString().ToLowerInvariant()}";

    public IReadOnlyList<FoundCompetency> Done()
    {
        var taken = new List<SuggestedName>();
        return [.. competencies.Select((competency, i) => competency.Read(build, file, i, taken))];
    }

    private void One(Block block, ref FoundText? value)
    {
        if (value is null) value = build.Take(block);
        else build.Discard(block, DiscardReason.Fragment);
    }
}
