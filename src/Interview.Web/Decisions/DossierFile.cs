using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Interviewing.Application.Decisions;

namespace Interviewing.Web.Decisions;

/// <summary>A file that somebody holds up: its fingerprint, and the check number that is printed in it, if there is one.</summary>
public static partial class DossierFile
{
    public const int Longest = 20 * 1024 * 1024;

    public static VerifyDossier Question(byte[] bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes)), Printed(bytes));

    private static string? Printed(byte[] bytes)
    {
        var text = bytes.AsSpan().StartsWith("PK"u8) ? WordText(bytes) : Encoding.UTF8.GetString(bytes);
        return text is not null && CheckNumber().Match(text) is { Success: true } found ? found.Value : null;
    }

    private static string? WordText(byte[] bytes)
    {
        try
        {
            using ZipArchive zip = new(new MemoryStream(bytes));
            if (zip.GetEntry("word/document.xml") is not { Length: <= Longest } entry) return null;
            using StreamReader reader = new(entry.Open());
            return Markup().Replace(reader.ReadToEnd(), "");
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    // The first one: the number of the file itself stands before the fingerprints of guide and forms.
    [GeneratedRegex("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex CheckNumber();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Markup();
}
