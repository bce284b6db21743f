namespace Interviewing.Application.Import;

/// <summary>The core activities of a narrative profile: sub-headings are result areas, the bullets under them activities.</summary>
internal sealed class NarrativeAreas(RecordBuilder build)
{
    private sealed record Area(FoundText? Title, SourceLine First)
    {
        public List<(Block Block, double Confidence)> Items { get; } = [];
    }

    private readonly List<Area> areas = [];
    private Block? heading;

    /// <param name="section">The heading over the section.</param>
    /// <param name="blocks">What stands under it, up to the next section.</param>
    public void Read(Block section, IReadOnlyList<Block> blocks)
    {
        heading ??= section;
        var listed = blocks.Any(block => block.Kind == BlockKind.Bullet);
        var titled = blocks.Any(block => block.Kind == BlockKind.Text && block.Text[^1] == ':');
        for (var i = 0; i < blocks.Count; i++)
        {
            var (block, next) = (blocks[i], i + 1 < blocks.Count ? blocks[i + 1] : null);
            if (IsTitle(block, next, listed, titled)) StartArea(block, next, i + 2 < blocks.Count ? blocks[i + 2] : null);
            else if (block.Kind == BlockKind.Bullet) Item(block, 1);
            else if (!listed) Item(block, 0.7);
            else if (areas.Count > 0 && areas[^1].Items.Count > 0 && LineFlow.IsClosed(block.Text)) Item(block, 0.6);
            else build.Discard(block, DiscardReason.Fragment);
        }
    }

    private static bool IsTitle(Block block, Block? next, bool listed, bool titled)
    {
        if (block.Text.Length is 0 or > 140) return false;
        if (block.Kind == BlockKind.Text && block.First.Heading > 0) return true;
        var colon = block.Text[^1] == ':';
        if (block.Kind == BlockKind.Bullet)
            return block.Glyph == '1' && next is { Kind: BlockKind.Bullet, Glyph: not '1' } && !titled && (colon || (!LineFlow.IsClosed(block.Text) && block.Text.Length <= 60));
        if (!listed) return colon || (!titled && next is { Kind: BlockKind.Text } && !LineFlow.IsClosed(block.Text) && LineFlow.IsClosed(next.Text));
        if (next is null || block.Text[^1] is '.' or ';' or ',') return false;
        return next.Kind == BlockKind.Bullet || colon || next.Text[^1] == ':';
    }

    private void StartArea(Block block, Block? next, Block? afterNext)
    {
        // Of two lines over a list the first is the title when the second leads in; else it is a heading with nothing under it.
        if (areas is [.., { Items.Count: 0, Title: { } title } last] && !LineFlow.IsClosed(title.Text) && block.Text[^1] == ':' && next is { Kind: BlockKind.Bullet } && build.NothingBetween(last.First.Number, block.First.Number))
        {
            build.Discard(block, DiscardReason.Fragment);
            return;
        }
        if (next is { Kind: BlockKind.Text } && afterNext is not { Kind: BlockKind.Bullet } && next.Text[^1] == ':')
        {
            build.Discard(block, DiscardReason.EmptyHeading);
            return;
        }
        build.Item(block);
        areas.Add(new Area(new FoundText(NarrativeHeadings.WithoutNumber(block.Text).TrimEnd(':', ' '), build.TraceOf(block)), block.First));
    }

    private void Item(Block block, double confidence)
    {
        if (areas.Count == 0) areas.Add(new Area(null, heading!.First));
        if (block.Text.Length == 0) build.Discard(block, DiscardReason.EmptyBullet);
        else
        {
            build.Item(block);
            areas[^1].Items.Add((block, confidence));
        }
    }

    public IReadOnlyList<FoundArea> Done()
    {
        var done = new List<FoundArea>();
        foreach (var area in areas)
        {
            var activities = Tree(area);
            // Bullets that only head other bullets are the sub-headings themselves.
            if (area.Title is null && activities.Count > 0 && activities.All(activity => activity is { Children.Count: > 0, Text: not null } && activity.Text[^1] == ':'))
                done.AddRange(activities.Select(activity => new FoundArea { Title = new FoundText(activity.Text!.TrimEnd(':', ' '), activity.Trace), Activities = activity.Children, Trace = activity.Trace }));
            else done.Add(new FoundArea { Title = area.Title ?? TitleOf(heading!), Activities = activities, Trace = area.Title?.Trace ?? build.At(area.First, area.First, 0.7) });
        }
        return done;
    }

    // Without sub-headings the section is the one area, and its heading the only title there is.
    private FoundText TitleOf(Block section)
    {
        build.Item(section);
        return new FoundText(section.Text.TrimEnd(':', ' '), build.TraceOf(section, 0.7));
    }

    private IReadOnlyList<FoundActivity> Tree(Area area) => BulletTree.Of(area.Items.Select(item => (item.Block, build.TraceOf(item.Block, item.Confidence))), build.Document).Done();
}
