using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Decisions
{
    public enum CandidateOutcome { Appointed, Reserve, NotAppointed }

    /// <summary>What was decided about one candidate, perhaps with a sentence of its own.</summary>
    public sealed record OutcomeOf(Guid Candidate, CandidateOutcome Outcome, string? Reason);

    /// <summary>A named person's choice about every candidate of a procedure, with reasons. Made once; there is no verb that changes it.</summary>
    public sealed class Decision : Root
    {
        public const int LongestReasons = 8000;

        private Decision() { }

        public Decision(Guid procedure, Guid by, string reasons, IReadOnlyList<OutcomeOf> outcomes, IReadOnlyCollection<Guid> candidates, DateTimeOffset now)
        {
            Refuse.FieldIf(string.IsNullOrWhiteSpace(reasons), "reasons", "decisions.reasons-missing");
            Refuse.FieldIf(reasons.Length > LongestReasons || outcomes.Any(o => o.Reason is { Length: > 1000 }), "reasons", "decisions.reasons-long", LongestReasons);
            Refuse.FieldIf(outcomes.Select(o => o.Candidate).Distinct().Count() != outcomes.Count || !candidates.ToHashSet().SetEquals(outcomes.Select(o => o.Candidate)), "outcomes", "decisions.every-candidate");
            (ProcedureId, By, Reasons, At) = (procedure, by, reasons.Trim(), now);
            Outcomes = [.. outcomes.Select(o => o with { Reason = string.IsNullOrWhiteSpace(o.Reason) ? null : o.Reason.Trim() })];
        }

        public Guid ProcedureId { get; private set; }
        public Guid By { get; private set; }
        public DateTimeOffset At { get; private set; }
        public string Reasons { get; private set; } = "";
        public IReadOnlyList<OutcomeOf> Outcomes { get; private set; } = [];
    }
}

namespace Interviewing.Application.Shared
{
    using Interviewing.Application.Decisions;

    public partial interface IInterviewDb
    {
        DbSet<Decision> Decisions => Set<Decision>();
    }
}
