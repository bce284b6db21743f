using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Interviewing.Application.Shared;

namespace Interviewing.Infrastructure.Documents;

/// <summary>One worksheet: texts as string cells, numbers as numbers. There is no cell that a program could take for a formula.</summary>
internal sealed class SheetXlsx : ISheetXlsx
{
    public byte[] Write(Spreadsheet sheet, string author)
    {
        using MemoryStream stream = new();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook();
            var part = book.AddNewPart<WorksheetPart>();
            SheetData data = new();
            data.Append(sheet.Head.Cast<object?>().Select(Cell).Aggregate(new Row(), Put));
            foreach (var cells in sheet.Rows) data.Append(cells.Select(Cell).Aggregate(new Row(), Put));
            part.Worksheet = new Worksheet(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }), data);
            book.Workbook.Append(new Sheets(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Id = book.GetIdOfPart(part), SheetId = 1, Name = NameOf(sheet.Name) }));
            (document.PackageProperties.Creator, document.PackageProperties.Title) = (author, sheet.Name);
        }
        return stream.ToArray();
    }

    private static Row Put(Row row, Cell cell)
    {
        row.Append(cell);
        return row;
    }

    private static Cell Cell(object? value) => value switch
    {
        null => new Cell(),
        int or long or decimal or double => new Cell(new CellValue(Convert.ToString(value, CultureInfo.InvariantCulture)!)) { DataType = CellValues.Number },
        _ => new Cell(new InlineString(new Text(WordSheet.Clean(Convert.ToString(value, CultureInfo.InvariantCulture)!)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString },
    };

    // A sheet's name has 31 characters at most and none of these.
    private static string NameOf(string name) => new string([.. name.Where(c => !"[]:*?/\\'".Contains(c, StringComparison.Ordinal)).Take(31)]) is { Length: > 0 } kept ? kept : "1";
}
