using FluentValidation;
using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Scoring;

/// <summary>In the talk a member gives another score, with a reason; the first score stays.</summary>
[Needs(Permission.Score)]
public sealed record ReviseScore(Guid Procedure, Guid Candidate, Guid Item, RatingOutcome Outcome, int? Point, string Reason) : ICommand<Done>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Rules : AbstractValidator<ReviseScore>
    {
        public Rules() => RuleFor(x => x.Reason).NotEmpty().WithErrorCode("scoring.reason-missing");
    }

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<ReviseScore, Done>
    {
        public async Task<Done> Handle(ReviseScore request, CancellationToken cancellationToken)
        {
            var talk = await db.TalkFor(request.Procedure, request.Candidate, cancellationToken);
            var seat = await db.OwnSeat(caller, request.Candidate, cancellationToken);
            talk.Consensus.Change(seat, talk.Guide, request.Item, await db.NowOf(request.Procedure, request.Candidate, seat, request.Item, cancellationToken),
                new(request.Outcome, request.Point), request.Reason, caller.Actor, keyedIn: false, clock.GetUtcNow());
            return Done.It;
        }
    }
}

/// <summary>In the talk a member stays with the score as it is.</summary>
[Needs(Permission.Score)]
public sealed record KeepScore(Guid Procedure, Guid Candidate, Guid Item) : ICommand<Done>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<KeepScore, Done>
    {
        public async Task<Done> Handle(KeepScore request, CancellationToken cancellationToken)
        {
            var talk = await db.TalkFor(request.Procedure, request.Candidate, cancellationToken);
            var seat = await db.OwnSeat(caller, request.Candidate, cancellationToken);
            talk.Consensus.Keep(seat, request.Item, await db.NowOf(request.Procedure, request.Candidate, seat, request.Item, cancellationToken), caller.Actor, clock.GetUtcNow());
            return Done.It;
        }
    }
}

/// <summary>The chair keys in what a member said; it counts when the member says yes.</summary>
[Needs(Permission.Steer)]
public sealed record KeyInRevision(Guid Procedure, Guid Candidate, Guid Seat, Guid Item, RatingOutcome Outcome, int? Point, string Reason) : ICommand<Done>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Rules : AbstractValidator<KeyInRevision>
    {
        public Rules() => RuleFor(x => x.Reason).NotEmpty().WithErrorCode("scoring.reason-missing");
    }

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<KeyInRevision, Done>
    {
        public async Task<Done> Handle(KeyInRevision request, CancellationToken cancellationToken)
        {
            var talk = await db.TalkFor(request.Procedure, request.Candidate, cancellationToken);
            talk.Consensus.Change(request.Seat, talk.Guide, request.Item, await db.NowOf(request.Procedure, request.Candidate, request.Seat, request.Item, cancellationToken),
                new(request.Outcome, request.Point), request.Reason, caller.Actor, keyedIn: true, clock.GetUtcNow());
            return Done.It;
        }
    }
}

/// <summary>A member says whether the score that the chair keyed in is the one that was meant.</summary>
[Needs(Permission.Score)]
public sealed record AnswerRevision(Guid Procedure, Guid Candidate, Guid Revision, bool Accepts) : ICommand<Done>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<AnswerRevision, Done>
    {
        public async Task<Done> Handle(AnswerRevision request, CancellationToken cancellationToken)
        {
            var talk = await db.TalkFor(request.Procedure, request.Candidate, cancellationToken);
            talk.Consensus.Answer(request.Revision, [await db.OwnSeat(caller, request.Candidate, cancellationToken)], request.Accepts, clock.GetUtcNow());
            return Done.It;
        }
    }
}

/// <summary>A member keeps another opinion, with a reason; both stand in the dossier.</summary>
[Needs(Permission.Score)]
public sealed record RecordDissent(Guid Procedure, Guid Candidate, Guid Item, string Reason) : ICommand<Done>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<RecordDissent, Done>
    {
        public async Task<Done> Handle(RecordDissent request, CancellationToken cancellationToken)
        {
            var talk = await db.TalkFor(request.Procedure, request.Candidate, cancellationToken);
            talk.Consensus.Differ(await db.OwnSeat(caller, request.Candidate, cancellationToken), talk.Guide, request.Item, request.Reason, caller.Actor, clock.GetUtcNow());
            return Done.It;
        }
    }
}

internal static class ConsensusTalks
{
    public static async Task<(Consensus Consensus, FrozenGuide Guide)> TalkFor(this IInterviewDb db, Guid procedureId, Guid candidateId, CancellationToken ct)
    {
        var procedure = await db.Procedures.AsNoTracking().Need(procedureId, ct);
        procedure.NotOver();
        var candidate = await db.Candidates.AsNoTracking().Where(c => c.ProcedureId == procedureId).Need(candidateId, ct);
        var talk = await db.Consensuses.Include(c => c.Revisions).Include(c => c.Dissents).FirstOrDefaultAsync(c => c.CandidateId == candidateId, ct) ?? throw new Refusal("scoring.consensus-not-open");
        return (talk, await db.GuideOf(candidate.FrozenId ?? procedure.FrozenId, ct));
    }

    /// <summary>The seat from which the caller handed in a form for this candidate.</summary>
    public static async Task<Guid> OwnSeat(this IInterviewDb db, Caller caller, Guid candidate, CancellationToken ct) =>
        (await db.Own(caller).AsNoTracking().NeedFirst(c => c.CandidateId == candidate && c.SealedAt != null, ct)).SeatId;

    /// <summary>What stands there now, from this seat for this item.</summary>
    public static async Task<RatingValue> NowOf(this IInterviewDb db, Guid procedure, Guid candidate, Guid seat, Guid item, CancellationToken ct) =>
        (await db.TrailsOf(procedure, ct)).FirstOrDefault(t => t.Candidate == candidate && t.Seat == seat && t.Item == item)?.Last ?? throw Refusal.NotFound;
}
