using Interviewing.Application.Procedures;

namespace Interviewing.Web.Decisions;

/// <summary>What the chair is about to say about one candidate.</summary>
public sealed class AdviceDraft(CandidateRow row)
{
    public CandidateRow Row => row;
    public string Advice { get; set; } = "";
    public string? Reason { get; set; }
}
