using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Reminders;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Procedures;

public class ProcedureTests
{
    private static readonly DateTime Tuesday = new(2026, 12, 1, 10, 0, 0);

    [Theory, OnBothDatabases]
    public async Task Forms_exist_for_panel_times_candidates_as_soon_as_there_is_a_frozen_guide_and_not_before(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house, candidates: 2, withGuide: false);
        (await house.Asked(new StatusOfPanel(vacancy.Id), vacancy.Chair)).ShouldBeEmpty();
        (await house.Asked(new GetProcedure(vacancy.Id), vacancy.Recruiter)).Status.ShouldBe(ProcedureStatus.Draft);

        await house.Asked(new ChooseGuide(vacancy.Id, vacancy.Frozen), vacancy.Recruiter);
        (await house.Asked(new StatusOfPanel(vacancy.Id), vacancy.Chair)).Count.ShouldBe(4);
        await house.Asked(new AddCandidate(vacancy.Id, "Nog Iemand", "nog@post.example"), vacancy.Recruiter);
        (await house.Asked(new StatusOfPanel(vacancy.Id), vacancy.Chair)).Count.ShouldBe(6);
        var extra = await house.Someone();
        await house.Asked(new AddSeat(vacancy.Id, extra.Id, SeatKind.Member, true), vacancy.Recruiter);
        var view = await house.Asked(new GetProcedure(vacancy.Id), vacancy.Recruiter);
        view.Forms.Count.ShouldBe(9);
        view.Status.ShouldBe(ProcedureStatus.Approved);
        view.Candidates.Select(c => c.Code).ShouldBe(["K1", "K2", "K3"]);
    }

    [Theory, OnBothDatabases]
    public async Task A_guide_of_another_profile_or_another_guide_under_filled_forms_is_refused(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        var (_, other, _) = await house.Look(db => Vacancy.Freeze(db, ScoredItems.Competencies, house.Clock.GetUtcNow()));
        (await house.Refused(new ChooseGuide(vacancy.Id, other), vacancy.Recruiter)).ShouldBe("procedures.guide-other-profile");
        (await house.Refused(new ChooseGuide(vacancy.Id, Guid.NewGuid()), vacancy.Recruiter)).ShouldBe("procedures.guide-unknown");

        var second = await house.Look(async db =>
        {
            var again = new FrozenDocument(Vacancy.Made(vacancy.Profile, ScoredItems.Competencies), Guid.Empty, house.Clock.GetUtcNow());
            db.Add(again);
            await db.SaveChangesAsync();
            return again.Id;
        });
        await vacancy.Fill(vacancy.Anna, 0, _ => 3, seal: false);
        (await house.Refused(new ChooseGuide(vacancy.Id, second), vacancy.Recruiter)).ShouldBe("procedures.guide-in-use");
    }

    [Theory, OnBothDatabases]
    public async Task A_person_outside_never_learns_that_the_procedure_exists(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        var elsewhere = await Vacancy.In(house);
        (await house.Refused(new GetProcedure(vacancy.Id), elsewhere.Anna)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new GetProcedure(Guid.NewGuid()), elsewhere.Anna)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new CompareScores(vacancy.Id), elsewhere.Chair)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new SkipQuestion(vacancy.Id, vacancy.Candidates[0], vacancy.Guide.Questions[0].Id, "x"), elsewhere.Chair)).ShouldBe(Refusal.NotFoundCode);
        (await house.Asked(new ListProcedures(), elsewhere.Anna)).Rows.ShouldHaveSingleItem().Id.ShouldBe(elsewhere.Id);
        (await house.Asked(new ListProcedures(), vacancy.Recruiter)).Count.ShouldBe(2);
        (await house.Asked(new ListProcedures("ADVISEUR", ProcedureStatus.Approved, ProcedureOrder.Title, true), vacancy.Recruiter)).Count.ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task Removing_a_seat_takes_the_right_away_on_the_next_request_and_keeps_what_was_sealed(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house, candidates: 2);
        var done = await vacancy.Fill(vacancy.Bert, 0, _ => 4);
        var open = await vacancy.CardOf(vacancy.Bert, 1);
        var seat = (await house.Asked(new GetProcedure(vacancy.Id), vacancy.Recruiter)).Seats.Where(s => s.Kind == SeatKind.Member).ToList();
        var bert = await house.Look(db => db.Set<PanelSeat>().SingleAsync(s => s.PersonId == vacancy.Bert.Id));
        (await house.Refused(new RemoveSeat(vacancy.Id, bert.Id, " "), vacancy.Recruiter)).ShouldBe("procedures.reason-missing");

        await house.Asked(new RemoveSeat(vacancy.Id, bert.Id, "ziek"), vacancy.Recruiter);
        (await house.Refused(new GetProcedure(vacancy.Id), vacancy.Bert)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new OpenCard(open), vacancy.Bert)).ShouldBe(Refusal.NotAllowedCode);
        (await vacancy.Stored(done)).Status.ShouldBe(ScorecardStatus.Sealed);
        (await vacancy.Stored(open)).IsExcused.ShouldBeTrue();
        seat.Count.ShouldBe(2);
        // Free again: the same person may come back on another seat.
        await house.Asked(new AddSeat(vacancy.Id, vacancy.Bert.Id, SeatKind.Observer, false), vacancy.Recruiter);
        await vacancy.Sign(vacancy.Bert);
        await house.Asked(new GetProcedure(vacancy.Id), vacancy.Bert);
    }

    [Theory, OnBothDatabases]
    public async Task Seats_are_guarded(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        var extra = await house.Someone();
        (await house.Refused(new AddSeat(vacancy.Id, extra.Id, SeatKind.Chair, false), vacancy.Recruiter)).ShouldBe("procedures.chair-there");
        (await house.Refused(new AddSeat(vacancy.Id, extra.Id, SeatKind.Observer, true), vacancy.Recruiter)).ShouldBe("procedures.observer-scores");
        (await house.Refused(new AddSeat(vacancy.Id, vacancy.Anna.Id, SeatKind.Member, true), vacancy.Recruiter)).ShouldBe("procedures.seated-already");
        (await house.Refused(new AddSeat(vacancy.Id, Guid.NewGuid(), SeatKind.Member, true), vacancy.Recruiter)).ShouldBe("procedures.person-missing");
        (await house.Refused(new AddSeat(vacancy.Id, extra.Id, SeatKind.Member, true), vacancy.Chair)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Asked(new FindColleagues(vacancy.Id), vacancy.Recruiter)).Select(c => c.Id).ShouldContain(extra.Id);
        (await house.Asked(new FindColleagues(vacancy.Id), vacancy.Recruiter)).Select(c => c.Id).ShouldNotContain(vacancy.Anna.Id);
    }

    [Theory, OnBothDatabases]
    public async Task Names_are_for_who_plans_until_they_are_shown_with_a_reason(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        (await house.Asked(new GetProcedure(vacancy.Id), vacancy.Recruiter)).Candidates[0].Name.ShouldBe("Kandidaat Achternaam1");
        foreach (var one in new Actor[] { vacancy.Chair, vacancy.Anna, vacancy.Observer })
        {
            (await house.Asked(new GetProcedure(vacancy.Id), one)).Candidates[0].Name.ShouldBeNull();
            (await house.Refused(new GetCandidate(vacancy.Id, vacancy.Candidates[0]), one)).ShouldBe(Refusal.NotAllowedCode);
        }
        (await house.Asked(new GetCandidate(vacancy.Id, vacancy.Candidates[0]), vacancy.Recruiter)).Email.ShouldBe("kandidaat1@post.example");
        var candidate = vacancy.Candidates[0].ToString("N");
        (await house.Look(db => db.Set<Application.Audit.AuditEntry>().CountAsync(e => e.Action == "disclosed" && e.SubjectId == candidate))).ShouldBe(1);
        (await house.Refused(new ShowNames(vacancy.Id, ""), vacancy.Chair)).ShouldBe("procedures.reason-missing");
        await house.Asked(new ShowNames(vacancy.Id, "Kent de kandidaat al"), vacancy.Chair);
        (await house.Asked(new GetProcedure(vacancy.Id), vacancy.Anna)).Candidates[0].Name.ShouldBe("Kandidaat Achternaam1");
    }

    [Theory, OnBothDatabases]
    public async Task An_interview_is_planned_moved_and_cancelled_with_letters_due_each_time(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        (await house.Refused(new ScheduleInterview(vacancy.Id, vacancy.Candidates[0], new(2026, 11, 20, 10, 0, 0), "Europe/Amsterdam", 60, "Kamer 1"), vacancy.Recruiter)).ShouldBe("procedures.in-the-past");
        (await house.Refused(new ScheduleInterview(vacancy.Id, vacancy.Candidates[0], Tuesday, "Mars/Olympus", 60, "Kamer 1"), vacancy.Recruiter)).ShouldBe("shared.unknown-zone");
        (await house.Refused(new ScheduleInterview(vacancy.Id, vacancy.Candidates[0], Tuesday, "Europe/Amsterdam", 60, "", "http://plain.example"), vacancy.Recruiter)).ShouldBe("procedures.link-wrong");
        var interview = await house.Asked(new ScheduleInterview(vacancy.Id, vacancy.Candidates[0], Tuesday, "Europe/Amsterdam", 60, "Kamer 1"), vacancy.Recruiter);
        (await house.Refused(new ScheduleInterview(vacancy.Id, vacancy.Candidates[0], Tuesday, "Europe/Amsterdam", 60, "Kamer 1"), vacancy.Recruiter)).ShouldBe("procedures.interview-there");
        var uid = await house.Look(db => db.Set<Interview>().Select(i => i.CalendarUid).SingleAsync());

        (await house.Refused(new MoveInterview(vacancy.Id, interview, Tuesday.AddDays(-30), "Europe/Amsterdam", 60, "Kamer 1"), vacancy.Recruiter)).ShouldBe("procedures.in-the-past");
        await house.Asked(new MoveInterview(vacancy.Id, interview, Tuesday.AddDays(1), "Europe/Amsterdam", 45, "Kamer 2"), vacancy.Recruiter);
        (await house.Refused(new CancelInterview(vacancy.Id, interview, " "), vacancy.Recruiter)).ShouldBe("procedures.reason-missing");
        await house.Asked(new CancelInterview(vacancy.Id, interview, "ziek"), vacancy.Recruiter);
        var rows = await house.Look(db => db.Set<Reminder>().AsNoTracking().ToListAsync());
        rows.Where(r => r.Kind == ReminderKind.InterviewInvitation).Select(r => r.Occurrence).Distinct().ShouldBe(["v0"]);
        rows.Where(r => r.Kind == ReminderKind.InterviewMoved).Select(r => r.Occurrence).Distinct().ShouldBe(["v1"]);
        rows.Where(r => r.Kind == ReminderKind.InterviewCancelled).Select(r => r.Occurrence).Distinct().ShouldBe(["v2"]);
        // The candidate and four seats, three times.
        rows.Count.ShouldBe(15);
        rows.ShouldAllBe(r => r.DueAt <= house.Clock.GetUtcNow());
        var kept = await house.Look(db => db.Set<Interview>().AsNoTracking().SingleAsync());
        (kept.CalendarUid, kept.Sequence, kept.Status).ShouldBe((uid, 2, InterviewStatus.Cancelled));
    }

    [Theory, OnBothDatabases]
    public async Task No_interview_opens_without_a_frozen_guide(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house, withGuide: false);
        var interview = await house.Asked(new ScheduleInterview(vacancy.Id, vacancy.Candidates[0], Tuesday, "Europe/Amsterdam", 60, "Kamer 1"), vacancy.Recruiter);
        (await house.Refused(new StartInterview(vacancy.Id, interview), vacancy.Chair)).ShouldBe("procedures.no-guide");
        (await house.Refused(new CompareScores(vacancy.Id), vacancy.Chair)).ShouldBe("procedures.no-guide");
        await house.Asked(new ChooseGuide(vacancy.Id, vacancy.Frozen), vacancy.Recruiter);
        (await house.Refused(new StartInterview(vacancy.Id, interview), vacancy.Anna)).ShouldBe(Refusal.NotAllowedCode);
        await house.Asked(new StartInterview(vacancy.Id, interview), vacancy.Chair);
        await house.Asked(new EndInterview(vacancy.Id, interview), vacancy.Chair);
        (await house.Asked(new GetProcedure(vacancy.Id), vacancy.Anna)).Candidates[0].Interview!.Status.ShouldBe(InterviewStatus.AwaitingScores);
    }

    [Theory, OnBothDatabases]
    public async Task A_member_who_is_needed_twice_at_the_same_time_is_named(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house, candidates: 2);
        await house.Asked(new ScheduleInterview(vacancy.Id, vacancy.Candidates[0], Tuesday, "Europe/Amsterdam", 60, "Kamer 1"), vacancy.Recruiter);
        (await house.Asked(new GetProcedure(vacancy.Id), vacancy.Recruiter)).Candidates[0].Interview!.Clashes.ShouldBeEmpty();
        await house.Asked(new ScheduleInterview(vacancy.Id, vacancy.Candidates[1], Tuesday.AddMinutes(59), "Europe/Amsterdam", 60, "Kamer 2"), vacancy.Recruiter);
        var view = await house.Asked(new GetProcedure(vacancy.Id), vacancy.Recruiter);
        view.Candidates[0].Interview!.Clashes.Count.ShouldBe(4);
        view.Candidates[1].Interview!.Clashes.Count.ShouldBe(4);
    }
}
