using Interviewing.Application.Audit;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Identity;

/// <summary>Signs somebody out everywhere: a device is lost, or somebody left. Answers how many sessions that ended.</summary>
[Needs(Permission.ManagePeople)]
public sealed record EndSessionsOf(Guid Person) : ICommand<int>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<EndSessionsOf, int>
    {
        public async Task<int> Handle(EndSessionsOf request, CancellationToken cancellationToken)
        {
            var person = await db.Persons.Need(request.Person, cancellationToken);
            return await db.EndSessions(person.Id, caller, clock.GetUtcNow(), cancellationToken);
        }
    }
}

internal static class Sessions
{
    public static async Task<int> EndSessions(this IInterviewDb db, Guid person, Caller caller, DateTimeOffset now, CancellationToken ct)
    {
        var open = await db.Sessions.Where(s => s.PersonId == person && s.EndedAt == null && s.EndsAt > now).ToListAsync(ct);
        foreach (var session in open) session.End(now);
        if (open.Count > 0) db.AuditEntries.Add(new AuditEntry(now, caller.IsMachine ? "system" : "person", caller.IdOrNull?.ToString("N") ?? "account", caller.Ask, "sessions-ended", nameof(Person), person.ToString("N"), "", ""));
        return open.Count;
    }
}
