using System.Security.Cryptography;
using System.Text;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Import;

/// <summary>What a column of a sheet holds.</summary>
public enum ColumnMeaning
{
    Skip, Competency, Code, Cluster, Definition, Level, LevelTitle, Indicator, Opposite, Polarity,
    Question, QuestionType, Minutes, Tip, TipKind, TipAudience,
}

/// <param name="Level">The number in the header: behaviour of that level.</param>
/// <param name="Known">Recognised by its header, or told by a person before.</param>
public sealed record SheetColumn(int Index, string Header, ColumnMeaning Meaning, int? Level, bool Known);

/// <summary>Where the header row of a sheet is and what its columns hold: told before for this header row, else proposed from the words in it.</summary>
public sealed record SheetColumns(Sheet Sheet, int HeaderRow, string Key, IReadOnlyList<SheetColumn> Columns, string Language)
{
    private const int HeaderWithin = 20;

    private static readonly IReadOnlyDictionary<string, ColumnMeaning> Meanings = Enum.GetValues<ColumnMeaning>().Where(meaning => meaning != ColumnMeaning.Skip)
        .ToDictionary(meaning => "column." + System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(meaning.ToString()), StringComparer.Ordinal);

    public bool HasCompetency => Columns.Any(column => column.Meaning == ColumnMeaning.Competency);

    /// <summary>Columns with values that nobody has explained.</summary>
    public IEnumerable<SheetColumn> Unexplained => Columns.Where(column => !column.Known && Values(column).Any());

    public IEnumerable<SheetRow> Body => Sheet.Rows.Skip(HeaderRow + 1);

    public IEnumerable<string> Values(SheetColumn column) => Body.Select(row => row[column.Index]).Where(value => value.Length > 0);

    /// <summary>True when the columns hold a competency and something about it.</summary>
    public bool IsForm => HasCompetency && Columns.Any(column => column.Meaning is not (ColumnMeaning.Skip or ColumnMeaning.Competency));

    /// <summary>The file is a sheet.</summary>
    internal static bool Has(StoredFile file) => file.MediaType == FileKinds.MediaType(FileKind.Workbook, "") || file.MediaType == FileKinds.MediaType(FileKind.Delimited, "");

    public static IReadOnlyList<SheetColumns> Of(IReadOnlyList<Sheet> sheets, IReadOnlyDictionary<string, IReadOnlyList<ColumnMeaning>> told) =>
        [.. sheets.Select(sheet => Of(sheet, told))];

    internal static SheetColumns Of(Sheet sheet, IReadOnlyDictionary<string, IReadOnlyList<ColumnMeaning>> told)
    {
        var rows = sheet.Rows.Take(HeaderWithin).ToList();
        for (var i = 0; i < rows.Count; i++)
            if (told.TryGetValue(KeyOf(rows[i]), out var meanings) && meanings.Count == rows[i].Cells.Count) return Told(sheet, i, meanings);
        var (at, columns, language) = rows.Select((row, i) => (i, Best(row))).Select(x => (x.i, x.Item2.Columns, x.Item2.Language)).DefaultIfEmpty((0, [], "nl")).MaxBy(x => Hits(x.Columns));
        // No row says what stands under it: the first one with two values is shown as the header.
        if (Hits(columns) == 0 && rows.FindIndex(row => row.Cells.Count(cell => cell.Length > 0) > 1) is > 0 and var wide) (at, columns) = (wide, Best(rows[wide]).Columns);
        return new SheetColumns(sheet, at, rows.Count == 0 ? "" : KeyOf(rows[at]), columns, language);
    }

    private static SheetColumns Told(Sheet sheet, int at, IReadOnlyList<ColumnMeaning> meanings)
    {
        var row = sheet.Rows[at];
        var (proposed, language) = Best(row);
        return new SheetColumns(sheet, at, KeyOf(row), [.. meanings.Select((meaning, i) => new SheetColumn(i, row[i], meaning, LevelIn(row[i], proposed[i].Level), true))], language);
    }

    /// <summary>A header row is known again by its words, whatever their casing or marks.</summary>
    public static string KeyOf(SheetRow row) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', row.Cells.Select(cell => Wording.Letters(cell) + string.Concat(cell.Where(char.IsAsciiDigit)))))));

    private static int Hits(IReadOnlyList<SheetColumn> columns) => columns.Select(column => (column.Meaning, column.Level)).Where(x => x.Meaning != ColumnMeaning.Skip).Distinct().Count();

    private static (IReadOnlyList<SheetColumn> Columns, string Language) Best(SheetRow row)
    {
        var read = LabelFile.All.Select(file => (Columns: Proposed(row, file), file.Language)).ToList();
        var best = read.MaxBy(x => Hits(x.Columns));
        // A header may mix languages: what the best one does not know, another may.
        return ([.. best.Columns.Select((column, i) => column.Known ? column : read.Select(x => x.Columns[i]).FirstOrDefault(other => other.Known) ?? column)], best.Language);
    }

    private static List<SheetColumn> Proposed(SheetRow row, LabelFile file)
    {
        var labels = LabelMatcher.For(file, [.. Meanings.Keys]);
        return [.. row.Cells.Select((cell, i) =>
        {
            var header = Wording.Clean(cell);
            if (header.Length is 0 or > 80 || labels.Match(header.Replace(':', ' ')) is not { } hit) return new SheetColumn(i, header, ColumnMeaning.Skip, null, header.Length == 0);
            var meaning = Meanings[hit.Key];
            // 'Level 2' over a column means the behaviour of that level.
            if (meaning == ColumnMeaning.Level && hit.Number is not null) meaning = ColumnMeaning.Indicator;
            return new SheetColumn(i, header, meaning, meaning is ColumnMeaning.Indicator or ColumnMeaning.Opposite ? hit.Number : null, true);
        })];
    }

    private static int? LevelIn(string header, int? proposed) => proposed ?? FormLine.Number(header) switch { > 0 and < 10 and var level => level, _ => null };
}
