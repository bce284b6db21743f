using Interviewing.Application.Development;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Scoring;

/// <summary>One line of a paper form: an item with its point, or not observed; or what was written under a question.</summary>
public sealed record PaperLine(ChangeKind Kind, Guid Item, RatingOutcome? Outcome = null, int? Point = null, string? Text = null)
{
    public Change AsChange() => new(Kind, Item, int.MaxValue, Outcome, Point, Text);
}

/// <summary>
/// A member's paper form as the chair keyed it in: locked for the member, who alone reads it and says whether it is right. It touches nothing on the form
/// before that, so it tells the chair nothing about what stands there. Who keyed it in, and what the member said, stays.
/// </summary>
public sealed class PaperEntry : Root
{
    private PaperEntry() { }

    public PaperEntry(Guid card, Guid by, string locked, DateTimeOffset now) => (CardId, KeyedBy, Locked, KeyedAt) = (card, by, locked, now);

    public Guid CardId { get; private set; }
    public Guid KeyedBy { get; private set; }
    public DateTimeOffset KeyedAt { get; private set; }
    [Secret] public string Locked { get; private set; } = "";
    public DateTimeOffset? SettledAt { get; private set; }
    public bool? Accepted { get; private set; }

    /// <summary>The member took it over, or not; the chair keyed it in once more. Either way its values go.</summary>
    public void Settle(bool accepted, DateTimeOffset now)
    {
        Refuse.If(SettledAt is not null, "scoring.paper-settled");
        (SettledAt, Accepted, Locked) = (now, accepted, "");
        Touch();
    }
}

/// <summary>What waits for the member's word: who keyed it in and when, and the lines.</summary>
public sealed record WaitingPaper(Guid Entry, string By, DateTimeOffset At, IReadOnlyList<PaperLine> Lines);

internal static class Paper
{
    public static async Task<WaitingPaper?> WaitingOn(this IInterviewDb db, Guid card, IPrivateText privacy, Guid owner, CancellationToken ct)
    {
        var found = await (from p in db.PaperEntries.AsNoTracking() where p.CardId == card && p.SettledAt == null
                           select new { p.Id, p.KeyedAt, p.Locked, Name = db.Persons.Where(x => x.Id == p.KeyedBy).Select(x => x.Name).FirstOrDefault() ?? "" }).FirstOrDefaultAsync(ct);
        return found is null ? null : new(found.Id, found.Name, found.KeyedAt, JsonText.Read<List<PaperLine>>(privacy.Unlock(found.Locked, owner) ?? "[]"));
    }
}
