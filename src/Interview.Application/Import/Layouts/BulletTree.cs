namespace Interviewing.Application.Import;

/// <summary>Blocks of one list hung into a tree by their glyphs, or by indentation where there is only one kind.</summary>
internal static class BulletTree
{
    public static ItemTree Of(IEnumerable<(Block Block, ItemTrace Trace)> list, SourceDocument document)
    {
        var items = list.ToList();
        var levels = BulletLevels.Of([.. items.Where(item => item.Block.Glyph is not null).Select(item => (item.Block.Glyph!.Value, item.Block.Text.EndsWith(':')))]);
        var tree = new ItemTree(document.Limits.MaxDepth);
        var indents = new List<int>();
        foreach (var (block, trace) in items)
        {
            var text = new TextInProgress(trace);
            text.Add(block, document.Words);
            tree.Add(levels.ByIndent ? ByIndent(indents, block.First.Indent) : levels.Of(block.Glyph ?? '-'), text, trace);
        }
        return tree;
    }

    // One column more or less is a matter of taste of whoever typed it, not a level.
    public static int ByIndent(List<int> indents, int indent)
    {
        while (indents.Count > 0 && indent < indents[^1] + 2) indents.RemoveAt(indents.Count - 1);
        indents.Add(indent);
        return indents.Count - 1;
    }
}
