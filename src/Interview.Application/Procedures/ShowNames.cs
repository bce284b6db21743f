using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

/// <summary>In a blind procedure the chair shows the names to the panel before the decision, with a reason that is kept.</summary>
[Needs(Permission.Steer)]
public sealed record ShowNames(Guid Procedure, string Reason) : ICommand<Done>, IScoped
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<ShowNames, Done>
    {
        public async Task<Done> Handle(ShowNames request, CancellationToken cancellationToken)
        {
            (await db.Procedures.Need(request.Procedure, cancellationToken)).ShowNames(caller.Id, request.Reason, clock.GetUtcNow());
            return Done.It;
        }
    }
}
