using System.Diagnostics;
using Interviewing.Application.Competencies;
using Interviewing.Application.Guides;

namespace Interviewing.Rules.Tests.Guides;

public class ProposalTests(Xunit.Abstractions.ITestOutputHelper output)
{
    [Fact]
    public void It_is_the_best_of_all_choices()
    {
        for (var seed = 0; seed < 600; seed++)
        {
            var (competencies, minutes) = Case(seed);
            var oneOfEach = seed % 3 == 0;
            var proposed = Proposal.Of(competencies, minutes, oneOfEach);
            var best = Best(competencies, minutes, oneOfEach);
            if (best is null) proposed.ShouldBeNull($"seed {seed}");
            else proposed.ShouldNotBeNull($"seed {seed}").Select(p => p.Question).ShouldBe(best, $"seed {seed}");
        }
    }

    [Fact]
    public void It_is_the_same_every_time()
    {
        var (competencies, minutes) = Case(7);
        Proposal.Of(competencies, minutes).ShouldBe(Proposal.Of(competencies, minutes));
    }

    [Fact]
    public void Coverage_comes_before_balance_and_balance_before_brevity()
    {
        var (a, b) = (Guid.NewGuid(), Guid.NewGuid());
        var (first, second) = (Competency(1, [a, b], (5, [a]), (9, [a, b])), Competency(1, [], (5, []), (9, [])));
        Minutes(Proposal.Of([first, second], 30)).ShouldBe([9, 9]);
        Minutes(Proposal.Of([first, second], 14)).ShouldBe([9, 5]);
        Minutes(Proposal.Of([first, second], 13)).ShouldBe([5, 5]);
        Proposal.Of([first, second], 9).ShouldBeNull();
    }

    [Fact]
    public void Weight_asks_for_minutes()
    {
        var (heavy, light) = (Competency(2, [], (6, []), (12, [])), Competency(1, [], (6, []), (12, [])));
        Minutes(Proposal.Of([heavy, light], 60)).ShouldBe([12, 6]);
    }

    [Fact]
    public void Of_equal_questions_the_first_in_the_library_is_asked()
    {
        var same = Competency(1, [], (8, []), (8, []), (8, []));
        Proposal.Of([same], 60)!.ShouldHaveSingleItem().Question.ShouldBe(same.Questions[0].Id);
    }

    [Fact]
    public void A_competency_without_questions_has_no_proposal() => Proposal.Of([Competency(1, [])], 60).ShouldBeNull();

    [Fact]
    public void Many_questions_and_indicators_are_no_obstacle()
    {
        var random = new Random(3);
        var large = Enumerable.Range(0, 8).Select(_ =>
        {
            var indicators = Enumerable.Range(0, 10).Select(_ => Guid.NewGuid()).ToArray();
            return Competency(1 + random.Next(3), indicators, [.. Enumerable.Range(0, 14).Select(_ => (4 + random.Next(8), indicators.Where(_ => random.Next(4) == 0).ToArray()))]);
        }).ToList();
        var proposed = Proposal.Of(large, 110).ShouldNotBeNull();
        proposed.Select(p => p.Competency).Distinct().Count().ShouldBe(8);
        proposed.Sum(p => p.Minutes).ShouldBeLessThanOrEqualTo(110);
    }

    [Fact]
    public void Fifty_competencies_of_twenty_questions_take_well_under_a_second()
    {
        foreach (var (seed, least, minutes) in new[] { (1, 4, 230), (2, 1, 230), (3, 4, 400), (4, 3, 600) })
        {
            var random = new Random(seed);
            var library = Enumerable.Range(0, 50).Select(_ =>
            {
                var indicators = Enumerable.Range(0, 6 + random.Next(4)).Select(_ => Guid.NewGuid()).ToArray();
                return Competency(1 + random.Next(4), indicators, [.. Enumerable.Range(0, 20).Select(_ => (least + random.Next(8), indicators.Where(_ => random.Next(3) == 0).ToArray()))]);
            }).ToList();
            var before = ThreadTime.Now;
            var proposed = Proposal.Of(library, minutes).ShouldNotBeNull();
            var taken = ThreadTime.Now - before;
            output.WriteLine($"seed {seed}: {taken.TotalMilliseconds:0} ms, {proposed.Count} questions, {proposed.Sum(p => p.Minutes)} minutes");
            proposed.Select(p => p.Competency).Distinct().Count().ShouldBe(50);
            Proposal.Of(library, minutes).ShouldBe(proposed);
            taken.ShouldBeLessThan(TimeSpan.FromSeconds(minutes > Guide.Longest ? 3 : 1));
        }
    }

    [Fact]
    public void A_question_of_an_earlier_round_is_asked_only_where_there_is_no_other()
    {
        var (a, b) = (Guid.NewGuid(), Guid.NewGuid());
        var choice = Competency(1, [a, b], (5, [a, b]), (9, [a]));
        var asked = choice with { Questions = [choice.Questions[0] with { WasAsked = true }, choice.Questions[1]] };
        Proposal.Of([asked], 30)!.Select(p => p.Question).ShouldBe([choice.Questions[1].Id]);
        // With less time only the one of the earlier round fits; a competency without a question would be worse.
        Proposal.Of([asked], 8)!.Select(p => p.Question).ShouldBe([choice.Questions[0].Id]);
    }

    [Fact]
    public void A_mix_gives_every_competency_one_of_each_type_it_has()
    {
        var choice = Competency(1, [], (5, []), (9, []), (3, []));
        var mixed = choice with { Questions = [choice.Questions[0], choice.Questions[1] with { Type = QuestionType.Situational }, choice.Questions[2]] };
        Proposal.Of([mixed], 30)!.Select(p => p.Minutes).ShouldBe([3]);
        Proposal.Of([mixed], 30, oneOfEach: true)!.Select(p => p.Minutes).ShouldBe([9, 3]);
        Proposal.Shortest([mixed], oneOfEach: true).ShouldBe(12);
        Proposal.Of([mixed], 11, oneOfEach: true).ShouldBeNull();
    }

    [Fact]
    public void No_single_exchange_is_better_than_what_is_proposed()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var (competencies, minutes) = Case(seed);
            if (Proposal.Of(competencies, minutes) is not { } proposed) continue;
            var weighing = new Weighing(competencies);
            List<Standing> plan = [.. proposed.Select(p => new Standing(p.Competency, p.Question, p.Minutes))];
            foreach (var place in plan)
                foreach (var other in competencies.First(c => c.Id == place.Competency).Questions.Where(q => plan.All(p => p.Question != q.Id)))
                    weighing.Compare(plan, [.. plan.Select(p => p == place ? p with { Question = other.Id, Minutes = other.Minutes } : p)], minutes)!.Value.Better.ShouldBeTrue($"seed {seed}");
        }
    }

    /// <summary>What this thread has computed, so that other work on the machine does not count.</summary>
    private static class ThreadTime
    {
        public static TimeSpan Now => OperatingSystem.IsLinux() && clock_gettime(3, out var spec) == 0 ? TimeSpan.FromSeconds(spec.Seconds) + TimeSpan.FromMicroseconds(spec.Nanoseconds / 1000.0) : Stopwatch.GetElapsedTime(0);

        private readonly struct Spec
        {
            public readonly long Seconds, Nanoseconds;
        }

        [System.Runtime.InteropServices.DllImport("libc")]
        private static extern int clock_gettime(int clock, out Spec spec);
    }

    private static IEnumerable<int> Minutes(IReadOnlyList<ProposedQuestion>? proposed) => proposed.ShouldNotBeNull().Select(p => p.Minutes);

    private static ProposalCompetency Competency(int weight, Guid[] indicators, params (int Minutes, Guid[] Touches)[] questions) =>
        new(Guid.NewGuid(), weight, indicators, [.. questions.Select(q => new ProposalQuestion(Guid.NewGuid(), q.Minutes, q.Touches))]);

    private static (List<ProposalCompetency> Competencies, int Minutes) Case(int seed)
    {
        var random = new Random(seed);
        var competencies = Enumerable.Range(0, 1 + random.Next(3)).Select(_ =>
        {
            var indicators = Enumerable.Range(0, random.Next(4)).Select(_ => Guid.NewGuid()).ToArray();
            var made = Competency(1 + random.Next(3), indicators, [.. Enumerable.Range(0, 1 + random.Next(4)).Select(_ => (1 + random.Next(6), indicators.Where(_ => random.Next(2) == 0).ToArray()))]);
            return made with { Questions = [.. made.Questions.Select(q => q with { WasAsked = random.Next(4) == 0, Type = (QuestionType)random.Next(2) })] };
        }).ToList();
        return (competencies, random.Next(1, 30));
    }

    // Every choice, judged by the four criteria as they are written down.
    private static List<Guid>? Best(List<ProposalCompetency> competencies, int minutes, bool oneOfEach)
    {
        var choices = competencies.Select(c => Subsets(c.Questions.Count).Select(s => s.Select(i => c.Questions[i]).ToList())
            .Where(s => !oneOfEach || c.Questions.All(q => s.Any(x => x.Type == q.Type))).ToList()).ToList();
        List<Candidate> all = [new([], 0, 0)];
        foreach (var options in choices)
            all = [.. all.SelectMany(a => options.Select((o, n) => new Candidate([.. a.Chosen, o], a.Minutes + o.Sum(q => q.Minutes), a.Place * options.Count + n)))];
        return all.Where(a => a.Minutes <= minutes)
            .OrderBy(a => a.Chosen.Sum(c => c.Count(q => q.WasAsked))).ThenByDescending(a => Covered(competencies, a)).ThenBy(a => Deviation(competencies, a)).ThenBy(a => a.Minutes).ThenBy(a => a.Place)
            .FirstOrDefault()?.Chosen.SelectMany(c => c.Select(q => q.Id)).ToList();
    }

    private static Fraction Covered(List<ProposalCompetency> competencies, Candidate a) => competencies.Select((c, i) => c.Indicators.Count == 0 ? new Fraction(0, 1)
        : new Fraction(c.Weight * a.Chosen[i].SelectMany(q => q.Touches).Distinct().Count(), c.Indicators.Count)).Aggregate(new Fraction(0, 1), (x, y) => x + y);

    private static Fraction Deviation(List<ProposalCompetency> competencies, Candidate a) => competencies.Select((c, i) =>
        (new Fraction(a.Chosen[i].Sum(q => q.Minutes), a.Minutes) - new Fraction(c.Weight, competencies.Sum(x => x.Weight))).Abs).Aggregate(new Fraction(0, 1), (x, y) => x + y);

    // Not empty, in library order: number by number, a beginning before what goes on.
    private static List<List<int>> Subsets(int count)
    {
        List<List<int>> all = [];
        void Go(List<int> so, int from)
        {
            for (var i = from; i < count; i++)
            {
                List<int> next = [.. so, i];
                all.Add(next);
                Go(next, i + 1);
            }
        }
        Go([], 0);
        return all;
    }

    private sealed record Candidate(List<List<ProposalQuestion>> Chosen, int Minutes, int Place);

    private readonly record struct Fraction(long Over, long Under) : IComparable<Fraction>
    {
        public Fraction Abs => new(Math.Abs(Over), Under);
        public static Fraction operator +(Fraction a, Fraction b) => new(a.Over * b.Under + b.Over * a.Under, a.Under * b.Under);
        public static Fraction operator -(Fraction a, Fraction b) => new(a.Over * b.Under - b.Over * a.Under, a.Under * b.Under);
        public int CompareTo(Fraction other) => (Over * other.Under).CompareTo(other.Over * Under);
    }
}
