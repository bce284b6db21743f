using System.Globalization;
using System.Net.Mail;
using System.Text;
using Interviewing.Application.Reminders;

namespace Interviewing.Infrastructure.Reminders;

/// <summary>A letter as an RFC 5322 message with CRLF lines: text, and the calendar as an alternative that mail programs act on.</summary>
internal static class Mime
{
    private const int LineLength = 76;

    public static string Write(Letter letter, MailAddress from, string messageId, DateTimeOffset at)
    {
        StringBuilder mime = new();
        void Line(string text = "") => mime.Append(text).Append("\r\n");

        Line($"From: {Address(from)}");
        Line($"To: {Address(new MailAddress(letter.ToAddress, Name(letter.ToName), Encoding.UTF8))}");
        Line($"Subject: {Encoded(Subject(letter))}");
        Line($"Date: {at.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture)}");
        Line($"Message-ID: <{messageId}>");
        Line($"Content-Language: {Header(letter.Language)}");
        Line("Auto-Submitted: auto-generated");
        Line("X-Auto-Response-Suppress: All");
        foreach (var (name, value) in OffHeaders(letter)) Line($"{name}: {value}");
        Line("MIME-Version: 1.0");
        if (letter.Calendar is not { } calendar)
        {
            Part(Line, "text/plain; charset=utf-8", letter.Text);
            return mime.ToString();
        }
        var boundary = $"=_{messageId.GetHashCode(StringComparison.Ordinal):x8}{Guid.NewGuid():N}";
        Line($"Content-Type: multipart/alternative; boundary=\"{boundary}\"");
        Line();
        Line($"--{boundary}");
        Part(Line, "text/plain; charset=utf-8", letter.Text);
        Line($"--{boundary}");
        Part(Line, CalendarType(calendar.Method), calendar.Ics);
        Line($"--{boundary}--");
        return mime.ToString();
    }

    /// <summary>One click in the mail program switches this kind off (RFC 8058); formal letters have none.</summary>
    public static IEnumerable<(string Name, string Value)> OffHeaders(Letter letter) =>
        letter.Off is { } off ? [("List-Unsubscribe", $"<{Header(off)}>"), ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")] : [];

    public static string CalendarType(string method) => $"text/calendar; method={Method(method)}; charset=UTF-8";

    /// <summary>One line of printable text, whatever somebody typed into a name or an action.</summary>
    public static string Header(string text) => string.Join(' ', new string([.. text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)])
        .Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A name as it can stand between quotation marks.</summary>
    public static string Name(string text) => Header(text.Replace('"', ' ').Replace('\\', ' '));

    public static string Subject(Letter letter)
    {
        var subject = Header(letter.Subject);
        return subject.Length <= 150 ? subject : subject[..149].TrimEnd() + "…";
    }

    private static string Method(string method) => method is "REQUEST" or "CANCEL" or "PUBLISH" ? method : throw new ArgumentException($"No calendar method: {Header(method)}", nameof(method));

    private static string Address(MailAddress address) => address.DisplayName.Length == 0 ? $"<{address.Address}>" : $"{Encoded(address.DisplayName, quoted: true)} <{address.Address}>";

    // RFC 2047: words of at most 75 characters that never cut a character in two.
    private static string Encoded(string text, bool quoted = false)
    {
        if (text.All(c => c is >= ' ' and < '\u007f' and not '"' and not '\\') && text.Length < 900) return quoted ? $"\"{text}\"" : text;
        List<string> words = [];
        StringBuilder word = new();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Encoding.UTF8.GetByteCount(word.ToString()) + rune.Utf8SequenceLength > 42)
            {
                words.Add(word.ToString());
                word.Clear();
            }
            word.Append(rune);
        }
        words.Add(word.ToString());
        return string.Join("\r\n ", words.Select(w => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(w))}?="));
    }

    private static void Part(Action<string> line, string type, string text)
    {
        line($"Content-Type: {type}");
        line("Content-Transfer-Encoding: base64");
        line("");
        var body = Convert.ToBase64String(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")));
        for (var at = 0; at < body.Length; at += LineLength) line(body.Substring(at, Math.Min(LineLength, body.Length - at)));
    }
}
