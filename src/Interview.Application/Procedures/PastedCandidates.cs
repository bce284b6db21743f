using System.Text;
using System.Text.RegularExpressions;
using Interviewing.Application.Import;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Procedures;

/// <summary>One row as it was read; <see cref="Line"/> is where it stands in the pasted text.</summary>
public sealed record PastedCandidate(int Line, string Name, string Email, string? Phone, string Language);

/// <summary>
/// Rows out of a spreadsheet: tab, semicolon or comma, with or without a line of headings. A heading says what its column holds; without one the column with
/// addresses is the e-mail, and the others follow as name, phone, language.
/// </summary>
internal static partial class PastedCandidates
{
    public const int MostRows = 200, MostCharacters = 60_000;

    private enum Column { Name, FirstName, LastName, Email, Phone, Language, Other }

    private static readonly Dictionary<string, Column> Headings = new(StringComparer.Ordinal)
    {
        ["naam"] = Column.Name, ["name"] = Column.Name, ["nom"] = Column.Name, ["kandidaat"] = Column.Name, ["candidate"] = Column.Name, ["candidat"] = Column.Name, ["fullname"] = Column.Name, ["nomcomplet"] = Column.Name,
        ["voornaam"] = Column.FirstName, ["firstname"] = Column.FirstName, ["givenname"] = Column.FirstName, ["prenom"] = Column.FirstName,
        ["achternaam"] = Column.LastName, ["familienaam"] = Column.LastName, ["lastname"] = Column.LastName, ["surname"] = Column.LastName, ["nomdefamille"] = Column.LastName,
        ["email"] = Column.Email, ["mail"] = Column.Email, ["emailadres"] = Column.Email, ["mailadres"] = Column.Email, ["emailaddress"] = Column.Email, ["courriel"] = Column.Email, ["adresseemail"] = Column.Email,
        ["telefoon"] = Column.Phone, ["telefoonnummer"] = Column.Phone, ["tel"] = Column.Phone, ["gsm"] = Column.Phone, ["mobiel"] = Column.Phone, ["phone"] = Column.Phone, ["phonenumber"] = Column.Phone, ["mobile"] = Column.Phone, ["telephone"] = Column.Phone, ["portable"] = Column.Phone,
        ["taal"] = Column.Language, ["language"] = Column.Language, ["langue"] = Column.Language,
    };

    private static readonly Dictionary<string, string> Languages = new(StringComparer.Ordinal)
    {
        [""] = "nl", ["nl"] = "nl", ["nederlands"] = "nl", ["dutch"] = "nl", ["neerlandais"] = "nl", ["en"] = "en", ["engels"] = "en", ["english"] = "en", ["anglais"] = "en", ["fr"] = "fr", ["frans"] = "fr", ["french"] = "fr", ["francais"] = "fr",
    };

    public static IReadOnlyList<PastedCandidate> Read(string text)
    {
        Refuse.FieldIf(string.IsNullOrWhiteSpace(text), "text", "procedures.paste-empty");
        Refuse.FieldIf(text.Length > MostCharacters, "text", "procedures.paste-long", MostRows);
        var rows = Rows(text);
        Refuse.FieldIf(rows.Count > MostRows + 1, "text", "procedures.paste-long", MostRows);
        var headed = rows[0].Cells.Count(c => Headings.ContainsKey(Bare(c))) >= Math.Min(2, rows[0].Cells.Count) && !rows[0].Cells.Any(c => c.Contains('@', StringComparison.Ordinal));
        var columns = headed ? [.. rows[0].Cells.Select(c => Headings.GetValueOrDefault(Bare(c), Column.Other))] : Guess(rows);
        return [.. rows.Skip(headed ? 1 : 0).Select(row => Row(row.Line, row.Cells, columns))];
    }

    private static List<(int Line, IReadOnlyList<string> Cells)> Rows(string text)
    {
        if (Delimited.Read(text, ImportLimits.Default) is { } table) return [.. table.Rows.Select(r => (r.Line, r.Cells))];
        return [.. text.ReplaceLineEndings("\n").Split('\n').Select((line, i) => (i + 1, (IReadOnlyList<string>)[line.Trim()])).Where(r => r.Item2[0].Length > 0)];
    }

    private static List<Column> Guess(List<(int Line, IReadOnlyList<string> Cells)> rows)
    {
        var width = rows.Max(r => r.Cells.Count);
        var email = Enumerable.Range(0, width).MaxBy(i => rows.Count(r => i < r.Cells.Count && r.Cells[i].Contains('@', StringComparison.Ordinal)));
        Queue<Column> others = new([Column.Name, Column.Phone, Column.Language]);
        return [.. Enumerable.Range(0, width).Select(i => i == email && rows.Any(r => i < r.Cells.Count && r.Cells[i].Contains('@', StringComparison.Ordinal)) ? Column.Email : others.TryDequeue(out var next) ? next : Column.Other)];
    }

    private static PastedCandidate Row(int line, IReadOnlyList<string> cells, IReadOnlyList<Column> columns)
    {
        string Of(Column column) => string.Join(' ', cells.Where((cell, i) => i < columns.Count && columns[i] == column && cell.Length > 0)).Trim();
        var name = Of(Column.Name) is { Length: > 0 } whole ? whole : $"{Of(Column.FirstName)} {Of(Column.LastName)}".Trim();
        var language = Of(Column.Language);
        return new(line, name, Address().Match(Of(Column.Email)) is { Success: true } inside ? inside.Groups["address"].Value : Of(Column.Email), Of(Column.Phone) is { Length: > 0 } phone ? phone : null,
            Languages.GetValueOrDefault(Bare(language), language));
    }

    // "E-mail adres" and "e-mailadres" are one heading, "Français" and "francais" one language.
    private static string Bare(string text) => new([.. text.Normalize(NormalizationForm.FormD).ToLowerInvariant().Where(char.IsAsciiLetter)]);

    // Mail programs copy an address together with its name.
    [GeneratedRegex("<(?<address>[^<>\\s]+@[^<>\\s]+)>\\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
