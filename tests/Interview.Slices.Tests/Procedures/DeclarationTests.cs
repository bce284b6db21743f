using System.Reflection;
using Interviewing.Application.Decisions;
using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Reminders;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Interviewing.Application.Today;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Procedures;

public class DeclarationTests
{
    private static readonly DateTime Tuesday = new(2026, 12, 1, 10, 0, 0);

    [Theory, OnBothDatabases]
    public async Task Nothing_of_the_file_opens_to_a_seat_before_both_statements_are_signed(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        var fresh = await house.Someone();
        await house.Asked(new AddSeat(vacancy.Id, fresh.Id, SeatKind.Member, true), vacancy.Recruiter);
        foreach (Actor one in new Actor[] { fresh, await vacancy.Guest(signs: false) })
        {
            var card = await house.Look(db => db.Set<Scorecard>().Where(c => db.Set<PanelSeat>().Any(s => s.Id == c.SeatId && s.DeclaredAt == null && (one is Actor.Guest ? s.GuestLinkId != null : s.PersonId == fresh.Id))).Select(c => c.Id).SingleAsync());
            (await house.Refused(new OpenCard(card), one)).ShouldBe(Refusal.DeclareFirstCode);
            (await house.Refused(new SaveScores(card, "d", 1, [Vacancy.Score(vacancy.Guide.ScoredIds[0], 3)]), one)).ShouldBe(Refusal.DeclareFirstCode);
            (await house.Refused(new SealCard(card), one)).ShouldBe(Refusal.DeclareFirstCode);
            (await house.Refused(new ListMyCards(), one)).ShouldBe(Refusal.DeclareFirstCode);
            (await house.Refused(new ReadGuide(vacancy.Id), one)).ShouldBe(Refusal.DeclareFirstCode);

            (await house.Refused(new SignDeclaration(vacancy.Id, false, true, "nl", []), one)).ShouldBe("procedures.declare-confidential");
            (await house.Refused(new SignDeclaration(vacancy.Id, true, false, "nl", []), one)).ShouldBe("procedures.declare-independent");
            (await house.Refused(new SignDeclaration(vacancy.Id, true, true, "nl", [new(vacancy.Candidates[0], " ")]), one)).ShouldBe("procedures.nature-missing");
            (await house.Refused(new SignDeclaration(vacancy.Id, true, true, "nl", [new(Guid.NewGuid(), "buren")]), one)).ShouldBe("procedures.candidate-unknown");
            (await house.Refused(new OpenCard(card), one)).ShouldBe(Refusal.DeclareFirstCode);
            await vacancy.Sign(one);
            await house.Asked(new OpenCard(card), one);
        }
        (await house.Refused(new GetProcedure(vacancy.Id), await house.Someone())).ShouldBe(Refusal.NotFoundCode);
        // Who has a part elsewhere only hears the same of this procedure as of one that never was.
        foreach (var id in new[] { vacancy.Id, Guid.NewGuid() }) (await house.Refused(new OpenDeclaration(id), vacancy.Outsider)).ShouldBe(Refusal.NotAllowedCode);
    }

    [Theory, OnBothDatabases]
    public async Task What_was_signed_is_kept_word_for_word_and_once(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        var fresh = await house.Someone();
        await house.Asked(new AddSeat(vacancy.Id, fresh.Id, SeatKind.Member, true), vacancy.Recruiter);
        (await house.Asked(new ListToday(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, []), fresh)).Waiting.ShouldHaveSingleItem().Path.ShouldBe($"/procedures/{vacancy.Id}/declare");
        (await house.Asked(new OpenDeclaration(vacancy.Id), fresh)).ShouldSatisfyAllConditions(d => d.SignedAt.ShouldBeNull(), d => d.Candidates.ShouldHaveSingleItem().Name.ShouldBeNull());
        await house.Asked(new SignDeclaration(vacancy.Id, true, true, "fr", []), fresh);
        var signed = await house.Asked(new OpenDeclaration(vacancy.Id), fresh);
        signed.SignedWords!.ShouldStartWith("Je garde pour moi");
        house.Clock.Advance(TimeSpan.FromMinutes(10));
        await house.Asked(new SignDeclaration(vacancy.Id, true, true, "nl", []), fresh);
        (await house.Asked(new OpenDeclaration(vacancy.Id), fresh)).ShouldSatisfyAllConditions(d => d.SignedWords.ShouldBe(signed.SignedWords), d => d.SignedAt.ShouldBe(signed.SignedAt));
        (await house.Asked(new ListToday(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, []), fresh)).Waiting.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Who_knows_a_candidate_is_excused_by_the_chair_with_a_reason_and_the_trace_stays(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house, candidates: 2);
        await house.Asked(new ScheduleInterview(vacancy.Id, vacancy.Candidates[0], Tuesday, "Europe/Amsterdam", 60, "Kamer 1"), vacancy.Recruiter);
        var conflict = await house.Asked(new ReportMyConflict(vacancy.Id, vacancy.Candidates[0], "zwager"), vacancy.Bert);
        (await house.Refused(new ReportMyConflict(vacancy.Id, vacancy.Candidates[0], "zwager"), vacancy.Bert)).ShouldBe("procedures.conflict-there");
        // Its nature is for chair and recruiter, and one's own.
        (await house.Asked(new GetProcedure(vacancy.Id), vacancy.Anna)).Conflicts.ShouldBeEmpty();
        (await house.Asked(new GetProcedure(vacancy.Id), vacancy.Bert)).Conflicts.ShouldHaveSingleItem().MayAnswer.ShouldBeFalse();
        (await house.Asked(new GetProcedure(vacancy.Id), vacancy.Recruiter)).Conflicts.ShouldHaveSingleItem().ShouldSatisfyAllConditions(c => c.Nature.ShouldBe("zwager"), c => c.MayAnswer.ShouldBeFalse());
        (await house.Asked(new ListToday(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, []), vacancy.Chair)).Waiting.Select(w => w.Key).ShouldContain("procedures.waiting-conflict");
        foreach (var one in new[] { vacancy.Anna, vacancy.Bert, vacancy.Recruiter }) (await house.Refused(new AnswerConflict(vacancy.Id, conflict, true, "te dichtbij"), one)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(new AnswerConflict(vacancy.Id, conflict, true, " "), vacancy.Chair)).ShouldBe("procedures.reason-missing");

        await house.Asked(new AnswerConflict(vacancy.Id, conflict, false, "lang geleden"), vacancy.Chair);
        await vacancy.CardOf(vacancy.Bert);
        await house.Asked(new AnswerConflict(vacancy.Id, conflict, true, "toch te dichtbij"), vacancy.Chair);
        (await house.Refused(new AnswerConflict(vacancy.Id, conflict, false, "spijt"), vacancy.Chair)).ShouldBe("procedures.conflict-answered");
        (await house.Asked(new ListMyCards(vacancy.Id), vacancy.Bert)).ShouldHaveSingleItem().Code.ShouldBe("K2");
        var kept = await house.Look(db => db.Set<Conflict>().AsNoTracking().SingleAsync());
        (kept.Answer, kept.AnswerReason, kept.AnsweredBy).ShouldBe((ConflictAnswer.Excused, "toch te dichtbij", vacancy.Chair.Id));
        (await house.Look(db => db.Set<Reminder>().AsNoTracking().Where(r => r.Kind == ReminderKind.InterviewCancelled).Select(r => r.ReceiverId).ToListAsync())).ShouldBe([vacancy.Bert.Id]);
        (await house.Asked(new GetProcedure(vacancy.Id), vacancy.Chair)).Findings.ShouldNotBeEmpty();

        // Anna alone reveals that candidate now, and a new form is not made for who is excused.
        await vacancy.Fill(vacancy.Anna, 0, _ => 4);
        (await house.Asked(new CompareScores(vacancy.Id), vacancy.Anna)).Rows[0].RevealedAt.ShouldNotBeNull();
        // Not one word of it in what is compared.
        JsonText.Write(await house.Asked(new CompareScores(vacancy.Id), vacancy.Chair)).ShouldNotContain("zwager");
    }

    [Theory, OnBothDatabases]
    public async Task About_the_chair_whoever_plans_decides_and_who_is_excused_before_there_is_a_guide_never_gets_a_form(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house, withGuide: false);
        var seats = await house.Look(db => db.Set<PanelSeat>().AsNoTracking().ToListAsync());
        var chair = await house.Asked(new RecordConflict(vacancy.Id, seats.Single(s => s.Kind == SeatKind.Chair).Id, vacancy.Candidates[0], "oud-leidinggevende"), vacancy.Recruiter);
        (await house.Refused(new AnswerConflict(vacancy.Id, chair, false, "kan"), vacancy.Chair)).ShouldBe(Refusal.NotAllowedCode);
        await house.Asked(new AnswerConflict(vacancy.Id, chair, false, "scoort niet mee"), vacancy.Recruiter);
        (await house.Refused(new RecordConflict(vacancy.Id, seats[0].Id, vacancy.Candidates[0], "x"), vacancy.Anna)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(new RecordConflict(vacancy.Id, Guid.NewGuid(), vacancy.Candidates[0], "x"), vacancy.Chair)).ShouldBe("procedures.seat-unknown");
        var anna = await house.Asked(new RecordConflict(vacancy.Id, seats.Single(s => s.PersonId == vacancy.Anna.Id).Id, vacancy.Candidates[0], "nicht"), vacancy.Chair);
        await house.Asked(new AnswerConflict(vacancy.Id, anna, true, "familie"), vacancy.Chair);
        await house.Asked(new ChooseGuide(vacancy.Id, vacancy.Frozen), vacancy.Recruiter);
        (await house.Asked(new StatusOfPanel(vacancy.Id), vacancy.Chair)).ShouldHaveSingleItem();
        (await house.Asked(new ListMyCards(vacancy.Id), vacancy.Anna)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_guest_reaches_the_own_forms_the_guide_and_the_statement_and_not_one_thing_more(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        await house.Asked(new ScheduleInterview(vacancy.Id, vacancy.Candidates[0], Tuesday, "Europe/Amsterdam", 60, "Kamer 1"), vacancy.Recruiter);
        (await house.Refused(new AddGuestSeat(vacancy.Id, "Noor Gast", "noor@elders.example", "nl", house.Clock.GetUtcNow().AddDays(-1)), vacancy.Recruiter)).ShouldBe("procedures.in-the-past");
        var guest = await vacancy.Guest();
        var desk = await house.Asked(new OpenGuestDesk(), guest);
        desk.Talks.ShouldHaveSingleItem().ShouldSatisfyAllConditions(t => t.Code.ShouldBe("K1"), t => t.When!.Local.ShouldBe(Tuesday), t => t.Sealed.ShouldBeFalse());
        var card = desk.Talks[0].Card!.Value;
        (await house.Asked(new OpenCard(card), guest)).CandidateName.ShouldBeNull();
        (await house.Asked(new ReadGuide(vacancy.Id), guest)).Guide.Questions.Count.ShouldBe(vacancy.Guide.Questions.Count);
        (await vacancy.Rate(guest, card, vacancy.Guide.ScoredIds[0], 4, 1)).Ok.ShouldBeTrue();
        (await house.Refused(new OpenCard(await vacancy.CardOf(vacancy.Anna)), guest)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new OpenCard(card), vacancy.Anna)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new ReadGuide((await Vacancy.In(house)).Id), guest)).ShouldBe(Refusal.NotFoundCode);

        // Everything else there is says no before it looks at anything. What a guest may ask stands here by name, so that nothing new slips in.
        var all = typeof(Door).Assembly.GetTypes().Where(t => t.GetCustomAttribute<NeedsAttribute>() is not null).ToList();
        all.Where(t => Roles.May(Role.Guest).Contains(t.GetCustomAttribute<NeedsAttribute>()!.Permission)).Select(t => t.Name).Order().ShouldBe(((string[])
        [
            nameof(CorrectRating), nameof(ListMyCards), nameof(OpenCard), nameof(OpenDeclaration), nameof(OpenGuestDesk), nameof(ReadGuide), nameof(ReportMyConflict), nameof(SaveScores), nameof(SealCard),
            nameof(SignDeclaration), nameof(StayForPanel), nameof(WhoIsGuest),
        ]).Order());
        foreach (var no in new[]
        {
            await house.Refused(new GetProcedure(vacancy.Id), guest), await house.Refused(new StatusOfPanel(vacancy.Id), guest), await house.Refused(new CompareScores(vacancy.Id), guest), await house.Refused(new GetDecision(vacancy.Id), guest),
            await house.Refused(new ListProcedures(), guest), await house.Refused(new ListToday(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, []), guest), await house.Refused(new ReadEvidence(vacancy.Id, vacancy.Candidates[0]), guest),
            await house.Refused(new GetCandidate(vacancy.Id, vacancy.Candidates[0]), guest), await house.Refused(new PrintGuide(Guid.NewGuid()), guest), await house.Refused(new ShowGuide(Guid.NewGuid()), guest), await house.Refused(new AddCandidate(vacancy.Id, "A", "a@b.example"), guest),
        }) no.ShouldBe(Refusal.NotAllowedCode);

        var seat = await house.Look(db => db.Set<PanelSeat>().Where(s => s.GuestLinkId != null).Select(s => s.Id).SingleAsync());
        (await house.Refused(new RenewGuestCode(vacancy.Id, seat), vacancy.Chair)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Asked(new RenewGuestCode(vacancy.Id, seat), vacancy.Recruiter)).Length.ShouldBe(8);
        house.Clock.Advance(TimeSpan.FromDays(8));
        (await house.Refused(new OpenCard(card), guest)).ShouldBe(Refusal.SignInCode);
    }

    [Theory, OnBothDatabases]
    public async Task The_end_of_the_procedure_closes_its_guests_out(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        var seat = await house.Asked(new AddGuestSeat(vacancy.Id, "Noor Gast", "noor@elders.example", "nl", house.Clock.GetUtcNow().AddDays(70), Scores: false), vacancy.Recruiter);
        var guest = new Actor.Guest((await house.Asked(new EnterAsGuest(seat.Token, seat.Code))).Link!.Value);
        await vacancy.Sign(guest);
        (await house.Asked(new OpenGuestDesk(), guest)).Talks.ShouldHaveSingleItem().Card.ShouldBeNull();
        foreach (var member in new[] { vacancy.Anna, vacancy.Bert }) await vacancy.Fill(member, 0, _ => 3);
        await house.Asked(new RecordDecision(vacancy.Id, "Past het best.", [new(vacancy.Candidates[0], Advice.Appointable, null)], new Choice(vacancy.Candidates[0])), vacancy.Chair);
        (await house.Refused(new OpenGuestDesk(), guest)).ShouldBe(Refusal.SignInCode);
        (await house.Asked(new IsGuestLive(guest.Link))).ShouldBeFalse();
        (await house.Asked(new DoesGuestLinkWork(seat.Token))).ShouldBeFalse();
        (await house.Refused(new RenewGuestCode(vacancy.Id, seat.Seat), vacancy.Recruiter)).ShouldBe("procedures.over");
    }
}
