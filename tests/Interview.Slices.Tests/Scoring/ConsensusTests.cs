using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Interviewing.Slices.Tests.Procedures;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Scoring;

public class ConsensusTests
{
    [Theory, OnBothDatabases]
    public async Task The_chair_opens_the_talk_after_the_reveal_and_items_that_lie_apart_come_first(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        await vacancy.Fill(vacancy.Anna, 0, i => i == 1 ? 2 : 4);
        var candidate = vacancy.Candidates[0];
        (await house.Refused(new OpenConsensus(vacancy.Id, candidate), vacancy.Chair)).ShouldBe("scoring.consensus-early");
        var before = await house.Asked(new GetConsensus(vacancy.Id, candidate), vacancy.Anna);
        (before.RevealedAt, before.Items.Count, before.LastSealedAt, before.FormsIn, before.FormsAsked).ShouldBe((null, 0, null, 1, 2));

        await vacancy.Fill(vacancy.Bert, 0, i => i switch { 0 => 3, 1 => 5, _ => 4 });
        foreach (var other in new[] { vacancy.Recruiter, vacancy.Anna, vacancy.Observer }) (await house.Refused(new OpenConsensus(vacancy.Id, candidate), other)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(new ReviseScore(vacancy.Id, candidate, vacancy.Guide.ScoredIds[0], RatingOutcome.Scored, 3, "x"), vacancy.Anna)).ShouldBe("scoring.consensus-not-open");
        await house.Asked(new OpenConsensus(vacancy.Id, candidate), vacancy.Chair);
        var view = await house.Asked(new GetConsensus(vacancy.Id, candidate), vacancy.Observer);
        view.Items.Select(i => (i.Competency.In("nl").Text, i.First.Range, i.IsWide)).ShouldBe([("Competentie 2", 3m, true), ("Competentie 1", 1m, false), ("Competentie 3", 0m, false)]);
        view.Order.Select(t => t.Because).ShouldBe([TurnReason.Drawn, TurnReason.Drawn]);
        // Opening again changes nothing: the draw is kept.
        await house.Asked(new OpenConsensus(vacancy.Id, candidate), vacancy.Chair);
        (await house.Asked(new GetConsensus(vacancy.Id, candidate), vacancy.Anna)).Order.ShouldBe(view.Order);
    }

    [Theory, OnBothDatabases]
    public async Task A_member_changes_the_own_score_with_a_reason_and_everything_stays_side_by_side(Database database)
    {
        await using var house = await House.On(database);
        var (vacancy, candidate, item) = await Opened(house);
        ReviseScore change = new(vacancy.Id, candidate, item, RatingOutcome.Scored, 3, "Ik had het tweede voorbeeld gemist");
        (await house.Refused(change with { Reason = " " }, vacancy.Anna)).ShouldBe("scoring.reason-missing");
        (await house.Refused(change with { Point = 9 }, vacancy.Anna)).ShouldBe("scoring.point-wrong");
        (await house.Refused(change with { Point = 2 }, vacancy.Anna)).ShouldBe("scoring.same-point");
        (await house.Refused(change with { Item = Guid.NewGuid() }, vacancy.Anna)).ShouldBe(Refusal.NotFoundCode);
        // Whoever has no form has no score to change: not the chair, not the observer, nobody from outside.
        (await house.Refused(change, vacancy.Chair)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(change, vacancy.Observer)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(change, vacancy.Outsider)).ShouldBe(Refusal.NotAllowedCode);

        await house.Asked(change, vacancy.Anna);
        await house.Asked(new KeepScore(vacancy.Id, candidate, item), vacancy.Bert);
        await house.Asked(new RecordDissent(vacancy.Id, candidate, item, "Het voorbeeld was van een ander"), vacancy.Bert);
        var talk = (await house.Asked(new GetConsensus(vacancy.Id, candidate), vacancy.Recruiter)).Items.Single(i => i.Item == item);
        talk.Members.Select(m => (m.First!.Point, m.Now!.Point, m.HasSpoken)).ShouldBe([(2, 3, true), (5, 5, true)]);
        (talk.IsDone, talk.First.Value, talk.Now.Value).ShouldBe((true, 3.5m, 4m));
        talk.Revisions.ShouldHaveSingleItem().Reason.ShouldBe("Ik had het tweede voorbeeld gemist");
        talk.Dissents.ShouldHaveSingleItem().Reason.ShouldBe("Het voorbeeld was van een ander");

        var cell = (await house.Asked(new CompareScores(vacancy.Id), vacancy.Anna)).Rows[0].Cells[0];
        cell.Marks.Select(m => (m.First, m.Value, m.Changed)).ShouldBe([(2m, 3m, true), (5m, 5m, false)]);
        (cell.First.Value, cell.Mean.Value).ShouldBe((3.5m, 4m));
        // The sealed form is what it was.
        var card = await vacancy.Stored(await vacancy.CardOf(vacancy.Anna));
        card.Contents().ShouldBe(card.SealedText);
        // Putting right is for outside the talk.
        (await house.Refused(new CorrectRating(card.Id, item, RatingOutcome.Scored, 5, "x"), vacancy.Anna)).ShouldBe("scoring.correct-in-consensus");

        await house.Asked(new CloseConsensus(vacancy.Id, candidate), vacancy.Chair);
        (await house.Refused(change with { Point = 4 }, vacancy.Anna)).ShouldBe("scoring.consensus-closed");
        await house.Asked(new OpenConsensus(vacancy.Id, candidate), vacancy.Chair);
        await house.Asked(change with { Point = 4 }, vacancy.Anna);
        (await house.Asked(new GetConsensus(vacancy.Id, candidate), vacancy.Bert)).Items.Single(i => i.Item == item).Members[0].Now!.Point.ShouldBe(4);
    }

    [Theory, OnBothDatabases]
    public async Task What_the_chair_keys_in_counts_when_the_member_says_yes(Database database)
    {
        await using var house = await House.On(database);
        var (vacancy, candidate, item) = await Opened(house);
        var anna = (await house.Asked(new GetConsensus(vacancy.Id, candidate), vacancy.Anna)).MySeat!.Value;
        KeyInRevision keyed = new(vacancy.Id, candidate, anna, item, RatingOutcome.Scored, 4, "Zei zij in het overleg");
        (await house.Refused(keyed, vacancy.Bert)).ShouldBe(Refusal.NotAllowedCode);
        await house.Asked(keyed, vacancy.Chair);
        async Task<(int?, TalkRevision)> Look(Actor who) => (await house.Asked(new GetConsensus(vacancy.Id, candidate), who)).Items.Single(i => i.Item == item) is var i ? (i.Members[0].Now!.Point, i.Revisions[^1]) : default;
        var (now, waiting) = await Look(vacancy.Anna);
        (now, waiting.Accepted, waiting.KeyedIn, waiting.Mine).ShouldBe((2, null, true, true));
        (await house.Refused(new CloseConsensus(vacancy.Id, candidate), vacancy.Chair)).ShouldBe("scoring.answers-wait");
        (await house.Refused(keyed with { Point = 3 }, vacancy.Chair)).ShouldBe("scoring.answer-first");
        (await house.Refused(new AnswerRevision(vacancy.Id, candidate, waiting.Id, true), vacancy.Bert)).ShouldBe(Refusal.NotFoundCode);

        await house.Asked(new AnswerRevision(vacancy.Id, candidate, waiting.Id, false), vacancy.Anna);
        (await Look(vacancy.Bert)).Item1.ShouldBe(2);
        await house.Asked(keyed, vacancy.Chair);
        await house.Asked(new AnswerRevision(vacancy.Id, candidate, (await Look(vacancy.Anna)).Item2.Id, true), vacancy.Anna);
        (await Look(vacancy.Bert)).Item1.ShouldBe(4);
        (await house.Refused(new AnswerRevision(vacancy.Id, candidate, (await Look(vacancy.Anna)).Item2.Id, true), vacancy.Anna)).ShouldBe("scoring.answered-already");
    }

    [Theory, OnBothDatabases]
    public async Task Agreement_and_leniency_are_of_the_first_scores_whatever_is_said_later(Database database)
    {
        await using var house = await House.On(database);
        // One competency of the fixture with known figures: five candidates by three members.
        int[][] points = [[4, 4, 5], [3, 3, 2], [5, 4, 4], [2, 3, 2], [4, 5, 4]];
        var vacancy = await Vacancy.In(house, candidates: 5);
        var carl = await house.Someone();
        await house.Asked(new AddSeat(vacancy.Id, carl.Id, SeatKind.Member, true), vacancy.Recruiter);
        await vacancy.Sign(carl);
        Actor[] members = [vacancy.Anna, vacancy.Bert, carl];
        for (var c = 0; c < 5; c++)
            for (var m = 0; m < 3; m++)
                if ((c, m) != (4, 2)) await vacancy.Fill(members[m], c, _ => points[c][m]);
        var early = await house.Asked(new ReadAgreement(vacancy.Id), vacancy.Chair);
        (early.Candidates, early.Overall.Value, early.Overall.WhyNot).ShouldBe((4, null, ReadAgreement.FewCandidates));
        early.Leniency.ShouldAllBe(l => l.Difference.Value == null && l.Difference.WhyNot == ReadAgreement.NotAllRevealed);
        await vacancy.Fill(carl, 4, _ => points[4][2]);

        await Known(await house.Asked(new ReadAgreement(vacancy.Id), vacancy.Observer));
        await house.Asked(new OpenConsensus(vacancy.Id, vacancy.Candidates[0]), vacancy.Chair);
        foreach (var item in vacancy.Guide.ScoredIds) await house.Asked(new ReviseScore(vacancy.Id, vacancy.Candidates[0], item, RatingOutcome.Scored, 1, "Toch anders"), vacancy.Anna);
        await Known(await house.Asked(new ReadAgreement(vacancy.Id), vacancy.Observer));

        static Task Known(PanelAgreement agreement)
        {
            (agreement.Candidates, agreement.Members, agreement.SamePanel, agreement.AllRevealed).ShouldBe((5, 3, true, true));
            foreach (var competency in agreement.Competencies)
            {
                competency.Alpha.Value!.Value.ShouldBe(0.713450, 1e-6);
                (competency.Single.Form, competency.Average.Form).ShouldBe((Application.Scoring.Agreement.IccForm.TwoSingle, Application.Scoring.Agreement.IccForm.TwoAverage));
                competency.Single.Value.Value!.Value.ShouldBe(0.729730, 1e-6);
                competency.Average.Value.Value!.Value.ShouldBe(0.890110, 1e-6);
                competency.Alpha.N.ShouldBe(5);
            }
            agreement.Pairs.Select(p => Math.Round(p.Kappa.Kappa.Value!.Value, 6)).ShouldBe([0.634146, 0.761905, 0.629630]);
            agreement.Leniency.Select(l => Math.Round(l.Difference.Value!.Value, 6)).ShouldBe([0, 0.2, -0.2]);
            return Task.CompletedTask;
        }
    }

    [Theory, OnBothDatabases]
    public async Task Figures_across_procedures_are_of_closed_ones_only(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house, candidates: 5);
        for (var c = 0; c < 5; c++)
        {
            await vacancy.Fill(vacancy.Anna, c, _ => 4);
            await vacancy.Fill(vacancy.Bert, c, _ => 3);
        }
        (await house.Asked(new CompareScorers(), vacancy.Recruiter)).ShouldBeEmpty();
        await house.Look(db => db.Set<Procedure>().ExecuteUpdateAsync(p => p.SetProperty(x => x.Status, ProcedureStatus.Closed)));
        var scorers = await house.Asked(new CompareScorers(), vacancy.Recruiter);
        scorers.Select(s => (s.Person, s.Procedures, s.Difference.Value, s.Difference.N)).ShouldBe([(vacancy.Anna.Id, 1, 0.5, 15), (vacancy.Bert.Id, 1, -0.5, 15)], ignoreOrder: true);
        foreach (var other in new[] { vacancy.Anna, vacancy.Chair, vacancy.Outsider }) (await house.Refused(new CompareScorers(), other)).ShouldBe(Refusal.NotAllowedCode);
        // Sorted by name or number of procedures and by nothing else.
        Enum.GetNames<ScorerOrder>().ShouldBe(["Name", "Procedures"]);
    }

    [Theory, OnBothDatabases]
    public async Task Two_who_speak_at_once_both_stand_there(Database database)
    {
        await using var house = await House.On(database);
        var (vacancy, candidate, item) = await Opened(house);
        await Task.WhenAll(house.Asked(new ReviseScore(vacancy.Id, candidate, item, RatingOutcome.Scored, 3, "Anna"), vacancy.Anna), house.Asked(new ReviseScore(vacancy.Id, candidate, item, RatingOutcome.Scored, 4, "Bert"), vacancy.Bert));
        (await house.Asked(new GetConsensus(vacancy.Id, candidate), vacancy.Chair)).Items.Single(i => i.Item == item).Members.Select(m => m.Now!.Point).ShouldBe([3, 4]);
    }

    [Fact]
    public void Whoever_has_fewest_people_below_speaks_first_and_the_chair_last()
    {
        Guid[] seats = [.. Enumerable.Range(0, 5).Select(_ => Guid.NewGuid())];
        Speaker[] speakers = [new(seats[0], true, 0), new(seats[1], false, 12), new(seats[2], false, 0), new(seats[3], false, 3), new(seats[4], false, 0)];
        for (var seed = 0; seed < 20; seed++)
        {
            Random chance = new(seed);
            var turns = SpeakingOrder.Of(speakers, SpeakingRule.LowestRank, chance.Next);
            turns.Take(2).Select(t => t.Seat).ShouldBe([seats[2], seats[4]], ignoreOrder: true);
            turns.Skip(2).Select(t => t.Seat).ShouldBe([seats[3], seats[1], seats[0]]);
            turns.Select(t => t.Because).ShouldBe([TurnReason.Drawn, TurnReason.Drawn, TurnReason.Rank, TurnReason.Rank, TurnReason.Chair]);
            var drawn = SpeakingOrder.Of(speakers, SpeakingRule.Drawn, chance.Next);
            (drawn[^1].Seat, drawn.Count, drawn.Select(t => t.Seat).Distinct().Count()).ShouldBe((seats[0], 5, 5));
        }
    }

    [Theory, OnBothDatabases]
    public async Task Rank_is_who_works_below_whom_now(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        await house.Look(async db =>
        {
            var unit = new Unit("D1", "Dienst", null);
            db.Add(unit);
            // Bert leads Anna.
            db.Add(new Employment(vacancy.Anna.Id, unit.Id, vacancy.Bert.Id, null, new DateOnly(2020, 1, 1)));
            return await db.SaveChangesAsync();
        });
        foreach (var member in new[] { vacancy.Anna, vacancy.Bert }) await vacancy.Fill(member, 0, _ => 3);
        await house.Asked(new OpenConsensus(vacancy.Id, vacancy.Candidates[0]), vacancy.Chair);
        var view = await house.Asked(new GetConsensus(vacancy.Id, vacancy.Candidates[0]), vacancy.Anna);
        view.Order[0].Seat.ShouldBe(view.MySeat!.Value);
        view.Order.Select(t => t.Because).ShouldBe([TurnReason.Rank, TurnReason.Rank]);
    }

    private static async Task<(Vacancy Vacancy, Guid Candidate, Guid Item)> Opened(House house)
    {
        var vacancy = await Vacancy.In(house);
        await vacancy.Fill(vacancy.Anna, 0, i => i == 0 ? 2 : 4);
        await vacancy.Fill(vacancy.Bert, 0, i => i == 0 ? 5 : 4);
        await house.Asked(new OpenConsensus(vacancy.Id, vacancy.Candidates[0]), vacancy.Chair);
        return (vacancy, vacancy.Candidates[0], vacancy.Guide.ScoredIds[0]);
    }
}
