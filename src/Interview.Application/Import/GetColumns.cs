using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Import;

public sealed record ColumnView(int Index, string Header, IReadOnlyList<string> Examples, ColumnMeaning Meaning, bool Known);

/// <param name="Open">Columns with values that nobody has explained yet.</param>
public sealed record SheetView(int Index, string Name, int Rows, int Open, IReadOnlyList<ColumnView> Columns);

/// <param name="MayChange">False once somebody decided about an item that was read.</param>
public sealed record ColumnsView(Guid Draft, string FileName, bool MayChange, IReadOnlyList<SheetView> Sheets)
{
    public bool IsOpen => MayChange && Sheets.Any(sheet => sheet.Open > 0);
}

/// <summary>The columns of an uploaded sheet, with what each of them seems to hold and some of its values. No sheets when the document is none.</summary>
[Needs(Permission.ImportDocuments)]
public sealed record GetColumns(Guid Draft) : IQuery<ColumnsView>
{
    private const int Examples = 3;
    private const int LongestExample = 120;

    internal sealed class Handler(IInterviewDb db, IFileText files) : IRequestHandler<GetColumns, ColumnsView>
    {
        public async Task<ColumnsView> Handle(GetColumns request, CancellationToken cancellationToken)
        {
            var draft = await db.Drafts.AsNoTracking().Need(request.Draft, cancellationToken);
            var file = await db.StoredFiles.AsNoTracking().Need(draft.FileId, cancellationToken);
            if (!SheetColumns.Has(file)) return new ColumnsView(draft.Id, draft.FileName, false, []);
            var sheets = files.Read(file.Name, file.Bytes, cancellationToken).Sheets;
            var columns = SheetColumns.Of(sheets, await RememberedColumns.For(sheets, db, cancellationToken));
            return new ColumnsView(draft.Id, draft.FileName, draft.Status == DraftStatus.Recognised, [.. columns.Select((sheet, i) => new SheetView(i, sheet.Sheet.Name, sheet.Sheet.Rows.Count, sheet.Unexplained.Count(), [.. sheet.Columns.Select(column => View(sheet, column))]))]);
        }

        private static ColumnView View(SheetColumns sheet, SheetColumn column) => new(column.Index, column.Header,
            [.. sheet.Values(column).Distinct(StringComparer.Ordinal).Take(Examples).Select(value => value.Length <= LongestExample ? value : value[..LongestExample] + "…")], column.Meaning, column.Known);
    }
}
