using System.Runtime.CompilerServices;
using Interviewing.Application.Procedures;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Interviewing.Application.Identity;

/// <summary>A session, its person, and one of the person's parts if there is any; in a procedure also whether a seat there still waits for its declaration.</summary>
internal sealed record Right(Session Session, Person Person, Role? Role, ScopeKind? Kind, Guid? ScopeId, bool MustDeclare);

/// <summary>What the database says of somebody who asks. It is asked before every use case, so its translation is made once for each model and kept.</summary>
internal static class Rights
{
    private static readonly ConditionalWeakTable<IModel, Func<DbContext, Guid, Guid, DateTimeOffset, IAsyncEnumerable<Right>>> Kept = [];

    /// <summary>A row per part that holds now, one without a part when there are none; no row when the session or the person is not there or not active.</summary>
    public static IAsyncEnumerable<Right> Of(IInterviewDb db, Actor.Person actor, DateTimeOffset now)
    {
        var context = (DbContext)db;
        return Kept.GetValue(context.Model, static _ => EF.CompileAsyncQuery((DbContext db, Guid session, Guid person, DateTimeOffset now) =>
            from s in db.Set<Session>().AsNoTracking()
            join p in db.Set<Person>() on s.PersonId equals p.Id
            where s.Id == session && s.PersonId == person && p.Active
            from role in db.Set<RoleAssignment>().Where(r => r.PersonId == p.Id && (r.Until == null || r.Until > now)).DefaultIfEmpty()
            select new Right(s, p, role!.Role, role.ScopeKind, role.ScopeId,
                db.Set<PanelSeat>().Any(x => x.ProcedureId == role.ScopeId && x.PersonId == p.Id && x.RemovedAt == null && x.DeclaredAt == null))))(context, actor.Session, actor.Id, now);
    }
}
