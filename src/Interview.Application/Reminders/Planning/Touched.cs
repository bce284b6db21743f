using Interviewing.Application.Decisions;
using Interviewing.Application.Development;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Reviews;
using Interviewing.Application.Scoring;

namespace Interviewing.Application.Reminders.Planning;

/// <summary>Which changes make a plan look again. A score that is saved is none of them; a form that is sealed is.</summary>
public static class Touched
{
    /// <param name="noun">What is saved.</param>
    /// <param name="changed">Whether this property has another value than before; true for everything that is new.</param>
    public static (Topic Topic, Guid Subject)? By(object noun, Func<string, bool> changed)
    {
        bool Any(params ReadOnlySpan<string> names)
        {
            foreach (var name in names) if (changed(name)) return true;
            return false;
        }

        return noun switch
        {
            Interview i => (Topic.Procedure, i.ProcedureId),
            PanelSeat s => (Topic.Procedure, s.ProcedureId),
            Scorecard c when Any(nameof(c.SealedAt), nameof(c.ExcusedAt)) => (Topic.Procedure, c.ProcedureId),
            Candidate c when Any(nameof(c.RevealedAt)) => (Topic.Procedure, c.ProcedureId),
            Procedure p when Any(nameof(p.Status), nameof(p.OwnerId)) => (Topic.Procedure, p.Id),
            Consensus t when Any(nameof(t.ClosedAt)) => (Topic.Procedure, t.ProcedureId),
            Decision d => (Topic.Procedure, d.ProcedureId),
            Deadlines d => (Topic.Procedure, d.Id),
            Plan p when Any(nameof(p.Status)) => (Topic.Plan, p.Id),
            PlanAction a when Any(nameof(a.Due), nameof(a.Status), nameof(a.OwnerId)) => (Topic.Plan, a.PlanId),
            ProgressEntry e => (Topic.Plan, e.PlanId),
            Review r when Any(nameof(r.Status), nameof(r.CycleId), nameof(r.ManagerId)) => (Topic.Review, r.Id),
            Cycle c when Any(nameof(c.To), nameof(c.Status)) => (Topic.Cycle, c.Id),
            CycleStage s when Any(nameof(s.Ends)) => (Topic.Cycle, s.CycleId),
            Person p when Any(nameof(p.Zone), nameof(p.Active)) => (Topic.Receiver, p.Id),
            Wishes w => (Topic.Receiver, w.Id),
            Policy or OpenTimes or FreeDays => (Topic.Everything, Guid.Empty),
            _ => null,
        };
    }
}
