using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

/// <summary>Closes the case after its decision. Without one it is stopped: with a reason, every planned talk is cancelled, no form is asked for any more, and nobody gets in as a guest.</summary>
[Needs(Permission.PlanProcedure)]
public sealed record CloseProcedure(Guid Procedure, string? Reason = null) : ICommand<Done>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<CloseProcedure, Done>
    {
        public async Task<Done> Handle(CloseProcedure request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var procedure = await db.Procedures.Include(p => p.Seats).Need(request.Procedure, cancellationToken);
            procedure.Close(caller.Id, request.Reason, now);
            if (procedure.StoppedReason is not { } why) return Done.It;
            // Nothing is revealed by this: what was handed in stays closed.
            foreach (var form in await db.Scorecards.Where(c => c.ProcedureId == procedure.Id && c.SealedAt == null && c.ExcusedAt == null).ToListAsync(cancellationToken)) form.Excuse(why, caller.Id, now);
            foreach (var interview in await db.Interviews.Where(i => i.ProcedureId == procedure.Id && i.Status == InterviewStatus.Planned).ToListAsync(cancellationToken))
            {
                interview.Cancel(why);
                await db.PlanLetters(ReminderKind.InterviewCancelled, interview, procedure, now, cancellationToken);
            }
            return Done.It;
        }
    }
}
