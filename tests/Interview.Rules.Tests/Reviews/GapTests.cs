using FsCheck;
using FsCheck.Fluent;
using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;

namespace Interviewing.Rules.Tests.Reviews;

public class GapTests
{
    [Theory]
    [InlineData(3, 2, 2, 1)]
    [InlineData(3, 3, 2, 1)]
    [InlineData(2, 2, 3, -1)]
    [InlineData(2, 1, 2, 0)]
    [InlineData(4, null, 1, 3)]
    public void Steps_are_required_minus_what_the_manager_says(int required, int? self, int achieved, int steps)
    {
        var gap = Gap.Of(Competency(required), self, achieved);
        gap.Steps.ShouldBe(steps);
        gap.WhyNone.ShouldBeNull();
        gap.Self.ShouldBe(self);
        gap.IsToGo.ShouldBe(steps > 0);
    }

    [Theory]
    [InlineData(null, 2, "reviews.no-required-level")]
    [InlineData(3, null, "reviews.no-achieved-level")]
    [InlineData(null, null, "reviews.no-required-level")]
    public void Without_a_number_there_is_a_reason(int? required, int? achieved, string why)
    {
        var gap = Gap.Of(Competency(required), 2, achieved);
        gap.Steps.ShouldBeNull();
        gap.WhyNone.ShouldBe(why);
        gap.IsToGo.ShouldBeFalse();
    }

    [Fact]
    public void Largest_first_then_heavier_then_the_profiles_own_order()
    {
        YardCompetency[] competencies = [Competency(3), Competency(4, weight: 1), Competency(4, weight: 5), Competency(2), Competency(4, weight: 1)];
        Yardstick yardstick = new(1, Guid.NewGuid(), "P", LocalText.Of("nl", "Profiel"), competencies);
        int[] achieved = [2, 2, 2, 2, 2];
        var gaps = competencies.Select((c, i) => Gap.Of(c, null, achieved[i]));
        Gap.Largest(gaps, yardstick).Select(g => Array.FindIndex(competencies, c => c.Id == g.Competency)).ShouldBe([2, 1, 4, 0]);
    }

    [Fact]
    public void The_order_of_the_answers_changes_nothing() => Prop.ForAll(
        Gen.Choose(1, 5).Two().ArrayOf().ToArbitrary(),
        levels =>
        {
            var competencies = levels.Select(l => Competency(l.Item1)).ToArray();
            Yardstick yardstick = new(1, Guid.NewGuid(), "P", LocalText.Of("nl", "Profiel"), competencies);
            var gaps = competencies.Select((c, i) => Gap.Of(c, null, levels[i].Item2)).ToList();
            var largest = Gap.Largest(gaps, yardstick);
            return largest.SequenceEqual(Gap.Largest(gaps.AsEnumerable().Reverse(), yardstick))
                && largest.Count == levels.Count(l => l.Item1 > l.Item2)
                && largest.Zip(largest.Skip(1)).All(p => p.First.Steps >= p.Second.Steps);
        }).QuickCheckThrowOnFailure();

    private static YardCompetency Competency(int? required, int weight = 1) => new(Guid.NewGuid(), "c", LocalText.Of("nl", "Overtuigen"), LocalText.Empty, false, required, weight,
        [.. Enumerable.Range(1, 5).Select(v => new YardStep(v, LocalText.Of("nl", $"stap {v}"), []))], []);
}
