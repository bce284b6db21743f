using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

/// <summary>More time for one candidate, or something else that is needed. A talk that is planned becomes longer, and everybody's calendar with it.</summary>
[Needs(Permission.PlanProcedure)]
public sealed record RecordAdjustment(Guid Procedure, Guid Candidate, int ExtraMinutes, string? Note) : ICommand<Done>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<RecordAdjustment, Done>
    {
        public async Task<Done> Handle(RecordAdjustment request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var procedure = await db.Procedures.Include(p => p.Seats).Need(request.Procedure, cancellationToken);
            procedure.NotOver();
            var candidate = await db.Candidates.Where(c => c.ProcedureId == procedure.Id).Need(request.Candidate, cancellationToken);
            var adjustment = await db.Adjustments.FirstOrDefaultAsync(a => a.Id == candidate.Id, cancellationToken) ?? db.Add(new Adjustment(candidate.Id));
            var more = adjustment.Set(request.ExtraMinutes, request.Note, caller.IdOrNull, now);
            if (more == 0) return Done.It;
            foreach (var interview in await db.Interviews.Where(i => i.CandidateId == candidate.Id && i.Status == InterviewStatus.Planned && i.When.Utc > now).ToListAsync(cancellationToken))
            {
                interview.Lengthen(interview.Minutes + more, now);
                await db.PlanLetters(ReminderKind.InterviewMoved, interview, procedure, now, cancellationToken);
            }
            return Done.It;
        }
    }
}
