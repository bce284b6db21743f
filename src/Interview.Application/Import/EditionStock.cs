using Interviewing.Application.Competencies;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Import;

/// <summary>What an edition holds while something is published in it: of the database, and of what was just made and is not saved yet.</summary>
internal sealed class EditionStock
{
    private readonly Guid edition;
    private readonly bool isNew;
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Guid, Competency> competencies = [];
    private readonly Dictionary<string, Profile> profiles = new(StringComparer.Ordinal);

    private EditionStock(Guid edition, bool isNew) => (this.edition, this.isNew) = (edition, isNew);

    public List<Node> Nodes { get; } = [];
    public Dictionary<string, Guid> CompetencyCodes { get; } = new(StringComparer.OrdinalIgnoreCase);

    public static EditionStock Empty(Guid edition) => new(edition, isNew: true);

    public static async Task<EditionStock> Of(IInterviewDb db, Guid edition, CancellationToken ct)
    {
        var stock = new EditionStock(edition, isNew: false);
        stock.Nodes.AddRange(await db.Nodes.Where(n => n.EditionId == edition).ToListAsync(ct));
        foreach (var there in await db.Competencies.Where(c => c.EditionId == edition).Select(c => new { c.Id, c.Code }).ToListAsync(ct)) stock.CompetencyCodes[there.Code] = there.Id;
        stock.taken.UnionWith(stock.CompetencyCodes.Keys);
        stock.taken.UnionWith(await db.Profiles.Where(p => p.EditionId == edition).Select(p => p.Code).ToListAsync(ct));
        return stock;
    }

    public void Put(Competency competency)
    {
        taken.Add(competency.Code);
        CompetencyCodes[competency.Code] = competency.Id;
        competencies[competency.Id] = competency;
    }

    public void Put(Profile profile)
    {
        taken.Add(profile.Code);
        profiles[profile.Code] = profile;
    }

    /// <summary>A code that nothing in the edition has yet.</summary>
    public bool Take(string code) => taken.Add(code);

    public async Task<Competency> Whole(IInterviewDb db, Guid id, CancellationToken ct)
    {
        if (competencies.GetValueOrDefault(id) is { } made) return made;
        var competency = await db.Competencies.Need(id, ct);
        await db.Levels.Where(l => l.CompetencyId == id).LoadAsync(ct);
        await db.Indicators.Where(i => i.CompetencyId == id).LoadAsync(ct);
        await db.Questions.Where(q => q.CompetencyId == id).LoadAsync(ct);
        await db.Tips.Where(t => t.CompetencyId == id).LoadAsync(ct);
        return competency;
    }

    public async Task<Profile?> Profile(IInterviewDb db, string code, CancellationToken ct) =>
        profiles.GetValueOrDefault(code) ?? (isNew ? null : await db.Profiles.Include(p => p.ResultAreas).FirstOrDefaultAsync(p => p.EditionId == edition && p.Code == code, ct));
}
