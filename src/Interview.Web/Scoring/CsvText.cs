using System.Globalization;
using System.Text;
using Interviewing.Application.Shared;

namespace Interviewing.Web.Scoring;

/// <summary>
/// A sheet as text (RFC 4180): separator and decimal sign as the reader's spreadsheet expects them. A text that a program could take for a formula gets an
/// apostrophe before it and stands between quotes; only what is a number is written as one.
/// </summary>
public static class CsvText
{
    private const string Formula = "=+-@\t\r\n\0";

    public static string Of(Spreadsheet sheet, CultureInfo culture)
    {
        var separator = culture.NumberFormat.NumberDecimalSeparator == "," ? ';' : ',';
        StringBuilder text = new();
        foreach (var row in sheet.Rows.Prepend([.. sheet.Head])) text.AppendJoin(separator, row.Select(c => Cell(c, separator, culture))).Append("\r\n");
        return text.ToString();
    }

    private static string Cell(object? value, char separator, CultureInfo culture)
    {
        if (value is null) return "";
        if (value is int or long or decimal or double) return Convert.ToString(value, culture)!;
        var text = Convert.ToString(value, CultureInfo.InvariantCulture)!;
        var dangerous = text.Length > 0 && Formula.Contains(text[0], StringComparison.Ordinal);
        if (dangerous) text = "'" + text;
        return dangerous || text.AsSpan().IndexOfAny([separator, '"', '\r', '\n']) >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
