using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

/// <summary>The talk does not take place; everybody hears it.</summary>
[Needs(Permission.PlanProcedure)]
public sealed record CancelInterview(Guid Procedure, Guid Interview, string Reason) : ICommand<Done>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<CancelInterview, Done>
    {
        public async Task<Done> Handle(CancelInterview request, CancellationToken cancellationToken)
        {
            var procedure = await db.Procedures.Include(p => p.Seats).Need(request.Procedure, cancellationToken);
            var interview = await db.Interviews.Where(i => i.ProcedureId == procedure.Id).Need(request.Interview, cancellationToken);
            interview.Cancel(request.Reason);
            await db.PlanLetters(ReminderKind.InterviewCancelled, interview, procedure, clock.GetUtcNow(), cancellationToken);
            return Done.It;
        }
    }
}
