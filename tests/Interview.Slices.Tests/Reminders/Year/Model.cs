using Interviewing.Application.Reminders;
using static Interviewing.Slices.Tests.Reminders.Year.Almanac;

namespace Interviewing.Slices.Tests.Reminders.Year;

/// <summary>A message that should leave: what about, to whom, when.</summary>
internal sealed record Expected(ReminderKind Kind, Guid Subject, Guid Receiver, DateTimeOffset At, string Zone, Func<DateTimeOffset, bool> Lives);

/// <summary>
/// What should be sent in the year, said as plainly as possible and without a line of the product: each rule in a sentence, moments by walking the almanac minute by
/// minute, bundles by going through each person's days.
/// </summary>
internal sealed class Model(Life life)
{
    private sealed record Item(ReminderKind Kind, Guid Subject, Guid Receiver, string Zone, DateTimeOffset At, DateTimeOffset? Event, bool Alone, Func<DateTimeOffset, bool> Lives);

    private readonly List<Item> items = [];

    public List<Expected> Messages()
    {
        foreach (var it in life.Cases) Of(it);
        foreach (var plan in life.Growing) Of(plan);
        foreach (var review in life.Reviews) Of(review);
        return [.. items.Where(i => i.At < Life.End).GroupBy(i => i.Receiver).SelectMany(Sent).Where(m => m.At < Life.End)];
    }

    private void Of(CaseFact it)
    {
        foreach (var talk in it.Talks)
        {
            var versions = new List<(DateTime Local, DateTimeOffset Known, DateTimeOffset Until)> { (talk.Local, talk.PlannedAt, talk.MovedAt ?? talk.CancelledAt ?? DateTimeOffset.MaxValue) };
            if (talk.MovedTo is { } to) versions.Add((to, talk.MovedAt!.Value, DateTimeOffset.MaxValue));
            foreach (var (local, known, until) in versions)
            {
                var day = DateOnly.FromDateTime(local);
                var start = At(day, local.Hour, local.Minute, talk.Zone);
                bool On(DateTimeOffset t) => t < until && t < start;
                // Two working days before and one day before, at the hour of the talk, or the last open minute before that.
                AddOnce(ReminderKind.InterviewComing, talk.Id, talk.Candidate, talk.Zone, known, [At(WorkingDay(day, -2, talk.Zone), local.Hour, local.Minute, talk.Zone), At(day.AddDays(-1), local.Hour, local.Minute, talk.Zone)], start, On);
                foreach (var member in it.Panel) AddOnce(ReminderKind.PanelInterviewComing, talk.Id, member.Id, member.Zone, known, [At(day.AddDays(-1), local.Hour, local.Minute, talk.Zone)], start, On);
                foreach (var form in it.Forms.Where(f => f.Candidate == talk.Candidate)) Missing(it, form, start.AddMinutes(talk.Minutes), t => t < until && !(talk.CancelledAt <= t) && !(form.SealedAt <= t) && !(it.DecidedAt <= t));
            }
        }
        foreach (var candidate in it.FarApart.Keys)
        {
            // As soon as the last form is in, if the scores are far apart.
            if (Revealed(it, candidate) is { } revealed && it.FarApart[candidate])
                items.Add(new(ReminderKind.DisagreementToDiscuss, candidate, it.Chair.Id, it.Chair.Zone, Forward(revealed, it.Chair.Zone), null, true, t => !(it.DecidedAt <= t)));
        }
        // One and three working days after all forms are in.
        if (it.FarApart.Keys.All(c => Revealed(it, c) is not null))
        {
            var day = Day(it.FarApart.Keys.Max(c => Revealed(it, c)!.Value), it.Chair.Zone);
            foreach (var after in new[] { 1, 3 }) items.Add(new(ReminderKind.ConsensusDue, it.Id, it.Chair.Id, it.Chair.Zone, At(WorkingDay(day, after, it.Chair.Zone), 9, 0, it.Chair.Zone), null, false, t => !(it.DecidedAt <= t)));
        }
        Deadline(ReminderKind.DecisionDue, it.Id, it.Chair, it.AgreedAt, it.DecideBy, t => !(it.DecidedAt <= t));
        Deadline(ReminderKind.RejectionLettersDue, it.Id, it.Owner, it.AgreedAt, it.TellBy, t => !(it.ToldAt <= t));
        if (it.DecidedAt is { } decided) Deadline(ReminderKind.RetentionEnding, it.Id, it.Owner, decided, Day(decided, it.Owner.Zone).AddDays(28), _ => true);
    }

    private void Missing(CaseFact it, FormFact form, DateTimeOffset over, Func<DateTimeOffset, bool> missing)
    {
        var zone = form.Member.Zone;
        // An hour after the talk, then nine o'clock on each following working day, five in all.
        List<DateTimeOffset> nudges = [Forward(over.AddHours(1), zone)];
        for (var day = WorkingDay(Day(nudges[0], zone), 1, zone); nudges.Count < 5; day = WorkingDay(day, 1, zone)) nudges.Add(At(day, 9, 0, zone));
        foreach (var (nudge, i) in nudges.Select((n, i) => (n, i))) items.Add(new(ReminderKind.MissingScorecard, form.Id, form.Member.Id, zone, nudge, null, i == 0, missing));
        // To the owner when the third would be due, or after 24 open hours, whichever comes first; three working days later to who steps in.
        var hours = AfterOpenHours(over, 24, zone);
        var owner = Forward(hours < nudges[2] ? hours : nudges[2], it.Owner.Zone);
        items.Add(new(ReminderKind.ScorecardEscalated, form.Id, it.Owner.Id, it.Owner.Zone, owner, null, true, missing));
        if (it.Delegate is { } other) items.Add(new(ReminderKind.ScorecardEscalated, form.Id, other.Id, other.Zone, At(WorkingDay(Day(owner, other.Zone), 3, other.Zone), 9, 0, other.Zone), null, true, missing));
    }

    private void Deadline(ReminderKind kind, Guid subject, Somebody who, DateTimeOffset known, DateOnly by, Func<DateTimeOffset, bool> open)
    {
        foreach (var before in new[] { -7, -1 })
        {
            var at = At(WorkingDay(by, before, who.Zone), 9, 0, who.Zone);
            if (at > known) items.Add(new(kind, subject, who.Id, who.Zone, at, At(by.AddDays(1), 0, 0, who.Zone), false, open));
        }
    }

    private void Of(PlanFact plan)
    {
        var (zone, who) = (plan.Employee.Zone, plan.Employee.Id);
        bool Active(DateTimeOffset t) => !(plan.EndedAt <= t);
        bool Heard(DateTimeOffset t) => !life.ActionsMutedAt.TryGetValue(who, out var muted) || t < muted;
        foreach (var action in plan.Actions)
        {
            bool Open(DateTimeOffset t) => Active(t) && Heard(t) && !(action.DoneAt <= t);
            // Fourteen, seven and one day before; those that fall together are one.
            foreach (var at in new[] { -14, -7, -1 }.Select(d => Back(At(action.Due.AddDays(d), 9, 0, zone), zone)).Distinct().Where(at => at > plan.ActiveAt))
                items.Add(new(ReminderKind.PlanActionDue, action.Id, who, zone, at, At(action.Due.AddDays(1), 0, 0, zone), false, Open));
            items.Add(new(ReminderKind.PlanActionDue, action.Id, who, zone, Forward(At(action.Due.AddDays(1), 9, 0, zone), zone), null, false, Open));
        }
        // In the own rhythm since the plan began or something was done in it; at most six times; as long as an action is open.
        List<DateTimeOffset> starts = [plan.ActiveAt, .. plan.Actions.Select(a => a.DoneAt).OfType<DateTimeOffset>().Order()];
        foreach (var (from, i) in starts.Select((s, i) => (s, i)))
        {
            var until = i + 1 < starts.Count ? starts[i + 1] : DateTimeOffset.MaxValue;
            for (var n = 1; n <= 6; n++)
            {
                var at = Forward(At(Day(from, zone).AddDays(7 * plan.Rhythm * n), 9, 0, zone), zone);
                items.Add(new(ReminderKind.CheckIn, plan.Id, who, zone, at, null, false, t => t >= from && t < until && Active(t) && plan.Actions.Any(a => !(a.DoneAt <= t))));
            }
        }
    }

    private void Of(ReviewFact review)
    {
        foreach (var who in new[] { review.Employee, review.Manager })
            foreach (var day in new[] { review.WindowEnd.AddDays(-42), review.WindowEnd.AddDays(-14), WorkingDay(review.WindowEnd, -2, who.Zone) })
            {
                var at = Back(At(day, 9, 0, who.Zone), who.Zone);
                if (at > review.StartedAt) items.Add(new(ReminderKind.ReviewWindowEnding, review.Id, who.Id, who.Zone, at, At(review.WindowEnd.AddDays(1), 0, 0, who.Zone), false, t => !(review.TalkedAt <= t)));
            }
    }

    private void AddOnce(ReminderKind kind, Guid subject, Guid receiver, string zone, DateTimeOffset known, IEnumerable<DateTimeOffset> moments, DateTimeOffset start, Func<DateTimeOffset, bool> on)
    {
        foreach (var at in moments.Select(m => Back(m, zone)).Distinct().Where(at => at > known)) items.Add(new(kind, subject, receiver, zone, at, start, true, on));
    }

    private static DateTimeOffset? Revealed(CaseFact it, Guid candidate)
    {
        var forms = it.Forms.Where(f => f.Candidate == candidate).ToList();
        return forms.TrueForAll(f => f.SealedAt is not null) ? forms.Max(f => f.SealedAt) : null;
    }

    // One person's year, moment by moment: what goes alone goes; the rest goes in the first bundle of the day, or the next day, or alone when less than a day would be left.
    private static IEnumerable<Expected> Sent(IGrouping<Guid, Item> person)
    {
        var zone = person.First().Zone;
        SortedDictionary<DateTimeOffset, List<Item>> agenda = [];
        void Put(DateTimeOffset at, Item item) => (agenda.TryGetValue(at, out var list) ? list : agenda[at] = []).Add(item);
        foreach (var item in person) Put(item.At, item);
        DateOnly? bundled = null;
        while (agenda.Count > 0)
        {
            var now = agenda.Keys.First();
            var due = agenda[now];
            agenda.Remove(now);
            // Of one series only the newest still says something.
            bool Newest(Item item) => !person.Any(o => (o.Kind, o.Subject) == (item.Kind, item.Subject) && o.At > item.At && o.At <= now && o.Lives(o.At));
            foreach (var item in due.Where(i => i.Alone && i.Lives(now))) yield return new(item.Kind, item.Subject, item.Receiver, now, zone, item.Lives);
            var together = due.Where(i => !i.Alone && i.Lives(now) && Newest(i)).ToList();
            if (together.Count == 0) continue;
            if (bundled != Day(now, zone))
            {
                bundled = Day(now, zone);
                foreach (var item in together) yield return new(item.Kind, item.Subject, item.Receiver, now, zone, item.Lives);
                continue;
            }
            var next = At(WorkingDay(Day(now, zone), 1, zone), 9, 0, zone);
            foreach (var item in together)
            {
                if (item.Event < next.AddHours(24)) yield return new(item.Kind, item.Subject, item.Receiver, now, zone, item.Lives);
                else Put(next, item);
            }
        }
    }
}
