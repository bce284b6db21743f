using Interviewing.Application.Reviews;
using Interviewing.Application.Search;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Development;

/// <summary>Behaviour that somebody still has to show: an indicator of a step above the own one, or of the competency as a whole.</summary>
public sealed record Behaviour(int? Step, LocalText Text);

/// <summary>
/// Which tips help most. A tip that speaks of behaviour of the next step comes before one for a later step, and both before a tip that speaks of none of it; then
/// kinds take turns, because learning happens in doing, with others and in courses. The library knows no link between tip and indicator: they belong together when
/// they share words that are not on everything around them.
/// </summary>
public static class TipRanking
{
    private const int ShortestWord = 5, LongWord = 8, CommonTo = 3;

    /// <summary>What lies between the level somebody has and the one to reach, the lowest step first; for a competency without ladder all that is good behaviour.</summary>
    public static IReadOnlyList<Behaviour> ToGrowInto(YardCompetency competency, int? from, int to)
    {
        List<Behaviour> ahead = [.. competency.Steps.Where(s => s.Value > (from ?? 0) && s.Value <= to).OrderBy(s => s.Value)
            .SelectMany(s => s.Indicators.Where(i => i.Polarity == Competencies.Polarity.Positive).Select(i => new Behaviour(s.Value, i.Text)))];
        return ahead.Count > 0 ? ahead : [.. competency.Indicators.Where(i => i.Polarity == Competencies.Polarity.Positive).Select(i => new Behaviour(null, i.Text))];
    }

    public static IReadOnlyList<OfferedTip> Rank(IReadOnlyList<OfferedTip> tips, IReadOnlyList<Behaviour> ahead)
    {
        var languages = tips.Select(t => t.Text).SelectMany(t => t.All.Keys).Distinct().ToDictionary(l => l, l => new Vocabulary(l, [.. tips.Select(t => t.Text), .. ahead.Select(b => b.Text)]));
        var ranked = tips.Select((tip, order) => (Tip: tip, Order: order, Best: Best(tip, ahead, languages)))
            .OrderBy(t => t.Best is null).ThenBy(t => t.Best?.Behaviour.Step ?? 0).ThenByDescending(t => t.Best?.Speaks ?? 0).ThenBy(t => t.Order);
        return OfferedTips.ByTurns([.. ranked.Select(t => t.Tip with { Because = t.Best?.Behaviour })]);
    }

    private static (Behaviour Behaviour, double Speaks)? Best(OfferedTip tip, IReadOnlyList<Behaviour> ahead, Dictionary<string, Vocabulary> languages)
    {
        (Behaviour Behaviour, double Speaks)? best = null;
        foreach (var behaviour in ahead)
        {
            // In one language, so that a reader in another gets the same order for the same reason.
            var language = Search.SearchEntry.Always.Concat(tip.Text.All.Keys).FirstOrDefault(l => tip.Text.Has(l) && behaviour.Text.Has(l));
            var speaks = language is null ? 0 : languages[language].Shared(tip.Text[language]!, behaviour.Text[language]!);
            if (speaks > 0 && (best is null || speaks > best.Value.Speaks)) best = (behaviour, speaks);
        }
        return best;
    }

    /// <summary>How often a word stands in the texts of this competency: what is on everything tells nothing.</summary>
    private sealed class Vocabulary(string language, IReadOnlyList<LocalText> texts)
    {
        private readonly Dictionary<string, int> often = texts.Select(t => t[language]).OfType<string>().SelectMany(t => Words(t, language).Keys).GroupBy(s => s).ToDictionary(s => s.Key, s => s.Count());

        /// <summary>0 when two texts have nothing in common but small talk: one long word, or two others.</summary>
        public double Shared(string one, string other)
        {
            var (mine, theirs) = (Words(one, language), Words(other, language));
            var common = mine.Where(w => theirs.ContainsKey(w.Key) && often[w.Key] <= Math.Max(CommonTo, texts.Count / CommonTo)).ToList();
            return common.Count > 1 || common.Any(w => w.Value >= LongWord) ? common.Sum(w => Math.Log(1 + ((double)texts.Count / often[w.Key]))) : 0;
        }

        private static Dictionary<string, int> Words(string text, string language) =>
            Stems.Words(text).Where(w => w.Length >= ShortestWord).GroupBy(w => Stems.Stem(w, language)).ToDictionary(w => w.Key, w => w.Max(x => x.Length));
    }
}
