using Interviewing.Application.Decisions;
using Interviewing.Application.Development;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Reminders;
using Interviewing.Application.Reviews;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Interviewing.Slices.Tests.Procedures;
using Interviewing.Slices.Tests.Reviews;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Interviewing.Slices.Tests.Reminders;

/// <summary>Each kind by what makes it and what stops it. The clock starts on Tuesday 24 November 2026, nine in the morning in Amsterdam.</summary>
public class KindsTests
{
    [Theory, OnBothDatabases]
    public async Task Before_an_interview_the_candidate_hears_twice_and_the_panel_once(Database database)
    {
        PostBox box = new();
        await using var house = await House.On(database, s => s.AddSingleton<IPostOffice>(box));
        var vacancy = await Vacancy.In(house);
        // Monday: one day before is Sunday, so Friday 18:59; two working days before is Thursday.
        var interview = await house.Asked(new ScheduleInterview(vacancy.Id, vacancy.Candidates[0], new DateTime(2026, 11, 30, 10, 0, 0), "Europe/Amsterdam", 60, "Kamer 2"), vacancy.Recruiter);
        await Plan(house);
        (await Planned(house, ReminderKind.InterviewComing)).ShouldBe(["11-26 09:00", "11-27 17:59"]);
        (await Planned(house, ReminderKind.PanelInterviewComing)).ShouldBe(["11-27 17:59", "11-27 17:59", "11-27 17:59", "11-27 17:59"]);

        await RoundAt(house, "2026-11-26T09:00Z");
        var letter = box.Letters.Select(l => l.Letter).Single(l => l.Subject == "Uw gesprek: Adviseur ruimte");
        letter.ToAddress.ShouldBe("kandidaat1@post.example");
        letter.Text.ShouldContain("maandag 30 november 2026 10:00");
        letter.Text.ShouldNotContain("/reminders/");
        letter.Off.ShouldNotBeNull();

        // Moved: the old ones stop, the new version has its own.
        var recruiter = await Fresh(house, vacancy.Recruiter);
        await house.Asked(new MoveInterview(vacancy.Id, interview, new DateTime(2026, 12, 3, 15, 0, 0), "Europe/Amsterdam", 60, "Kamer 2"), recruiter);
        await Plan(house);
        (await Planned(house, ReminderKind.InterviewComing)).ShouldBe(["12-01 14:00", "12-02 14:00"]);
        await house.Asked(new CancelInterview(vacancy.Id, interview, "Trok zich terug."), recruiter);
        await Plan(house);
        (await Planned(house, ReminderKind.InterviewComing)).ShouldBeEmpty();
        (await Planned(house, ReminderKind.PanelInterviewComing)).ShouldBeEmpty();
        (await Planned(house, ReminderKind.MissingScorecard)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_missing_form_is_asked_for_five_times_then_the_owner_hears_once_and_then_who_steps_in(Database database)
    {
        PostBox box = new();
        await using var house = await House.On(database, s => s.AddSingleton<IPostOffice>(box));
        var vacancy = await Vacancy.In(house);
        var stand = await house.Someone(Role.Recruiter);
        await house.Asked(new PreferReminders(null, null, stand.Id, null), vacancy.Recruiter);
        await house.Asked(new ScheduleInterview(vacancy.Id, vacancy.Candidates[0], new DateTime(2026, 11, 25, 10, 0, 0), "Europe/Amsterdam", 60, "Kamer 2"), vacancy.Recruiter);
        await vacancy.Fill(vacancy.Bert, 0, _ => 3);
        await Plan(house);
        // Over at eleven; an hour later; then nine o'clock on Thursday, Friday, Monday and Tuesday.
        (await Planned(house, ReminderKind.MissingScorecard)).ShouldBe(["11-25 11:00", "11-26 08:00", "11-27 08:00", "11-30 08:00", "12-01 08:00"]);
        (await Planned(house, ReminderKind.ScorecardEscalated)).ShouldBe(["11-27 08:00", "12-02 08:00"]);

        foreach (var at in new[] { "2026-11-25T11:00Z", "2026-11-26T08:00Z", "2026-11-27T08:00Z" }) await RoundAt(house, at);
        var owner = await AddressOf(house, vacancy.Recruiter);
        var escalated = box.Letters.Select(l => l.Letter).Where(l => l.ToAddress == owner && l.Subject.StartsWith("Formulier van", StringComparison.Ordinal)).ShouldHaveSingleItem();
        escalated.Text.ShouldContain("na 2 herinneringen");
        await RoundAt(house, "2026-11-30T08:00Z");

        // Handed in: nothing more, also not to who steps in.
        var anna = await Fresh(house, vacancy.Anna);
        await vacancy.Fill(anna, 0, _ => 3);
        await Plan(house);
        await RoundAt(house, "2026-12-02T08:00Z");
        var other = await AddressOf(house, stand);
        box.Letters.ShouldNotContain(l => l.Letter.ToAddress == other);
        (await house.Look(db => db.Set<Reminder>().CountAsync(r => r.Kind == ReminderKind.MissingScorecard && r.Status == ReminderStatus.Sent))).ShouldBe(4);
    }

    [Theory, OnBothDatabases]
    public async Task Who_steps_in_hears_of_it_only_when_the_procedure_may_be_seen(Database database)
    {
        PostBox box = new();
        await using var house = await House.On(database, s => s.AddSingleton<IPostOffice>(box));
        var vacancy = await Vacancy.In(house);
        var stand = await house.Someone(Role.Recruiter);
        await house.Asked(new PreferReminders(null, null, stand.Id, null), vacancy.Recruiter);
        await house.Asked(new ScheduleInterview(vacancy.Id, vacancy.Candidates[0], new DateTime(2026, 11, 25, 10, 0, 0), "Europe/Amsterdam", 60, "Kamer 2"), vacancy.Recruiter);
        await Plan(house);
        await house.Look(db => db.Set<RoleAssignment>().Where(r => r.PersonId == stand.Id).ExecuteDeleteAsync());
        await RoundAt(house, "2026-12-02T08:00Z");
        var other = await AddressOf(house, stand);
        box.Letters.ShouldNotContain(l => l.Letter.ToAddress == other);
        (await house.Look(db => db.Set<Reminder>().Where(r => r.ReceiverId == stand.Id).Select(r => r.Why).ToListAsync())).ShouldBe(["reminders.receiver-inactive", "reminders.receiver-inactive"]);
    }

    [Theory, OnBothDatabases]
    public async Task When_the_last_form_is_in_the_chair_hears_of_a_difference_and_later_that_a_decision_waits(Database database)
    {
        PostBox box = new();
        await using var house = await House.On(database, s => s.AddSingleton<IPostOffice>(box));
        var vacancy = await Vacancy.In(house);
        await vacancy.Fill(vacancy.Anna, 0, _ => 2);
        await RoundAt(house, "2026-11-24T08:20Z");
        box.Letters.ShouldNotContain(l => l.Letter.Subject.StartsWith("Te bespreken", StringComparison.Ordinal));
        await vacancy.Fill(vacancy.Bert, 0, _ => 4);
        await RoundAt(house, "2026-11-24T08:21Z");
        var letter = box.Letters.Select(l => l.Letter).Single(l => l.Subject.StartsWith("Te bespreken", StringComparison.Ordinal));
        letter.ToAddress.ShouldBe(await AddressOf(house, vacancy.Chair));
        // No score and no judgement in a letter.
        letter.Text.ShouldNotMatch("[24] punt|gemiddeld");
        (await Planned(house, ReminderKind.ConsensusDue)).ShouldBe(["11-25 08:00", "11-27 08:00"]);

        await house.Asked(new RecordDecision(vacancy.Id, "Zo.", [new AdviceOn(vacancy.Candidates[0], Advice.Appointable, null)], new Choice(vacancy.Candidates[0])), await Fresh(house, vacancy.Chair));
        await Plan(house);
        (await Planned(house, ReminderKind.ConsensusDue)).ShouldBeEmpty();
        // Four weeks after the decision is 22 December; seven working days before it, and one.
        (await Planned(house, ReminderKind.RetentionEnding)).ShouldBe(["12-11 08:00", "12-21 08:00"]);
    }

    [Theory, OnBothDatabases]
    public async Task Agreed_days_are_reminded_of_until_they_are_met(Database database)
    {
        PostBox box = new();
        await using var house = await House.On(database, s => s.AddSingleton<IPostOffice>(box));
        var vacancy = await Vacancy.In(house);
        (await house.Refused(new AgreeDeadlines(vacancy.Id, new(2026, 11, 1), null), vacancy.Recruiter)).ShouldBe("reminders.deadline-passed");
        (await house.Refused(new AgreeDeadlines(vacancy.Id, new(2026, 12, 20), new(2026, 12, 10)), vacancy.Recruiter)).ShouldBe("reminders.told-before-decided");
        await house.Asked(new AgreeDeadlines(vacancy.Id, new(2026, 12, 14), new(2026, 12, 18)), vacancy.Recruiter);
        await Plan(house);
        (await Planned(house, ReminderKind.DecisionDue)).ShouldBe(["12-03 08:00", "12-11 08:00"]);
        (await Planned(house, ReminderKind.RejectionLettersDue)).ShouldBe(["12-09 08:00", "12-17 08:00"]);
        var view = await house.Asked(new ReadProcedureReminders(vacancy.Id, new Slice()), vacancy.Recruiter);
        (view.Coming.Count, view.DecideBy).ShouldBe((4, new DateOnly(2026, 12, 14)));
        await house.Asked(new TellCandidatesDone(vacancy.Id), vacancy.Recruiter);
        await house.Asked(new AgreeDeadlines(vacancy.Id, new(2026, 12, 16), new(2026, 12, 18)), vacancy.Recruiter);
        await Plan(house);
        (await Planned(house, ReminderKind.DecisionDue)).ShouldBe(["12-07 08:00", "12-15 08:00"]);
        (await Planned(house, ReminderKind.RejectionLettersDue)).ShouldBeEmpty();
        (await house.Refused(new AgreeDeadlines(vacancy.Id, null, null), vacancy.Anna)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(new ReadProcedureReminders(vacancy.Id, new Slice()), vacancy.Outsider)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(new ReadProcedureReminders(vacancy.Id, new Slice()), await house.Someone())).ShouldBe(Refusal.NotFoundCode);
    }

    [Theory, OnBothDatabases]
    public async Task A_plan_is_looked_back_at_in_the_own_rhythm_until_it_is_paused(Database database)
    {
        PostBox box = new();
        await using var house = await House.On(database, s => s.AddSingleton<IPostOffice>(box));
        var team = await Team.In(house);
        await team.Active(new(2027, 3, 1));
        await Plan(house);
        // Every two weeks, six times; Tuesday 24 November is the start.
        (await Planned(house, ReminderKind.CheckIn)).ShouldBe(["12-08 08:00", "12-22 08:00", "01-05 08:00", "01-19 08:00", "02-02 08:00", "02-16 08:00"]);
        (await house.Refused(new PreferReminders(null, null, null, 7), team.Employee)).ShouldBe("reminders.rhythm-wrong");
        await house.Asked(new PreferReminders(null, null, null, 6), team.Employee);
        await Plan(house);
        (await Planned(house, ReminderKind.CheckIn))[0].ShouldBe("01-05 08:00");

        (await house.Refused(new PauseCheckIns(" "), team.Employee)).ShouldBe("reminders.say-why");
        await house.Asked(new PauseCheckIns("drukke weken"), team.Employee);
        await Plan(house);
        (await Planned(house, ReminderKind.CheckIn)).ShouldBeEmpty();
        house.Clock.Set(new DateTimeOffset(2026, 12, 7, 9, 0, 0, TimeSpan.Zero));
        var employee = await Fresh(house, team.Employee);
        (await house.Asked(new MyReminders(), employee)).PauseReason.ShouldBe("drukke weken");
        await house.Asked(new ResumeCheckIns(), employee);
        await Plan(house);
        (await Planned(house, ReminderKind.CheckIn))[0].ShouldBe("01-18 08:00");
        await RoundAt(house, "2027-01-18T08:00Z");
        box.Letters.Select(l => l.Letter).Last(l => l.Subject == "Hoe gaat het met je plan?").Text.ShouldContain("Tip");
    }

    [Theory, OnBothDatabases]
    public async Task The_end_of_a_cycle_is_announced_to_both_until_they_have_talked(Database database)
    {
        PostBox box = new();
        await using var house = await House.On(database, s => s.AddSingleton<IPostOffice>(box));
        var team = await Team.In(house);
        var cycle = await house.Asked(new OpenCycle("Jaar 2027", new(2026, 11, 1), new(2027, 1, 31)), team.Hr);
        var review = await team.Started(cycle);
        await Plan(house);
        // 31 January is a Sunday: six weeks before is a Sunday too, two weeks before as well; two working days before is Thursday.
        (await Planned(house, ReminderKind.ReviewWindowEnding)).Distinct().ShouldBe(["12-18 17:59", "01-15 17:59", "01-28 08:00"]);
        await RoundAt(house, "2026-12-18T17:59Z");
        box.Letters.Select(l => l.Letter.Subject).Count(s => s.StartsWith("Gesprek met", StringComparison.Ordinal) && s.Contains("uiterlijk")).ShouldBe(2);
        await house.Look(db => db.Set<Review>().Where(r => r.Id == review).ExecuteUpdateAsync(s => s.SetProperty(r => r.Status, ReviewStatus.Discussed)));
        box.Letters.Clear();
        await RoundAt(house, "2027-01-28T08:00Z");
        box.Letters.ShouldBeEmpty();
        (await house.Asked(new CloseCycle(cycle), await Fresh(house, team.Hr))).ShouldNotBeNull();
        await Plan(house);
        (await Planned(house, ReminderKind.ReviewWindowEnding)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task An_hour_before_it_stands_on_the_page_of_today_and_nowhere_else(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        await house.Asked(new ScheduleInterview(vacancy.Id, vacancy.Candidates[0], new DateTime(2026, 11, 24, 11, 0, 0), "Europe/Amsterdam", 60, "Kamer 2"), vacancy.Recruiter);
        async Task<bool> Soon(Actor.Person who) => (await house.Asked(new Application.Today.ListToday(house.Clock.GetUtcNow(), house.Clock.GetUtcNow().AddHours(10), []), await Fresh(house, who))).Waiting.Any(w => w.Key == "reminders.waiting.soon");
        house.Clock.Set(new DateTimeOffset(2026, 11, 24, 8, 59, 0, TimeSpan.Zero));
        (await Soon(vacancy.Anna)).ShouldBeFalse();
        house.Clock.Set(new DateTimeOffset(2026, 11, 24, 9, 1, 0, TimeSpan.Zero));
        (await Soon(vacancy.Anna)).ShouldBeTrue();
        (await Soon(vacancy.Outsider)).ShouldBeFalse();
        await house.Asked(new MuteKind(ReminderKind.InterviewSoon, On: false), await Fresh(house, vacancy.Anna));
        (await Soon(vacancy.Anna)).ShouldBeFalse();
    }

    private static Task Plan(House house) => house.Provider.GetRequiredService<ReminderRound>().Plan();

    private static async Task RoundAt(House house, string at)
    {
        house.Clock.Set(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture).AddSeconds(1));
        await house.Provider.GetRequiredService<ReminderRound>().Run();
    }

    private static Task<List<string>> Planned(House house, ReminderKind kind) => house.Look(async db =>
        (await db.Set<Reminder>().AsNoTracking().Where(r => r.Kind == kind && r.Status == ReminderStatus.Due).OrderBy(r => r.DueAt).Select(r => r.DueAt).ToListAsync()).ConvertAll(d => d.UtcDateTime.ToString("MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)));

    private static Task<string> AddressOf(House house, Actor.Person person) => house.Look(db => db.Set<Person>().Where(p => p.Id == person.Id).Select(p => p.Email).SingleAsync());

    /// <summary>The same person a while later, signed in again.</summary>
    internal static Task<Actor.Person> Fresh(House house, Actor.Person person) => house.Look(async db =>
    {
        Session session = new(person.Id, house.Clock.GetUtcNow(), "test");
        db.Add(session);
        await db.SaveChangesAsync();
        return new Actor.Person(person.Id, session.Id);
    });
}
