namespace Interviewing.Application.Import;

/// <summary>A table of a workbook or a delimited file; rows without any value are left out.</summary>
public sealed record Sheet(string Name, int Page, IReadOnlyList<SheetRow> Rows);

/// <summary>One row, with the lines of the source text it stands on.</summary>
public sealed record SheetRow(int Line, int LastLine, IReadOnlyList<string> Cells)
{
    public string this[int column] => column < Cells.Count ? Cells[column] : "";
}
