using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;

namespace Interviewing.Rules.Tests.Reviews;

public class CycleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public void A_stage_opens_once_and_never_before_its_cycle()
    {
        var (cycle, stage) = Made(new(2026, 11, 1), new(2026, 12, 31));
        Code(() => cycle.OpenStage(stage.Id, Today, Now)).ShouldBe("reviews.cycle-not-open");
        cycle.Open();
        cycle.OpenStage(stage.Id, Today, Now);
        var version = cycle.Version;
        cycle.OpenStage(stage.Id, Today, Now.AddDays(1));
        (stage.OpenedAt, cycle.Version).ShouldBe((Now, version));
    }

    [Fact]
    public void Opened_by_hand_before_its_day_it_begins_that_day()
    {
        var (cycle, stage) = Made(new(2026, 12, 1), new(2026, 12, 31));
        cycle.Open();
        cycle.OpenStage(stage.Id, Today, Now);
        stage.Opens.ShouldBe(Today);
    }

    [Fact]
    public void A_stage_that_is_over_does_not_open_and_a_closed_cycle_does_not_change()
    {
        var (cycle, stage) = Made(new(2026, 10, 1), new(2026, 10, 31));
        cycle.Open();
        Code(() => cycle.OpenStage(stage.Id, Today, Now)).ShouldBe("reviews.stage-over");
        cycle.Close();
        Code(() => cycle.AddStage(new("Nog een", new(2026, 11, 1), new(2026, 11, 2), new StageForm()))).ShouldBe("reviews.cycle-not-open");
        Code(() => cycle.MeantFor([])).ShouldBe("reviews.cycle-not-open");
    }

    [Theory]
    [InlineData(2, "reviews.colleagues-number")]
    [InlineData(21, "reviews.colleagues-number")]
    public void A_minimum_of_colleagues_below_three_is_none(int least, string code) => Code(() => new StageForm(LeastColleagues: least).Check()).ShouldBe(code);

    [Fact]
    public void A_form_asks_something_and_no_question_twice()
    {
        var question = new FreeQuestion(Guid.NewGuid(), LocalText.Of("nl", "Hoe gaat het?"));
        Code(() => new StageForm(RatesCompetencies: false).Check()).ShouldBe("reviews.form-empty");
        Code(() => (new StageForm() { Questions = [question, question] }).Check()).ShouldBe("reviews.question-twice");
        Code(() => (new StageForm() { Questions = [new(Guid.NewGuid(), LocalText.Empty)] }).Check()).ShouldBe("reviews.question-text");
        Code(() => (new StageForm(RatesCompetencies: false, LeastColleagues: 3) { Questions = [question] }).Check()).ShouldBe("reviews.colleagues-rate-nothing");
        (new StageForm(RatesCompetencies: false) { Questions = [question] }).Check();
    }

    private static (Cycle Cycle, CycleStage Stage) Made(DateOnly opens, DateOnly ends)
    {
        Cycle cycle = new("2026", new(2026, 1, 1), new(2026, 12, 31), false);
        return (cycle, cycle.AddStage(new("Plan", opens, ends, new StageForm())));
    }

    private static string Code(Action act) => Should.Throw<Refusal>(act).Reasons[0].Code;
}
