using Interviewing.Application.Audit;
using Interviewing.Application.Guides;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Interviewing.Slices.Tests.Procedures;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Scoring;

public class PaperTests
{
    [Theory, OnBothDatabases]
    public async Task The_chair_keys_in_and_the_member_says_whether_it_is_right(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        var (card, items, code) = (await vacancy.CardOf(vacancy.Anna), vacancy.Guide.ScoredIds, await Code(house, vacancy));
        await house.Asked(new SaveScores(card, "d", 1, [Vacancy.Score(items[0], 2)]), vacancy.Anna);

        // The code is that of the paper: a misread one finds nothing, the right one the open forms one may key in.
        (await house.Refused(new FindPaper(vacancy.Id, code[..^1] + (code[^1] == '2' ? '3' : '2')), vacancy.Chair)).ShouldBe("scoring.paper-code-wrong");
        (await house.Asked(new FindPaper(vacancy.Id, code.ToLowerInvariant().Replace("-", " ")), vacancy.Chair)).Forms.Count.ShouldBe(2);
        (await house.Asked(new FindPaper(vacancy.Id, code), vacancy.Anna)).Forms.ShouldHaveSingleItem().Own.ShouldBeTrue();
        (await house.Asked(new FindPaper(vacancy.Id, code), vacancy.Observer)).Forms.ShouldBeEmpty();

        List<PaperLine> lines = [new(ChangeKind.Rating, items[0], RatingOutcome.Scored, 4), new(ChangeKind.Rating, items[1], RatingOutcome.NotObserved), new(ChangeKind.Rating, items[2], RatingOutcome.Scored, 3), new(ChangeKind.Note, vacancy.Guide.Questions[0].Id, Text: "van papier")];
        (await house.Refused(new KeyInPaper(vacancy.Id, card, code, lines), vacancy.Bert)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(new KeyInPaper(vacancy.Id, card, code, [new(ChangeKind.Rating, items[0], RatingOutcome.Scored, 9)]), vacancy.Chair)).ShouldBe("scoring.point-wrong");
        (await house.Refused(new KeyInPaper(vacancy.Id, card, code, []), vacancy.Chair)).ShouldBe("scoring.paper-empty");
        // What stands on the form makes no difference to what the chair hears.
        await house.Asked(new KeyInPaper(vacancy.Id, card, code, lines), vacancy.Chair);
        (await vacancy.Stored(card)).Ratings.ShouldHaveSingleItem().Point.ShouldBe(2);
        (await house.Refused(new OpenCard(card), vacancy.Chair)).ShouldBe(Refusal.NotFoundCode);
        (await house.Look(db => db.Set<PaperEntry>().Select(p => p.Locked).SingleAsync())).ShouldNotContain("papier");

        (await house.Refused(new SealCard(card), vacancy.Anna)).ShouldBe("scoring.paper-waiting");
        (await house.Asked(new OpenCard(card), vacancy.Anna)).Paper!.Lines.Count.ShouldBe(4);
        (await house.Refused(new AnswerPaper(card, true), vacancy.Bert)).ShouldBe(Refusal.NotFoundCode);
        await house.Asked(new AnswerPaper(card, true), vacancy.Anna);
        (await house.Refused(new AnswerPaper(card, true), vacancy.Anna)).ShouldBe("scoring.paper-settled");
        var stored = await vacancy.Stored(card);
        stored.Ratings.Single(r => r.ItemId == items[0]).Point.ShouldBe(4);
        stored.Ratings.Single(r => r.ItemId == items[1]).Outcome.ShouldBe(RatingOutcome.NotObserved);
        stored.Notes.Single().Text.ShouldBe("van papier");
        await house.Asked(new SealCard(card), vacancy.Anna);

        // Who keyed it in and who took it over stays; the values do not.
        var trail = await house.Look(db => db.Set<AuditEntry>().Where(e => e.SubjectType == nameof(PaperEntry)).OrderBy(e => e.At).Select(e => e.Actor).ToListAsync());
        trail.ShouldBe([vacancy.Chair.Id.ToString("N"), vacancy.Anna.Id.ToString("N")]);
        (await house.Look(db => db.Set<PaperEntry>().AsNoTracking().SingleAsync())).ShouldSatisfyAllConditions(p => p.Accepted.ShouldBe(true), p => p.Locked.ShouldBe(""), p => p.KeyedBy.ShouldBe(vacancy.Chair.Id));
    }

    [Theory, OnBothDatabases]
    public async Task Keyed_in_again_the_later_one_waits_and_what_is_wrong_touches_nothing(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        var (card, item, code) = (await vacancy.CardOf(vacancy.Anna), vacancy.Guide.ScoredIds[0], await Code(house, vacancy));
        foreach (var point in new[] { 2, 5 }) await house.Asked(new KeyInPaper(vacancy.Id, card, code, [new(ChangeKind.Rating, item, RatingOutcome.Scored, point)]), vacancy.Chair);
        (await house.Asked(new OpenCard(card), vacancy.Anna)).Paper!.Lines.ShouldHaveSingleItem().Point.ShouldBe(5);
        await house.Asked(new AnswerPaper(card, false), vacancy.Anna);
        (await vacancy.Stored(card)).Ratings.ShouldBeEmpty();
        (await house.Look(db => db.Set<PaperEntry>().CountAsync(p => p.Accepted == false))).ShouldBe(2);
        await vacancy.Fill(vacancy.Anna, 0, _ => 3);
        (await house.Refused(new KeyInPaper(vacancy.Id, card, code, [new(ChangeKind.Rating, item, RatingOutcome.Scored, 1)]), vacancy.Chair)).ShouldBe("scoring.sealed");
    }

    private static Task<string> Code(House house, Vacancy vacancy) => house.Look(async db => FormCode.Of((await db.Set<FrozenDocument>().SingleAsync(d => d.Id == vacancy.Frozen)).Hash, 0));
}
