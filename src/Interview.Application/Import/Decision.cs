using System.Text.Json.Serialization;

namespace Interviewing.Application.Import;

/// <summary>What a person can do about an item that was read wrongly.</summary>
[Flags]
public enum Remedies
{
    None = 0,
    Drop = 1,
    Edit = 2,
    Split = 4,
    Join = 8,
    Move = 16,
    All = Drop | Edit | Split | Join | Move,
}

/// <summary>A place in a list of the draft: behind another item, or in front when there is none.</summary>
public sealed record Spot(string List, string? After);

/// <param name="Before">The text that stood there before; null for the text as it was read.</param>
/// <param name="Other">Split: the text of the part that came off. Join: the path of the item that was taken in.</param>
public sealed record TextStep(Remedies What, string? Before, string? Other = null);

/// <summary>What people decided about one item of the record, by its path. The part that a split takes off has the path of its item with a number: <c>a.b[3]/2</c>.</summary>
public sealed record Decision(string Path, string? Name = null, bool Dropped = false, bool Seen = false)
{
    /// <summary>The text as it is now; null when it is as it was read.</summary>
    public string? Text { get; init; }
    /// <summary>Edits, splits and joins in their order, each with what takes it back.</summary>
    public IReadOnlyList<TextStep> Steps { get; init; } = [];
    public Spot? Moved { get; init; }
    /// <summary>A difference with the edition that is there already: take it over.</summary>
    public bool Taken { get; init; }

    [JsonIgnore]
    public Remedies Done => Steps.Aggregate((Dropped ? Remedies.Drop : Remedies.None) | (Moved is null ? Remedies.None : Remedies.Move), (all, step) => all | step.What);

    /// <summary>The parts that were taken off, as they now stand behind the item.</summary>
    [JsonIgnore]
    public IEnumerable<(string Path, string Text)> Parts => Steps.Where(step => step.What == Remedies.Split).Select((step, n) => ($"{Path}/{n + 2}", step.Other!)).Reverse();

    [JsonIgnore]
    public IEnumerable<string> Joined => Steps.Where(step => step.What == Remedies.Join).Select(step => step.Other!);
}
