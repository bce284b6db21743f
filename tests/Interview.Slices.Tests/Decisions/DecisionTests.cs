using Interviewing.Application.Decisions;
using Interviewing.Application.Procedures;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Interviewing.Slices.Tests.Procedures;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Decisions;

public class DecisionTests
{
    [Theory, OnBothDatabases]
    public async Task The_chair_decides_with_reasons_once_every_form_is_in(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house, candidates: 2);
        foreach (var (member, candidate) in new[] { (vacancy.Anna, 0), (vacancy.Bert, 0), (vacancy.Anna, 1) }) await vacancy.Fill(member, candidate, _ => 4);
        AdviceOn[] advice = [new(vacancy.Candidates[0], Advice.Appointable, "Sterke voorbeelden"), new(vacancy.Candidates[1], Advice.NotAppointable, "Bleef bij voornemens")];
        Choice choice = new(vacancy.Candidates[0]);
        var early = await house.Door.Ask(new RecordDecision(vacancy.Id, "Past het best", advice, choice), vacancy.Chair);
        early.Reasons.ShouldHaveSingleItem().Code.ShouldBe("decisions.forms-open");
        early.Reasons[0].Args.ShouldBe([1]);

        await vacancy.Fill(vacancy.Bert, 1, _ => 2);
        (await house.Refused(new RecordDecision(vacancy.Id, "  ", advice, choice), vacancy.Chair)).ShouldBe("decisions.reasons-missing");
        (await house.Refused(new RecordDecision(vacancy.Id, "Past", advice[..1], choice), vacancy.Chair)).ShouldBe("decisions.every-candidate");
        (await house.Refused(new RecordDecision(vacancy.Id, "Past", [advice[0], advice[0]], choice), vacancy.Chair)).ShouldBe("decisions.every-candidate");
        foreach (var other in new[] { vacancy.Recruiter, vacancy.Anna, vacancy.Observer })
            (await house.Refused(new RecordDecision(vacancy.Id, "Past", advice, choice), other)).ShouldBe(Refusal.NotAllowedCode);
        // A named person, never the machine.
        (await house.Refused(new RecordDecision(vacancy.Id, "Past", advice, choice), House.Machine)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(new GetDecision(vacancy.Id), vacancy.Chair)).ShouldBe(Refusal.NotFoundCode);

        await house.Asked(new RecordDecision(vacancy.Id, "Past het best", advice, choice), vacancy.Chair);
        (await house.Refused(new RecordDecision(vacancy.Id, "Nog eens", advice, choice), vacancy.Chair)).ShouldBe("decisions.made-already");
        var decision = await house.Asked(new GetDecision(vacancy.Id), vacancy.Anna);
        decision.Reasons.ShouldBe("Past het best");
        decision.Candidates.Select(c => (c.Code, c.Advice)).ShouldBe([("K1", Advice.Appointable), ("K2", Advice.NotAppointable)]);
        decision.Of(decision.Appointed)!.Code.ShouldBe("K1");
    }

    [Theory, OnBothDatabases]
    public async Task After_the_decision_names_are_shown_and_nothing_changes_any_more(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        var card = await vacancy.Fill(vacancy.Anna, 0, _ => 4);
        await vacancy.Fill(vacancy.Bert, 0, _ => 4);
        (await house.Asked(new GetProcedure(vacancy.Id), vacancy.Anna)).Candidates[0].Name.ShouldBeNull();
        await house.Asked(new RecordDecision(vacancy.Id, "Past", [new(vacancy.Candidates[0], Advice.Appointable, null)], new Choice(vacancy.Candidates[0])), vacancy.Chair);
        var view = await house.Asked(new GetProcedure(vacancy.Id), vacancy.Anna);
        (view.Status, view.Candidates[0].Name).ShouldBe((ProcedureStatus.Decided, "Kandidaat Achternaam1"));
        (await vacancy.Stored(card)).Status.ShouldBe(ScorecardStatus.Final);
        (await house.Refused(new CorrectRating(card, vacancy.Guide.ScoredIds[0], RatingOutcome.Scored, 1, "x"), vacancy.Anna)).ShouldBe("procedures.over");
        (await house.Refused(new AddCandidate(vacancy.Id, "Te Laat", "laat@post.example"), vacancy.Recruiter)).ShouldBe("procedures.over");
        (await house.Refused(new ReopenCard(vacancy.Id, card, "x"), vacancy.Chair)).ShouldBe("procedures.over");
        (await house.Refused(new ChooseGuide(vacancy.Id, vacancy.Frozen), vacancy.Recruiter)).ShouldBe("procedures.over");
    }

    [Theory, OnBothDatabases]
    public async Task The_matrix_shows_means_with_n_range_and_total(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        await vacancy.Fill(vacancy.Anna, 0, i => i == 2 ? null : 3 + i);
        await vacancy.Fill(vacancy.Bert, 0, i => 4);
        var row = (await house.Asked(new CompareScores(vacancy.Id), vacancy.Recruiter)).Rows[0];
        row.Cells.Select(c => (c.Mean.Value, c.Mean.N, c.Mean.Range)).ShouldBe([(3.5m, 2, 1m), (4m, 2, 0m), (4m, 1, 0m)]);
        row.Total!.Value.ShouldBe(11.5m / 3);
        row.Total.Scores.ShouldBe(5);
        row.Cells[2].Marks[0].Outcome.ShouldBe(RatingOutcome.NotObserved);
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_is_turned_down_hears_why_and_whoever_chooses_against_the_numbers_says_why(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house, candidates: 3);
        for (var c = 0; c < 3; c++)
            foreach (var member in new[] { vacancy.Anna, vacancy.Bert }) await vacancy.Fill(member, c, _ => 5 - c);
        var (first, second, third) = (vacancy.Candidates[0], vacancy.Candidates[1], vacancy.Candidates[2]);
        Task<Outcome<Guid>> Decide(Choice choice, Advice last = Advice.NotAppointable, string? why = "Kwam niet tot afspraken") =>
            house.Door.Ask(new RecordDecision(vacancy.Id, "Gehoord en gewogen", [new(first, Advice.Appointable, null), new(second, Advice.WithAttention, "Begeleiding in het eerste jaar"), new(third, last, why)], choice), vacancy.Chair);
        async Task<(string?, string)> Why(Task<Outcome<Guid>> asked) => ((await asked).Reasons[0].Field, (await asked).Reasons[0].Code);

        (await Why(Decide(new Choice(first), why: " "))).ShouldBe(($"reason.{third}", "decisions.reason-missing"));
        (await Why(Decide(new Choice(third)))).ShouldBe(("appointed", "decisions.not-appointable"));
        (await Why(Decide(new Choice(first, first, new DateOnly(2027, 11, 24))))).ShouldBe(("reserve", "decisions.not-appointable"));
        (await Why(Decide(new Choice(first, second)))).ShouldBe(("reserveUntil", "decisions.reserve-until"));
        (await Why(Decide(new Choice(second)))).ShouldBe(("lowerReason", "decisions.lower-reason"));
        (await house.Look(db => db.Set<Decision>().CountAsync())).ShouldBe(0);
        (await Decide(new Choice(second, first, new DateOnly(2027, 11, 24), "Ruime ervaring met dit gebied"))).Ok.ShouldBeTrue();
        var made = await house.Asked(new GetDecision(vacancy.Id), vacancy.Recruiter);
        (made.Of(made.Appointed)!.Code, made.Of(made.Reserve)!.Code, made.ReserveUntil, made.LowerReason).ShouldBe(("K2", "K1", new DateOnly(2027, 11, 24), "Ruime ervaring met dit gebied"));
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_appointed_is_an_outcome_and_a_talk_that_goes_on_comes_first(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        foreach (var member in new[] { vacancy.Anna, vacancy.Bert }) await vacancy.Fill(member, 0, _ => 2);
        await house.Asked(new OpenConsensus(vacancy.Id, vacancy.Candidates[0]), vacancy.Chair);
        RecordDecision nobody = new(vacancy.Id, "Niemand sloot aan", [new(vacancy.Candidates[0], Advice.NotAppointable, "Geen voorbeelden")], new Choice(null));
        (await house.Refused(nobody, vacancy.Chair)).ShouldBe("decisions.talks-open");
        await house.Asked(new CloseConsensus(vacancy.Id, vacancy.Candidates[0]), vacancy.Chair);
        await house.Asked(nobody, vacancy.Chair);
        (await house.Asked(new GetDecision(vacancy.Id), vacancy.Chair)).Appointed.ShouldBeNull();
    }
}
