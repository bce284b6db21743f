using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

/// <summary>
/// When the people and rooms of a panel are taken, by whatever procedure. It says who or which room and when, never by what: that another procedure exists is not
/// for everybody.
/// </summary>
internal sealed class Agendas
{
    private readonly List<Taken> taken;
    private readonly Dictionary<string, string> members;

    private Agendas(List<Taken> taken, Dictionary<string, string> members) => (this.taken, this.members) = (taken, members);

    private sealed record Taken(Guid Interview, DateTimeOffset From, DateTimeOffset Until, string Room, IReadOnlyList<string> People);

    public static async Task<Agendas> Of(IInterviewDb db, Procedure procedure, DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        // The longest talk lasts ten hours, so one that began before the window may still be going on in it.
        var early = from.AddHours(-10);
        var talks = await db.Interviews.AsNoTracking().Where(i => (i.Status == InterviewStatus.Planned || i.Status == InterviewStatus.InProgress) && i.When.Utc >= early && i.When.Utc <= until)
            .Select(i => new { i.Id, i.ProcedureId, i.When.Utc, i.Minutes, i.Place }).ToListAsync(ct);
        List<Guid> procedures = [.. talks.Select(t => t.ProcedureId).Append(procedure.Id).Distinct()];
        var people = await (from s in db.PanelSeats.AsNoTracking()
                            where procedures.Contains(s.ProcedureId) && s.RemovedAt == null
                            select new
                            {
                                s.ProcedureId,
                                Person = db.Persons.Where(p => p.Id == s.PersonId).Select(p => new { Key = p.EmailKey, p.Name }).FirstOrDefault(),
                                Guest = db.GuestLinks.Where(g => g.Id == s.GuestLinkId).Select(g => new { Key = g.Email, g.Name }).FirstOrDefault(),
                            }).ToListAsync(ct);
        var seats = people.Select(p => (p.ProcedureId, Key: (p.Person ?? p.Guest)!.Key.ToLowerInvariant(), Name: (p.Person ?? p.Guest)!.Name)).ToLookup(p => p.ProcedureId);
        return new([.. talks.Select(t => new Taken(t.Id, t.Utc, t.Utc.AddMinutes(t.Minutes), RoomKey(t.Place), [.. seats[t.ProcedureId].Select(s => s.Key)]))],
            seats[procedure.Id].DistinctBy(s => s.Key).ToDictionary(s => s.Key, s => s.Name, StringComparer.Ordinal));
    }

    /// <summary>Who of the panel, and whether the room, is taken then; <paramref name="except"/> is the talk that this is about.</summary>
    public IReadOnlyList<string> Clashes(DateTimeOffset from, DateTimeOffset until, string? room, Guid? except = null)
    {
        var then = taken.Where(t => t.Interview != except && t.From < until && from < t.Until).ToList();
        List<string> names = [.. then.SelectMany(t => t.People).Where(members.ContainsKey).Select(key => members[key]).Distinct().Order(StringComparer.CurrentCulture)];
        if (RoomKey(room) is { Length: > 0 } key && then.Exists(t => t.Room == key)) names.Add(room!.Trim());
        return names;
    }

    public IEnumerable<string> Members => members.Values;

    /// <summary>"Kamer  2.14" and "kamer 2.14" are one room.</summary>
    public static string RoomKey(string? room) => string.Join(' ', (room ?? "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
