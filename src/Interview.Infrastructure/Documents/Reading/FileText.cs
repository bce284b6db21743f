using System.Text;
using System.Xml;
using Interviewing.Application.Import;
using Interviewing.Application.Shared;

namespace Interviewing.Infrastructure.Documents.Reading;

/// <summary>What a file is by its first bytes and its parts, and the reader that belongs to it. Anything else is refused with the reason.</summary>
internal sealed class FileText(ImportLimits limits) : IFileText
{
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public ImportLimits Limits => limits;

    public SourceText Read(string fileName, ReadOnlyMemory<byte> bytes, CancellationToken ct = default)
    {
        Refuse.If(bytes.Length > limits.MaxBytes, "import.too-large", limits.MaxBytes / (1024 * 1024));
        Refuse.If(bytes.IsEmpty, "import.empty");
        try
        {
            return Any(fileName, bytes, ct);
        }
        catch (XmlException wrong)
        {
            // A document type is the door to entities, those of other files too; none of the formats needs one.
            Refuse.If(wrong.Message.Contains("DTD", StringComparison.Ordinal), "import.forbidden-xml");
            throw new Refusal("import.damaged");
        }
        catch (Exception wrong) when (wrong is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw new Refusal("import.damaged");
        }
    }

    private SourceText Any(string fileName, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var start = bytes.Span;
        if (start.StartsWith("PK"u8) && start.Length > 3 && start[2] is 3 or 5 or 7) return Zipped(fileName, bytes, ct);
        if (start.StartsWith(Compound))
        {
            // An encrypted Office file is a compound file with a part of this name, written in UTF-16.
            Refuse.If(start.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0, "import.locked");
            throw new Refusal("import.old-office");
        }
        if (start[..Math.Min(1024, start.Length)].IndexOf("%PDF-"u8) >= 0)
        {
            Confirm(fileName, ".pdf");
            return SourceText.Of(FileKind.Pdf, fileName, bytes, PdfText.Read(bytes, limits, ct));
        }
        Refuse.If(start.StartsWith("{\\rtf"u8), "import.kind-unknown");
        var text = SourceText.Read(fileName, bytes, limits);
        Refuse.If(text.Text.Length > limits.MaxCharacters, "import.too-much-text", limits.MaxCharacters);
        Confirm(fileName, ".txt");
        return text;
    }

    private SourceText Zipped(string fileName, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        using var parts = ZipParts.Open(bytes, limits, ct);
        Refuse.If(parts.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)), "import.macros");
        if (parts.Has("word/document.xml"))
        {
            Confirm(fileName, ".docx");
            return SourceText.Of(FileKind.Word, fileName, bytes, new WordText(parts, limits).Read());
        }
        if (parts.Has("xl/workbook.xml"))
        {
            Confirm(fileName, ".xlsx");
            var (sheets, text) = new WorkbookSheets(parts, limits).Read();
            return SourceText.Of(FileKind.Workbook, fileName, bytes, text) with { Sheets = sheets };
        }
        throw new Refusal("import.kind-unknown");
    }

    // A name that says something else than the bytes is a mistake or a disguise; a name without a known ending says nothing.
    private static void Confirm(string fileName, string kind)
    {
        var named = Path.GetExtension(fileName).ToLowerInvariant() switch
        {
            ".txt" or ".text" or ".md" or ".markdown" or ".csv" or ".tsv" => ".txt",
            ".docx" or ".dotx" => ".docx",
            ".xlsx" or ".xltx" => ".xlsx",
            ".pdf" => ".pdf",
            ".docm" or ".dotm" or ".xlsm" or ".xltm" => "macro",
            ".doc" or ".xls" or ".rtf" or ".odt" or ".ods" or ".ppt" or ".pptx" or ".png" or ".jpg" or ".jpeg" or ".gif" or ".zip" or ".exe" => "other",
            _ => kind,
        };
        Refuse.If(named == "macro" && kind is ".docx" or ".xlsx", "import.macros");
        Refuse.If(named != kind, "import.wrong-extension", Path.GetExtension(fileName).ToLowerInvariant(), kind);
    }
}
