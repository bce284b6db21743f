using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Reminders;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Procedures;

public class CandidatesTests
{
    private static readonly DateTime Tuesday = new(2026, 12, 1, 10, 0, 0);

    [Theory, OnBothDatabases]
    public async Task Pasted_rows_come_in_one_by_one_after_a_look_and_nothing_before(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        const string text = "Naam\tE-mail\tTaal\nSofie Lambrecht\tsofie@post.example\tfr\nDaan\tgeen adres\t\nKandidaat Achternaam1\tKandidaat1@post.example\tnl\nNog Sofie\tsofie@post.example\tnl\nJef Maes\tjef@post.example\ten";
        var found = await house.Asked(new CheckCandidates(vacancy.Id, text), vacancy.Recruiter);
        found.Select(f => f.Findings is [var first, ..] ? first.Code : null).ShouldBe([null, "procedures.email-wrong", "procedures.candidate-there", "procedures.row-twice", null]);
        (await house.Look(db => db.Set<Candidate>().CountAsync())).ShouldBe(1);
        (await house.Refused(new CheckCandidates(vacancy.Id, text), vacancy.Chair)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(new AddCandidates(vacancy.Id, text, [3]), vacancy.Recruiter)).ShouldBe("procedures.paste-nothing");

        // Somebody else added Jef between look and act: that row stays out and says so, the other comes in.
        await house.Asked(new AddCandidate(vacancy.Id, "Jef Maes", "JEF@post.example"), vacancy.Recruiter);
        var added = await house.Asked(new AddCandidates(vacancy.Id, text, [2, 3, 6]), vacancy.Recruiter);
        added.Select(a => a.Code).ShouldBe(["K3", null, null]);
        added[2].Checked.Findings.ShouldHaveSingleItem().Args.ShouldBe(["K2"]);
        (await house.Asked(new GetCandidate(vacancy.Id, (await house.Asked(new GetProcedure(vacancy.Id), vacancy.Recruiter)).Candidates[2].Id), vacancy.Recruiter)).Language.ShouldBe("fr");
        (await house.Asked(new StatusOfPanel(vacancy.Id), vacancy.Chair)).Count.ShouldBe(6);
        (await house.Refused(new AddCandidate(vacancy.Id, "Jef Maes", "jef@POST.example"), vacancy.Recruiter)).ShouldBe("procedures.candidate-there");
        // The same address may apply for another vacancy.
        await house.Asked(new AddCandidate((await Vacancy.In(house)).Id, "Jef Maes", "jef@post.example"), vacancy.Recruiter);
    }

    [Theory, OnBothDatabases]
    public async Task Extra_time_lengthens_the_talk_and_stands_in_no_score(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        var interview = await house.Asked(new ScheduleInterview(vacancy.Id, vacancy.Candidates[0], Tuesday, "Europe/Amsterdam", 60, "Kamer 1"), vacancy.Recruiter);
        (await house.Refused(new RecordAdjustment(vacancy.Id, vacancy.Candidates[0], 15, null), vacancy.Chair)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(new RecordAdjustment(vacancy.Id, vacancy.Candidates[0], 500, null), vacancy.Recruiter)).ShouldBe("procedures.extra-wrong");
        await house.Asked(new RecordAdjustment(vacancy.Id, vacancy.Candidates[0], 20, "grote letters op papier"), vacancy.Recruiter);
        await house.Asked(new RecordAdjustment(vacancy.Id, vacancy.Candidates[0], 15, "grote letters op papier"), vacancy.Recruiter);
        await house.Asked(new RecordAdjustment(vacancy.Id, vacancy.Candidates[0], 15, "grote letters op papier"), vacancy.Recruiter);
        var kept = await house.Look(db => db.Set<Interview>().AsNoTracking().SingleAsync(i => i.Id == interview));
        (kept.Minutes, kept.Sequence).ShouldBe((75, 2));
        (await house.Asked(new GetProcedure(vacancy.Id), vacancy.Chair)).Candidates[0].ShouldSatisfyAllConditions(c => c.ExtraMinutes.ShouldBe(15), c => c.AdjustmentNote.ShouldBe("grote letters op papier"));
        (await house.Asked(new GetProcedure(vacancy.Id), vacancy.Anna)).Candidates[0].AdjustmentNote.ShouldBeNull();
        var card = await vacancy.CardOf(vacancy.Anna);
        (await house.Asked(new OpenCard(card), vacancy.Anna)).ShouldSatisfyAllConditions(c => c.ExtraMinutes.ShouldBe(15), c => JsonText.Write(c).ShouldNotContain("grote letters"));
        foreach (var member in new[] { vacancy.Anna, vacancy.Bert }) await vacancy.Fill(member, 0, _ => 4);
        var stored = await vacancy.Stored(card);
        foreach (var text in new[] { stored.SealedText!, JsonText.Write(await house.Asked(new CompareScores(vacancy.Id), vacancy.Chair)) }) (text.Contains("xtra") || text.Contains("letters")).ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task A_candidate_leaves_by_a_named_person_with_a_reason_and_the_others_go_on(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house, candidates: 2);
        await house.Asked(new ScheduleInterview(vacancy.Id, vacancy.Candidates[1], Tuesday, "Europe/Amsterdam", 60, "Kamer 1"), vacancy.Recruiter);
        await vacancy.Fill(vacancy.Anna, 1, _ => 2, seal: false);
        (await house.Refused(new WithdrawCandidate(vacancy.Id, vacancy.Candidates[1], " "), vacancy.Recruiter)).ShouldBe("procedures.reason-missing");
        (await house.Refused(new WithdrawCandidate(vacancy.Id, vacancy.Candidates[1], "x"), vacancy.Chair)).ShouldBe(Refusal.NotAllowedCode);
        await house.Asked(new WithdrawCandidate(vacancy.Id, vacancy.Candidates[1], "trok zich terug"), vacancy.Recruiter);
        (await house.Refused(new WithdrawCandidate(vacancy.Id, vacancy.Candidates[1], "nog eens"), vacancy.Recruiter)).ShouldBe("procedures.candidate-out");
        (await house.Refused(new ScheduleInterview(vacancy.Id, vacancy.Candidates[1], Tuesday.AddDays(1), "Europe/Amsterdam", 60, "Kamer 1"), vacancy.Recruiter)).ShouldBe("procedures.candidate-out");
        var out2 = await house.Look(db => db.Set<Candidate>().AsNoTracking().SingleAsync(c => c.Id == vacancy.Candidates[1]));
        (out2.WithdrawnBy, out2.WithdrawnReason, out2.RevealedAt).ShouldBe((vacancy.Recruiter.Id, "trok zich terug", null));
        (await house.Look(db => db.Set<Interview>().AsNoTracking().SingleAsync())).Status.ShouldBe(InterviewStatus.Cancelled);
        (await house.Look(db => db.Set<Reminder>().CountAsync(r => r.Kind == ReminderKind.InterviewCancelled))).ShouldBe(5);
        (await house.Asked(new ListMyCards(vacancy.Id), vacancy.Anna)).ShouldHaveSingleItem().Code.ShouldBe("K1");
        // A later member gets no form for who left, and the last form of who stayed ends the round.
        var late = await house.Someone();
        await house.Asked(new AddSeat(vacancy.Id, late.Id, SeatKind.Member, true), vacancy.Recruiter);
        await vacancy.Sign(late);
        (await house.Asked(new ListMyCards(vacancy.Id), late)).ShouldHaveSingleItem();
        foreach (var member in new[] { vacancy.Anna, vacancy.Bert, late }) await vacancy.Fill(member, 0, _ => 4);
        (await house.Asked(new GetProcedure(vacancy.Id), vacancy.Chair)).Status.ShouldBe(ProcedureStatus.Consensus);
        (await house.Refused(new WithdrawCandidate(vacancy.Id, vacancy.Candidates[0], "te laat"), vacancy.Recruiter)).ShouldBe("procedures.candidate-scored");
    }

    [Theory, OnBothDatabases]
    public async Task Who_did_not_come_is_told_from_the_beginning_on_and_may_be_planned_again(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        var interview = await house.Asked(new ScheduleInterview(vacancy.Id, vacancy.Candidates[0], Tuesday, "Europe/Amsterdam", 60, "Kamer 1"), vacancy.Recruiter);
        (await house.Refused(new RecordNoShow(vacancy.Id, interview, "file"), vacancy.Chair)).ShouldBe("procedures.interview-not-begun");
        house.Clock.Set(new DateTimeOffset(2026, 12, 1, 9, 20, 0, TimeSpan.Zero));
        (await house.Refused(new RecordNoShow(vacancy.Id, interview, "file"), await Fresh(house, vacancy.Anna))).ShouldBe(Refusal.NotAllowedCode);
        var chair = await Fresh(house, vacancy.Chair);
        (await house.Refused(new RecordNoShow(vacancy.Id, interview, ""), chair)).ShouldBe("procedures.reason-missing");
        await house.Asked(new RecordNoShow(vacancy.Id, interview, "file op de ring"), chair);
        (await house.Refused(new RecordNoShow(vacancy.Id, interview, "nog eens"), chair)).ShouldBe("procedures.interview-not-planned");
        var recruiter = await Fresh(house, vacancy.Recruiter);
        (await house.Asked(new GetProcedure(vacancy.Id), recruiter)).Candidates[0].Interview!.ShouldSatisfyAllConditions(i => i.Status.ShouldBe(InterviewStatus.NoShow), i => i.Reason.ShouldBe("file op de ring"));
        await house.Asked(new ScheduleInterview(vacancy.Id, vacancy.Candidates[0], Tuesday.AddDays(2), "Europe/Amsterdam", 60, "Kamer 1"), recruiter);
        (await house.Asked(new GetProcedure(vacancy.Id), recruiter)).Candidates[0].Interview!.Status.ShouldBe(InterviewStatus.Planned);
    }

    // A session that has idled out since.
    private static async Task<Actor.Person> Fresh(House house, Actor.Person who) => new(who.Id, (await house.Asked(new OpenSession(who.Id, "test"))).Session);
}
