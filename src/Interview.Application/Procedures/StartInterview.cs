using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

/// <summary>The chair opens the talk. Without a frozen guide it does not open.</summary>
[Needs(Permission.Steer)]
public sealed record StartInterview(Guid Procedure, Guid Interview) : ICommand<Done>, IScoped
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db) : IRequestHandler<StartInterview, Done>
    {
        public async Task<Done> Handle(StartInterview request, CancellationToken cancellationToken)
        {
            var procedure = await db.Procedures.Need(request.Procedure, cancellationToken);
            procedure.NotOver();
            var interview = await db.Interviews.Where(i => i.ProcedureId == procedure.Id).Need(request.Interview, cancellationToken);
            interview.Start(procedure);
            procedure.Run();
            return Done.It;
        }
    }
}

/// <summary>The candidate has left; the forms may be finished.</summary>
[Needs(Permission.Steer)]
public sealed record EndInterview(Guid Procedure, Guid Interview) : ICommand<Done>, IScoped
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db) : IRequestHandler<EndInterview, Done>
    {
        public async Task<Done> Handle(EndInterview request, CancellationToken cancellationToken)
        {
            (await db.Procedures.Need(request.Procedure, cancellationToken)).NotOver();
            (await db.Interviews.Where(i => i.ProcedureId == request.Procedure).Need(request.Interview, cancellationToken)).End();
            return Done.It;
        }
    }
}
