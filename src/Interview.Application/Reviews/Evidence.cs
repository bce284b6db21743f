using Interviewing.Application.Shared;

namespace Interviewing.Application.Reviews;

/// <summary>What shows a level: a file or an https link with a competency, on the side of whoever attached it and hidden with that side. Nothing of it reaches the audit details.</summary>
[Secret]
public sealed class Evidence : Part
{
    public const int MostBytes = 5 * 1024 * 1024, MostPerCompetency = 10, LongestName = 200, LongestLink = 2000;

    private Evidence() { }

    internal Evidence(Guid side, Guid competency, string name, string? link, Guid? file, DateTimeOffset now) =>
        (SideId, CompetencyId, Name, Link, FileId, At) = (side, competency, name, link, file, now);

    public Guid SideId { get; private set; }
    public Guid CompetencyId { get; private set; }
    public string Name { get; private set; } = "";
    public string? Link { get; private set; }
    public Guid? FileId { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>An address that a reader can follow without being led somewhere else: https, no user name in it.</summary>
    public static string CheckedLink(string link)
    {
        var text = link.Trim();
        Refuse.FieldIf(text.Length > LongestLink || !Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps || uri.UserInfo.Length > 0 || uri.Host.Length == 0,
            "link", "reviews.evidence-link");
        return text;
    }

    public static string CheckedName(string? name, string field)
    {
        var text = string.Concat((name ?? "").Where(c => !char.IsControl(c) && !IsTurning(c))).Trim();
        Refuse.FieldIf(text.Length == 0, field, "reviews.evidence-name");
        Refuse.FieldIf(text.Length > LongestName, field, "reviews.text-too-long", LongestName);
        return text;
    }

    /// <summary>What the bytes are, judged by themselves; the end of the name must say the same. Null: not of a kind that is kept here.</summary>
    public static string? MediaTypeOf(string name, ReadOnlySpan<byte> bytes) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".pdf" when bytes.StartsWith("%PDF-"u8) => "application/pdf",
        ".png" when bytes.StartsWith(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G' }) => "image/png",
        ".jpg" or ".jpeg" when bytes.StartsWith(new byte[] { 0xFF, 0xD8, 0xFF }) => "image/jpeg",
        ".docx" when IsZip(bytes) => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".xlsx" when IsZip(bytes) => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".pptx" when IsZip(bytes) => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        ".txt" or ".md" when IsText(bytes) => "text/plain; charset=utf-8",
        _ => null,
    };

    private static bool IsZip(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK"u8);

    private static bool IsText(ReadOnlySpan<byte> bytes) => !bytes.Contains((byte)0) && System.Text.Unicode.Utf8.IsValid(bytes);

    // Characters that turn the direction of reading make "exe.fdp" look like something else.
    private static bool IsTurning(char c) => c is >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069';
}
