using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Competencies;

/// <summary>Which part of the library somebody may read or edit (a role can hold for one framework only), and how a competency is loaded whole.</summary>
internal static class Shelf
{
    public static IQueryable<Edition> EditionsFor(this IInterviewDb db, Caller caller, Permission permission) =>
        caller.Within(permission, ScopeKind.Framework) is { } frameworks ? db.Editions.Where(e => frameworks.Contains(e.FrameworkId)) : db.Editions;

    public static IQueryable<Competency> CompetenciesFor(this IInterviewDb db, Caller caller, Permission permission) =>
        caller.Within(permission, ScopeKind.Framework) is { } frameworks
            ? db.Competencies.Where(c => db.Editions.Any(e => e.Id == c.EditionId && frameworks.Contains(e.FrameworkId)))
            : db.Competencies;

    /// <summary>Tracked, with every part; one query per list, since joined lists would multiply.</summary>
    public static async Task<Competency> NeedToEdit(this IInterviewDb db, Caller caller, Guid id, CancellationToken ct)
    {
        var competency = await db.CompetenciesFor(caller, Permission.EditLibrary).Need(id, ct);
        await db.Levels.Where(l => l.CompetencyId == id).OrderBy(l => l.Ordinal).LoadAsync(ct);
        await db.Indicators.Where(i => i.CompetencyId == id).OrderBy(i => i.Order).LoadAsync(ct);
        await db.Questions.Where(q => q.CompetencyId == id).OrderBy(q => q.Order).LoadAsync(ct);
        await db.Tips.Where(t => t.CompetencyId == id).OrderBy(t => t.Order).LoadAsync(ct);
        return competency;
    }
}
