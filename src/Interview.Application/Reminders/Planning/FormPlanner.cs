using System.Globalization;
using Interviewing.Application.Procedures;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders.Planning;

/// <summary>
/// After an interview, as long as a form is missing: its member, again each working day, and once the owner of the procedure and then who steps in for the owner.
/// </summary>
internal sealed class FormPlanner(IInterviewDb db) : IReminderPlanner
{
    public const string ToOwner = "owner";
    public const string ToDelegate = "delegate";

    public Topic Topic => Topic.Procedure;

    public IReadOnlyCollection<ReminderKind> Kinds { get; } = [ReminderKind.MissingScorecard, ReminderKind.ScorecardEscalated];

    public async Task<IReadOnlyList<Wanted>> Plan(IReadOnlyCollection<Guid> cases, Surroundings around, CancellationToken ct)
    {
        var rows = await (from c in db.Scorecards.AsNoTracking()
                          where cases.Contains(c.ProcedureId) && c.SealedAt == null && c.ExcusedAt == null
                          join s in db.PanelSeats on c.SeatId equals s.Id
                          where s.RemovedAt == null
                          join p in db.Procedures on c.ProcedureId equals p.Id
                          where p.Status != ProcedureStatus.Decided && p.Status != ProcedureStatus.Closed && p.Status != ProcedureStatus.Anonymised
                          join i in db.Interviews on c.CandidateId equals i.CandidateId
                          where i.Status != InterviewStatus.Cancelled && i.Status != InterviewStatus.NoShow
                          select new { Card = c.Id, c.ProcedureId, Seat = s, Interview = i, p.OwnerId }).ToListAsync(ct);
        if (rows.Count == 0) return [];
        await around.Know(rows.SelectMany(r => new[] { r.OwnerId, Seats.ReceiverOf(r.Seat) }), ct);
        await around.Know(rows.Select(r => around.WishesOf(r.OwnerId)?.DelegateId).OfType<Guid>(), ct);
        return [.. rows.GroupBy(r => r.Card).Select(g => g.MaxBy(r => r.Interview.When.Utc)!).SelectMany(r => Of(r.ProcedureId, r.Card, r.Seat, r.Interview, r.OwnerId, around))];
    }

    private static IEnumerable<Wanted> Of(Guid procedure, Guid card, PanelSeat seat, Interview interview, Guid owner, Surroundings around)
    {
        var (member, kind, when) = (Seats.ReceiverOf(seat), seat.PersonId is null ? ReceiverKind.Guest : ReceiverKind.Person, interview.When);
        var over = when.Utc.AddMinutes(interview.Minutes);
        var (rule, further) = (around.Rules[ReminderKind.MissingScorecard], around.Rules[ReminderKind.ScorecardEscalated]);
        var asked = around.Wants(ReminderKind.MissingScorecard, member);
        var nudges = Nudges(over, rule, around.HoursOf(member, rule.Alone || kind != ReceiverKind.Person, when.Zone), around.HoursOf(member, alone: true, when.Zone)).Take(Math.Max(rule.Most!.Value, further.Most!.Value + 1)).ToList();
        if (asked)
        {
            var anchor = when.Local.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
            foreach (var (nudge, i) in nudges.Take(rule.Most.Value).Select((n, i) => (n, i)))
            {
                var alone = rule.Alone || nudge.AboutNow || kind != ReceiverKind.Person;
                var at = around.PutOff(ReminderKind.MissingScorecard, card, member, nudge.At, around.HoursOf(member, alone, when.Zone));
                yield return new(procedure, ReminderKind.MissingScorecard, card, kind, member, $"{anchor}/{i + 1}", at, null, alone, After: true);
            }
        }
        if (!around.Wants(ReminderKind.ScorecardEscalated, owner)) yield break;
        var hours = further.Steps.Where(s => s.Unit == StepUnit.Hours).Select(s => around.HoursOf(member, true, when.Zone).AfterOpenHours(over, s.Amount));
        var unanswered = asked && rule.Most >= further.Most ? nudges.Skip(further.Most.Value).Select(n => n.At).Take(1) : [];
        if (!unanswered.Concat(hours).Any()) yield break;
        var first = around.HoursOf(owner, further.Alone).Forward(unanswered.Concat(hours).Min());
        yield return new(procedure, ReminderKind.ScorecardEscalated, card, ReceiverKind.Person, owner, ToOwner, first, null, further.Alone, After: true);

        if (around.WishesOf(owner)?.DelegateId is not { } other || !around.Wants(ReminderKind.ScorecardEscalated, other)) yield break;
        foreach (var step in further.Steps.Where(s => s.Unit == StepUnit.WorkingDays).Take(1))
        {
            var open = around.HoursOf(other, further.Alone);
            var at = open.Forward(open.Moment(open.WorkingDay(open.DayOf(first), step.Amount), further.Hour));
            yield return new(procedure, ReminderKind.ScorecardEscalated, card, ReceiverKind.Person, other, ToDelegate, at, null, further.Alone, After: true);
        }
    }

    // The steps after the end of the talk, then each following working day at the hour of the rule, without end.
    private static IEnumerable<(DateTimeOffset At, bool AboutNow)> Nudges(DateTimeOffset over, Rule rule, OpenHours open, OpenHours atOnce)
    {
        var last = over;
        foreach (var step in rule.Steps)
        {
            last = step.Unit == StepUnit.Hours ? atOnce.Forward(over.AddHours(step.Amount)) : open.Forward(open.Moment(step.From(open.DayOf(over), open), rule.Hour));
            yield return (last, step.Unit == StepUnit.Hours);
        }
        for (var day = open.WorkingDay(open.DayOf(last), 1); ; day = open.WorkingDay(day, 1)) yield return (open.Forward(open.Moment(day, rule.Hour)), false);
    }
}
