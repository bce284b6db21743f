using Interviewing.Application.Competencies;
using Interviewing.Application.Development;
using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

public sealed record ChosenTip(Guid Tip, DateOnly Due);

/// <summary>
/// Makes the first plan of somebody who was hired: a goal for each of the two lowest competencies of the selection, with the tips that were chosen. A goal has no
/// level to come from: what the selection measured is no step of a ladder.
/// </summary>
[Needs(Permission.OwnDevelopment)]
public sealed record MakeFirstPlan(Guid Start, IReadOnlyList<ChosenTip> Tips) : ICommand<Guid>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<MakeFirstPlan, Guid>
    {
        public async Task<Guid> Handle(MakeFirstPlan request, CancellationToken cancellationToken)
        {
            var (me, today, now) = (caller.Id, clock.Today(caller.Person!.Zone), clock.GetUtcNow());
            var start = await db.SelectionStarts.Where(s => s.PersonId == me).Need(request.Start, cancellationToken);
            Refuse.If(start.Outcome is null, "reviews.start-no-consent");
            var beginnings = start.Outcome!.Beginnings;
            Refuse.If(beginnings.Count == 0, "reviews.start-gone");
            var manager = (await db.ManagersOf([me], today, cancellationToken)).TryGetValue(me, out var leads) ? leads : (Guid?)null;
            var plan = db.Add(new Plan(me, manager, null, needsApproval: false, now));
            var goals = await Goals(plan, start, beginnings, cancellationToken);
            var ids = request.Tips.Select(t => t.Tip).ToList();
            var tips = await db.Tips.AsNoTracking().Where(t => ids.Contains(t.Id) && t.Audience == TipAudience.Employee).ToDictionaryAsync(t => t.Id, cancellationToken);
            foreach (var chosen in request.Tips)
            {
                if (!tips.TryGetValue(chosen.Tip, out var tip) || !goals.TryGetValue(tip.CompetencyId, out var goal)) throw Refusal.NotFound;
                Refuse.FieldIf(chosen.Due < today, $"due-{chosen.Tip:N}", "development.due-passed");
                plan.Add(goal, tip.Id, tip.Text, tip.Kind, chosen.Due, me, today);
            }
            start.Became(plan.Id);
            return plan.Id;
        }

        // Towards what the job asks, or the top of the ladder where it asks nothing; on the scale towards its pass mark.
        private async Task<IReadOnlyDictionary<Guid, Guid>> Goals(Plan plan, SelectionStart start, IReadOnlyList<SelectionMeasure> beginnings, CancellationToken ct)
        {
            var ids = beginnings.Select(b => b.Competency).ToList();
            var ladders = await db.Competencies.AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, Steps = c.Levels.Count }).ToDictionaryAsync(c => c.Id, c => c.Steps, ct);
            var asked = await (from p in db.Procedures.AsNoTracking()
                               where p.Id == start.ProcedureId
                               join f in db.Profiles on p.ProfileId equals f.Id
                               from r in f.Requires
                               where ids.Contains(r.CompetencyId)
                               select new { r.CompetencyId, r.Level }).ToDictionaryAsync(r => r.CompetencyId, r => r.Level, ct);
            var scale = await db.Scales.AsNoTracking().FirstAsync(s => s.IsDefault, ct);
            Dictionary<Guid, Guid> goals = [];
            foreach (var beginning in beginnings)
            {
                var steps = ladders.GetValueOrDefault(beginning.Competency);
                var (to, highest) = steps == 0 ? (scale.PassMark, scale.Points.Max(p => p.Value)) : (Math.Min(asked.GetValueOrDefault(beginning.Competency) ?? steps, steps), steps);
                goals[beginning.Competency] = plan.AddGoal(beginning.Competency, beginning.Name, null, to, highest).Id;
            }
            return goals;
        }
    }
}
