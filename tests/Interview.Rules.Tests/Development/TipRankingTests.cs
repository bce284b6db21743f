using FsCheck;
using FsCheck.Fluent;
using Interviewing.Application.Competencies;
using Interviewing.Application.Development;
using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;

namespace Interviewing.Rules.Tests.Development;

public class TipRankingTests
{
    private static readonly YardCompetency Convince = new(Guid.NewGuid(), "overtuigen", Dutch("Overtuigen"), Dutch(""), false, 3, 1,
    [
        new(1, Dutch(""), [new(Dutch("Geeft bij een mening een voorbeeld"), Polarity.Positive)]),
        new(2, Dutch(""), [new(Dutch("Zoekt vooraf het belang van de tegenstander uit"), Polarity.Positive), new(Dutch("Herhaalt hetzelfde argument"), Polarity.Negative)]),
        new(3, Dutch(""), [new(Dutch("Wint steun bij sleutelfiguren voordat het besluit valt"), Polarity.Positive)]),
    ], [new(Dutch("Blijft open voor een tegenwerping"), Polarity.Positive)]);

    [Fact]
    public void To_grow_into_is_what_lies_above_the_own_level_up_to_the_goal()
    {
        TipRanking.ToGrowInto(Convince, 1, 3).Select(b => b.Step).ShouldBe([2, 3]);
        TipRanking.ToGrowInto(Convince, null, 2).Select(b => b.Step).ShouldBe([1, 2]);
        // Nothing above: then the competency as a whole.
        TipRanking.ToGrowInto(Convince, 3, 3).Select(b => (b.Step, b.Text.ToString())).ShouldBe([((int?)null, "Blijft open voor een tegenwerping")]);
    }

    [Fact]
    public void The_next_step_comes_first_then_later_ones_then_the_rest()
    {
        OfferedTip[] tips = [Tip("Lees een boek over praten"), Tip("Praat met twee sleutelfiguren"), Tip("Schrijf op welk belang je tegenstander heeft")];
        var ranked = TipRanking.Rank(tips, TipRanking.ToGrowInto(Convince, 1, 3));
        ranked.Select(t => t.Id).ShouldBe([tips[2].Id, tips[1].Id, tips[0].Id]);
        ranked.Select(t => t.Because?.Step).ShouldBe([2, 3, null]);
    }

    [Fact]
    public void Small_talk_ties_nothing_together() =>
        // 'vooraf' alone is no reason, and what somebody should not do is nothing to grow into.
        TipRanking.Rank([Tip("Bel vooraf even"), Tip("Tel hoe vaak je hetzelfde herhaalt")], TipRanking.ToGrowInto(Convince, 1, 3)).ShouldAllBe(t => t.Because == null);

    [Fact]
    public void Texts_of_different_languages_are_not_compared() =>
        TipRanking.Rank([new(Guid.NewGuid(), LocalText.Of("fr", "Gagner le soutien des sleutelfiguren"), TipKind.OnTheJob)], TipRanking.ToGrowInto(Convince, 2, 3)).Single().Because.ShouldBeNull();

    [Fact]
    public void Every_tip_is_offered_once_and_kinds_take_turns()
    {
        var words = Gen.Elements("belang", "tegenstander", "sleutelfiguren", "voorbeeld", "mening", "praten", "boek", "vooraf", "steun");
        var tip = Gen.Zip(words.ArrayOf(4), Gen.Elements(Enum.GetValues<TipKind>())).Select(t => new OfferedTip(Guid.NewGuid(), Dutch(string.Join(' ', t.Item1)), t.Item2));
        Prop.ForAll(tip.ListOf().ToArbitrary(), Gen.Choose(0, 3).ToArbitrary(), (tips, from) =>
        {
            var ranked = TipRanking.Rank([.. tips], TipRanking.ToGrowInto(Convince, from, 3));
            ranked.Select(t => t.Id).ShouldBe(tips.Select(t => t.Id), ignoreOrder: true);
            // Among the first of each kind no kind comes twice: variety.
            var kinds = tips.Select(t => t.Kind).Distinct().Count();
            ranked.Take(kinds).Select(t => t.Kind).ShouldBeUnique();
            // Within a kind: never a later step, or none, before an earlier one.
            foreach (var kind in ranked.GroupBy(t => t.Kind)) kind.Select(t => t.Because is null ? int.MaxValue : t.Because.Step ?? 0).ShouldBeInOrder();
            TipRanking.Rank([.. tips], TipRanking.ToGrowInto(Convince, from, 3)).Select(t => t.Id).ShouldBe(ranked.Select(t => t.Id));
        }).QuickCheckThrowOnFailure();
    }

    private static OfferedTip Tip(string text) => new(Guid.NewGuid(), Dutch(text), TipKind.OnTheJob);

    private static LocalText Dutch(string text) => LocalText.Of("nl", text);
}
