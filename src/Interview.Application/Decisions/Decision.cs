using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Decisions
{
    /// <summary>What the chair says about one candidate, apart from every number.</summary>
    public enum Advice { Appointable, WithAttention, NotAppointable }

    /// <summary>Advice about one candidate, with a sentence of its own; without one only where the advice says it all.</summary>
    public sealed record AdviceOn(Guid Candidate, Advice Advice, string? Reason);

    /// <summary>
    /// What is chosen. Nobody appointed is an outcome too; a reserve candidate has agreed to be kept until a day. <see cref="LowerReason"/> is needed when
    /// somebody is chosen whose total is lower than another's.
    /// </summary>
    public sealed record Choice(Guid? Appointed, Guid? Reserve = null, DateOnly? ReserveUntil = null, string? LowerReason = null);

    /// <summary>A named person's advice about every candidate of a procedure and the choice between them, with reasons. Made once; there is no verb that changes it.</summary>
    public sealed class Decision : Root
    {
        public const int LongestReasons = 8000, LongestReason = 1000;

        private Decision() { }

        public Decision(Guid procedure, Guid by, string reasons, IReadOnlyList<AdviceOn> advice, Choice choice, IReadOnlyCollection<Guid> candidates, bool isLower, DateTimeOffset now)
        {
            Refuse.FieldIf(string.IsNullOrWhiteSpace(reasons), "reasons", "decisions.reasons-missing");
            Refuse.FieldIf(reasons.Length > LongestReasons, "reasons", "decisions.reasons-long", LongestReasons);
            Refuse.FieldIf(advice.Select(a => a.Candidate).Distinct().Count() != advice.Count || !candidates.ToHashSet().SetEquals(advice.Select(a => a.Candidate)), "advice", "decisions.every-candidate");
            var wrong = advice.SelectMany(a => Faults(a)).ToList();
            if (wrong.Count > 0) throw new Refusal(wrong);
            bool CanBeChosen(Guid candidate) => advice.Any(a => a.Candidate == candidate && a.Advice != Advice.NotAppointable);
            Refuse.FieldIf(choice.Appointed is { } chosen && !CanBeChosen(chosen), "appointed", "decisions.not-appointable");
            Refuse.FieldIf(choice.Reserve is { } reserve && (!CanBeChosen(reserve) || reserve == choice.Appointed), "reserve", "decisions.not-appointable");
            var today = DateOnly.FromDateTime(now.UtcDateTime);
            Refuse.FieldIf(choice.Reserve is not null && (choice.ReserveUntil is not { } until || until <= today || until > today.AddYears(2)), "reserveUntil", "decisions.reserve-until");
            Refuse.FieldIf(choice.LowerReason is { Length: > LongestReason }, "lowerReason", "decisions.reason-long", LongestReason);
            Refuse.FieldIf(isLower && string.IsNullOrWhiteSpace(choice.LowerReason), "lowerReason", "decisions.lower-reason");
            (ProcedureId, By, Reasons, At) = (procedure, by, reasons.Trim(), now);
            Advised = [.. advice.Select(a => a with { Reason = Text(a.Reason) })];
            (AppointedId, ReserveId, ReserveUntil, LowerReason) = (choice.Appointed, choice.Reserve, choice.Reserve is null ? null : choice.ReserveUntil, Text(choice.LowerReason));
        }

        public Guid ProcedureId { get; private set; }
        public Guid By { get; private set; }
        public DateTimeOffset At { get; private set; }
        public string Reasons { get; private set; } = "";
        public IReadOnlyList<AdviceOn> Advised { get; private set; } = [];
        public Guid? AppointedId { get; private set; }
        public Guid? ReserveId { get; private set; }
        public DateOnly? ReserveUntil { get; private set; }
        public string? LowerReason { get; private set; }

        // Whoever is turned down, or appointed with something to look after, hears why.
        private static IEnumerable<Reason> Faults(AdviceOn one)
        {
            if (!Enum.IsDefined(one.Advice)) yield return new("decisions.every-candidate", $"advice.{one.Candidate}");
            if (one.Advice != Advice.Appointable && string.IsNullOrWhiteSpace(one.Reason)) yield return new("decisions.reason-missing", $"reason.{one.Candidate}");
            if (one.Reason is { Length: > LongestReason }) yield return new("decisions.reason-long", $"reason.{one.Candidate}", LongestReason);
        }

        private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }
}

namespace Interviewing.Application.Shared
{
    using Interviewing.Application.Decisions;

    public partial interface IInterviewDb
    {
        DbSet<Decision> Decisions => Set<Decision>();
        DbSet<CandidateFeedback> CandidateFeedback => Set<CandidateFeedback>();
        DbSet<Dossier> Dossiers => Set<Dossier>();
        DbSet<DossierCopy> DossierCopies => Set<DossierCopy>();
    }
}
