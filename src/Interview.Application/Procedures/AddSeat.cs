using FluentValidation;
using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

/// <summary>A colleague takes a seat; the part that goes with it holds in this procedure only, from the next request on.</summary>
[Needs(Permission.PlanProcedure)]
public sealed record AddSeat(Guid Procedure, Guid Person, SeatKind Kind, bool Scores) : ICommand<Guid>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Rules : AbstractValidator<AddSeat>
    {
        public Rules() => RuleFor(x => x.Person).NotEmpty().WithErrorCode("procedures.person-missing");
    }

    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<AddSeat, Guid>
    {
        public async Task<Guid> Handle(AddSeat request, CancellationToken cancellationToken)
        {
            var procedure = await db.Procedures.Include(p => p.Seats).Need(request.Procedure, cancellationToken);
            var person = await db.Persons.FirstOrDefaultAsync(p => p.Id == request.Person && p.Active, cancellationToken) ?? throw Refusal.At("person", "procedures.person-missing");
            var seat = procedure.SeatPerson(person.Id, request.Kind, request.Scores, clock.GetUtcNow());
            var (role, scope) = (RoleOf(seat.Kind), Scope.Procedure(procedure.Id));
            if (!await db.RoleAssignments.AnyAsync(r => r.PersonId == person.Id && r.Role == role && r.ScopeKind == scope.Kind && r.ScopeId == scope.Id, cancellationToken))
                db.Add(new RoleAssignment(person.Id, role, scope));
            await db.MakeForms(procedure, cancellationToken);
            await db.InviteNewcomer(procedure.Id, ReceiverKind.Person, person.Id, clock.GetUtcNow(), cancellationToken);
            return seat.Id;
        }
    }

    internal static Role RoleOf(SeatKind kind) => kind switch
    {
        SeatKind.Chair => Role.Chair,
        SeatKind.Member => Role.Panelist,
        SeatKind.Observer => Role.Observer,
        SeatKind.Guest => Role.Guest,
    };
}

/// <summary>What is shown once: the link's token, and the code that travels apart from it.</summary>
public sealed record GuestSeat(Guid Seat, string Token, string Code);

/// <summary>Somebody from outside takes a seat through a personal link that ends by itself.</summary>
[Needs(Permission.PlanProcedure)]
public sealed record AddGuestSeat(Guid Procedure, string Name, string Email, string Language, DateTimeOffset Until) : ICommand<GuestSeat>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Rules : AbstractValidator<AddGuestSeat>
    {
        public Rules(TimeProvider clock)
        {
            RuleFor(x => x.Name).Must(n => !string.IsNullOrWhiteSpace(n) && n.Length <= 200 && !n.Any(char.IsControl)).WithErrorCode("procedures.name-missing");
            RuleFor(x => x.Email).Must(e => System.Net.Mail.MailAddress.TryCreate(e, out _) && e.Length <= 254 && !e.Any(char.IsWhiteSpace)).WithErrorCode("procedures.email-wrong");
            RuleFor(x => x.Language).Must(l => l is "nl" or "en" or "fr").WithErrorCode("procedures.language-unknown");
            RuleFor(x => x.Until).Must(u => u > clock.GetUtcNow()).WithErrorCode("procedures.in-the-past");
        }
    }

    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<AddGuestSeat, GuestSeat>
    {
        public async Task<GuestSeat> Handle(AddGuestSeat request, CancellationToken cancellationToken)
        {
            var procedure = await db.Procedures.Include(p => p.Seats).Need(request.Procedure, cancellationToken);
            var (link, token, code) = GuestLink.Make(procedure.Id, request.Name.Trim(), request.Email.Trim(), request.Language, request.Until);
            db.Add(link);
            var seat = procedure.SeatGuest(link.Id, clock.GetUtcNow());
            await db.MakeForms(procedure, cancellationToken);
            await db.InviteNewcomer(procedure.Id, ReceiverKind.Guest, link.Id, clock.GetUtcNow(), cancellationToken);
            return new GuestSeat(seat.Id, token, code);
        }
    }
}
