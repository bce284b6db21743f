using FluentValidation;
using Interviewing.Application.Development;
using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Scoring;

/// <summary>A form that may be keyed in by whoever asks: the own one, or a member's on that member's behalf.</summary>
public sealed record PaperForm(Guid Card, string Code, string Member, bool Own);

/// <summary>What belongs to a form code: the steps in the order of the paper, and the open forms it may be for.</summary>
public sealed record PaperSheetFound(IReadOnlyList<FormStep> Steps, FrozenGuide Guide, IReadOnlyList<PaperForm> Forms);

/// <summary>Finds the form by the code that is printed on it. A code of another guide, or a misread one, is refused.</summary>
[Needs(Permission.ReadProcedure)]
public sealed record FindPaper(Guid Procedure, string Code) : IQuery<PaperSheetFound>, IScoped
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<FindPaper, PaperSheetFound>
    {
        public async Task<PaperSheetFound> Handle(FindPaper request, CancellationToken cancellationToken)
        {
            var (frozen, number) = await db.ByCode(request.Procedure, request.Code, cancellationToken);
            var (person, link, steers) = (caller.IdOrNull, caller.Link, caller.May(Permission.Steer, request.Scope));
            var forms = await (from card in db.Scorecards.AsNoTracking()
                               join seat in db.PanelSeats on card.SeatId equals seat.Id
                               join candidate in db.Candidates on card.CandidateId equals candidate.Id
                               join procedure in db.Procedures on card.ProcedureId equals procedure.Id
                               where card.ProcedureId == request.Procedure && (candidate.FrozenId ?? procedure.FrozenId) == frozen && card.SealedAt == null && card.ExcusedAt == null && seat.RemovedAt == null
                               orderby candidate.Number, seat.AddedAt
                               select new
                               {
                                   card.Id, candidate.Code, Own = (person != null && seat.PersonId == person) || (link != null && seat.GuestLinkId == link),
                                   Name = db.Persons.Where(p => p.Id == seat.PersonId).Select(p => p.Name).FirstOrDefault() ?? db.GuestLinks.Where(g => g.Id == seat.GuestLinkId).Select(g => g.Name).FirstOrDefault() ?? "",
                               }).ToListAsync(cancellationToken);
            var named = (await db.Guides.AsNoTracking().Where(g => g.FrozenDocumentId == frozen).Select(g => g.Members).FirstOrDefaultAsync(cancellationToken))?.ElementAtOrDefault(number - 1)?.Name;
            var mine = forms.Where(f => f.Own || steers).Select(f => new PaperForm(f.Id, f.Code, f.Name, f.Own)).ToList();
            // A copy printed for one member offers that member's forms; one for nobody in particular offers all.
            if (mine.Where(f => f.Member == named).ToList() is { Count: > 0 } theirs) mine = theirs;
            var guide = await db.GuideOf(frozen, cancellationToken);
            return new(FormPlan.Of(guide), guide, mine);
        }
    }
}

/// <summary>The chair keys in a member's paper form; it waits for that member's word. An earlier one that still waits makes room.</summary>
[Needs(Permission.Steer)]
public sealed record KeyInPaper(Guid Procedure, Guid Card, string Code, IReadOnlyList<PaperLine> Lines) : ICommand<Done>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Rules : AbstractValidator<KeyInPaper>
    {
        public Rules() => RuleFor(x => x.Lines).Must(l => l is { Count: > 0 and <= 500 } && l.All(x => x.Kind is ChangeKind.Rating or ChangeKind.Note) && l.DistinctBy(x => (x.Kind, x.Item)).Count() == l.Count).WithErrorCode("scoring.paper-empty");
    }

    internal sealed class Handler(IInterviewDb db, Caller caller, IPrivateText privacy, TimeProvider clock, Raised raised) : IRequestHandler<KeyInPaper, Done>
    {
        public async Task<Done> Handle(KeyInPaper request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var (frozen, _) = await db.ByCode(request.Procedure, request.Code, cancellationToken);
            (await db.Procedures.Need(request.Procedure, cancellationToken)).NotOver();
            var card = await db.Scorecards.Where(c => c.ProcedureId == request.Procedure).Need(request.Card, cancellationToken);
            var guide = await db.GuideFor(card.CandidateId, cancellationToken);
            Refuse.FieldIf((await db.GuideOf(frozen, cancellationToken)) != guide, "code", "scoring.paper-code-wrong");
            Scorecard.Judge(guide, await db.NotAskedOf(guide, card.CandidateId, cancellationToken), [.. request.Lines.Select(l => l.AsChange())]);
            card.IsStillOpen();
            var owner = await db.PanelSeats.Where(s => s.Id == card.SeatId).Select(s => s.PersonId ?? s.GuestLinkId).FirstAsync(cancellationToken);
            foreach (var earlier in await db.PaperEntries.Where(p => p.CardId == card.Id && p.SettledAt == null).ToListAsync(cancellationToken)) earlier.Settle(false, now);
            db.Add(new PaperEntry(card.Id, caller.Id, privacy.Lock(JsonText.Write(request.Lines), owner!.Value), now));
            raised.Raise(SignalKind.Forms, card.ProcedureId, card.CandidateId);
            return Done.It;
        }
    }
}

/// <summary>The member looked at what was keyed in: it is what stood on the paper and goes onto the form, or it is not and goes.</summary>
[Needs(Permission.Score)]
public sealed record AnswerPaper(Guid Card, bool Right) : ICommand<SavedCard>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, IPrivateText privacy, TimeProvider clock) : IRequestHandler<AnswerPaper, SavedCard>
    {
        public async Task<SavedCard> Handle(AnswerPaper request, CancellationToken cancellationToken)
        {
            var card = await db.Own(caller).Include(c => c.Ratings).Include(c => c.Notes).Need(request.Card, cancellationToken);
            var waiting = await db.WaitingOn(card.Id, privacy, caller.Me, cancellationToken) ?? throw new Refusal("scoring.paper-settled");
            (await db.PaperEntries.Need(waiting.Entry, cancellationToken)).Settle(request.Right, clock.GetUtcNow());
            if (!request.Right) return new(card.Version);
            var guide = await db.GuideFor(card.CandidateId, cancellationToken);
            var notAsked = await db.NotAskedOf(guide, card.CandidateId, cancellationToken);
            card.Write(guide, notAsked, [.. waiting.Lines.Where(l => l.Kind != ChangeKind.Rating || !notAsked.Contains(l.Item)).Select(l => l.AsChange())], $"paper-{waiting.Entry:N}");
            return new(card.Version);
        }
    }
}

internal static class Codes
{
    /// <summary>The frozen guide of this procedure that the code was made for, and the number of the member on it.</summary>
    public static async Task<(Guid Frozen, int Member)> ByCode(this IInterviewDb db, Guid procedure, string code, CancellationToken ct)
    {
        var documents = await (from d in db.FrozenDocuments
                               where db.Procedures.Any(p => p.Id == procedure && p.FrozenId == d.Id) || db.Candidates.Any(c => c.ProcedureId == procedure && c.FrozenId == d.Id)
                               select new { d.Id, d.Hash }).ToListAsync(ct);
        foreach (var document in documents)
            if (FormCode.MemberOf(code, document.Hash) is { } member) return (document.Id, member);
        throw Refusal.At("code", "scoring.paper-code-wrong");
    }
}
