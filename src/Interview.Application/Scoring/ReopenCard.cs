using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Scoring;

/// <summary>The chair gives a sealed form back to its author, before the reveal, with a reason.</summary>
[Needs(Permission.Steer)]
public sealed record ReopenCard(Guid Procedure, Guid Card, string Reason) : ICommand<Done>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock, Raised raised) : IRequestHandler<ReopenCard, Done>
    {
        public async Task<Done> Handle(ReopenCard request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var card = await db.Scorecards.Where(c => c.ProcedureId == request.Procedure).Need(request.Card, cancellationToken);
            var procedure = await db.Procedures.Need(card.ProcedureId, cancellationToken);
            procedure.NotOver();
            var candidate = await db.Candidates.Need(card.CandidateId, cancellationToken);
            // By the rule 'after the own form' whoever handed in has read what others did; nobody writes on after that.
            Refuse.If((await db.RulesOf(procedure.Id, cancellationToken)).Reveal == RevealRule.OwnForm
                && await db.Scorecards.AnyAsync(c => c.CandidateId == card.CandidateId && c.Id != card.Id && c.SealedAt != null, cancellationToken), "scoring.read-already");
            card.Reopen(caller.Id, request.Reason, candidate.IsRevealed, now);
            await db.SettleCandidate(procedure, candidate.Id, now, cancellationToken);
            raised.Raise(SignalKind.Forms, procedure.Id, candidate.Id);
            return Done.It;
        }
    }
}

/// <summary>The chair no longer asks for a form, with a reason. It is not taken back.</summary>
[Needs(Permission.Steer)]
public sealed record ExcuseCard(Guid Procedure, Guid Card, string Reason) : ICommand<Done>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock, Raised raised) : IRequestHandler<ExcuseCard, Done>
    {
        public async Task<Done> Handle(ExcuseCard request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var card = await db.Scorecards.Include(c => c.Memos).Where(c => c.ProcedureId == request.Procedure).Need(request.Card, cancellationToken);
            var procedure = await db.Procedures.Need(card.ProcedureId, cancellationToken);
            procedure.NotOver();
            card.Excuse(request.Reason, caller.Id, now);
            await db.SettleCandidate(procedure, card.CandidateId, now, cancellationToken);
            raised.Raise(SignalKind.Forms, procedure.Id, card.CandidateId);
            return Done.It;
        }
    }
}
