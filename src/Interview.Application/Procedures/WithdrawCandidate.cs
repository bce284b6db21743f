using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

/// <summary>
/// A candidate takes no further part: a planned talk is cancelled, forms that are open are excused, and who ended it and why is kept. Not once the scores are
/// out; then it is for the decision.
/// </summary>
[Needs(Permission.PlanProcedure)]
public sealed record WithdrawCandidate(Guid Procedure, Guid Candidate, string Reason) : ICommand<Done>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<WithdrawCandidate, Done>
    {
        public async Task<Done> Handle(WithdrawCandidate request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var procedure = await db.Procedures.Include(p => p.Seats).Need(request.Procedure, cancellationToken);
            procedure.NotOver();
            var candidate = await db.Candidates.Where(c => c.ProcedureId == procedure.Id).Need(request.Candidate, cancellationToken);
            candidate.Withdraw(caller.Id, request.Reason, now);
            foreach (var interview in await db.Interviews.Where(i => i.CandidateId == candidate.Id && i.Status == InterviewStatus.Planned).ToListAsync(cancellationToken))
            {
                interview.Cancel(request.Reason);
                await db.PlanLetters(ReminderKind.InterviewCancelled, interview, procedure, now, cancellationToken);
            }
            var forms = await db.Scorecards.Where(c => c.CandidateId == candidate.Id).ToListAsync(cancellationToken);
            foreach (var form in forms.Where(f => !f.IsSettled)) form.Excuse(request.Reason, caller.IdOrNull, now);
            await db.SettleCandidate(procedure, candidate.Id, now, cancellationToken);
            return Done.It;
        }
    }
}
