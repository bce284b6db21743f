using Interviewing.Application.Guides;
using Interviewing.Application.Procedures;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Interviewing.Slices.Tests.Procedures;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Scoring;

public class SealTests
{
    [Theory, OnBothDatabases]
    public async Task Sealing_refuses_blanks_names_them_and_is_the_same_when_done_twice(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        var (card, items) = (await vacancy.CardOf(vacancy.Anna), vacancy.Guide.ScoredIds);
        await vacancy.Rate(vacancy.Anna, card, items[0], 4, 1);
        var no = await house.Door.Ask(new SealCard(card), vacancy.Anna);
        no.Reasons.Select(r => (r.Code, r.Field)).ShouldBe(items.Skip(1).Select(i => ("scoring.blank", (string?)$"rating.{i}")));
        (await vacancy.Stored(card)).Status.ShouldBe(ScorecardStatus.Draft);

        await house.Asked(new SaveScores(card, "d", 2, [Vacancy.Score(items[1], null), Vacancy.Score(items[2], 5)]), vacancy.Anna);
        var first = await house.Asked(new SealCard(card), vacancy.Anna);
        (await house.Asked(new SealCard(card), vacancy.Anna)).ShouldBe(first);
        var stored = await vacancy.Stored(card);
        stored.SealedText.ShouldBe(stored.Contents());
        stored.SealedHash.ShouldBe(FrozenGuide.HashOf(stored.SealedText!));
        (await vacancy.Rate(vacancy.Anna, card, items[0], 1, 3)).Reasons[0].Code.ShouldBe("scoring.sealed");
        // What was applied before the seal is still answered when it comes again.
        (await vacancy.Rate(vacancy.Anna, card, items[0], 4, 1)).Ok.ShouldBeTrue();
        (await vacancy.Stored(card)).Contents().ShouldBe(stored.Contents());
    }

    [Theory, OnBothDatabases]
    public async Task The_last_form_in_reveals_also_when_two_are_sealed_at_the_same_moment(Database database)
    {
        await using var house = await House.On(database);
        await using var twin = house.Twin();
        var vacancy = await Vacancy.In(house, candidates: 6);
        for (var i = 0; i < 6; i++)
        {
            var (anna, bert) = (await vacancy.Fill(vacancy.Anna, i, _ => 3, seal: false), await vacancy.Fill(vacancy.Bert, i, _ => 5, seal: false));
            await Task.WhenAll(Task.Run(() => house.Asked(new SealCard(anna), vacancy.Anna)), Task.Run(() => twin.Asked(new SealCard(bert), vacancy.Bert)));
        }
        (await house.Look(db => db.Set<Candidate>().CountAsync(c => c.RevealedAt != null))).ShouldBe(6);
        (await house.Asked(new GetProcedure(vacancy.Id), vacancy.Chair)).Status.ShouldBe(ProcedureStatus.Consensus);
    }

    [Theory, OnBothDatabases]
    public async Task The_chair_reopens_before_the_reveal_and_not_after_it(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        var card = await vacancy.Fill(vacancy.Anna, 0, _ => 3);
        (await house.Refused(new ReopenCard(vacancy.Id, card, " "), vacancy.Chair)).ShouldBe("scoring.reason-missing");
        (await house.Refused(new ReopenCard(vacancy.Id, card, "x"), vacancy.Recruiter)).ShouldBe(Refusal.NotAllowedCode);
        await house.Asked(new ReopenCard(vacancy.Id, card, "Verkeerde kandidaat voor ogen"), vacancy.Chair);
        (await house.Asked(new OpenCard(card), vacancy.Anna)).ReopenedReason.ShouldBe("Verkeerde kandidaat voor ogen");
        await vacancy.Rate(vacancy.Anna, card, vacancy.Guide.ScoredIds[0], 5, 9);
        await house.Asked(new SealCard(card), vacancy.Anna);
        await vacancy.Fill(vacancy.Bert, 0, _ => 4);
        (await house.Refused(new ReopenCard(vacancy.Id, card, "x"), vacancy.Chair)).ShouldBe("scoring.revealed");
    }

    [Theory, OnBothDatabases]
    public async Task An_excuse_needs_the_chair_and_a_reason_counts_as_in_and_stays(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        var (anna, bert) = (await vacancy.Fill(vacancy.Anna, 0, _ => 3), await vacancy.CardOf(vacancy.Bert));
        (await house.Refused(new ExcuseCard(vacancy.Id, bert, ""), vacancy.Chair)).ShouldBe("scoring.reason-missing");
        (await house.Refused(new ExcuseCard(vacancy.Id, bert, "x"), vacancy.Recruiter)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(new ExcuseCard(vacancy.Id, anna, "x"), vacancy.Chair)).ShouldBe("scoring.sealed");
        await house.Asked(new ExcuseCard(vacancy.Id, bert, "Kent de kandidaat"), vacancy.Chair);
        (await vacancy.Rate(vacancy.Bert, bert, vacancy.Guide.ScoredIds[0], 5, 1)).Reasons[0].Code.ShouldBe("scoring.excused");
        (await house.Refused(new SealCard(bert), vacancy.Bert)).ShouldBe("scoring.excused");
        var row = (await house.Asked(new CompareScores(vacancy.Id), vacancy.Chair)).Rows.ShouldHaveSingleItem();
        row.RevealedAt.ShouldNotBeNull();
        (row.FormsIn, row.FormsAsked).ShouldBe((1, 1));
        row.Cells.ShouldAllBe(c => c.Mean.N == 1);
        // The reason is for whoever plans or steers.
        (await house.Asked(new StatusOfPanel(vacancy.Id), vacancy.Anna)).ShouldAllBe(f => f.Reason == null);
        (await house.Asked(new StatusOfPanel(vacancy.Id), vacancy.Chair)).ShouldContain(f => f.Reason == "Kent de kandidaat");
    }

    [Theory, OnBothDatabases]
    public async Task A_skipped_question_is_not_asked_for_everyone_and_out_of_n(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house, scores: ScoredItems.Questions);
        var (skipped, items) = (vacancy.Guide.Questions[2].Id, vacancy.Guide.ScoredIds);
        (await house.Refused(new SkipQuestion(vacancy.Id, vacancy.Candidates[0], skipped, ""), vacancy.Chair)).ShouldBe("scoring.reason-missing");
        (await house.Refused(new SkipQuestion(vacancy.Id, vacancy.Candidates[0], Guid.NewGuid(), "x"), vacancy.Chair)).ShouldBe("scoring.item-unknown");
        await house.Asked(new SkipQuestion(vacancy.Id, vacancy.Candidates[0], skipped, "Te weinig tijd"), vacancy.Chair);
        foreach (var member in new[] { vacancy.Anna, vacancy.Bert })
        {
            var card = await vacancy.CardOf(member);
            (await vacancy.Rate(member, card, skipped, 5, 1)).Reasons[0].Code.ShouldBe("scoring.not-asked");
            (await house.Asked(new OpenCard(card), member)).Skipped[skipped].ShouldBe("Te weinig tijd");
            await house.Asked(new SaveScores(card, "d", 2, [.. items.Where(i => i != skipped).Select(i => Vacancy.Score(i, 4))]), member);
            await house.Asked(new SealCard(card), member);
            (await vacancy.Stored(card)).Ratings.Single(r => r.ItemId == skipped).Outcome.ShouldBe(RatingOutcome.NotAsked);
        }
        (await house.Refused(new SkipQuestion(vacancy.Id, vacancy.Candidates[0], vacancy.Guide.Questions[0].Id, "x"), vacancy.Chair)).ShouldBe("scoring.skip-after-seal");
        var row = (await house.Asked(new CompareScores(vacancy.Id), vacancy.Anna)).Rows[0];
        var cell = row.Cells.Single(c => c.Competency == vacancy.Guide.Questions[2].CompetencyId);
        (cell.Mean.Value, cell.Mean.N, cell.Mean.WhyNot).ShouldBe((null, 0, Mean.NoScores));
        cell.Marks.ShouldAllBe(m => m.Outcome == RatingOutcome.NotAsked);
        (row.Total!.Value, row.Total.WhyNot, row.Total.Heard, row.Total.Asked).ShouldBe((null, Composite.Incomplete, 2, 3));
    }

    [Theory, OnBothDatabases]
    public async Task A_correction_after_the_reveal_keeps_old_new_author_and_reason_and_the_sealed_form(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        var item = vacancy.Guide.ScoredIds[0];
        var card = await vacancy.Fill(vacancy.Anna, 0, _ => 2);
        (await house.Refused(new CorrectRating(card, item, RatingOutcome.Scored, 4, "x"), vacancy.Anna)).ShouldBe("scoring.not-revealed");
        await vacancy.Fill(vacancy.Bert, 0, _ => 4);
        var before = (await vacancy.Stored(card)).Contents();
        (await house.Refused(new CorrectRating(card, item, RatingOutcome.Scored, 4, " "), vacancy.Anna)).ShouldBe("scoring.reason-missing");
        (await house.Refused(new CorrectRating(card, item, RatingOutcome.Scored, 9, "x"), vacancy.Anna)).ShouldBe("scoring.point-wrong");
        await house.Asked(new CorrectRating(card, item, RatingOutcome.Scored, 4, "Verkeerd aangeklikt"), vacancy.Anna);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await house.Asked(new CorrectRating(card, item, RatingOutcome.Scored, 5, "Toch hoger"), vacancy.Anna);
        (await vacancy.Stored(card)).Contents().ShouldBe(before);
        var kept = await house.Look(db => db.Set<Correction>().AsNoTracking().OrderBy(c => c.At).ToListAsync());
        kept.Select(c => (c.OldPoint, c.NewPoint, c.By, c.Reason)).ShouldBe([(2, 4, vacancy.Anna.Id, "Verkeerd aangeklikt"), (4, 5, vacancy.Anna.Id, "Toch hoger")]);
        var cell = (await house.Asked(new CompareScores(vacancy.Id), vacancy.Chair)).Rows[0].Cells[0];
        (cell.Mean.Value, cell.Mean.N, cell.Mean.Lowest, cell.Mean.Highest).ShouldBe((4.5m, 2, 4m, 5m));
        cell.Marks.Count(m => m.Changed).ShouldBe(1);
        (await house.Asked(new ReadEvidence(vacancy.Id, vacancy.Candidates[0]), vacancy.Chair)).Corrections.Count.ShouldBe(2);
    }
}
