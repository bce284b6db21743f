using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Interviewing.Slices.Tests.Procedures;
using Interviewing.Testing;

namespace Interviewing.Slices.Tests.Scoring;

public class CalibrationTests
{
    [Theory, OnBothDatabases]
    public async Task Each_member_scores_the_sample_alone_and_then_the_spread_stands_beside_the_anchors(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        MakeCalibration make = new(vacancy.Id, vacancy.Guide.Competencies[1].Id, "Wanneer nam u het voortouw?", "Ik heb toen iedereen gebeld.");
        (await house.Refused(make, vacancy.Anna)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(make with { Answer = " " }, vacancy.Chair)).ShouldBe("scoring.sample-answer-missing");
        (await house.Refused(make with { Competency = Guid.NewGuid() }, vacancy.Chair)).ShouldBe("scoring.item-unknown");
        var sample = await house.Asked(make, vacancy.Chair);
        async Task<Sample> Look(Actor who) => (await house.Asked(new GetCalibrations(vacancy.Id), who)).Samples.ShouldHaveSingleItem();

        (await house.Refused(new ScoreSample(vacancy.Id, sample, 9, null), vacancy.Anna)).ShouldBe("scoring.point-wrong");
        (await house.Refused(new ScoreSample(vacancy.Id, sample, 3, null), vacancy.Chair)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new ShowCalibration(vacancy.Id, sample), vacancy.Chair)).ShouldBe("scoring.calibration-empty");
        await house.Asked(new ScoreSample(vacancy.Id, sample, 5, "Noemde iedereen"), vacancy.Anna);
        foreach (var other in new Actor[] { vacancy.Bert, vacancy.Chair, vacancy.Recruiter, vacancy.Observer })
        {
            var hidden = await Look(other);
            (hidden.Marks.Count, hidden.Mean, hidden.Mine, hidden.MarksIn, hidden.MarksAsked).ShouldBe((0, null, null, 1, 2));
        }
        (await Look(vacancy.Anna)).Mine.ShouldBe(5);
        await house.Asked(new ScoreSample(vacancy.Id, sample, 4, "Noemde iedereen"), vacancy.Anna);
        await house.Asked(new ScoreSample(vacancy.Id, sample, 2, null), vacancy.Bert);
        var shown = await Look(vacancy.Observer);
        (shown.Mean!.Value, shown.Mean.N, shown.Mean.Range).ShouldBe((3m, 2, 2m));
        shown.Marks.Select(m => (m.Point, m.Why)).ShouldBe([(4, "Noemde iedereen"), (2, null)]);
        shown.Points.Select(p => p.Value).ShouldBe([1, 2, 3, 4, 5]);
        (await house.Refused(new ScoreSample(vacancy.Id, sample, 3, null), vacancy.Bert)).ShouldBe("scoring.calibration-shown");
    }

    [Theory, OnBothDatabases]
    public async Task It_counts_for_nothing_and_comes_before_the_first_candidate(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        MakeCalibration make = new(vacancy.Id, vacancy.Guide.Competencies[0].Id, "Vraag", "Antwoord");
        var sample = await house.Asked(make, vacancy.Recruiter);
        await house.Asked(new ScoreSample(vacancy.Id, sample, 1, null), vacancy.Anna);
        await house.Asked(new ShowCalibration(vacancy.Id, sample), vacancy.Chair);
        foreach (var member in new[] { vacancy.Anna, vacancy.Bert }) await vacancy.Fill(member, 0, _ => 4);
        var row = (await house.Asked(new CompareScores(vacancy.Id), vacancy.Chair)).Rows[0];
        (row.Total!.Value, row.Total.Scores).ShouldBe((4m, 6));
        (await house.Refused(make, vacancy.Chair)).ShouldBe("scoring.calibration-late");
    }
}
