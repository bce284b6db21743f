using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders;

/// <summary>A name where the one who reads may know it: a candidate of a procedure has none for the administrator.</summary>
public sealed record SuspendedRow(Guid Id, ReceiverKind ReceiverKind, Guid ReceiverId, string? Receiver, DateTimeOffset Since, string Why, int Held);

/// <summary>Addresses to which nothing is sent, because a mail server said that they do not exist.</summary>
[Needs(Permission.ManageSystem)]
public sealed record ListSuspended(Slice Slice) : IQuery<Paged<SuspendedRow>>
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<ListSuspended, Paged<SuspendedRow>>
    {
        public Task<Paged<SuspendedRow>> Handle(ListSuspended request, CancellationToken cancellationToken) =>
            db.SuspendedAddresses.AsNoTracking().Where(s => s.LiftedAt == null).OrderByDescending(s => s.Since).ThenBy(s => s.Id)
                .Select(s => new SuspendedRow(s.Id, s.ReceiverKind, s.ReceiverId, s.ReceiverKind == ReceiverKind.Person ? db.Persons.Where(p => p.Id == s.ReceiverId).Select(p => p.Name).FirstOrDefault() : null, s.Since, s.Why,
                    db.Reminders.Count(r => r.ReceiverId == s.ReceiverId && r.Status == ReminderStatus.Failed && r.Kind != ReminderKind.Digest)))
                .ToPaged(request.Slice, cancellationToken);
    }
}

/// <summary>The address works after all: letters go there again. What was held until now is sent only when somebody says so.</summary>
[Needs(Permission.ManageSystem)]
public sealed record LiftAddress(Guid Suspended) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<LiftAddress, Done>
    {
        public async Task<Done> Handle(LiftAddress request, CancellationToken cancellationToken)
        {
            (await db.SuspendedAddresses.Need(request.Suspended, cancellationToken)).Lift(caller.Id, clock.GetUtcNow());
            return Done.It;
        }
    }
}

/// <summary>The same by whoever plans the procedure, for one of its candidates or guests.</summary>
[Needs(Permission.PlanProcedure)]
public sealed record LiftCandidateAddress(Guid Procedure, Guid Suspended) : ICommand<Done>, IScoped
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<LiftCandidateAddress, Done>
    {
        public async Task<Done> Handle(LiftCandidateAddress request, CancellationToken cancellationToken)
        {
            (await db.SuspendedAddresses.Where(s => s.ProcedureId == request.Procedure).Need(request.Suspended, cancellationToken)).Lift(caller.Id, clock.GetUtcNow());
            return Done.It;
        }
    }
}
