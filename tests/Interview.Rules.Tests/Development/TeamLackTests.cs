using FsCheck;
using FsCheck.Fluent;
using Interviewing.Application.Development;
using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;

namespace Interviewing.Rules.Tests.Development;

public class TeamLackTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);
    private static readonly Guid[] Competencies = [.. Enumerable.Range(0, 3).Select(_ => Guid.NewGuid())], People = [.. Enumerable.Range(0, 7).Select(_ => Guid.NewGuid())];

    [Fact]
    public void No_mean_stands_for_fewer_than_five_people_and_each_counts_once_with_the_newest_level()
    {
        var measured = from person in Gen.Choose(0, 6) from competency in Gen.Choose(0, 2) from level in Gen.Choose(1, 4) select (Person: person, Competency: competency, Level: level);
        Prop.ForAll(measured.ListOf().Select(l => l.ToList()).ToArbitrary(), all =>
        {
            // In time: the later in the list, the newer.
            var lack = TeamLacks.Of([.. all.Select((m, i) => Of(m.Person, Now.AddDays(i), m.Competency, m.Level, highest: 4))]);
            var expected = Enumerable.Range(0, 3).Select(c => (Id: Competencies[c], Levels: all.Where(m => m.Competency == c).GroupBy(m => m.Person).Select(m => m.Last().Level).ToList())).Where(c => c.Levels.Count > 0).ToList();
            lack.TooFew.ShouldBe(expected.Count(c => c.Levels.Count < 5));
            lack.Competencies.Select(c => (c.Competency, c.People, c.Achieved)).ShouldBe(expected.Where(c => c.Levels.Count >= 5).Select(c => (c.Id, c.Levels.Count, c.Levels.Average(l => (decimal)l))), ignoreOrder: true);
            lack.Competencies.Select(c => -c.Lacks).ShouldBeInOrder();
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Levels_of_another_ladder_are_never_in_one_mean() =>
        TeamLacks.Of([.. Enumerable.Range(0, 5).Select(i => Of(i, Now, 0, 2, highest: i < 4 ? 4 : 5))]).ShouldSatisfyAllConditions(l => l.Competencies.ShouldBeEmpty(), l => l.TooFew.ShouldBe(2));

    private static TeamLacks.Measured Of(int person, DateTimeOffset at, int competency, int level, int highest)
    {
        YardCompetency on = new(Competencies[competency], "c", LocalText.Of("nl", $"Competentie {competency}"), LocalText.Empty, false, 3, 1, [.. Enumerable.Range(1, highest).Select(v => new YardStep(v, LocalText.Empty, []))], []);
        return new(People[person], at, new Yardstick(1, Guid.NewGuid(), "P", LocalText.Empty, [on]), [Gap.Of(on, null, level)]);
    }
}
