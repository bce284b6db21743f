using FluentValidation;
using Interviewing.Application.Development;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Scoring;

/// <summary>The form's version after a save.</summary>
public sealed record SavedCard(int Version);

/// <summary>
/// Saves edits of one's own form. Each device numbers its messages; a number that was applied before is answered and not applied again.
/// Different items merge; an item that another device changed since <see cref="Change.Seen"/> refuses with both values.
/// </summary>
[Needs(Permission.Score)]
public sealed record SaveScores(Guid Card, string Device, long Sequence, IReadOnlyList<Change> Changes) : ICommand<SavedCard>, IMerges
{
    internal sealed class Rules : AbstractValidator<SaveScores>
    {
        public Rules()
        {
            RuleFor(x => x.Device).Must(d => d is { Length: > 0 and <= 64 }).WithErrorCode("scoring.device-wrong");
            RuleFor(x => x.Sequence).GreaterThan(0).WithErrorCode("scoring.sequence-wrong");
            RuleFor(x => x.Changes).Must(c => c is { Count: > 0 and <= 500 } && c.All(x => x is not null) && c.DistinctBy(x => (x.Kind, x.Item)).Count() == c.Count).WithErrorCode("scoring.changes-wrong");
        }
    }

    internal sealed class Handler(IInterviewDb db, Caller caller, IPrivateText privacy) : IRequestHandler<SaveScores, SavedCard>
    {
        public async Task<SavedCard> Handle(SaveScores request, CancellationToken cancellationToken)
        {
            // While somebody types a message is about one item, which comes along with the form; what a device held back meanwhile is fetched by kind.
            var one = request.Changes is [{ Kind: ChangeKind.Rating or ChangeKind.Note or ChangeKind.Tick, Item: var item }] ? item : (Guid?)null;
            var found = await (from card in db.Own(caller)
                               where card.Id == request.Card
                               join procedure in db.Procedures on card.ProcedureId equals procedure.Id
                               select new
                               {
                                   card,
                                   FrozenId = db.Candidates.Where(c => c.Id == card.CandidateId).Select(c => c.FrozenId).First() ?? procedure.FrozenId,
                                   receipt = db.Receipts.FirstOrDefault(r => r.CardId == card.Id && r.Device == request.Device),
                                   HasSkips = db.SkippedQuestions.Any(s => s.CandidateId == card.CandidateId),
                                   rating = db.Ratings.FirstOrDefault(r => r.CardId == card.Id && r.ItemId == one),
                                   note = db.Notes.FirstOrDefault(n => n.CardId == card.Id && n.QuestionId == one),
                                   tick = db.Ticks.FirstOrDefault(t => t.CardId == card.Id && t.IndicatorId == one),
                               })
                .FirstOrDefaultAsync(cancellationToken) ?? throw Refusal.NotFound;
            if (found.receipt is { } receipt && request.Sequence <= receipt.LastSequence) return new(found.card.Version);
            if (one is null) await LoadItems(request, cancellationToken);
            var guide = await db.GuideOf(found.FrozenId, cancellationToken);
            var notAsked = found.HasSkips ? await db.NotAskedOf(guide, found.card.CandidateId, cancellationToken) : new HashSet<Guid>();
            found.card.Write(guide, notAsked, request.Changes, request.Device);
            foreach (var memo in found.card.Memos) memo.Lock(privacy, caller.Me);
            if (found.receipt is { } known) known.Advance(request.Sequence);
            else db.Add(new Receipt(found.card.Id, request.Device, request.Sequence));
            return new(found.card.Version);
        }

        // Only the items the message is about; the context hangs them on the form.
        private async Task LoadItems(SaveScores request, CancellationToken ct)
        {
            List<Guid> Of(ChangeKind kind) => [.. request.Changes.Where(c => c.Kind == kind).Select(c => c.Item)];
            var (ratings, notes, ticks, quotes, memos) = (Of(ChangeKind.Rating), Of(ChangeKind.Note), Of(ChangeKind.Tick), Of(ChangeKind.Quote), Of(ChangeKind.Memo));
            if (ratings.Count > 0) await db.Ratings.Where(r => r.CardId == request.Card && ratings.Contains(r.ItemId)).LoadAsync(ct);
            if (notes.Count > 0) await db.Notes.Where(n => n.CardId == request.Card && notes.Contains(n.QuestionId)).LoadAsync(ct);
            if (quotes.Count > 0) await db.Quotes.Where(q => q.CardId == request.Card && quotes.Contains(q.IndicatorId)).LoadAsync(ct);
            if (memos.Count > 0) foreach (var memo in await db.Memos.Where(m => m.CardId == request.Card && memos.Contains(m.QuestionId)).ToListAsync(ct)) memo.Open(privacy, caller.Me);
            if (ticks.Count > 0) await db.Ticks.Where(t => t.CardId == request.Card && ticks.Contains(t.IndicatorId)).LoadAsync(ct);
        }
    }
}
