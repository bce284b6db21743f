using Interviewing.Application.Competencies;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

/// <summary>Some profiles as people are measured by them: read together, each copied once, however many people have that job.</summary>
internal sealed class Yards(IReadOnlyDictionary<Guid, Profile> profiles, IReadOnlyCollection<Competency> competencies, IReadOnlyDictionary<Guid, string> editions, Scale scale)
{
    private readonly Dictionary<Guid, Yardstick> copied = [];

    /// <summary>Whether somebody can be measured by this profile.</summary>
    public bool Measures(Guid profile) => profiles.TryGetValue(profile, out var it) && Yardstick.WhyNot(it, competencies) is null;

    public Yardstick Of(Guid profile)
    {
        if (!profiles.TryGetValue(profile, out var it)) throw Refusal.NotFound;
        if (copied.TryGetValue(profile, out var known)) return known;
        return copied[profile] = Yardstick.Of(it, competencies, scale, editions.GetValueOrDefault(it.EditionId));
    }

    public Yardstick Blank(Guid profile) => profiles.TryGetValue(profile, out var it) ? Yardstick.Blank(it, editions.GetValueOrDefault(it.EditionId)) : throw Refusal.NotFound;

    /// <summary>Who is rated on the scale keeps it as it is.</summary>
    public void Use(Yardstick yardstick, DateTimeOffset now)
    {
        if (yardstick.Competencies.Any(c => c.OnScale)) scale.Use(now);
    }
}

internal static class YardReading
{
    public static async Task<Yards> Yards(this IInterviewDb db, IReadOnlyCollection<Guid> profiles, CancellationToken ct)
    {
        var found = await db.Profiles.AsNoTracking().Include(p => p.Requires).Where(p => profiles.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        var wanted = found.Values.SelectMany(p => p.Requires).Select(r => r.CompetencyId).Distinct().ToList();
        var competencies = await db.Competencies.AsNoTracking().Include(c => c.Levels).Include(c => c.Indicators).Where(c => wanted.Contains(c.Id)).ToListAsync(ct);
        var ids = found.Values.Select(p => p.EditionId).Distinct().ToList();
        var editions = await (from e in db.Editions.AsNoTracking() where ids.Contains(e.Id) join f in db.Frameworks on e.FrameworkId equals f.Id select new { e.Id, e.Label, f.Name }).ToListAsync(ct);
        return new(found, competencies, editions.ToDictionary(e => e.Id, e => $"{e.Name} {e.Label}"), await db.Scales.FirstAsync(s => s.IsDefault, ct));
    }
}
