using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders;

public sealed record ProcedureSuspended(Guid Id, string Who, DateTimeOffset Since, string Why);

/// <summary>By when a procedure is decided and its candidates are told, what its people are reminded of, and which addresses do not work.</summary>
public sealed record ProcedureRemindersView(Guid Id, string Title, bool Over, DateOnly? DecideBy, DateOnly? TellBy, DateTimeOffset? ToldAt, string Owner, string? Delegate, DateOnly Today,
    Paged<ReminderRow> Coming, IReadOnlyList<ReminderRow> Sent, IReadOnlyList<ProcedureSuspended> Suspended);

[Needs(Permission.PlanProcedure)]
public sealed record ReadProcedureReminders(Guid Procedure, Slice Slice) : IQuery<ProcedureRemindersView>, IScoped
{
    private const int Shown = 10;

    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<ReadProcedureReminders, ProcedureRemindersView>
    {
        public async Task<ProcedureRemindersView> Handle(ReadProcedureReminders request, CancellationToken cancellationToken)
        {
            var id = request.Procedure;
            var procedure = await db.Procedures.AsNoTracking().Need(id, cancellationToken);
            var deadlines = await db.Deadlines.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, cancellationToken);
            var owner = await db.Persons.AsNoTracking().Need(procedure.OwnerId, cancellationToken);
            var stepsIn = await (from w in db.Wishes where w.Id == owner.Id join p in db.Persons on w.DelegateId equals p.Id select p.Name).FirstOrDefaultAsync(cancellationToken);
            var rows = db.Messages().Where(r => r.CaseId == id);
            var coming = await Known(rows.Where(r => r.Status == ReminderStatus.Due).OrderBy(r => r.DueAt).ThenBy(r => r.Id)).ToPaged(request.Slice, cancellationToken);
            var sent = await Known(rows.Where(r => r.Status == ReminderStatus.Sent).OrderByDescending(r => r.SentAt).ThenBy(r => r.Id)).Take(Shown).ToListAsync(cancellationToken);
            var suspended = await db.SuspendedAddresses.AsNoTracking().Where(s => s.ProcedureId == id && s.LiftedAt == null).OrderBy(s => s.Since)
                .Select(s => new ProcedureSuspended(s.Id, db.Candidates.Where(c => c.Id == s.ReceiverId).Select(c => c.Code).FirstOrDefault() ?? db.GuestLinks.Where(g => g.Id == s.ReceiverId).Select(g => g.Name).FirstOrDefault() ?? "", s.Since, s.Why)).ToListAsync(cancellationToken);
            return new(id, procedure.Title, procedure.IsOver, deadlines?.DecideBy, deadlines?.TellBy, deadlines?.ToldAt, owner.Name, stepsIn, clock.Today(owner.Zone), coming, sent, suspended);
        }

        // Whoever plans a procedure knows its candidates by their code and its guests by name.
        private IQueryable<ReminderRow> Known(IQueryable<Reminder> rows) => rows.Select(r => new ReminderRow(r.Id, r.Kind, r.ReceiverKind, r.ReceiverId,
            db.Persons.Where(p => p.Id == r.ReceiverId).Select(p => p.Name).FirstOrDefault() ?? db.Candidates.Where(c => c.Id == r.ReceiverId).Select(c => c.Code).FirstOrDefault() ?? db.GuestLinks.Where(g => g.Id == r.ReceiverId).Select(g => g.Name).FirstOrDefault(),
            r.Occurrence, r.DueAt, r.Status, r.Tries, r.SentAt, r.Why, r.Alone, r.CarrierId != null));
    }
}

/// <summary>By when it is to be decided, and by when everybody who was not chosen has heard.</summary>
[Needs(Permission.PlanProcedure)]
public sealed record AgreeDeadlines(Guid Procedure, DateOnly? DecideBy, DateOnly? TellBy) : ICommand<Done>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<AgreeDeadlines, Done>
    {
        public async Task<Done> Handle(AgreeDeadlines request, CancellationToken cancellationToken)
        {
            var procedure = await db.Procedures.AsNoTracking().Need(request.Procedure, cancellationToken);
            var deadlines = await db.Deadlines.FirstOrDefaultAsync(d => d.Id == procedure.Id, cancellationToken) ?? db.Add(new Deadlines(procedure.Id));
            Refuse.FieldIf(procedure.IsOver && request.DecideBy != deadlines.DecideBy, "decideBy", "procedures.over");
            deadlines.Agree(request.DecideBy, request.TellBy, clock.Today(Person.DefaultZone));
            return Done.It;
        }
    }
}

/// <summary>Everybody who was not chosen has heard: no more reminders of it.</summary>
[Needs(Permission.PlanProcedure)]
public sealed record TellCandidatesDone(Guid Procedure) : ICommand<Done>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<TellCandidatesDone, Done>
    {
        public async Task<Done> Handle(TellCandidatesDone request, CancellationToken cancellationToken)
        {
            var deadlines = await db.Deadlines.NeedFirst(d => d.Id == request.Procedure, cancellationToken);
            deadlines.Told(caller.Id, clock.GetUtcNow());
            return Done.It;
        }
    }
}
