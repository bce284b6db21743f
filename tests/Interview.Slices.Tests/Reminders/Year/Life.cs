using Interviewing.Application.Competencies;
using Interviewing.Application.Decisions;
using Interviewing.Application.Development;
using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Reminders;
using Interviewing.Application.Reviews;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Interviewing.Infrastructure.Persistence;
using Interviewing.Slices.Tests.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Reminders.Year;

/// <summary>Something that happens in the year, to the nouns themselves.</summary>
internal sealed record Happening(DateTimeOffset At, Func<InterviewDb, DateTimeOffset, Task> Do);

internal sealed record Somebody(Guid Id, string Zone);

internal sealed record TalkFact(Guid Procedure, Guid Id, Guid Candidate, DateTimeOffset PlannedAt, DateTime Local, string Zone, int Minutes, DateTimeOffset? MovedAt, DateTime? MovedTo, DateTimeOffset? CancelledAt);

internal sealed record FormFact(Guid Id, Guid Candidate, Somebody Member, DateTimeOffset? SealedAt);

internal sealed record CaseFact(Guid Id, Somebody Owner, Somebody? Delegate, Somebody Chair, IReadOnlyList<Somebody> Panel, IReadOnlyList<TalkFact> Talks, IReadOnlyList<FormFact> Forms, IReadOnlyDictionary<Guid, bool> FarApart,
    DateTimeOffset AgreedAt, DateOnly DecideBy, DateOnly TellBy, DateTimeOffset? DecidedAt, DateTimeOffset? ToldAt);

internal sealed record ActionFact(Guid Id, DateOnly Due, DateTimeOffset? DoneAt);

internal sealed record PlanFact(Guid Id, Somebody Employee, DateTimeOffset ActiveAt, int Rhythm, IReadOnlyList<ActionFact> Actions, DateTimeOffset? EndedAt);

internal sealed record ReviewFact(Guid Id, Somebody Employee, Somebody Manager, DateTimeOffset StartedAt, DateOnly WindowEnd, DateTimeOffset? TalkedAt);

/// <summary>
/// A year in the life of four hundred people in two countries, drawn once: who plans, scores, decides, does and forgets what and when. The same facts feed the
/// product (as happenings) and the model of what it should send.
/// </summary>
internal sealed class Life
{
    public static readonly DateTimeOffset Start = new(2026, 9, 14, 6, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset End = Start.AddDays(365);

    private const int Procedures = 45;
    private const int Plans = 150;
    private const int Talks = 80;
    private readonly Random dice = new(20260914);

    public List<Somebody> People { get; } = [];
    public List<CaseFact> Cases { get; } = [];
    public List<PlanFact> Growing { get; } = [];
    public List<ReviewFact> Reviews { get; } = [];
    public Dictionary<Guid, DateTimeOffset> ActionsMutedAt { get; } = [];
    public List<Happening> Happenings { get; } = [];

    public async Task Begin(InterviewDb db)
    {
        var (profile, frozen, guide) = await Vacancy.Freeze(db, ScoredItems.Competencies, Start);
        for (var i = 0; i < 400; i++)
        {
            var zone = i % 2 == 0 ? Almanac.Netherlands : Almanac.Belgium;
            var person = new Person($"Mens {i:D3}", $"mens{i:D3}@waterveen.example", (i % 3) switch { 0 => "nl", 1 => "fr", _ => "en" }, zone);
            db.Add(person);
            People.Add(new(person.Id, zone));
            if (i < 20) db.Add(new RoleAssignment(person.Id, Role.Recruiter, Scope.Organisation));
        }
        // Half of the owners have somebody who steps in.
        for (var i = 0; i < 20; i += 2)
        {
            var wishes = new Wishes(ReceiverKind.Person, People[i].Id);
            wishes.Prefer(null, null, People[(i + 3) % 20].Id);
            db.Add(wishes);
        }
        await db.SaveChangesAsync();
        var document = await db.Set<FrozenDocument>().FirstAsync(d => d.Id == frozen);
        for (var i = 0; i < Procedures; i++) await MakeCase(db, profile, document, guide);
        for (var i = 0; i < Plans; i++) MakePlan(i);
        await MakeReviews(db, profile);
        foreach (var person in People.Skip(100).Where((_, i) => i % 9 == 0))
        {
            ActionsMutedAt[person.Id] = Some(1, 300);
            Happenings.Add(new(ActionsMutedAt[person.Id], async (db, _) =>
            {
                var wishes = await db.Set<Wishes>().FirstOrDefaultAsync(w => w.Id == person.Id);
                if (wishes is null) db.Add(wishes = new Wishes(ReceiverKind.Person, person.Id));
                wishes.Mute(ReminderKind.PlanActionDue);
            }));
        }
        Happenings.RemoveAll(h => h.At >= End);
        Happenings.Sort((a, b) => a.At.CompareTo(b.At));
        await db.SaveChangesAsync();
    }

    private async Task MakeCase(InterviewDb db, Guid profile, FrozenDocument document, FrozenGuide guide)
    {
        var ownerAt = dice.Next(20);
        var (owner, chair, panel) = (People[ownerAt], Anybody(), new List<Somebody>());
        while (panel.Count < 2) if (Anybody() is var member && member != chair && !panel.Contains(member)) panel.Add(member);
        var procedure = new Procedure($"Vacature {Cases.Count + 1}", profile, false, owner.Id, Start);
        procedure.Use(document, profile, false);
        procedure.SeatPerson(chair.Id, SeatKind.Chair, false, Start);
        var seats = panel.Select(p => procedure.SeatPerson(p.Id, SeatKind.Member, true, Start)).ToList();
        db.Add(procedure);
        var begin = Some(3, 300);
        List<TalkFact> talks = [];
        List<FormFact> forms = [];
        Dictionary<Guid, bool> apart = [];
        for (var c = 0; c < 2; c++)
        {
            var candidate = new Candidate(procedure.Id, procedure.NextNumber(), Start);
            db.AddRange(candidate, new CandidateIdentity(candidate.Id, $"Kandidaat {candidate.Number}", $"k{candidate.Number}.{Cases.Count}@post.example", null, "nl"));
            apart[candidate.Id] = dice.Next(3) == 0;
            var talk = MakeTalk(procedure.Id, candidate.Id, chair.Zone, begin);
            talks.Add(talk);
            var over = (talk.MovedTo ?? talk.Local).AddMinutes(talk.Minutes);
            var last = default(DateTimeOffset?);
            foreach (var (seat, i) in seats.Select((s, i) => (s, i)))
            {
                var card = new Scorecard(procedure.Id, candidate.Id, seat.Id);
                db.Add(card);
                // From half an hour to nine days after the talk; some never.
                DateTimeOffset? seals = talk.CancelledAt is null && dice.Next(9) > 0 ? Almanac.At(DateOnly.FromDateTime(over), over.Hour, over.Minute, talk.Zone).AddMinutes((dice.Next(3) == 0 ? 30 : dice.Next(60, 9 * 24 * 60)) / 10 * 10 + 3) : null;
                forms.Add(new(card.Id, candidate.Id, panel[i], seals));
                if (seals is { } when) Happenings.Add(new(when, (db, now) => Seal(db, card.Id, guide, apart[candidate.Id] && i == 0 ? 5 : 3, now)));
                last = seals is null || last > seals ? last : seals;
            }
        }
        var settled = forms.TrueForAll(f => f.SealedAt is not null) ? forms.Max(f => f.SealedAt!.Value) : (DateTimeOffset?)null;
        DateTimeOffset? decided = settled is { } all && dice.Next(4) > 0 ? all.AddMinutes(dice.Next(6, 15 * 144) * 10 + 2) : null;
        DateTimeOffset? told = decided is { } d && dice.Next(3) > 0 ? d.AddMinutes(dice.Next(10, 9 * 144) * 10 + 4) : null;
        var agreed = begin.AddMinutes(7);
        var decideBy = Almanac.Day(begin, owner.Zone).AddDays(dice.Next(15, 60));
        var tellBy = decideBy.AddDays(dice.Next(2, 20));
        Happenings.Add(new(agreed, (db, _) =>
        {
            Deadlines deadlines = new(procedure.Id);
            deadlines.Agree(decideBy, tellBy, Almanac.Day(agreed, owner.Zone));
            db.Add(deadlines);
            return Task.CompletedTask;
        }));
        if (decided is { } decision) Happenings.Add(new(decision, async (db, now) =>
        {
            var it = await db.Set<Procedure>().FirstAsync(p => p.Id == procedure.Id);
            var candidates = await db.Set<Candidate>().Where(c => c.ProcedureId == it.Id).Select(c => c.Id).ToListAsync();
            db.Add(new Decision(it.Id, chair.Id, "Zo besloten.", [.. candidates.Select(c => new AdviceOn(c, Advice.NotAppointable, "Zo besloten."))], new Choice(null), candidates, false, now));
            it.Decide();
        }));
        if (told is { } heard) Happenings.Add(new(heard, async (db, now) => (await db.Set<Deadlines>().FirstAsync(x => x.Id == procedure.Id)).Told(owner.Id, now)));
        Cases.Add(new(procedure.Id, owner, ownerAt % 2 == 0 ? People[(ownerAt + 3) % 20] : null, chair, [chair, .. panel], talks, forms, apart, agreed, decideBy, tellBy, decided, told));
    }

    private TalkFact MakeTalk(Guid procedure, Guid candidate, string zone, DateTimeOffset begin)
    {
        var planned = begin.AddMinutes(dice.Next(1, 300) * 10 + 1);
        var day = Almanac.Day(planned, zone).AddDays(dice.Next(2, 20));
        var local = day.ToDateTime(new TimeOnly(dice.Next(8, 18), dice.Next(4) * 15));
        var at = Almanac.At(day, local.Hour, local.Minute, zone);
        var fate = dice.Next(6);
        var changed = planned.AddMinutes(Math.Floor((at - planned).TotalMinutes * dice.NextDouble() / 10) * 10 + 6);
        var ok = changed > planned && changed < at;
        var talk = new Interview(procedure, candidate, Appointment.At(local, zone), 60, "Kamer 2", null, planned);
        var moved = ok && fate == 0 ? local.AddDays(dice.Next(3, 12)) : (DateTime?)null;
        Happenings.Add(new(planned, async (db, _) =>
        {
            db.Add(talk);
            (await db.Set<Procedure>().FirstAsync(p => p.Id == procedure)).Run();
        }));
        if (moved is { } to) Happenings.Add(new(changed, async (db, now) => (await db.Set<Interview>().FirstAsync(i => i.Id == talk.Id)).Move(Appointment.At(to, zone), 60, "Kamer 3", null, now)));
        if (ok && fate == 1) Happenings.Add(new(changed, async (db, _) => (await db.Set<Interview>().FirstAsync(i => i.Id == talk.Id)).Cancel("Trok zich terug.")));
        return new(procedure, talk.Id, candidate, planned, local, zone, 60, moved is null ? null : changed, moved, ok && fate == 1 ? changed : null);
    }

    // As handing in does it: the form, the candidate, and the procedure when it was the last.
    private static async Task Seal(InterviewDb db, Guid id, FrozenGuide guide, int point, DateTimeOffset now)
    {
        var card = await db.Set<Scorecard>().Include(c => c.Ratings).Include(c => c.Notes).Include(c => c.Ticks).FirstAsync(c => c.Id == id);
        HashSet<Guid> none = [];
        card.Write(guide, none, [.. guide.ScoredIds.Select(item => Vacancy.Score(item, point))], "year");
        card.Seal(guide, none, now);
        var candidate = await db.Set<Candidate>().FirstAsync(c => c.Id == card.CandidateId);
        candidate.Settle(await db.Set<Scorecard>().Where(c => c.CandidateId == candidate.Id).ToListAsync(), now);
        if (candidate.IsRevealed && !await db.Set<Candidate>().AnyAsync(c => c.ProcedureId == card.ProcedureId && c.Id != candidate.Id && c.RevealedAt == null))
            (await db.Set<Procedure>().FirstAsync(p => p.Id == card.ProcedureId)).Deliberate();
    }

    private void MakePlan(int number)
    {
        var (employee, active) = (People[100 + number], Some(1, 250));
        var rhythm = 3 + (number % 4);
        List<ActionFact> actions = [];
        Plan plan = new(employee.Id, null, null, false, active);
        var goal = plan.AddGoal(Guid.NewGuid(), LocalText.Of("nl", "Plannen"), 1, 3, 3);
        var today = Almanac.Day(active, employee.Zone);
        for (var i = 0; i < 3; i++)
        {
            var due = today.AddDays(dice.Next(2, 80));
            var action = plan.Add(goal.Id, null, LocalText.Of("nl", $"Actie {number}.{i}"), TipKind.OnTheJob, due, employee.Id, today);
            DateTimeOffset? done = dice.Next(3) > 0 ? active.AddMinutes(dice.Next(10, 85 * 144) * 10 + 5) : null;
            actions.Add(new(action.Id, due, done));
            if (done is { } when) Happenings.Add(new(when, async (db, now) =>
            {
                var it = await db.Set<Plan>().Include(p => p.Actions).FirstAsync(p => p.Id == plan.Id);
                if (it.Status == PlanStatus.Active) it.Mark(action.Id, ActionStatus.Done, null, employee.Id, now);
            }));
        }
        DateTimeOffset? ended = dice.Next(5) == 0 ? active.AddMinutes(dice.Next(100, 70 * 144) * 10 + 8) : null;
        Happenings.Add(new(active, async (db, now) =>
        {
            var wishes = await db.Set<Wishes>().FirstOrDefaultAsync(w => w.Id == employee.Id);
            if (wishes is null) db.Add(wishes = new Wishes(ReceiverKind.Person, employee.Id));
            wishes.CheckInEvery(rhythm);
            plan.Start(now);
            db.Add(plan);
        }));
        if (ended is { } over) Happenings.Add(new(over, async (db, now) => (await db.Set<Plan>().Include(p => p.Actions).FirstAsync(p => p.Id == plan.Id)).End(now)));
        Growing.Add(new(plan.Id, employee, active, rhythm, [.. actions.Select(a => a.DoneAt > ended ? a with { DoneAt = null } : a)], ended));
    }

    private async Task MakeReviews(InterviewDb db, Guid profile)
    {
        Cycle[] cycles = [new("Najaar", new(2026, 9, 1), new(2026, 12, 18), false), new("Voorjaar", new(2027, 1, 1), new(2027, 5, 14), false)];
        foreach (var cycle in cycles)
        {
            cycle.Open();
            db.Add(cycle);
        }
        await db.SaveChangesAsync();
        Yardstick yardstick = new(Yardstick.CurrentSchema, profile, "P", LocalText.Of("nl", "Adviseur"), []);
        for (var i = 0; i < Talks; i++)
        {
            var (cycle, employee, manager) = (cycles[i % 2], People[260 + i], People[20 + (i % 15)]);
            var started = Almanac.At(cycle.From.AddDays(dice.Next(20, 60)), 10, 9, employee.Zone);
            DateTimeOffset? talked = dice.Next(4) > 0 ? started.AddMinutes(dice.Next(100, 80 * 144) * 10 + 1) : null;
            Review review = new(employee.Id, manager.Id, cycle.Id, yardstick, started);
            Happenings.Add(new(started, (db, _) =>
            {
                db.Add(review);
                return Task.CompletedTask;
            }));
            // Past the plan on purpose: only the look at the moment of sending can notice it.
            if (talked is { } when) Happenings.Add(new(when, (db, _) => db.Set<Review>().Where(r => r.Id == review.Id).ExecuteUpdateAsync(s => s.SetProperty(r => r.Status, ReviewStatus.Discussed))));
            Reviews.Add(new(review.Id, employee, manager, started, cycle.To, talked));
        }
    }

    // Ten minutes past something: never on a tick of its own.
    private DateTimeOffset Some(int fromDay, int toDay) => Start.AddDays(dice.Next(fromDay, toDay)).AddMinutes(dice.Next(0, 144) * 10 + 7);

    private Somebody Anybody() => People[dice.Next(20, People.Count)];
}
