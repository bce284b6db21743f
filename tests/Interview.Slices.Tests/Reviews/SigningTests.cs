using Interviewing.Application.Audit;
using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;
using Interviewing.Application.Today;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Interviewing.Slices.Tests.Reviews;

/// <summary>What happens after sharing: the talk, the signature or the correction, the confirmation, opening again.</summary>
public class SigningTests
{
    [Theory, OnBothDatabases]
    public async Task The_employee_asks_a_correction_gets_an_answer_and_signs_and_all_of_it_stays(Database database)
    {
        PostBox box = new();
        await using var house = await House.On(database, s => s.AddSingleton<IPostOffice>(box));
        var team = await Team.In(house);
        var review = await team.Started();
        (await house.Refused(new RecordTalk(review, new(2026, 11, 24)), team.Manager)).ShouldBe("reviews.not-shared");
        await team.Share(review);
        (await house.Refused(new SignReview(review), team.Employee)).ShouldBe("reviews.talk-first");
        (await house.Refused(new RecordTalk(review, new(2026, 11, 25)), team.Manager)).ShouldBe("reviews.talk-later");
        await house.Asked(new RecordTalk(review, new(2026, 11, 23)), team.Manager);
        (await Waits(house, team.Employee)).ShouldContain("reviews.waiting.sign");

        (await house.Refused(new AskCorrection(review, " "), team.Employee)).ShouldBe("reviews.say-what");
        await house.Asked(new AskCorrection(review, "Bij het college zat ik er niet alleen."), team.Employee);
        (await house.Refused(new SignReview(review), team.Employee)).ShouldBe("reviews.signed-before");
        (await Waits(house, team.Manager)).ShouldBe(["reviews.waiting.correction"]);
        house.Clock.Advance(TimeSpan.FromMinutes(5));
        await house.Asked(new AnswerCorrection(review, "Dat klopt, het staat nu bij de afspraken."), team.Manager);
        house.Clock.Advance(TimeSpan.FromMinutes(5));
        await house.Asked(new SignReview(review, "Gezien, met mijn zienswijze."), team.Employee);

        foreach (var reader in new[] { team.Employee, team.Manager })
        {
            var view = await house.Asked(new GetReview(review), reader);
            view.Status.ShouldBe(ReviewStatus.Signed);
            view.Acts.Select(a => (a.Kind, a.Text)).ShouldBe([(ActKind.Discussed, null), (ActKind.CorrectionAsked, "Bij het college zat ik er niet alleen."),
                (ActKind.CorrectionAnswered, "Dat klopt, het staat nu bij de afspraken."), (ActKind.Seen, "Gezien, met mijn zienswijze.")]);
            view.Acts[0].Day.ShouldBe(new DateOnly(2026, 11, 23));
        }
        (await house.Refused(new AgreeOn(review, null, null, "Te laat", null), team.Manager)).ShouldBe("reviews.signed-before");
        await house.Provider.GetRequiredService<ReminderRound>().Run();
        // Three were overtaken by what came after them; the letters name nobody's words.
        box.Letters.ShouldAllBe(l => !l.Letter.Text.Contains("college") && !l.Letter.Text.Contains("zienswijze."));
        (await house.Look(db => db.Set<AuditDetail>().Select(d => d.Before + d.After).ToListAsync())).ShouldAllBe(t => !t.Contains("college") && !t.Contains("zienswijze."));
    }

    [Theory, OnBothDatabases]
    public async Task The_next_higher_manager_reads_what_is_shared_and_confirms_what_is_signed(Database database)
    {
        await using var house = await House.On(database);
        var team = await Team.In(house);
        var above = await team.Above();
        var review = await team.InStage(new StageForm(ConfirmedAbove: true));
        (await house.Refused(new GetReview(review), above)).ShouldBe(Refusal.NotFoundCode);
        (await house.Asked(new ListReviewsBelow(new Slice()), above)).Count.ShouldBe(0);
        await team.Share(review);
        var view = await house.Asked(new GetReview(review), above);
        view.As.ShouldBe(ReadsAs.Higher);
        view.Other!.Of.ShouldBe(SideOf.Self);
        (await house.Asked(new Gaps(review), above)).All.Count.ShouldBe(3);
        (await house.Refused(new ConfirmReview(review), above)).ShouldBe("reviews.not-signed");
        (await house.Refused(new RecordTalk(review, new(2026, 11, 24)), above)).ShouldBe(Refusal.NotFoundCode);
        await house.Asked(new RecordTalk(review, new(2026, 11, 24)), team.Manager);
        await house.Asked(new SignReview(review), team.Employee);
        (await Waits(house, above)).ShouldBe(["reviews.waiting.confirm"]);
        (await house.Refused(new ConfirmReview(review), team.Manager)).ShouldBe(Refusal.NotFoundCode);
        await house.Asked(new ConfirmReview(review), above);
        (await house.Asked(new GetReview(review), team.Employee)).Status.ShouldBe(ReviewStatus.Closed);
        (await house.Refused(new ReopenReview(review, "Toch nog iets"), team.Manager)).ShouldBe("reviews.closed");
        (await house.Asked(new ListReviewsBelow(new Slice()), above)).Rows.ShouldHaveSingleItem().Status.ShouldBe(ReviewStatus.Closed);
    }

    [Theory, OnBothDatabases]
    public async Task Hr_reads_only_what_is_shared_and_only_where_the_stage_says_so(Database database)
    {
        await using var house = await House.On(database);
        var team = await Team.In(house);
        var review = await team.InStage(new StageForm(HrReads: true));
        (await house.Refused(new GetReview(review), team.Hr)).ShouldBe(Refusal.NotFoundCode);
        await team.Share(review);
        (await house.Asked(new GetReview(review), team.Hr)).As.ShouldBe(ReadsAs.Hr);
        (await house.Refused(new GetReview(review), team.Administrator)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new SaveSide(review, []), team.Hr)).ShouldBe(Refusal.NotFoundCode);
    }

    [Theory, OnBothDatabases]
    public async Task Opened_again_it_keeps_the_version_and_hides_the_new_one_like_the_first(Database database)
    {
        await using var house = await House.On(database);
        var team = await Team.In(house);
        var review = await team.Talked();
        (await house.Refused(new ReopenReview(review, ""), team.Manager)).ShouldBe("reviews.say-why");
        (await house.Refused(new ReopenReview(review, "Ik wil dat"), team.Employee)).ShouldBe(Refusal.NotFoundCode);
        await house.Asked(new ReopenReview(review, "Het tweede half jaar telde nog niet mee."), team.Manager);

        var own = await house.Asked(new GetReview(review), team.Employee);
        (own.Status, own.Number, own.SharedAt, own.Other).ShouldBe((ReviewStatus.Draft, 2, null, null));
        own.Editions.ShouldHaveSingleItem().Said.Manager.ShouldAllBe(s => s.Text == "door de leiding gezegd");
        own.Acts[^1].ShouldSatisfyAllConditions(a => a.Kind.ShouldBe(ActKind.Reopened), a => a.Text.ShouldBe("Het tweede half jaar telde nog niet mee."), a => a.Number.ShouldBe(1));

        var seen = own.Mine.Answers.ToDictionary(a => a.Competency, a => a.Stamp);
        await house.Asked(new SaveSide(review, [.. team.Levels(3, 2, 2, "nieuw-van-de-medewerker").Select(c => c with { Seen = seen[c.Competency] })]), team.Employee);
        await house.Asked(new ReadySide(review), team.Employee);
        JsonText.Write(await house.Asked(new GetReview(review), team.Manager)).ShouldNotContain("nieuw-van-de-medewerker");
        (await house.Refused(new Gaps(review), team.Manager)).ShouldBe("reviews.not-shared");
        await house.Asked(new ReadySide(review), team.Manager);
        var again = await house.Asked(new GetReview(review), team.Manager);
        again.Other!.Answers.ShouldAllBe(a => a.Text == "nieuw-van-de-medewerker");
        again.Editions.ShouldHaveSingleItem().Said.Self.ShouldAllBe(s => s.Text == "zelf gezegd");
        await house.Asked(new RecordTalk(review, new(2026, 11, 24)), team.Manager);
        await house.Asked(new SignReview(review), team.Employee);
    }

    private static async Task<IReadOnlyList<string>> Waits(House house, Actor.Person who) =>
        [.. (await house.Asked(new ListToday(house.Clock.GetUtcNow(), house.Clock.GetUtcNow().AddDays(1), []), who)).Waiting.Select(w => w.Key)];
}
