using FluentValidation;
using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

/// <summary>Plans the talk with a candidate; invitations for candidate and panel are due at once.</summary>
[Needs(Permission.PlanProcedure)]
public sealed record ScheduleInterview(Guid Procedure, Guid Candidate, DateTime When, string Zone, int Minutes, string Place, string? VideoLink = null) : ICommand<Guid>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Rules : AbstractValidator<ScheduleInterview>
    {
        public Rules() => RuleFor(x => x.When).NotEqual(default(DateTime)).WithErrorCode("procedures.when-missing");
    }

    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<ScheduleInterview, Guid>
    {
        public async Task<Guid> Handle(ScheduleInterview request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var procedure = await db.Procedures.Include(p => p.Seats).Need(request.Procedure, cancellationToken);
            procedure.NotOver();
            var candidate = await db.Candidates.Where(c => c.ProcedureId == procedure.Id).Need(request.Candidate, cancellationToken);
            Refuse.FieldIf(candidate.IsOut, "candidate", "procedures.candidate-out");
            Refuse.FieldIf(await db.Interviews.AnyAsync(i => i.CandidateId == candidate.Id && i.Status != InterviewStatus.Cancelled && i.Status != InterviewStatus.NoShow, cancellationToken), "candidate", "procedures.interview-there");
            var interview = db.Add(new Interview(procedure.Id, candidate.Id, Appointment.At(request.When, request.Zone), request.Minutes, request.Place, request.VideoLink, now));
            procedure.Run();
            await db.PlanLetters(ReminderKind.InterviewInvitation, interview, procedure, now, cancellationToken);
            return interview.Id;
        }
    }
}
