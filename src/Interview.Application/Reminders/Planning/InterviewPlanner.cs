using Interviewing.Application.Procedures;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders.Planning;

/// <summary>Before an interview: the candidate, and everybody who sits in the panel.</summary>
internal sealed class InterviewPlanner(IInterviewDb db) : IReminderPlanner
{
    public Topic Topic => Topic.Procedure;

    public IReadOnlyCollection<ReminderKind> Kinds { get; } = [ReminderKind.InterviewComing, ReminderKind.PanelInterviewComing];

    public async Task<IReadOnlyList<Wanted>> Plan(IReadOnlyCollection<Guid> cases, Surroundings around, CancellationToken ct)
    {
        var now = around.Now;
        var coming = await db.Interviews.AsNoTracking().Where(i => cases.Contains(i.ProcedureId) && i.Status == InterviewStatus.Planned && i.When.Utc > now).ToListAsync(ct);
        if (coming.Count == 0) return [];
        var seats = (await db.PanelSeats.AsNoTracking().Where(s => cases.Contains(s.ProcedureId) && s.RemovedAt == null).ToListAsync(ct)).ToLookup(s => s.ProcedureId);
        await around.Know([.. coming.Select(i => i.CandidateId), .. seats.SelectMany(s => s).Select(Seats.ReceiverOf)], ct);
        return
        [
            .. coming.SelectMany(i => Of(i, ReminderKind.InterviewComing, ReceiverKind.Candidate, i.CandidateId, around)),
            .. coming.SelectMany(i => seats[i.ProcedureId].SelectMany(s => Of(i, ReminderKind.PanelInterviewComing, s.PersonId is null ? ReceiverKind.Guest : ReceiverKind.Person, Seats.ReceiverOf(s), around))),
        ];
    }

    private static IEnumerable<Wanted> Of(Interview interview, ReminderKind kind, ReceiverKind receiverKind, Guid receiver, Surroundings around)
    {
        if (!around.Wants(kind, receiver)) yield break;
        var rule = around.Rules[kind];
        var alone = rule.Alone || receiverKind != ReceiverKind.Person;
        var open = around.HoursOf(receiver, alone, interview.When.Zone);
        foreach (var step in rule.Steps)
        {
            // By itself it keeps the wall time of the interview; in a bundle it leaves with the others.
            var raw = alone || step.Unit == StepUnit.Hours ? step.From(interview.When, open) : open.Moment(step.From(open.DayOf(interview.When.Utc), open), rule.Hour);
            var at = around.PutOff(kind, interview.Id, receiver, open.Back(raw), open);
            yield return new(interview.ProcedureId, kind, interview.Id, receiverKind, receiver, $"{interview.Occurrence}/{step}", at, interview.When.Utc, alone || step.Unit == StepUnit.Hours);
        }
    }
}

internal static class Seats
{
    public static Guid ReceiverOf(PanelSeat seat) => seat.PersonId ?? seat.GuestLinkId!.Value;

    /// <summary>Who leads the talks: the chair where there is one, else the owner.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Guid>> Leaders(this IInterviewDb db, IReadOnlyCollection<Guid> procedures, CancellationToken ct) =>
        await db.Procedures.AsNoTracking().Where(p => procedures.Contains(p.Id))
            .Select(p => new { p.Id, Leader = p.Seats.Where(s => s.Kind == SeatKind.Chair && s.RemovedAt == null && s.PersonId != null).Select(s => s.PersonId).FirstOrDefault() ?? p.OwnerId })
            .ToDictionaryAsync(p => p.Id, p => p.Leader, ct);
}
