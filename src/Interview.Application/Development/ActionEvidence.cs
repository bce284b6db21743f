using Interviewing.Application.Shared;

namespace Interviewing.Application.Development;

public enum EvidenceKind { Words, Link, File }

/// <summary>What shows that an action was done: some words, an https link or a file. Employee and manager both see it.</summary>
public sealed class ActionEvidence : Part
{
    public const int MostOfOneAction = 10, LongestText = 1000;

    private ActionEvidence() { }

    internal ActionEvidence(Guid plan, Guid action, EvidenceKind kind, string text, Guid? file, Guid by, DateTimeOffset at)
    {
        Refuse.FieldIf(string.IsNullOrWhiteSpace(text), "evidence", "development.text-missing");
        Refuse.FieldIf(text.Length > LongestText, "evidence", "development.text-too-long", LongestText);
        // Somebody else clicks on it: nothing but https, and no name and password hidden in it.
        Refuse.FieldIf(kind == EvidenceKind.Link && !(Uri.TryCreate(text.Trim(), UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps && link.UserInfo.Length == 0), "evidence", "development.link-wrong");
        (PlanId, ActionId, Kind, Text, FileId, ById, At) = (plan, action, kind, text.Trim(), file, by, at);
    }

    public Guid PlanId { get; private set; }
    public Guid ActionId { get; private set; }
    public EvidenceKind Kind { get; private set; }
    /// <summary>The words, the link, or the name of the file.</summary>
    public string Text { get; private set; } = "";
    public Guid? FileId { get; private set; }
    public Guid ById { get; private set; }
    public DateTimeOffset At { get; private set; }
}

/// <summary>The kinds of file that are taken, by their ending. The type that goes out with a file is ours, never the sender's.</summary>
public static class EvidenceFile
{
    public const int Longest = 10 * 1024 * 1024;

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = "application/pdf", [".png"] = "image/png", [".jpg"] = "image/jpeg", [".jpeg"] = "image/jpeg", [".txt"] = "text/plain", [".md"] = "text/markdown",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    };

    public static IEnumerable<string> Endings => Types.Keys;

    public static string? TypeOf(string name) => Types.GetValueOrDefault(Path.GetExtension(name));
}
