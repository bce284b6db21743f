using FluentValidation;
using Interviewing.Application.Identity;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

/// <summary>What is shown once: the link's token, and the code that travels apart from it.</summary>
public sealed record GuestSeat(Guid Seat, string Token, string Code);

/// <summary>Somebody from outside takes a seat through a personal link that ends by itself.</summary>
[Needs(Permission.PlanProcedure)]
public sealed record AddGuestSeat(Guid Procedure, string Name, string Email, string Language, DateTimeOffset Until, bool Scores = true) : ICommand<GuestSeat>, IScoped, IMerges
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
            var seat = procedure.SeatGuest(link.Id, clock.GetUtcNow(), request.Scores);
            await db.MakeForms(procedure, cancellationToken);
            await db.Invite(procedure.Id, seat, clock.GetUtcNow(), cancellationToken);
            return new GuestSeat(seat.Id, token, code);
        }
    }
}
