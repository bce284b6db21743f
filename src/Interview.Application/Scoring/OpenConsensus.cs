using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Scoring;

/// <summary>The chair opens the talk about one candidate, once every form is in; the system sets who speaks when. A talk that was closed goes on.</summary>
[Needs(Permission.Steer)]
public sealed record OpenConsensus(Guid Procedure, Guid Candidate) : ICommand<Done>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<OpenConsensus, Done>
    {
        public async Task<Done> Handle(OpenConsensus request, CancellationToken cancellationToken)
        {
            var procedure = await db.Procedures.Need(request.Procedure, cancellationToken);
            procedure.NotOver();
            var candidate = await db.Candidates.AsNoTracking().Where(c => c.ProcedureId == procedure.Id).Need(request.Candidate, cancellationToken);
            if (await db.Consensuses.FirstOrDefaultAsync(c => c.CandidateId == candidate.Id, cancellationToken) is { } there)
            {
                there.Resume();
                return Done.It;
            }
            var (now, rules) = (clock.GetUtcNow(), await db.RulesOf(procedure.Id, cancellationToken));
            var order = await db.SpeakingOrderOf(candidate.Id, rules.Speaking, DateOnly.FromDateTime(now.UtcDateTime), cancellationToken);
            db.Add(new Consensus(procedure.Id, candidate.Id, rules.Range, order, caller.Id, candidate.IsRevealed, now));
            return Done.It;
        }
    }
}

/// <summary>The talk is over. Scores that the chair keyed in and nobody confirmed are answered first.</summary>
[Needs(Permission.Steer)]
public sealed record CloseConsensus(Guid Procedure, Guid Candidate) : ICommand<Done>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<CloseConsensus, Done>
    {
        public async Task<Done> Handle(CloseConsensus request, CancellationToken cancellationToken)
        {
            (await db.Procedures.Need(request.Procedure, cancellationToken)).NotOver();
            var talk = await db.Consensuses.Include(c => c.Revisions).NeedFirst(c => c.ProcedureId == request.Procedure && c.CandidateId == request.Candidate, cancellationToken);
            talk.Close(caller.Id, clock.GetUtcNow());
            return Done.It;
        }
    }
}
