using System.Security.Cryptography;
using System.Text;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Import;

/// <summary>Bytes made into text: which encoding it was, and a refusal when it is no text at all.</summary>
public sealed record SourceText(ImportSource Source, string Text)
{
    public FileKind Kind { get; init; } = FileKind.Text;
    /// <summary>The tables of a workbook or a delimited file.</summary>
    public IReadOnlyList<Sheet> Sheets { get; init; } = [];
    /// <summary>False where pages were kept apart from their running heads and page numbers, as a word processor does.</summary>
    public bool HasRunningHeads { get; init; } = true;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static SourceText Read(string fileName, ReadOnlyMemory<byte> bytes, ImportLimits? limits = null)
    {
        limits ??= ImportLimits.Default;
        if (bytes.Length > limits.MaxBytes) throw new Refusal("import.too-large", limits.MaxBytes / (1024 * 1024));
        var (text, encoding, bom) = Decode(bytes.Span);
        if (string.IsNullOrWhiteSpace(text)) throw new Refusal("import.empty");
        if (LooksBinary(text)) throw new Refusal("import.binary");
        var sha = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        var source = new SourceText(new ImportSource(Path.GetFileName(fileName), sha, bytes.Length, encoding, bom, NewlineOf(text)), text);
        return Delimited.Table(fileName, text, limits) is { } sheet ? source with { Kind = FileKind.Delimited, Sheets = [sheet] } : source;
    }

    /// <summary>Text that was made of a file which is no text itself.</summary>
    public static SourceText Of(FileKind kind, string fileName, ReadOnlyMemory<byte> bytes, string text)
    {
        Refuse.If(string.IsNullOrWhiteSpace(text), "import.empty");
        var sha = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        var format = kind switch { FileKind.Word => "docx", FileKind.Workbook => "xlsx", FileKind.Pdf => "pdf", FileKind.Text or FileKind.Delimited => "utf-8" };
        return new SourceText(new ImportSource(Path.GetFileName(fileName), sha, bytes.Length, format, false, "lf"), text) { Kind = kind, HasRunningHeads = kind == FileKind.Pdf };
    }

    private static (string Text, string Encoding, bool Bom) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return ("", "utf-8", false);
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF])) return (Utf8OrAnsi(bytes[3..]).Text, "utf-8", true);
        if (bytes.StartsWith<byte>([0xFF, 0xFE])) return (Encoding.Unicode.GetString(bytes[2..]), "utf-16", true);
        if (bytes.StartsWith<byte>([0xFE, 0xFF])) return (Encoding.BigEndianUnicode.GetString(bytes[2..]), "utf-16", true);
        if (Utf16WithoutMark(bytes) is { } utf16) return (utf16.GetString(bytes), "utf-16", false);
        var (text, encoding) = Utf8OrAnsi(bytes);
        return (text, encoding, false);
    }

    private static (string Text, string Encoding) Utf8OrAnsi(ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes)) return (StrictUtf8.GetString(bytes), "utf-8");
        return (CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes), "windows-1252");
    }

    // Western text in UTF-16 has a zero in nearly every second byte; anything else with zeros is no text.
    private static Encoding? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..(Math.Min(bytes.Length, 4096) & ~1)];
        if (sample.Length < 4) return null;
        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i += 2)
        {
            if (sample[i] == 0) even++;
            if (sample[i + 1] == 0) odd++;
        }
        var most = sample.Length / 2 * 7 / 10;
        if (odd > most && even == 0) return Encoding.Unicode;
        return even > most && odd == 0 ? Encoding.BigEndianUnicode : null;
    }

    private static bool LooksBinary(string text)
    {
        if (text.StartsWith("%PDF-", StringComparison.Ordinal) || text.StartsWith("{\\rtf", StringComparison.Ordinal)) return true;
        var odd = 0;
        foreach (var c in text)
        {
            if (c == '\0') return true;
            if (c is < ' ' and not ('\t' or '\n' or '\v' or '\f' or '\r') or '\uFFFD' or (>= '\u007F' and <= '\u009F' and not '\u0085')) odd++;
        }
        return odd > 8 + text.Length / 500 || odd * 10 > text.Length;
    }

    private static string NewlineOf(string text)
    {
        int lf = 0, crlf = 0, cr = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n') lf++;
            else if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n') { crlf++; i++; }
            else if (text[i] == '\r') cr++;
        }
        if (cr > 0 || (lf > 0 && crlf > 0)) return "mixed";
        return crlf > 0 ? "crlf" : "lf";
    }
}
