using FluentValidation;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Import;

/// <summary>What every column of one sheet holds, in the order of its header row.</summary>
public sealed record MappedSheet(int Sheet, IReadOnlyList<ColumnMeaning> Meanings);

/// <summary>Says what the columns of an uploaded sheet hold: the sheet is read again by it, and the same header row is known from now on.</summary>
[Needs(Permission.ImportDocuments)]
public sealed record MapColumns(Guid Draft, IReadOnlyList<MappedSheet> Sheets) : ICommand<Done>
{
    private static readonly ColumnMeaning[] Several = [ColumnMeaning.Skip, ColumnMeaning.Indicator, ColumnMeaning.Opposite, ColumnMeaning.Question, ColumnMeaning.Tip];

    private (ImportRecord Record, Dictionary<string, IReadOnlyList<ColumnMeaning>> Said)? read;

    internal sealed class Rules : AbstractValidator<MapColumns>
    {
        public Rules(IFileText files, IInterviewDb db)
        {
            RuleFor(x => x.Sheets).NotNull().WithErrorCode("import.no-columns");
            RuleFor(x => x).MustAsync(async (mapping, ct) =>
            {
                mapping.read = await mapping.Read(files, db, ct);
                return true;
            }).When(x => x.Sheets is not null);
        }
    }

    private async Task<(ImportRecord, Dictionary<string, IReadOnlyList<ColumnMeaning>>)> Read(IFileText files, IInterviewDb db, CancellationToken ct)
    {
        var draft = await db.Drafts.AsNoTracking().Need(Draft, ct);
        var file = await db.StoredFiles.AsNoTracking().Need(draft.FileId, ct);
        var source = files.Read(file.Name, file.Bytes, ct);
        Refuse.If(source.Sheets.Count == 0, "import.no-columns");
        var told = new Dictionary<string, IReadOnlyList<ColumnMeaning>>(await RememberedColumns.For(source.Sheets, db, ct), StringComparer.Ordinal);
        var columns = SheetColumns.Of(source.Sheets, told);
        var said = new Dictionary<string, IReadOnlyList<ColumnMeaning>>(StringComparer.Ordinal);
        foreach (var (sheet, meanings) in Sheets)
        {
            Refuse.If(sheet < 0 || sheet >= columns.Count || meanings is null || meanings.Count != columns[sheet].Columns.Count, "import.no-columns");
            foreach (var meaning in meanings!.Except(Several))
                Refuse.FieldIf(meanings!.Count(m => m == meaning) > 1, $"sheets[{sheet}].columns[{meanings!.ToList().LastIndexOf(meaning)}]", "import.column-twice");
            Refuse.FieldIf(meanings!.Any(m => m != ColumnMeaning.Skip) && !meanings!.Contains(ColumnMeaning.Competency), $"sheets[{sheet}]", "import.column-competency");
            said[columns[sheet].Key] = meanings!;
        }
        foreach (var (key, meanings) in said) told[key] = meanings;
        Refuse.If(!SheetColumns.Of(source.Sheets, told).Any(sheet => sheet.IsForm), "import.column-competency");
        return (DocumentReader.Read(source, files.Limits, told, await db.All(ct)), said);
    }

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<MapColumns, Done>
    {
        public async Task<Done> Handle(MapColumns request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var (record, said) = request.read!.Value;
            (await db.Drafts.Need(request.Draft, cancellationToken)).Reread(record);
            var keys = said.Keys.ToList();
            var there = await db.RememberedColumns.Where(told => keys.Contains(told.Key)).ToDictionaryAsync(told => told.Key, cancellationToken);
            foreach (var (key, meanings) in said)
                (there.GetValueOrDefault(key) ?? db.Add(new RememberedColumns(key, caller.IdOrNull, now))).Say(meanings, caller.IdOrNull, now);
            return Done.It;
        }
    }
}
