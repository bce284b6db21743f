using Interviewing.Application.Guides;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Scoring;

/// <summary>When a member may read what others scored for a candidate: once all required forms are in, or once the own form is. Never sooner, and nobody without a form sooner than the first.</summary>
public enum RevealRule { AllForms, OwnForm }

/// <summary>Who speaks first in a consensus talk: whoever has fewest people below them, or whoever is drawn. The chair speaks last.</summary>
public enum SpeakingRule { LowestRank, Drawn }

/// <summary>What a competency must reach; it is shown and decides nothing.</summary>
public sealed record Minimum(Guid Competency, decimal Points);

/// <summary>How the panel of one procedure compares: fixed from the first interview or the first form that is handed in. Without a row the defaults hold.</summary>
public sealed class PanelRules : Root
{
    public const int UsualRange = 2;

    private PanelRules() { }

    public PanelRules(Guid procedure) => ProcedureId = procedure;

    public Guid ProcedureId { get; private set; }
    public RevealRule Reveal { get; private set; } = RevealRule.AllForms;
    /// <summary>From this difference between highest and lowest score on, an item is talked about first.</summary>
    public int Range { get; private set; } = UsualRange;
    public SpeakingRule Speaking { get; private set; } = SpeakingRule.LowestRank;
    public IReadOnlyList<Minimum> Minimums { get; private set; } = [];

    public void Set(RevealRule reveal, int range, SpeakingRule speaking, IReadOnlyList<Minimum> minimums, FrozenGuide? guide, bool begun)
    {
        Refuse.If(begun, "scoring.rules-fixed");
        var (lowest, highest) = guide is null ? (1, 10) : (guide.Scale.Min(p => p.Value), guide.Scale.Max(p => p.Value));
        Refuse.FieldIf(range < 1 || range > highest - lowest, "range", "scoring.range-wrong", 1, highest - lowest);
        var wrong = minimums.Where(m => m.Points < lowest || m.Points > highest || guide?.Competencies.All(c => c.Id != m.Competency) != false).ToList();
        if (wrong.Count > 0) throw new Refusal([.. wrong.Select(m => new Reason("scoring.minimum-wrong", $"minimum.{m.Competency}", lowest, highest))]);
        Refuse.FieldIf(minimums.Select(m => m.Competency).Distinct().Count() != minimums.Count, "minimum", "scoring.minimum-wrong", lowest, highest);
        (Reveal, Range, Speaking, Minimums) = (reveal, range, speaking, minimums);
        Touch();
    }

    /// <summary>The minimum of this procedure, else the one frozen with the guide.</summary>
    public decimal? MinimumOf(FrozenCompetency competency) => Minimums.FirstOrDefault(m => m.Competency == competency.Id)?.Points ?? competency.Minimum;
}
