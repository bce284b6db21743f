using Interviewing.Application.Development;
using Interviewing.Application.Shared;

namespace Interviewing.Web.Development;

/// <summary>Why a file was not taken, as it comes back in the address: our own codes only, whatever stands there.</summary>
public static class FileReasons
{
    public static Reason Of(string code) => code switch
    {
        "development.file-size" => new(code, null, EvidenceFile.Longest / (1024 * 1024)),
        "development.file-kind" => new(code, null, string.Join(", ", EvidenceFile.Endings)),
        "development.evidence-enough" => new(code, null, ActionEvidence.MostOfOneAction),
        "development.file-name" => new(code, null, 200),
        "development.plan-not-active" or "development.text-too-long" or "import.try-again" => new(code, null, ActionEvidence.LongestText),
        _ => new("development.file-missing"),
    };
}
