using Interviewing.Application.Shared;

namespace Interviewing.Application.Import;

// What people may decide about the items of a draft. Each verb compares what its editor saw with what stands there now, so that two people in one draft
// never overwrite each other.
public sealed partial class Draft
{
    private const int LongestText = 4000;
    private const int LongestScale = 40;
    // What a split may leave out between the two parts: a mark and a joining word.
    private const int LongestGap = 12;

    /// <summary>Gives a profile or competency its name, if it still is called what its editor saw.</summary>
    public void Name(string path, string? was, string name)
    {
        var item = Find(path);
        Refuse.If(item.Kind is not (ItemKind.Profile or ItemKind.Competency), "import.no-name-here");
        var wanted = name.Trim();
        Refuse.FieldIf(wanted.Length == 0, path, "import.name-missing");
        Refuse.FieldIf(wanted.Length > LongestName, path, "import.name-too-long", LongestName);
        var now = Of(path).Name ?? item.Text;
        Refuse.If((now ?? "") != (was ?? "").Trim() && now != wanted, Refusal.ChangedText(path, now, wanted));
        Decide(Of(path) with { Name = wanted, Seen = true });
    }

    public void Drop(string path)
    {
        Find(path);
        Decide(Of(path) with { Dropped = true });
    }

    /// <summary>Somebody looked at what the reader was not sure of, and it is right.</summary>
    public void See(string path)
    {
        Refuse.If(path.Length > 300 || DraftReview.ToDos(Read(), Decisions, Review()).Concat(DraftReview.Remarks(Read(), Decisions, Review())).All(todo => todo.Path != path), Refusal.NotFound);
        Decide(Of(path) with { Seen = true });
    }

    /// <summary>Changes the wording; the text of the source is kept beside it.</summary>
    public void Reword(string path, string? was, string text)
    {
        if (Review().PathOf(path) is { } at && RecordItems.Of(Review().Record).Any(i => i.Path == at && i.Kind is ItemKind.Profile or ItemKind.Competency))
        {
            Name(path, was, text);
            return;
        }
        var wanted = text.Trim();
        Refuse.FieldIf(wanted.Length == 0, path, "import.text-missing");
        Refuse.FieldIf(wanted.Length > LongestText, path, "import.text-too-long", LongestText);
        var leaf = Leaf(path);
        if (leaf.Text == wanted) return;
        Same(path, was, leaf.Text, wanted);
        // What the profile asks for by its place in the document has no text of its own.
        Refuse.If(leaf.Found is FoundNeed { Code: null }, Refusal.NotFound);
        if (leaf.Found is FoundPayLevel) PayLevelText.Check(path, wanted);
        Refuse.FieldIf(leaf.List.EndsWith(".pay_scale", StringComparison.Ordinal) && wanted.Length > LongestScale, path, "import.text-too-long", LongestScale);
        Say(path, wanted, Remedies.Edit);
    }

    /// <summary>Two items of one: the first ends at <paramref name="at"/>, the second begins at <paramref name="to"/>.</summary>
    public void Split(string path, string? was, int at, int to)
    {
        var leaf = Leaf(path);
        Refuse.If(!Review().May(path).HasFlag(Remedies.Split), "import.no-split-here");
        var text = leaf.Text!;
        Same(path, was, text, null);
        Refuse.FieldIf(at < 1 || to < at || to >= text.Length || to - at > LongestGap, path, "import.split-nowhere");
        var (head, tail) = (text[..at].TrimEnd(' ', ';', ','), text[to..].TrimStart(' ', ';', ','));
        Refuse.FieldIf(head.Length == 0 || tail.Length == 0, path, "import.split-nowhere");
        Say(path, head, Remedies.Split, tail);
    }

    /// <summary>Takes the next item of the list in: one item of two.</summary>
    public void Join(string path, string? was, string? nextWas)
    {
        var leaf = Leaf(path);
        Refuse.If(!Review().May(path).HasFlag(Remedies.Join), "import.nothing-to-join");
        var next = Review().Lists.Next(leaf)!;
        Same(path, was, leaf.Text, null);
        if (nextWas is not null) Same(path, nextWas, next.Text, null);
        Say(path, $"{leaf.Text} {next.Text}".Trim(), Remedies.Join, next.Key);
    }

    /// <summary>Puts an item, or a line that nobody used, in a list behind another item. <paramref name="from"/> is the list in which its editor saw it.</summary>
    public void Move(string path, string? from, Spot to)
    {
        var line = Reviewed.LineAt(Read(), path);
        var leaf = Review().Find(path) ?? (line is null ? throw Refusal.NotFound : new Leaf(path, line.Text, new ItemTrace(FileName, 1, line.Line, line.Line, 1), null));
        Refuse.If(leaf.List != (from ?? ""), Refusal.Changed);
        if (Review().Lists.Hinders(leaf, to.List) is { } why) throw new Refusal(why);
        Decide(Of(path) with { Moved = to.After == path ? to with { After = null } : to, Seen = true, Dropped = false }, behind: true);
    }

    /// <summary>One place up or down in its own list.</summary>
    public void Shift(string path, bool down)
    {
        var leaf = Leaf(path);
        var list = Review().Lists[leaf.List];
        var at = list.TakeWhile(one => one != leaf).Count();
        if (down ? at == list.Count - 1 : at == 0) return;
        Move(path, leaf.List, new Spot(leaf.List, down ? list[at + 1].Key : at >= 2 ? list[at - 2].Key : null));
    }

    /// <summary>Takes back what was decided about an item: one remedy (and what was done to its text after that), or all.</summary>
    public void Restore(string path, Remedies what)
    {
        // A part has no life of its own before somebody did something to it: what is taken back then is the split.
        if (path.LastIndexOf('/') is > 0 and var cut && (Of(path).Done & what) == Remedies.None) (path, what) = (path[..cut], Remedies.Split);
        if (Reviewed.LineAt(Read(), path) is null && Review().Find(path) is null) Find(path);
        var decision = Of(path);
        if (what.HasFlag(Remedies.Drop)) decision = decision with { Dropped = false };
        if (what.HasFlag(Remedies.Move)) decision = decision with { Moved = null };
        var textual = what & (Remedies.Edit | Remedies.Split | Remedies.Join);
        var steps = decision.Steps.ToList();
        var from = what.HasFlag(Remedies.All) ? 0 : steps.FindLastIndex(step => textual.HasFlag(step.What));
        if (from >= 0 && from < steps.Count && textual != Remedies.None)
        {
            var parts = decision.Parts.Select(part => part.Path).ToList();
            decision = decision with { Text = steps[from].Before, Steps = [.. steps.Take(from)] };
            Forget(parts.Except(decision.Parts.Select(part => part.Path)));
        }
        Decide(decision);
    }

    /// <summary>Ticks a difference with what is in the library, or unticks it.</summary>
    public void Take(IReadOnlyCollection<string> changes, bool taken)
    {
        Refuse.If(Status == DraftStatus.Published, "import.published-already");
        var others = Decisions.Where(d => !changes.Contains(d.Path));
        Decisions = [.. others, .. changes.Select(path => Of(path) with { Taken = taken })];
        Touch();
    }

    // The parts of a split that is taken back go with what was decided about them, unless they already live on in another item.
    private void Forget(IEnumerable<string> parts)
    {
        foreach (var part in parts)
        {
            Refuse.If(Decisions.Any(d => d.Joined.Any(key => key == part || key.StartsWith(part + "/", StringComparison.Ordinal)) && d.Path + "/" != part[..(part.LastIndexOf('/') + 1)]), "import.part-joined");
            Decisions = [.. Decisions.Where(d => d.Path != part && !d.Path.StartsWith(part + "/", StringComparison.Ordinal))];
        }
    }

    private void Say(string path, string text, Remedies how, string? other = null)
    {
        var decision = Of(path);
        Decide(decision with { Text = text, Seen = true, Steps = [.. decision.Steps, new TextStep(how, decision.Text, other)] });
    }

    private static void Same(string path, string? was, string? now, string? wanted) =>
        Refuse.If((now ?? "").Trim() != (was ?? "").Trim(), Refusal.ChangedText(path, now, wanted));

    private Leaf Leaf(string path) => Review().Find(path) ?? throw Refusal.NotFound;

    private Decision Of(string path) => Decisions.FirstOrDefault(d => d.Path == path) ?? new Decision(path);

    private RecordItem Find(string path)
    {
        if (Review().PathOf(path) is { } at && RecordItems.Of(Review().Record).FirstOrDefault(item => item.Path == at) is { } item && Review().KeyOf(at) == path) return item;
        return RecordItems.Of(Read()).FirstOrDefault(one => one.Path == path && Review().PathOf(path) is not null) ?? throw Refusal.NotFound;
    }

    /// <param name="behind">Moves are carried out in the order in which they were made; what else is decided keeps its place.</param>
    private void Decide(Decision decision, bool behind = false)
    {
        Refuse.If(Status == DraftStatus.Published, "import.published-already");
        Refuse.If(!IsRead, "import.not-read");
        var list = Decisions.ToList();
        var at = list.FindIndex(d => d.Path == decision.Path);
        if (at >= 0 && !behind) list[at] = decision;
        else
        {
            if (at >= 0) list.RemoveAt(at);
            list.Add(decision);
        }
        (Decisions, reviewed) = ([.. list], null);
        Status = DraftStatus.InReview;
        Count();
        Touch();
    }
}
