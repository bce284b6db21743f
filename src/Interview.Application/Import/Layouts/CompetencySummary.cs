namespace Interviewing.Application.Import;

/// <summary>A summary of competencies: each bullet is one, its sentence the definition; a short word before a colon is its name.</summary>
internal sealed class CompetencySummary(RecordBuilder build, LabelFile file)
{
    private const int LongestName = 45;
    private readonly List<CompetencyInProgress> competencies = [];

    public void Read(IReadOnlyList<Block> blocks)
    {
        var bullets = blocks.Where(block => block is { Kind: BlockKind.Bullet, Text.Length: > 0 }).ToList();
        var heads = Enumerable.Range(0, Math.Max(0, blocks.Count - 1)).Count(i => blocks[i].Kind == BlockKind.Text && blocks[i + 1].Kind == BlockKind.Bullet);
        var onlyNames = Names(bullets.Count > 0 ? bullets : blocks);
        var levels = BulletLevels.Of([.. bullets.Select(block => (block.Glyph!.Value, block.Text[^1] == ':'))]);
        var indents = new List<int>();
        for (var i = 0; i < blocks.Count; i++)
        {
            var (block, next) = (blocks[i], i + 1 < blocks.Count ? blocks[i + 1] : null);
            if (block.Text.Length == 0) build.Discard(block, DiscardReason.EmptyBullet);
            else if (block.Kind == BlockKind.Bullet)
            {
                var level = levels.ByIndent ? BulletTree.ByIndent(indents, block.First.Indent) : levels.Of(block.Glyph!.Value);
                if ((level > 0 || heads > 1) && competencies.Count > 0) competencies[^1].Indicators.Add(block, build);
                else Add(block, 1, onlyNames);
            }
            else if (heads > 1 && next is { Kind: BlockKind.Bullet } && block.Text.Length <= LongestName) Add(block, 0.9, onlyNames: true);
            else if (bullets.Count == 0 && block.Text[^1] != ':') Add(block, 0.7, onlyNames);
            else if (competencies.Count > 0 && (block.Text[^1] == ';' || (next is { Kind: BlockKind.Bullet } && LineFlow.IsClosed(block.Text)))) Add(block, 0.6, onlyNames);
            else build.Discard(block, DiscardReason.Fragment);
        }
    }

    public IReadOnlyList<FoundCompetency> Done()
    {
        var taken = new List<SuggestedName>();
        return [.. competencies.Select((competency, i) => competency.Read(build, file, i, taken))];
    }

    private void Add(Block block, double confidence, bool onlyNames)
    {
        var competency = new CompetencyInProgress(block.First);
        competencies.Add(competency);
        build.Item(block);
        var trace = build.TraceOf(block, confidence);
        if (onlyNames)
        {
            competency.Name = new FoundText(block.Text.TrimEnd(';', '.', ',', ':', ' '), trace);
            return;
        }
        var (name, definition) = Split(block.Text);
        if (name is not null) competency.Name = new FoundText(name, trace);
        competency.Definition = new TextInProgress(trace);
        competency.Definition.Add(block with { Text = definition }, build.Document.Words);
    }

    private static (string? Name, string Definition) Split(string text)
    {
        foreach (var mark in (string[])[": ", " – ", " — ", " - "])
        {
            var at = text.IndexOf(mark, StringComparison.Ordinal);
            if (at is < 3 or > LongestName || !char.IsUpper(text[0]) || text.AsSpan(0, at).Count(' ') > 2 || text.AsSpan(0, at).Contains(',')) continue;
            return (text[..at].Trim(), text[(at + mark.Length)..].Trim());
        }
        return (null, text);
    }

    // A list of single words, not of sentences.
    private static bool Names(IReadOnlyList<Block> blocks) =>
        blocks.Count > 0 && blocks.All(block => block.Text.Count(c => c == ' ') < 4 && !block.Text.EndsWith('.')) && blocks.Count(block => !block.Text.Contains(' ', StringComparison.Ordinal)) * 2 >= blocks.Count;
}
