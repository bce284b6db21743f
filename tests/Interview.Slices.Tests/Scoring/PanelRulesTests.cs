using Interviewing.Application.Procedures;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Interviewing.Slices.Tests.Procedures;
using Interviewing.Testing;

namespace Interviewing.Slices.Tests.Scoring;

public class PanelRulesTests
{
    [Theory, OnBothDatabases]
    public async Task Rules_are_set_before_the_first_interview_and_fixed_after_it(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        var competency = vacancy.Guide.Competencies[0].Id;
        var usual = await house.Asked(new GetPanelRules(vacancy.Id), vacancy.Anna);
        (usual.Reveal, usual.Range, usual.Speaking, usual.Fixed, usual.MayChange).ShouldBe((RevealRule.AllForms, 2, SpeakingRule.LowestRank, false, false));
        SetPanelRules rules = new(vacancy.Id, RevealRule.OwnForm, 3, SpeakingRule.Drawn, [new(competency, 2.5m)]);
        foreach (var other in new[] { vacancy.Chair, vacancy.Anna, vacancy.Observer }) (await house.Refused(rules, other)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(rules with { Range = 5 }, vacancy.Recruiter)).ShouldBe("scoring.range-wrong");
        (await house.Refused(rules with { Minimums = [new(competency, 6)] }, vacancy.Recruiter)).ShouldBe("scoring.minimum-wrong");
        (await house.Refused(rules with { Minimums = [new(Guid.NewGuid(), 2)] }, vacancy.Recruiter)).ShouldBe("scoring.minimum-wrong");
        await house.Asked(rules, vacancy.Recruiter);
        // What stands on an open form is its author's business, so it does not fix anything.
        await vacancy.Fill(vacancy.Anna, 0, _ => 3, seal: false);
        await house.Asked(rules with { Range = 2 }, vacancy.Recruiter);
        await house.Asked(new SealCard(await vacancy.CardOf(vacancy.Anna)), vacancy.Anna);
        (await house.Refused(rules, vacancy.Recruiter)).ShouldBe("scoring.rules-fixed");
        var set = await house.Asked(new GetPanelRules(vacancy.Id), vacancy.Recruiter);
        (set.Reveal, set.Range, set.Speaking, set.Fixed, set.Competencies[0].Minimum, set.Competencies[1].Minimum).ShouldBe((RevealRule.OwnForm, 2, SpeakingRule.Drawn, true, 2.5m, null));
    }

    [Theory, OnBothDatabases]
    public async Task An_interview_whose_time_has_come_fixes_them_too(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        await house.Asked(new ScheduleInterview(vacancy.Id, vacancy.Candidates[0], house.Clock.GetUtcNow().UtcDateTime.AddMinutes(20), "UTC", 60, "Kamer 1"), vacancy.Recruiter);
        SetPanelRules rules = new(vacancy.Id, RevealRule.AllForms, 1, SpeakingRule.Drawn, []);
        await house.Asked(rules, vacancy.Recruiter);
        house.Clock.Advance(TimeSpan.FromMinutes(20));
        (await house.Refused(rules, vacancy.Recruiter)).ShouldBe("scoring.rules-fixed");
    }

    [Theory, OnBothDatabases]
    public async Task A_minimum_is_shown_and_decides_nothing(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        await house.Asked(new SetPanelRules(vacancy.Id, RevealRule.AllForms, 2, SpeakingRule.Drawn, [new(vacancy.Guide.Competencies[0].Id, 4.5m)]), vacancy.Recruiter);
        foreach (var member in new[] { vacancy.Anna, vacancy.Bert }) await vacancy.Fill(member, 0, _ => 3);
        var matrix = await house.Asked(new CompareScores(vacancy.Id), vacancy.Chair);
        (matrix.Competencies[0].Minimum, matrix.Rows[0].Total!.Value).ShouldBe((4.5m, 3m));
        await house.Asked(new Application.Decisions.RecordDecision(vacancy.Id, "Toch", [new(vacancy.Candidates[0], Application.Decisions.Advice.Appointable, null)], new(vacancy.Candidates[0])), vacancy.Chair);
    }

    [Theory, OnBothDatabases]
    public async Task By_the_rule_after_the_own_form_a_member_reads_what_is_in_and_nobody_else_reads_anything(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house, candidates: 2);
        var carl = await house.Someone();
        await house.Asked(new AddSeat(vacancy.Id, carl.Id, SeatKind.Member, true), vacancy.Recruiter);
        await vacancy.Sign(carl);
        await house.Asked(new SetPanelRules(vacancy.Id, RevealRule.OwnForm, 2, SpeakingRule.Drawn, []), vacancy.Recruiter);
        async Task<MatrixRow> Row(Actor who) => (await house.Asked(new CompareScores(vacancy.Id), who)).Rows[0];
        var card = await vacancy.Fill(vacancy.Anna, 0, _ => 5);
        (await Row(vacancy.Anna)).Cells[0].Marks.Select(m => m.Value).ShouldBe([5m, null, null]);
        foreach (var other in new Actor[] { vacancy.Bert, carl, vacancy.Chair, vacancy.Recruiter, vacancy.Observer }) (await Row(other)).Cells.ShouldBeEmpty();
        // Nobody has read yet, so the form may still go back.
        await house.Asked(new ReopenCard(vacancy.Id, card, "Bladzijde vergeten"), vacancy.Chair);
        await house.Asked(new SealCard(card), vacancy.Anna);
        await vacancy.Fill(vacancy.Bert, 0, _ => 2);
        var row = await Row(vacancy.Bert);
        (row.Early, row.RevealedAt, row.Total, row.FirstTotal).ShouldBe((true, null, null, null));
        row.Cells[0].Marks.Select(m => m.Value).ShouldBe([5m, 2m, null]);
        (await house.Refused(new ReopenCard(vacancy.Id, card, "Nog eens"), vacancy.Chair)).ShouldBe("scoring.read-already");
        foreach (var other in new Actor[] { carl, vacancy.Chair, vacancy.Recruiter, vacancy.Observer }) (await Row(other)).Cells.ShouldBeEmpty();
        (await house.Asked(new CompareScores(vacancy.Id), vacancy.Anna)).Rows[1].Cells.ShouldBeEmpty();
        (await house.Refused(new ReadEvidence(vacancy.Id, vacancy.Candidates[0]), vacancy.Anna)).ShouldBe(Refusal.NotFoundCode);
        await vacancy.Fill(carl, 0, _ => 3);
        (await Row(vacancy.Observer)).Total!.Value.ShouldBe(10m / 3);
    }
}
