using Interviewing.Application.Competencies;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Import;

/// <summary>Finds what already leans on the library records of one import, and names it.</summary>
internal sealed class BuiltOn(IInterviewDb db, IReadOnlyList<Competency> competencies, IReadOnlyList<Profile> profiles)
{
    private readonly List<Guid> competencyIds = [.. competencies.Select(c => c.Id)];
    private readonly List<Guid> profileIds = [.. profiles.Select(p => p.Id)];
    private readonly List<Guid> tipIds = [.. competencies.SelectMany(c => c.Tips).Select(t => t.Id)];

    public async Task RefuseIfAny(Draft draft, CancellationToken ct)
    {
        if (await Need(ct) is var (asked, asking)) throw new Refusal("import.used-by-profile", Say(asked), Say(asking));
        if (await db.Guides.Where(g => profileIds.Contains(g.ProfileId) || g.Competencies.Any(c => competencyIds.Contains(c.CompetencyId))).Select(g => g.Title).FirstOrDefaultAsync(ct) is { } guide) throw new Refusal("import.used-by-guide", Say(guide));
        if (await db.Procedures.Where(p => profileIds.Contains(p.ProfileId)).Select(p => p.Title).FirstOrDefaultAsync(ct) is { } procedure) throw new Refusal("import.used-by-procedure", procedure);
        if (await db.Reviews.AnyAsync(r => profileIds.Contains(r.ProfileId), ct) || await db.ReviewAnswers.AnyAsync(a => competencyIds.Contains(a.CompetencyId), ct)) throw new Refusal("import.used-by-review");
        if (await db.Goals.AnyAsync(g => competencyIds.Contains(g.CompetencyId), ct) || await db.PlanActions.AnyAsync(a => a.TipId != null && tipIds.Contains(a.TipId.Value), ct)) throw new Refusal("import.used-by-plan");
        if (await db.Employments.Where(e => e.ProfileId != null && profileIds.Contains(e.ProfileId.Value)).Select(e => e.ProfileId).FirstOrDefaultAsync(ct) is { } held) throw new Refusal("import.used-by-person", Say(profiles.First(p => p.Id == held).Name));
        if (await Linked(ct) is var (ours, theirs)) throw new Refusal("import.used-by-crosswalk", Say(ours), Say(theirs));
        if (await Copied(draft, ct) is { } edition) throw new Refusal("import.used-by-edition", edition);
        if (await Later(draft, ct) is { } later) throw new Refusal("import.used-by-import", later);
    }

    private async Task<(LocalText Asked, LocalText Asking)?> Need(CancellationToken ct)
    {
        var need = await (from r in db.RequiredCompetencies
                          where competencyIds.Contains(r.CompetencyId) && !profileIds.Contains(r.ProfileId)
                          join p in db.Profiles on r.ProfileId equals p.Id
                          select new { r.CompetencyId, p.Name }).FirstOrDefaultAsync(ct);
        return need is null ? null : (competencies.First(c => c.Id == need.CompetencyId).Name, need.Name);
    }

    private async Task<(LocalText Ours, LocalText Theirs)?> Linked(CancellationToken ct)
    {
        var link = await db.CompetencyLinks.AsNoTracking().FirstOrDefaultAsync(l => competencyIds.Contains(l.FromId) || competencyIds.Contains(l.ToId), ct);
        if (link is null) return null;
        var (ours, theirs) = competencyIds.Contains(link.FromId) ? (link.FromId, link.ToId) : (link.ToId, link.FromId);
        return (competencies.First(c => c.Id == ours).Name, await db.Competencies.Where(c => c.Id == theirs).Select(c => c.Name).FirstAsync(ct));
    }

    // A copy of the edition keeps where its texts came from: the next edition is made of this import too.
    private async Task<string?> Copied(Draft draft, CancellationToken ct)
    {
        var framework = db.Editions.Where(e => e.Id == draft.EditionId).Select(e => e.FrameworkId);
        var others = await (from competency in db.Competencies.AsNoTracking()
                            join edition in db.Editions on competency.EditionId equals edition.Id
                            where framework.Contains(edition.FrameworkId) && edition.Id != draft.EditionId && !competencyIds.Contains(competency.Id)
                            select new { competency.Trace, edition.Label }).ToListAsync(ct);
        return others.Find(o => o.Trace?.StoredFile == draft.FileId)?.Label;
    }

    // A later version of the document was compared with these records.
    private async Task<string?> Later(Draft draft, CancellationToken ct)
    {
        var others = await db.Drafts.AsNoTracking().Where(d => d.EditionId == draft.EditionId && d.Id != draft.Id && d.PublishedAt >= draft.PublishedAt).Select(d => new { d.FileName, d.Made }).ToListAsync(ct);
        return others.Find(d => d.Made.Any(m => !m.Added && (competencyIds.Contains(m.Id) || profileIds.Contains(m.Id))))?.FileName;
    }

    private static string Say(LocalText text) => text.In(System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName).Text;
}
