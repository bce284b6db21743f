using System.Security.Cryptography;
using System.Text;
using Interviewing.Application.Competencies;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Guides;

/// <summary>What gets a score: each competency (default), each question, or each indicator; the competency is then the exact mean of its items that have one.</summary>
public enum ScoredItems { Competencies, Questions, Indicators }

/// <summary>An indicator as it was when the guide was frozen.</summary>
public sealed record FrozenIndicator(Guid Id, LocalText Text, Polarity Polarity, int? Level);

/// <summary>A competency as it was: weight is a whole number from 1, required level a step of its own ladder, minimum a point of the scale below which it is not met.</summary>
public sealed record FrozenCompetency(Guid Id, string Code, LocalText Name, LocalText Definition, int? RequiredLevel, int Weight, int? Minimum,
    IReadOnlyList<LocalText> Ladder, IReadOnlyList<FrozenIndicator> Indicators, IReadOnlyList<ScalePoint> Anchors)
{
    /// <summary>What is scored where indicators are: behaviour that is asked for. Its opposite is ticked; a competency that names none is scored itself.</summary>
    public IEnumerable<FrozenIndicator> Scorable => Indicators.Where(i => i.Polarity == Polarity.Positive);
}

/// <summary>A topic that is not asked about otherwise, and the job-related reason for which this question may.</summary>
public sealed record AllowedTopic(string Topic, string Reason);

/// <summary>
/// A question as it is asked. <see cref="Anchors"/> overrule those of the competency, which overrule those of the scale. <see cref="Member"/> is who of the panel
/// asks it (names stay outside the document); a panel-only one is answered after the candidate has left.
/// </summary>
public sealed record FrozenQuestion(Guid Id, Guid CompetencyId, LocalText Text, QuestionType Type, int Minutes, IReadOnlyList<Guid> Touches, IReadOnlyList<Probe> Probes, IReadOnlyList<Anchor> Anchors,
    Guid? Member = null, bool PanelOnly = false, IReadOnlyList<AllowedTopic>? Allowed = null);

/// <summary>
/// A guide as it was frozen: everything a form, a score and a dossier need, in all its languages, so that no later edit of the library reaches it.
/// <see cref="EvidenceAtExtremes"/>: the lowest and the highest point are only handed in with something written down.
/// Kept as text; the hash is SHA-256 (lower-case hex) of that text's UTF-8 bytes, never of rows written again.
/// </summary>
public sealed record FrozenGuide(int Schema, Guid GuideId, LocalText Title, Guid ProfileId, LocalText ProfileName, IReadOnlyList<string> Languages, ScoredItems Scores,
    IReadOnlyList<ScalePoint> Scale, int PassMark, int OpeningMinutes, LocalText Opening, int ClosingMinutes, LocalText Closing,
    IReadOnlyList<FrozenCompetency> Competencies, IReadOnlyList<FrozenQuestion> Questions, string? WeightReason = null, int Number = 1, bool EvidenceAtExtremes = false)
{
    public const int CurrentSchema = 1;

    public int Minutes => OpeningMinutes + ClosingMinutes + Questions.Where(q => !q.PanelOnly).Sum(q => q.Minutes);

    /// <summary>Ids of what a rating belongs to, in the order of the form.</summary>
    public IReadOnlyList<Guid> ScoredIds => Scores switch
    {
        ScoredItems.Competencies => [.. Competencies.Select(c => c.Id)],
        ScoredItems.Questions => [.. Questions.Where(q => q.Type != QuestionType.Closing).Select(q => q.Id)],
        ScoredItems.Indicators => [.. Competencies.SelectMany(c => c.Scorable.Any() ? c.Scorable.Select(i => i.Id) : [c.Id])],
    };

    public bool IsExtreme(int point) => point == Scale.Min(p => p.Value) || point == Scale.Max(p => p.Value);

    public FrozenCompetency CompetencyOf(Guid scored) => Competencies.FirstOrDefault(c => c.Id == scored || c.Indicators.Any(i => i.Id == scored))
        ?? Competencies.First(c => c.Id == Questions.First(q => q.Id == scored).CompetencyId);

    /// <summary>What stands beside a question: its own anchors, else those of its competency, else those of the scale. Points without a text are left out.</summary>
    public IReadOnlyList<ScalePoint> AnchorsBeside(FrozenQuestion question)
    {
        IEnumerable<ScalePoint> own = Scale.Select(p => p with { Anchor = question.Anchors.FirstOrDefault(a => a.Point == p.Value)?.Text ?? LocalText.Empty });
        if (question.Anchors.Count > 0) return [.. own.Where(p => !p.Anchor.IsEmpty)];
        return CompetencyOf(question.CompetencyId).Anchors is { Count: > 0 } anchors ? anchors : [.. Scale.Where(p => !p.Anchor.IsEmpty)];
    }

    /// <summary>A newer version asks about the same competencies on the same scale, so that candidates of both can stand in one table.</summary>
    public void MustFollow(FrozenGuide before)
    {
        Refuse.If(!Competencies.Select(c => c.Id).ToHashSet().SetEquals(before.Competencies.Select(c => c.Id)) || Scores != before.Scores, "guides.revision-other-competencies");
        Refuse.If(!Scale.Select(p => p.Value).SequenceEqual(before.Scale.Select(p => p.Value)) || PassMark != before.PassMark, "guides.revision-other-scale");
    }

    public (string Text, string Hash) Write()
    {
        var text = JsonText.Write(this);
        return (text, HashOf(text));
    }

    public static FrozenGuide Read(string text) => JsonText.Read<FrozenGuide>(text);

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
