using FluentValidation;
using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

/// <summary>Another time or place; everybody's calendar entry follows.</summary>
[Needs(Permission.PlanProcedure)]
public sealed record MoveInterview(Guid Procedure, Guid Interview, DateTime When, string Zone, int Minutes, string Place, string? VideoLink = null) : ICommand<Done>, IScoped
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Rules : AbstractValidator<MoveInterview>
    {
        public Rules() => RuleFor(x => x.When).NotEqual(default(DateTime)).WithErrorCode("procedures.when-missing");
    }

    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<MoveInterview, Done>
    {
        public async Task<Done> Handle(MoveInterview request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var procedure = await db.Procedures.Include(p => p.Seats).Need(request.Procedure, cancellationToken);
            var interview = await db.Interviews.Where(i => i.ProcedureId == procedure.Id).Need(request.Interview, cancellationToken);
            interview.Move(Appointment.At(request.When, request.Zone), request.Minutes, request.Place, request.VideoLink, now);
            await db.PlanLetters(ReminderKind.InterviewMoved, interview, procedure, now, cancellationToken);
            return Done.It;
        }
    }
}
