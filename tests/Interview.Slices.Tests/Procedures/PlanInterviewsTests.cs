using System.Globalization;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using Interviewing.Application.Today;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Procedures;

public class PlanInterviewsTests
{
    private static readonly RosterWish Wish = new(new(2026, 12, 1), "Europe/Amsterdam", 60, 15, new(9, 0), new(17, 0), new(12, 30), new(13, 15), ["Kamer 2.14"]);

    [Theory, OnBothDatabases]
    public async Task All_talks_are_proposed_looked_at_and_made_in_one_go(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house, candidates: 4);
        await house.Asked(new RecordAdjustment(vacancy.Id, vacancy.Candidates[1], 30, null), vacancy.Recruiter);
        await house.Asked(new WithdrawCandidate(vacancy.Id, vacancy.Candidates[3], "trok zich terug"), vacancy.Recruiter);
        (await house.Refused(new ProposeRoster(vacancy.Id, Wish), vacancy.Chair)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(new ProposeRoster(vacancy.Id, Wish with { Zone = "Mars/Olympus" }), vacancy.Recruiter)).ShouldBe("shared.unknown-zone");
        var proposed = await house.Asked(new ProposeRoster(vacancy.Id, Wish), vacancy.Recruiter);
        proposed.Select(p => (p.Code, p.Talk.When.ToString("HH:mm", CultureInfo.InvariantCulture), p.Talk.Minutes)).ShouldBe([("K1", "09:00", 60), ("K2", "10:15", 90), ("K3", "13:15", 60)]);
        proposed.ShouldAllBe(p => p.Clashes.Count == 0);
        (await house.Look(db => db.Set<Interview>().CountAsync())).ShouldBe(0);
        (await house.Asked(new ListToday(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, []), vacancy.Recruiter)).Waiting.ShouldHaveSingleItem().Path.ShouldBe($"/procedures/{vacancy.Id}/plan");

        (await house.Asked(new PlanInterviews(vacancy.Id, Wish.Zone, [.. proposed.Select(p => p.Talk)]), vacancy.Recruiter)).ShouldBe(3);
        // Three candidates, and for each of the three talks everybody of the panel.
        (await house.Look(db => db.Set<Reminder>().CountAsync(r => r.Kind == ReminderKind.InterviewInvitation))).ShouldBe(15);
        (await house.Asked(new GetProcedure(vacancy.Id), vacancy.Anna)).Status.ShouldBe(ProcedureStatus.Running);
        (await house.Refused(new ProposeRoster(vacancy.Id, Wish), vacancy.Recruiter)).ShouldBe("procedures.roster-nobody");
        (await house.Refused(new PlanInterviews(vacancy.Id, Wish.Zone, [.. proposed.Select(p => p.Talk)], true), vacancy.Recruiter)).ShouldBe("procedures.interview-there");
        (await house.Asked(new ListPlaces(), vacancy.Recruiter)).ShouldBe(["Kamer 2.14"]);
        (await house.Asked(new ListToday(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, []), vacancy.Recruiter)).Waiting.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task People_and_rooms_that_are_taken_elsewhere_are_named_and_gone_around(Database database)
    {
        await using var house = await House.On(database);
        var (vacancy, other) = (await Vacancy.In(house, candidates: 2), await Vacancy.In(house, candidates: 2));
        var anna = await house.Look(db => db.Set<Person>().Where(p => p.Id == vacancy.Anna.Id).Select(p => p.Name).SingleAsync());
        await house.Asked(new AddSeat(other.Id, vacancy.Anna.Id, SeatKind.Member, true), other.Recruiter);
        await house.Asked(new ScheduleInterview(other.Id, other.Candidates[0], new(2026, 12, 1, 9, 30, 0), "Europe/Amsterdam", 60, "Elders"), other.Recruiter);
        await house.Asked(new ScheduleInterview(other.Id, other.Candidates[1], new(2026, 12, 1, 14, 0, 0), "Europe/Brussels", 60, "kamer  2.14"), other.Recruiter);

        var around = await house.Asked(new ProposeRoster(vacancy.Id, Wish), vacancy.Recruiter);
        around.Select(p => p.Talk.When.ToString("HH:mm", CultureInfo.InvariantCulture)).ShouldBe(["10:30", "15:00"]);
        var straight = await house.Asked(new ProposeRoster(vacancy.Id, Wish with { Around = false }), vacancy.Recruiter);
        straight[0].Clashes.ShouldBe([anna]);
        straight[1].Clashes.ShouldBe([anna]);
        // The room alone, and two talks of one panel at the same time.
        var room = await house.Asked(new CheckRoster(vacancy.Id, Wish.Zone, [.. around.Select((p, i) => p.Talk with { When = new DateTime(2026, 12, 1, 14, 30, 0), Place = "Kamer 2.14" })]), vacancy.Recruiter);
        room[0].Clashes.ShouldContain("Kamer 2.14");
        room[0].Clashes.Count.ShouldBe(5);

        var refused = await house.Door.Ask(new PlanInterviews(vacancy.Id, Wish.Zone, [.. straight.Select(p => p.Talk)]), vacancy.Recruiter);
        refused.Reasons.Select(r => (r.Code, r.Field)).ShouldBe([("procedures.roster-clash", "talks[0].when"), ("procedures.roster-clash", "talks[1].when")]);
        (await house.Look(db => db.Set<Interview>().CountAsync(i => i.ProcedureId == vacancy.Id))).ShouldBe(0);
        await house.Asked(new PlanInterviews(vacancy.Id, Wish.Zone, [.. straight.Select(p => p.Talk)], DespiteClashes: true), vacancy.Recruiter);
        (await house.Asked(new GetProcedure(vacancy.Id), vacancy.Recruiter)).Candidates.ShouldAllBe(c => c.Interview!.Clashes.Contains(anna));
        // Whoever plans one case alone learns who is needed elsewhere, and not by what.
        JsonText.Write(await house.Asked(new GetProcedure(vacancy.Id), vacancy.Anna)).ShouldNotContain(other.Id.ToString());
    }

    [Theory, OnBothDatabases]
    public async Task What_is_wrong_with_one_talk_is_said_there_and_none_is_made(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house, candidates: 2);
        var good = new WantedTalk(vacancy.Candidates[0], new(2026, 12, 1, 9, 0, 0), 60, "Kamer 1");
        var answer = await house.Door.Ask(new PlanInterviews(vacancy.Id, Wish.Zone, [good, new(vacancy.Candidates[1], new(2026, 11, 1, 9, 0, 0), 60, "Kamer 1")]), vacancy.Recruiter);
        answer.Reasons.Select(r => (r.Code, r.Field)).ShouldBe([("procedures.in-the-past", "talks[1].when")]);
        (await house.Refused(new PlanInterviews(vacancy.Id, Wish.Zone, [good, good]), vacancy.Recruiter)).ShouldBe("procedures.roster-nobody");
        (await house.Refused(new PlanInterviews(vacancy.Id, Wish.Zone, []), vacancy.Recruiter)).ShouldBe("procedures.roster-nobody");
        (await house.Refused(new PlanInterviews(vacancy.Id, Wish.Zone, [good with { Candidate = (await Vacancy.In(house)).Candidates[0] }]), vacancy.Recruiter)).ShouldBe("procedures.interview-there");
        (await house.Look(db => db.Set<Interview>().CountAsync())).ShouldBe(0);
        (await house.Look(db => db.Set<Reminder>().CountAsync())).ShouldBe(0);
    }
}
