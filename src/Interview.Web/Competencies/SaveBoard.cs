using Interviewing.Application.Shared;
using Interviewing.Web.Shell;

namespace Interviewing.Web.Competencies;

/// <summary>What saving one text answered: when, or why not.</summary>
public sealed record SaveAnswer(DateTimeOffset? At, IReadOnlyList<Reason> Reasons)
{
    public static SaveAnswer Of<T>(Outcome<T> outcome, Func<T, DateTimeOffset> at) => new(outcome.Ok ? at(outcome.Value) : null, outcome.Reasons);
}

/// <summary>Where the typing on a page stands, over all its fields.</summary>
public sealed class SaveBoard(Action changed)
{
    private readonly HashSet<SavedText> unsaved = [], failed = [];
    private int saving;

    public DateTimeOffset? At { get; private set; }

    public SaveStatus Status => failed.Count > 0 ? SaveStatus.Failed : saving > 0 ? SaveStatus.Saving : unsaved.Count > 0 ? SaveStatus.Unsaved : At is null ? SaveStatus.Untouched : SaveStatus.Saved;

    internal void Typed(SavedText field)
    {
        if (unsaved.Add(field)) changed();
    }

    internal void Begins()
    {
        saving++;
        changed();
    }

    internal void Ends(SavedText field, DateTimeOffset? at, bool clean)
    {
        saving--;
        if (at is not null) At = at;
        if (clean) unsaved.Remove(field);
        if (at is not null) failed.Remove(field);
        else failed.Add(field);
        changed();
    }

    /// <summary>Something that is no text was saved.</summary>
    public void Saved(DateTimeOffset at)
    {
        At = at;
        changed();
    }

    internal void Leaves(SavedText field)
    {
        unsaved.Remove(field);
        failed.Remove(field);
    }

    public Task SaveAll() => Task.WhenAll(unsaved.ToList().Select(field => field.Save()));
}
