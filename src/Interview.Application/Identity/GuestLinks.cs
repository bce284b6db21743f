using Interviewing.Application.Procedures;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Identity;

internal static class GuestLinks
{
    /// <summary>Links that still open something: a procedure that is over closes its guests out without anybody having to think of it.</summary>
    public static IQueryable<GuestLink> OpenGuestLinks(this IInterviewDb db, DateTimeOffset now) => db.GuestLinks.Where(GuestLink.IsOpenAt(now))
        .Where(l => !db.Procedures.Any(p => p.Id == l.ProcedureId && (p.Status == ProcedureStatus.Decided || p.Status == ProcedureStatus.Closed || p.Status == ProcedureStatus.Anonymised)));
}
