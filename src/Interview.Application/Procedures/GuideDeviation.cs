using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures
{
    /// <summary>Not every candidate of a procedure was asked from the same version of the guide: which one followed which, why, by whom and when. Never changed.</summary>
    public sealed class GuideDeviation : Part
    {
        private GuideDeviation() { }

        internal GuideDeviation(Guid procedure, Guid from, Guid to, string reason, Guid? by, DateTimeOffset at, int keeping) =>
            (ProcedureId, FromId, ToId, Reason, ById, At, Keeping) = (procedure, from, to, reason, by, at, keeping);

        public Guid ProcedureId { get; private set; }
        public Guid FromId { get; private set; }
        public Guid ToId { get; private set; }
        public string Reason { get; private set; } = "";
        public Guid? ById { get; private set; }
        public DateTimeOffset At { get; private set; }
        /// <summary>How many candidates stay with the earlier version.</summary>
        public int Keeping { get; private set; }
    }

    internal static class GuideVersions
    {
        /// <summary>
        /// A newer version takes the place of the one it follows, in every running procedure that used that one and that the caller plans or steers:
        /// candidates whose talk or forms have begun keep theirs, later ones get the new one.
        /// </summary>
        public static async Task GoOnWith(this IInterviewDb db, FrozenDocument next, Guid before, string reason, Caller caller, DateTimeOffset now, CancellationToken ct)
        {
            foreach (var procedure in await db.Procedures.Where(p => p.FrozenId == before).ToListAsync(ct))
            {
                var scope = Scope.Procedure(procedure.Id);
                if (procedure.IsOver || (!caller.May(Permission.PlanProcedure, scope) && !caller.May(Permission.Steer, scope))) continue;
                var begun = await db.Candidates.Where(c => c.ProcedureId == procedure.Id && (c.RevealedAt != null
                    || db.Scorecards.Any(s => s.CandidateId == c.Id && (s.Status != ScorecardStatus.Empty || s.ExcusedAt != null))
                    || db.Interviews.Any(i => i.CandidateId == c.Id && i.Status != InterviewStatus.Planned && i.Status != InterviewStatus.Cancelled))).ToListAsync(ct);
                foreach (var candidate in begun) candidate.Keep(before);
                db.Add(procedure.GoOn(next, reason, caller.IdOrNull, now, begun.Count));
            }
        }
    }
}

namespace Interviewing.Application.Shared
{
    using Interviewing.Application.Procedures;

    public partial interface IInterviewDb
    {
        DbSet<GuideDeviation> GuideDeviations => Set<GuideDeviation>();
    }
}
