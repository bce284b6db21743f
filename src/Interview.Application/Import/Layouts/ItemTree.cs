namespace Interviewing.Application.Import;

/// <summary>An item of a nested list that may still grow: its text may run on, other items may come to hang under it.</summary>
internal sealed class ListNode(TextInProgress? text, ItemTrace start, int level, ListNode? parent)
{
    private readonly List<ListNode> children = [];

    public TextInProgress? Text => text;
    public ListNode? Parent => parent;
    public IReadOnlyList<ListNode> Children => children;
    /// <summary>The rank of its glyph; an item without a parent may have any.</summary>
    public int Level => level;
    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    public ListNode Add(int childLevel, TextInProgress? childText, ItemTrace at)
    {
        var child = new ListNode(childText, at, childLevel, this);
        children.Add(child);
        return child;
    }

    public FoundActivity Done()
    {
        var done = text?.Done();
        return new FoundActivity(done?.Text, [.. children.Select(child => child.Done())], done?.Trace ?? start);
    }
}

/// <summary>A nested list in the making, of bounded depth.</summary>
internal sealed class ItemTree(int maxDepth)
{
    private readonly List<ListNode> roots = [];

    public IReadOnlyList<ListNode> Roots => roots;
    public ListNode? Last { get; private set; }

    /// <summary>Hangs an item at a level under what came last.</summary>
    public ListNode Add(int level, TextInProgress? text, ItemTrace at)
    {
        var parent = Last;
        while (parent is not null && (parent.Level >= level || parent.Depth >= maxDepth - 1)) parent = parent.Parent;
        return Under(parent, level, text, at);
    }

    public ListNode Under(ListNode? parent, int level, TextInProgress? text, ItemTrace at)
    {
        if (parent is not null) return Last = parent.Add(level, text, at);
        roots.Add(Last = new ListNode(text, at, level, null));
        return Last;
    }

    public IReadOnlyList<FoundActivity> Done() => [.. roots.Select(root => root.Done())];
}
