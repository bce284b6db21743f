using Interviewing.Application.Shared;

namespace Interviewing.Application.Decisions;

/// <summary>
/// What a candidate is told about the own talk, written from notes and scores after the decision and approved by the chair. It names no member of the panel
/// and no other candidate.
/// </summary>
public sealed class CandidateFeedback : Root
{
    public const int Longest = 8000;

    private CandidateFeedback() { }

    public CandidateFeedback(Guid procedure, Guid candidate) => (ProcedureId, CandidateId) = (procedure, candidate);

    public Guid ProcedureId { get; private set; }
    public Guid CandidateId { get; private set; }
    public string Text { get; private set; } = "";
    public Guid WrittenBy { get; private set; }
    public DateTimeOffset WrittenAt { get; private set; }
    public Guid? ApprovedBy { get; private set; }
    public DateTimeOffset? ApprovedAt { get; private set; }

    public void Write(string text, IReadOnlyCollection<string> forbidden, Guid by, DateTimeOffset now)
    {
        Refuse.If(ApprovedAt is not null, "decisions.feedback-approved");
        Refuse.FieldIf(string.IsNullOrWhiteSpace(text), "text", "decisions.feedback-missing");
        Refuse.FieldIf(text.Length > Longest, "text", "decisions.feedback-long", Longest);
        NamesNobody(text, forbidden);
        (Text, WrittenBy, WrittenAt) = (text.ReplaceLineEndings("\n").Trim(), by, now);
        Touch();
    }

    public void Approve(IReadOnlyCollection<string> forbidden, Guid by, DateTimeOffset now)
    {
        Refuse.If(Text.Length == 0, "decisions.feedback-missing");
        if (ApprovedAt is not null) return;
        NamesNobody(Text, forbidden);
        (ApprovedBy, ApprovedAt) = (by, now);
        Touch();
    }

    /// <summary>The parts of names by which somebody is recognised: words of three letters and more that begin with a capital, and codes.</summary>
    public static IReadOnlyList<string> Telling(IEnumerable<string> names) =>
        [.. names.SelectMany(n => n.Split([' ', '-', ','], StringSplitOptions.RemoveEmptyEntries)).Where(p => (p.Length >= 3 && char.IsUpper(p[0])) || p.Any(char.IsAsciiDigit)).Distinct(StringComparer.Ordinal)];

    private static void NamesNobody(string text, IReadOnlyCollection<string> forbidden)
    {
        var words = text.Split([.. text.Where(c => !char.IsLetterOrDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        var found = forbidden.Where(words.Contains).Order(StringComparer.Ordinal).ToList();
        Refuse.FieldIf(found.Count > 0, "text", "decisions.feedback-names", string.Join(", ", found));
    }
}
