using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Identity;

public sealed record Me(Guid Id, string Name, string Email, string Language, string Zone, IReadOnlyList<Role> Parts, IReadOnlyList<Permission> May);

/// <summary>Who is signed in, and what this person may do somewhere: for the menu, never as a decision.</summary>
[Needs(Permission.SignedIn)]
public sealed record WhoAmI : IQuery<Me>
{
    internal sealed class Handler(Caller caller) : IRequestHandler<WhoAmI, Me>
    {
        private static readonly Permission[] All = Enum.GetValues<Permission>();

        // Whether the session holds was asked a moment ago, and who it is came along.
        public Task<Me> Handle(WhoAmI request, CancellationToken cancellationToken)
        {
            var me = caller.Person ?? throw Refusal.NotAllowed;
            return Task.FromResult(new Me(me.Id, me.Name, me.Email, me.Language, me.Zone, [.. caller.Parts], [.. All.Where(caller.MaySomewhere)]));
        }
    }
}

public sealed record GuestMe(Guid Link, Guid Procedure, string Name, string Language, DateTimeOffset Until);

/// <summary>The same for a guest.</summary>
[Needs(Permission.Declare)]
public sealed record WhoIsGuest : IQuery<GuestMe>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<WhoIsGuest, GuestMe>
    {
        public async Task<GuestMe> Handle(WhoIsGuest request, CancellationToken cancellationToken)
        {
            var link = await db.GuestLinks.AsNoTracking().Need(caller.Link ?? throw Refusal.NotAllowed, cancellationToken);
            return new(link.Id, link.ProcedureId, link.Name, link.Language, link.Until);
        }
    }
}
