using FsCheck;
using FsCheck.Fluent;
using Interviewing.Application.Competencies;

namespace Interviewing.Rules.Tests.Competencies;

public class CrosswalkTests
{
    private static readonly Guid[] Ids = [.. Enumerable.Range(1, 6).Select(n => new Guid(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]))];

    // Slowly and surely: whoever reaches himself over at least one 'broader', walking 'same' freely both ways, goes round.
    private static bool Reaches((int From, int To, LinkRelation Relation)[] links)
    {
        var seen = new bool[6, 6, 2];
        for (var i = 0; i < 6; i++) seen[i, i, 0] = true;
        for (var changed = true; changed;)
        {
            changed = false;
            for (var start = 0; start < 6; start++)
                foreach (var (from, to, relation) in links)
                    foreach (var (a, b, strict) in relation switch { LinkRelation.Same => [(from, to, 0), (to, from, 0)], LinkRelation.Broader => [(from, to, 1)], LinkRelation.Narrower => new[] { (to, from, 1) }, LinkRelation.Related => [] })
                        for (var was = 0; was < 2; was++)
                            if (seen[start, a, was] && !seen[start, b, Math.Max(was, strict)]) changed = seen[start, b, Math.Max(was, strict)] = true;
        }
        return Enumerable.Range(0, 6).Any(i => seen[i, i, 1]);
    }

    [Fact]
    public void A_ring_is_found_exactly_when_somebody_is_broader_than_himself()
    {
        var link = from f in Gen.Choose(0, 5) from t in Gen.Choose(0, 5) where f != t from r in Gen.Elements(Enum.GetValues<LinkRelation>()) select (f, t, r);
        Prop.ForAll(link.ArrayOf().ToArbitrary(), links => Crosswalk.GoesRound([.. links.Select(l => (Ids[l.f], Ids[l.t], l.r))]) == Reaches(links)).Check(Config.QuickThrowOnFailure.WithMaxTest(600));
    }
}
