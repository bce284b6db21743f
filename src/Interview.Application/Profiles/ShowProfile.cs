using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Profiles;

public sealed record ResultAreaCard(Guid Id, LocalText Title, LocalText Framework, LocalText Result, IReadOnlyList<Activity> Activities, Trace? Trace);

/// <summary>A competency the profile asks for. <see cref="Ladder"/> is how many levels that competency has (0: none).</summary>
public sealed record RequirementCard(Guid Competency, string Code, LocalText Name, LocalText Definition, int? Level, int Weight, int Ladder, int Questions, ItemStatus Status);

/// <summary>A branch above the profile, from the top.</summary>
public sealed record PathStep(Guid Branch, LocalText Name);

public sealed record ProfileCard(Guid Id, int Version, string Code, LocalText Name, LocalText Purpose, string? PayScale, IReadOnlyList<LocalText> Characteristics, Grading? Grading, ItemStatus Status, Trace? Trace,
    Guid EditionId, LocalText Framework, string Edition, EditionStatus EditionStatus, IReadOnlyList<PathStep> Path,
    IReadOnlyList<ResultAreaCard> ResultAreas, IReadOnlyList<RequirementCard> Requires, int Employees, bool MayEdit, bool MayMakeGuide);

[Needs(Permission.ReadLibrary)]
public sealed record ShowProfile(Guid Profile) : IQuery<ProfileCard>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<ShowProfile, ProfileCard>
    {
        public async Task<ProfileCard> Handle(ShowProfile request, CancellationToken cancellationToken)
        {
            var id = request.Profile;
            var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            var found = await (
                from p in db.ProfilesFor(caller, Permission.ReadLibrary).AsNoTracking()
                where p.Id == id
                join e in db.Editions on p.EditionId equals e.Id
                join f in db.Frameworks on e.FrameworkId equals f.Id
                select new { p, e.Label, EditionStatus = e.Status, FrameworkId = f.Id, Framework = f.Name, Employees = db.Employments.Count(x => x.ProfileId == id && (x.To == null || x.To > today)) })
                .FirstOrDefaultAsync(cancellationToken) ?? throw Refusal.NotFound;
            var areas = await db.ResultAreas.AsNoTracking().Where(a => a.ProfileId == id).OrderBy(a => a.Order).ThenBy(a => a.Id)
                .Select(a => new ResultAreaCard(a.Id, a.Title, a.Framework, a.Result, a.Activities, a.Trace)).ToListAsync(cancellationToken);
            var requires = await (
                from r in db.RequiredCompetencies.AsNoTracking()
                where r.ProfileId == id
                join c in db.Competencies on r.CompetencyId equals c.Id
                orderby r.Order, r.Id
                select new RequirementCard(c.Id, c.Code, c.Name, c.Definition, r.Level, r.Weight, db.Levels.Count(l => l.CompetencyId == c.Id),
                    db.Questions.Count(q => q.CompetencyId == c.Id && q.Status == ItemStatus.Active && q.Type != QuestionType.Closing), c.Status)).ToListAsync(cancellationToken);
            return new ProfileCard(id, found.p.Version, found.p.Code, found.p.Name, found.p.Purpose, found.p.PayScale, found.p.Characteristics, found.p.Grading, found.p.Status, found.p.Trace,
                found.p.EditionId, found.Framework, found.Label, found.EditionStatus, await Path(found.p.NodeId, cancellationToken), areas, requires, found.Employees,
                caller.May(Permission.EditLibrary, Scope.Framework(found.FrameworkId)), caller.MaySomewhere(Permission.EditGuide));
        }

        // A few steps at most, so no recursion in the database is needed.
        private async Task<IReadOnlyList<PathStep>> Path(Guid? node, CancellationToken ct)
        {
            List<PathStep> path = [];
            while (node is { } id && path.Count < Node.Deepest)
            {
                var step = await db.Nodes.AsNoTracking().Where(n => n.Id == id).Select(n => new { n.Name, n.ParentId }).FirstOrDefaultAsync(ct);
                if (step is null) break;
                path.Insert(0, new(id, step.Name));
                node = step.ParentId;
            }
            return path;
        }
    }
}
