using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders
{
    /// <summary>
    /// The rule of one kind of reminder, as the administrator wants it. <see cref="Most"/> is how often at most (a missing form, a check-in), or after how many
    /// unanswered ones somebody else is told (escalation); null where there is nothing to count.
    /// </summary>
    public sealed record Rule(bool On, IReadOnlyList<Step> Steps, TimeOnly Hour, int? Most, bool Alone);

    /// <summary>A rule that differs from the one the product comes with.</summary>
    public sealed class Policy : Root
    {
        private Policy() { }

        public Policy(ReminderKind kind, Rule rule)
        {
            Kind = kind;
            Become(rule);
        }

        public ReminderKind Kind { get; private set; }
        public Rule Rule { get; private set; } = null!;

        public void Become(Rule rule)
        {
            var usual = Policies.Usual(Kind);
            Refuse.FieldIf(rule.Steps.Count == 0 && usual.Steps.Count > 0, "steps", "reminders.steps-missing");
            Refuse.FieldIf(rule.Steps.Count > 8 || (rule.Steps.Count > 0 && usual.Steps.Count == 0), "steps", "reminders.steps-many", 8);
            foreach (var (step, i) in rule.Steps.Select((s, i) => (s, i)))
                Refuse.FieldIf(!Policies.Allows(Kind, step), $"steps[{i}]", "reminders.step-wrong");
            Refuse.FieldIf(rule.Steps.Distinct().Count() != rule.Steps.Count, "steps", "reminders.step-twice");
            Refuse.FieldIf(rule.Hour < OpenTimes.Earliest || rule.Hour > OpenTimes.Latest, "hour", "reminders.hour-wrong");
            Refuse.FieldIf((rule.Most is null) != (usual.Most is null) || rule.Most is < 1 or > 20, "most", "reminders.most-wrong", 20);
            Refuse.FieldIf(rule.Alone != usual.Alone && !Policies.MayBeBundled(Kind), "alone", "reminders.always-alone");
            Rule = rule with { Steps = [.. rule.Steps] };
            Touch();
        }
    }

    /// <summary>The rules in force: the administrator's where there is one, else the product's own.</summary>
    public static class Policies
    {
        private static readonly TimeOnly Nine = new(9, 0);

        /// <summary>Every kind that has a rule, in the order in which they are shown. The others answer an act of somebody and leave at once.</summary>
        public static readonly IReadOnlyList<ReminderKind> Kinds =
        [
            ReminderKind.InterviewComing, ReminderKind.PanelInterviewComing, ReminderKind.InterviewSoon, ReminderKind.MissingScorecard, ReminderKind.ScorecardEscalated,
            ReminderKind.DisagreementToDiscuss, ReminderKind.ConsensusDue, ReminderKind.DecisionDue, ReminderKind.RejectionLettersDue, ReminderKind.RetentionEnding,
            ReminderKind.PlanActionDue, ReminderKind.CheckIn, ReminderKind.ReviewWaiting, ReminderKind.ReviewWindowEnding,
        ];

        public static bool HasRule(ReminderKind kind) => Kinds.Contains(kind);

        /// <summary>What the product comes with.</summary>
        public static Rule Usual(ReminderKind kind) => kind switch
        {
            ReminderKind.InterviewComing => new(true, [new(-2, StepUnit.WorkingDays), new(-1, StepUnit.Days)], Nine, null, true),
            ReminderKind.PanelInterviewComing => new(true, [new(-1, StepUnit.Days)], Nine, null, true),
            ReminderKind.InterviewSoon => new(true, [new(-1, StepUnit.Hours)], Nine, null, true),
            ReminderKind.MissingScorecard => new(true, [new(1, StepUnit.Hours)], Nine, 5, false),
            ReminderKind.ScorecardEscalated => new(true, [new(24, StepUnit.Hours), new(3, StepUnit.WorkingDays)], Nine, 2, true),
            ReminderKind.DisagreementToDiscuss => new(true, [], Nine, null, true),
            ReminderKind.ConsensusDue => new(true, [new(1, StepUnit.WorkingDays), new(3, StepUnit.WorkingDays)], Nine, null, false),
            ReminderKind.DecisionDue or ReminderKind.RejectionLettersDue or ReminderKind.RetentionEnding => new(true, [new(-7, StepUnit.WorkingDays), new(-1, StepUnit.WorkingDays)], Nine, null, false),
            ReminderKind.PlanActionDue => new(true, [new(-14, StepUnit.Days), new(-7, StepUnit.Days), new(-1, StepUnit.Days), new(1, StepUnit.Days)], Nine, null, false),
            ReminderKind.CheckIn => new(true, [new(2, StepUnit.Weeks)], Nine, 6, false),
            ReminderKind.ReviewWindowEnding => new(true, [new(-6, StepUnit.Weeks), new(-2, StepUnit.Weeks), new(-2, StepUnit.WorkingDays)], Nine, null, false),
            _ => new(true, [], Nine, null, true),
        };

        /// <summary>A candidate gets no bundles, and what is about the next hour or just happened cannot wait for one.</summary>
        public static bool MayBeBundled(ReminderKind kind) => HasRule(kind) && kind is not (ReminderKind.InterviewComing or ReminderKind.InterviewSoon or ReminderKind.DisagreementToDiscuss or ReminderKind.ReviewWaiting);

        public static bool Allows(ReminderKind kind, Step step) => kind switch
        {
            ReminderKind.InterviewComing or ReminderKind.PanelInterviewComing => step is { Amount: >= -60 and < 0 },
            ReminderKind.InterviewSoon => step is { Unit: StepUnit.Hours, Amount: >= -12 and < 0 },
            ReminderKind.MissingScorecard => step is { Amount: > 0 and <= 60 },
            ReminderKind.ScorecardEscalated => step is { Unit: StepUnit.Hours or StepUnit.WorkingDays, Amount: > 0 and <= 200 },
            ReminderKind.ConsensusDue => step is { Unit: not StepUnit.Hours, Amount: > 0 and <= 60 },
            ReminderKind.DecisionDue or ReminderKind.RejectionLettersDue or ReminderKind.RetentionEnding or ReminderKind.ReviewWindowEnding => step is { Unit: not StepUnit.Hours, Amount: >= -90 and < 0 },
            ReminderKind.PlanActionDue => step is { Unit: not StepUnit.Hours, Amount: >= -90 and <= 30 and not 0 },
            ReminderKind.CheckIn => step is { Unit: StepUnit.Weeks, Amount: >= Wishes.ShortestRhythm and <= Wishes.LongestRhythm },
            _ => false,
        };

        public static async Task<IReadOnlyDictionary<ReminderKind, Rule>> Rules(this IInterviewDb db, CancellationToken ct)
        {
            var changed = await db.ReminderPolicies.AsNoTracking().ToDictionaryAsync(p => p.Kind, p => p.Rule, ct);
            return Kinds.ToDictionary(k => k, k => changed.GetValueOrDefault(k) ?? Usual(k));
        }
    }
}

namespace Interviewing.Application.Shared
{
    using Interviewing.Application.Reminders;

    public partial interface IInterviewDb
    {
        DbSet<Policy> ReminderPolicies => Set<Policy>();
        DbSet<OpenTimes> OpenTimes => Set<OpenTimes>();
        DbSet<FreeDays> FreeDays => Set<FreeDays>();
        DbSet<Wishes> Wishes => Set<Wishes>();
        DbSet<SuspendedAddress> SuspendedAddresses => Set<SuspendedAddress>();
        DbSet<Deadlines> Deadlines => Set<Deadlines>();
        DbSet<PlanMark> PlanMarks => Set<PlanMark>();
        DbSet<Pulse> Pulses => Set<Pulse>();
    }
}
