namespace Interviewing.Application.Import;

/// <summary>Bullets made into a tree: the first glyph of a list is its upper level; a lesser glyph, or the same one further to the right, hangs under it.</summary>
internal sealed class ActivityTree(int maxDepth)
{
    private const string LesserGlyphs = "o◦▪▫○";
    private readonly ItemTree tree = new(maxDepth);
    private readonly List<int> indents = [];
    private char? upper;

    public int Count => tree.Roots.Count;
    public bool HasBullets => upper is not null;

    public bool HasDeeper(Block empty, Block? next) =>
        next is { Kind: BlockKind.Bullet } && ((IsLesser(next.First.Bullet) && !IsLesser(empty.First.Bullet)) || next.First.Indent > empty.First.Indent + 1);

    public void Add(Block block, ItemTrace trace)
    {
        var glyph = block.First.Bullet;
        var indent = block.Kind == BlockKind.Bullet ? block.First.Indent : 0;
        upper ??= glyph;
        if (IsLesser(glyph) && !IsLesser(upper) && Count > 0) indent = Math.Max(indent, indents[0] + 2);
        TextInProgress? text = null;
        if (block.Text.Length > 0)
        {
            text = new TextInProgress(trace);
            text.Add(block.Text, block.Last, softHyphen: false, System.Collections.Frozen.FrozenSet<string>.Empty);
        }
        tree.Add(BulletTree.ByIndent(indents, indent), text, trace);
    }

    public IReadOnlyList<FoundActivity> Done() => tree.Done();

    private static bool IsLesser(char? glyph) => glyph is { } c && LesserGlyphs.Contains(c, StringComparison.Ordinal);
}
