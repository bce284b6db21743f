using Interviewing.Application.Decisions;
using Interviewing.Application.Procedures;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Interviewing.Slices.Tests.Procedures;
using Interviewing.Testing;

namespace Interviewing.Slices.Tests.Decisions;

public class DecisionTests
{
    [Theory, OnBothDatabases]
    public async Task The_chair_decides_with_reasons_once_every_form_is_in(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house, candidates: 2);
        foreach (var (member, candidate) in new[] { (vacancy.Anna, 0), (vacancy.Bert, 0), (vacancy.Anna, 1) }) await vacancy.Fill(member, candidate, _ => 4);
        OutcomeOf[] outcomes = [new(vacancy.Candidates[0], CandidateOutcome.Appointed, "Sterke voorbeelden"), new(vacancy.Candidates[1], CandidateOutcome.NotAppointed, null)];
        var early = await house.Door.Ask(new RecordDecision(vacancy.Id, "Past het best", outcomes), vacancy.Chair);
        early.Reasons.ShouldHaveSingleItem().Code.ShouldBe("decisions.forms-open");
        early.Reasons[0].Args.ShouldBe([1]);

        await vacancy.Fill(vacancy.Bert, 1, _ => 2);
        (await house.Refused(new RecordDecision(vacancy.Id, "  ", outcomes), vacancy.Chair)).ShouldBe("decisions.reasons-missing");
        (await house.Refused(new RecordDecision(vacancy.Id, "Past", outcomes[..1]), vacancy.Chair)).ShouldBe("decisions.every-candidate");
        (await house.Refused(new RecordDecision(vacancy.Id, "Past", [outcomes[0], outcomes[0]]), vacancy.Chair)).ShouldBe("decisions.every-candidate");
        foreach (var other in new[] { vacancy.Recruiter, vacancy.Anna, vacancy.Observer })
            (await house.Refused(new RecordDecision(vacancy.Id, "Past", outcomes), other)).ShouldBe(Refusal.NotAllowedCode);
        // A named person, never the machine.
        (await house.Refused(new RecordDecision(vacancy.Id, "Past", outcomes), House.Machine)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(new GetDecision(vacancy.Id), vacancy.Chair)).ShouldBe(Refusal.NotFoundCode);

        await house.Asked(new RecordDecision(vacancy.Id, "Past het best", outcomes), vacancy.Chair);
        (await house.Refused(new RecordDecision(vacancy.Id, "Nog eens", outcomes), vacancy.Chair)).ShouldBe("decisions.made-already");
        var decision = await house.Asked(new GetDecision(vacancy.Id), vacancy.Anna);
        decision.Reasons.ShouldBe("Past het best");
        decision.Candidates.Select(c => (c.Code, c.Outcome)).ShouldBe([("K1", CandidateOutcome.Appointed), ("K2", CandidateOutcome.NotAppointed)]);
    }

    [Theory, OnBothDatabases]
    public async Task After_the_decision_names_are_shown_and_nothing_changes_any_more(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        var card = await vacancy.Fill(vacancy.Anna, 0, _ => 4);
        await vacancy.Fill(vacancy.Bert, 0, _ => 4);
        (await house.Asked(new GetProcedure(vacancy.Id), vacancy.Anna)).Candidates[0].Name.ShouldBeNull();
        await house.Asked(new RecordDecision(vacancy.Id, "Past", [new(vacancy.Candidates[0], CandidateOutcome.Appointed, null)]), vacancy.Chair);
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
}
