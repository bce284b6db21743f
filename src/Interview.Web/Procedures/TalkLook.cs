using Interviewing.Application.Procedures;

namespace Interviewing.Web.Procedures;

/// <summary>How the status of an interview looks: a drawing, and a tone of words and badge.</summary>
public static class TalkLook
{
    public static string Icon(InterviewStatus status) => Look(status).Icon;

    public static string? Badge(InterviewStatus status) => Look(status).Tone;

    public static string Tone(InterviewStatus status) => Look(status).Tone switch { null => "dim", "note" => "mut", var tone => "t-" + tone };

    private static (string Icon, string? Tone) Look(InterviewStatus status) => status switch
    {
        InterviewStatus.Planned => ("calendar", null),
        InterviewStatus.InProgress => ("half", "acc"),
        InterviewStatus.AwaitingScores => ("clock", "note"),
        InterviewStatus.Consensus => ("done", "ok"),
        InterviewStatus.Final => ("done", "ok"),
        InterviewStatus.Cancelled => ("close", null),
        InterviewStatus.NoShow => ("warning", "warn"),
    };
}
