using Interviewing.Application.Identity;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Audit;

/// <summary>What happens around signing in: no row that is audited changes, and yet it belongs in the trail.</summary>
internal static class AccountTrail
{
    public static void Note(this IInterviewDb db, Caller caller, DateTimeOffset now, string action, Guid person, Guid? session = null) =>
        db.AuditEntries.Add(new AuditEntry(now, "person", person.ToString("N"), caller.Ask, action, session is null ? nameof(Person) : nameof(Session), (session ?? person).ToString("N"), "", ""));
}
