using System.Globalization;
using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders.Planning;

/// <summary>Before the last day of a stage, or of a cycle without stages, as long as employee and manager have not talked.</summary>
internal sealed class ReviewPlanner(IInterviewDb db) : IReminderPlanner
{
    public static readonly ReviewStatus[] NotTalked = [ReviewStatus.Draft, ReviewStatus.WithEmployee, ReviewStatus.WithManager, ReviewStatus.Shared];

    public Topic Topic => Topic.Review;

    public IReadOnlyCollection<ReminderKind> Kinds { get; } = [ReminderKind.ReviewWindowEnding];

    public async Task<IReadOnlyList<Wanted>> Plan(IReadOnlyCollection<Guid> cases, Surroundings around, CancellationToken ct)
    {
        var open = await (from r in db.Reviews.AsNoTracking()
                          where cases.Contains(r.Id) && NotTalked.Contains(r.Status)
                          join c in db.Cycles on r.CycleId equals c.Id
                          where c.Status == CycleStatus.Open
                          join s in db.CycleStages on r.StageId equals s.Id into stages
                          from s in stages.DefaultIfEmpty()
                          select new { r.Id, r.EmployeeId, r.ManagerId, To = s == null ? c.To : s.Ends }).ToListAsync(ct);
        await around.Know(open.SelectMany(r => new[] { r.EmployeeId, r.ManagerId }), ct);
        return [.. open.SelectMany(r => new[] { r.EmployeeId, r.ManagerId }.SelectMany(person =>
            around.Around(r.Id, ReminderKind.ReviewWindowEnding, r.Id, person, r.To, r.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))))];
    }
}
