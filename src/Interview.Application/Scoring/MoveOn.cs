using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Scoring;

/// <summary>The chair goes to a question, and the whole panel's marker with it; each may look back.</summary>
[Needs(Permission.Steer)]
public sealed record MoveOn(Guid Procedure, Guid Interview, Guid Question) : ICommand<Done>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, TimeProvider clock, Raised raised) : IRequestHandler<MoveOn, Done>
    {
        public async Task<Done> Handle(MoveOn request, CancellationToken cancellationToken)
        {
            var sitting = await db.Sittings.Where(s => s.ProcedureId == request.Procedure).Need(request.Interview, cancellationToken);
            sitting.MoveTo(await db.GuideFor(sitting.CandidateId, cancellationToken), request.Question, clock.GetUtcNow());
            raised.Raise(SignalKind.Talk, request.Procedure, sitting.CandidateId);
            return Done.It;
        }
    }
}

/// <summary>The question that is being asked gets some minutes more on the clock.</summary>
[Needs(Permission.Steer)]
public sealed record ExtendQuestion(Guid Procedure, Guid Interview, int Minutes) : ICommand<Done>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Raised raised) : IRequestHandler<ExtendQuestion, Done>
    {
        public async Task<Done> Handle(ExtendQuestion request, CancellationToken cancellationToken)
        {
            var sitting = await db.Sittings.Where(s => s.ProcedureId == request.Procedure).Need(request.Interview, cancellationToken);
            sitting.Extend(request.Minutes);
            raised.Raise(SignalKind.Talk, request.Procedure, sitting.CandidateId);
            return Done.It;
        }
    }
}
