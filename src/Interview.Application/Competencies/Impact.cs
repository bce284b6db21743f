using Interviewing.Application.Import;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Competencies;

public enum ImpactKind { Competency, Name, Definition, Level, Indicator, Question, Tip }

/// <summary>One difference between two editions: of which competency, what, from what to what.</summary>
public sealed record ImpactLine(string Code, LocalText Competency, ChangeSort Sort, ImpactKind Kind, LocalText? Before, LocalText? After);

/// <summary>
/// What a newer edition makes of an older one. A competency is known again by its code, else by its name; what is in it by what it says (identically, or nearly).
/// </summary>
public sealed class Impact
{
    private readonly List<ImpactLine> lines = [];
    private readonly Dictionary<Guid, Competency> next = [];
    private readonly Dictionary<Guid, Guid> parts = [];

    private Impact() { }

    public IReadOnlyList<ImpactLine> Lines => lines;

    /// <summary>The newer competency of each older one that still is there.</summary>
    public IReadOnlyDictionary<Guid, Competency> Next => next;

    /// <summary>The newer indicator, question or tip of each older one that still is there.</summary>
    public IReadOnlyDictionary<Guid, Guid> Parts => parts;

    public static Impact Of(IEnumerable<Competency> older, IEnumerable<Competency> newer)
    {
        var impact = new Impact();
        var free = newer.Where(c => c.Status == ItemStatus.Active).OrderBy(c => c.Code, StringComparer.Ordinal).ToList();
        var was = older.Where(c => c.Status == ItemStatus.Active).OrderBy(c => c.Code, StringComparer.Ordinal).ToList();
        impact.Meet(was, free, (a, b) => string.Equals(a.Code, b.Code, StringComparison.OrdinalIgnoreCase));
        impact.Meet(was, free, (a, b) => a.Name.All.Any(n => string.Equals(b.Name[n.Key], n.Value, StringComparison.OrdinalIgnoreCase)));
        foreach (var old in was)
        {
            if (impact.next.TryGetValue(old.Id, out var now)) impact.Compare(old, now);
            else impact.lines.Add(new(old.Code, old.Name, ChangeSort.Removed, ImpactKind.Competency, old.Name, null));
        }
        foreach (var added in free) impact.lines.Add(new(added.Code, added.Name, ChangeSort.Added, ImpactKind.Competency, null, added.Name));
        return impact;
    }

    /// <summary>What a newer version makes of one competency.</summary>
    public static Impact Between(Competency older, Competency newer)
    {
        var impact = new Impact();
        impact.next[older.Id] = newer;
        impact.Compare(older, newer);
        return impact;
    }

    private void Meet(List<Competency> was, List<Competency> free, Func<Competency, Competency, bool> same)
    {
        foreach (var old in was.Where(o => !next.ContainsKey(o.Id)))
        {
            if (free.Find(f => same(old, f)) is not { } met) continue;
            next[old.Id] = met;
            free.Remove(met);
        }
    }

    private void Compare(Competency was, Competency now)
    {
        Text(ImpactKind.Name, was.Name, now.Name);
        Text(ImpactKind.Definition, was.Definition, now.Definition);
        var (steps, newSteps) = (was.Levels.OrderBy(l => l.Ordinal).ToList(), now.Levels.OrderBy(l => l.Ordinal).ToList());
        for (var i = 0; i < Math.Max(steps.Count, newSteps.Count); i++) Text(ImpactKind.Level, i < steps.Count ? steps[i].Title : null, i < newSteps.Count ? newSteps[i].Title : null);
        Of(ImpactKind.Indicator, was.Indicators.Where(i => i.Status == ItemStatus.Active), now.Indicators.Where(i => i.Status == ItemStatus.Active), i => i.Text);
        Of(ImpactKind.Question, was.Questions.Where(q => q.Status == ItemStatus.Active), now.Questions.Where(q => q.Status == ItemStatus.Active), q => q.Text);
        Of(ImpactKind.Tip, was.Tips.Where(t => t.Status == ItemStatus.Active), now.Tips.Where(t => t.Status == ItemStatus.Active), t => t.Text);

        void Of<T>(ImpactKind kind, IEnumerable<T> older, IEnumerable<T> newer, Func<T, LocalText> text) where T : Part
        {
            var (old, young) = (older.ToList(), newer.ToList());
            var pairs = TextSimilarity.Pairs([.. young.Select(y => Say(text(y)))], [.. old.Select(o => Say(text(o)))]);
            foreach (var (n, w) in pairs)
            {
                parts[old[w].Id] = young[n].Id;
                Text(kind, text(old[w]), text(young[n]));
            }
            foreach (var gone in old.Where((_, w) => pairs.All(p => p.Was != w))) Text(kind, text(gone), null);
            foreach (var added in young.Where((_, n) => pairs.All(p => p.Now != n))) Text(kind, null, text(added));
        }

        void Text(ImpactKind kind, LocalText? before, LocalText? after)
        {
            if ((before ?? LocalText.Empty).Equals(after ?? LocalText.Empty)) return;
            var sort = before is null or { IsEmpty: true } ? ChangeSort.Added : after is null or { IsEmpty: true } ? ChangeSort.Removed : ChangeSort.Changed;
            lines.Add(new(now.Code, now.Name, sort, kind, before, after));
        }
    }

    private static string Say(LocalText text) => string.Join('\n', text.All.Values);
}
