using Interviewing.Application.Guides;

namespace Interviewing.Rules.Tests.Guides;

public class SpreadTests
{
    [Fact]
    public void No_division_is_more_even()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var (minutes, members) = (Enumerable.Range(0, random.Next(1, 7)).Select(_ => random.Next(1, 12)).ToList(), random.Next(1, 4));
            var best = All(minutes.Count, members).Min(turns => Unevenness(minutes, turns, members));
            Unevenness(minutes, Spread.Of(minutes, members), members).ShouldBe(best, $"seed {seed}");
        }
    }

    [Fact]
    public void Everyone_gets_a_turn_in_order_and_the_same_every_time()
    {
        Spread.Of([9, 9, 9], 3).ShouldBe([0, 1, 2]);
        Spread.Of([10, 5, 5], 2).ShouldBe([0, 1, 1]);
        Spread.Of([], 3).ShouldBeEmpty();
        Spread.Of([5], 0).ShouldBeEmpty();
        Spread.Gap([10, 5, 5], [0, 1, 1], 2).ShouldBe(0);
        List<int> many = [.. Enumerable.Range(1, 40).Select(i => 3 + i % 9)];
        var turns = Spread.Of(many, 6);
        turns.Count.ShouldBe(40);
        Spread.Gap(many, turns, 6).ShouldBeLessThanOrEqualTo(5);
        Spread.Of(many, 6).ShouldBe(turns);
    }

    private static IEnumerable<int[]> All(int questions, int members) =>
        questions == 0 ? [[]] : All(questions - 1, members).SelectMany(rest => Enumerable.Range(0, members).Select(m => rest.Append(m).ToArray()));

    private static long Unevenness(List<int> minutes, IReadOnlyList<int> turns, int members) =>
        Enumerable.Range(0, members).Sum(m => { var load = minutes.Where((_, i) => turns[i] == m).Sum(); return (long)load * load; });
}
