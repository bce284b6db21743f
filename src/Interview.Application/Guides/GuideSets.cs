using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Shared
{
    public partial interface IInterviewDb
    {
        DbSet<Guide> Guides => Set<Guide>();
        DbSet<GuideCompetency> GuideCompetencies => Set<GuideCompetency>();
        DbSet<GuideQuestion> GuideQuestions => Set<GuideQuestion>();
    }
}

namespace Interviewing.Application.Guides
{
    using Interviewing.Application.Shared;

    internal static class Binder
    {
        /// <summary>Whose role holds for everything sees all; a role for one procedure shows its guides, and one's own drafts always.</summary>
        public static IQueryable<Guide> GuidesFor(this IInterviewDb db, Caller caller, params Permission[] any)
        {
            var within = any.Where(caller.MaySomewhere).Select(p => caller.Within(p, ScopeKind.Procedure)).ToList();
            if (within.Any(w => w is null)) return db.Guides;
            var (procedures, me) = (within.SelectMany(w => w!).Distinct().ToList(), caller.IdOrNull);
            return db.Guides.Where(g => (g.ProcedureId != null && procedures.Contains(g.ProcedureId.Value)) || (me != null && g.MadeById == me));
        }

        /// <summary>Tracked, with its parts, for who may edit it.</summary>
        public static async Task<Guide> NeedGuide(this IInterviewDb db, Caller caller, Guid id, int? version, CancellationToken ct)
        {
            var guide = await db.GuidesFor(caller, Permission.EditGuide).Need(id, ct);
            await db.LoadParts(guide, ct);
            if (version is { } seen) db.Expect(guide, seen);
            return guide;
        }

        /// <summary>Questions that these guides ask.</summary>
        public static async Task<IReadOnlySet<Guid>> AskedIn(this IInterviewDb db, IReadOnlyCollection<Guid> guides, CancellationToken ct) => guides.Count == 0 ? new HashSet<Guid>()
            : (await db.GuideQuestions.Where(q => guides.Contains(q.GuideId) && q.QuestionId != null).Select(q => q.QuestionId!.Value).ToListAsync(ct)).ToHashSet();

        /// <summary>The guide must be tracked, also when it is only read: that is how its parts find it, one query per list.</summary>
        public static Task LoadParts(this IInterviewDb db, Guide guide, CancellationToken ct) => db.LoadParts([guide], ct);

        public static async Task LoadParts(this IInterviewDb db, IReadOnlyCollection<Guide> guides, CancellationToken ct)
        {
            var ids = guides.Select(g => g.Id).ToList();
            await db.GuideCompetencies.Where(c => ids.Contains(c.GuideId)).OrderBy(c => c.Order).LoadAsync(ct);
            await db.GuideQuestions.Where(q => ids.Contains(q.GuideId)).OrderBy(q => q.Order).LoadAsync(ct);
        }
    }
}
