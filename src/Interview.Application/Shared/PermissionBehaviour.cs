using System.Collections.Concurrent;
using System.Reflection;
using Interviewing.Application.Identity;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Shared;

/// <summary>Reads session, active flag and roles from the database on each Ask. Whoever has nothing to do with a scope is told that it does not exist.</summary>
internal sealed class PermissionBehaviour<TRequest, TAnswer>(IInterviewDb db, Caller caller, TimeProvider clock) : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : IRequest<TAnswer>
{
    private static readonly ConcurrentDictionary<Type, Permission> Needed = new();

    public async Task<TAnswer> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next)
    {
        var needed = Needed.GetOrAdd(request.GetType(), t => t.GetCustomAttribute<NeedsAttribute>()?.Permission
            ?? throw new InvalidOperationException($"{t.Name} says no permission"));
        caller.Granted(caller.Actor switch
        {
            Actor.Person person => await OfPerson(person, request is not IUnattended, cancellationToken),
            Actor.Guest guest => await OfGuest(guest, cancellationToken),
            Actor.System => [],
            _ => throw Refusal.SignIn,
        });
        Check(needed, request is IScoped scoped ? scoped.Scope : null);
        return await next();
    }

    private void Check(Permission needed, Scope? scope)
    {
        if (caller.IsMachine) return;
        if (needed == Permission.Machine) throw Refusal.NotAllowed;
        if (needed == Permission.SignedIn && caller.Actor is Actor.Person) return;
        if (scope is { } s)
        {
            if (!caller.Knows(s)) throw Refusal.NotFound;
            if (!caller.May(needed, s)) throw Missing(needed, s);
        }
        else if (!caller.MaySomewhere(needed)) throw Missing(needed, null);
    }

    private Refusal Missing(Permission needed, Scope? scope) => caller.WaitsForDeclaration(needed, scope) is { } procedure ? Refusal.DeclareFirst(procedure) : Refusal.NotAllowed;

    private async Task<IReadOnlyList<Grant>> OfPerson(Actor.Person actor, bool attended, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        List<Right> rows = [];
        await foreach (var row in Rights.Of(db, actor, now).WithCancellation(ct)) rows.Add(row);
        if (rows.Count == 0 || !rows[0].Session.Lives(now)) throw Refusal.SignIn;
        if (attended && now - rows[0].Session.LastSeenAt > TimeSpan.FromMinutes(1))
            await db.Sessions.Where(s => s.Id == actor.Session).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, now), ct);
        caller.IsSeenAs(rows[0].Person);
        return [.. rows.Where(r => r.Role is not null).Select(r => new Grant(r.Role!.Value, new Scope(r.Kind!.Value, r.ScopeId), r.MustDeclare && Roles.BelongsToProcedure(r.Role.Value)))];
    }

    private async Task<IReadOnlyList<Grant>> OfGuest(Actor.Guest actor, CancellationToken ct)
    {
        var found = await db.OpenGuestLinks(clock.GetUtcNow()).AsNoTracking().Where(l => l.Id == actor.Link)
            .Select(l => new { l.ProcedureId, MustDeclare = db.PanelSeats.Any(s => s.GuestLinkId == l.Id && s.RemovedAt == null && s.DeclaredAt == null) }).FirstOrDefaultAsync(ct);
        return found is null ? throw Refusal.SignIn : [new Grant(Role.Guest, Scope.Procedure(found.ProcedureId), found.MustDeclare)];
    }
}
