using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

/// <summary>Says which employee the appointed candidate of a procedure has become, and asks that person whether the result may begin a first plan.</summary>
[Needs(Permission.PlanProcedure)]
public sealed record OfferStart(Guid Procedure, Guid Person) : ICommand<Guid>, IScoped
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<OfferStart, Guid>
    {
        public async Task<Guid> Handle(OfferStart request, CancellationToken cancellationToken)
        {
            var appointed = await db.Decisions.AsNoTracking().Where(d => d.ProcedureId == request.Procedure).Select(d => d.AppointedId).FirstOrDefaultAsync(cancellationToken);
            Refuse.If(appointed is null, "reviews.start-nobody-appointed");
            Refuse.If(await db.SelectionStarts.AnyAsync(s => s.CandidateId == appointed, cancellationToken), "reviews.start-offered");
            Refuse.FieldIf(!await db.Persons.AnyAsync(p => p.Id == request.Person && p.Active, cancellationToken), "person", "reviews.start-nobody");
            var start = db.Add(new SelectionStart(request.Procedure, appointed!.Value, request.Person, caller.Id, clock.GetUtcNow()));
            db.Add(new Reminder(ReminderKind.ReviewWaiting, start.Id, ReceiverKind.Person, request.Person, "selection", clock.GetUtcNow()));
            return start.Id;
        }
    }
}
