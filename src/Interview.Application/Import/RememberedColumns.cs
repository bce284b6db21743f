using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Import;

/// <summary>What the organisation said once about the columns under one header row; the next sheet with that header row is read without asking.</summary>
public sealed class RememberedColumns : Root
{
    private const int HeaderWithin = 20;
    private const int Most = 5000;

    private RememberedColumns() { }

    public RememberedColumns(string key, Guid? by, DateTimeOffset at) => (Key, ById, At) = (key, by, at);

    /// <summary>The words of the header row, hashed.</summary>
    public string Key { get; private set; } = "";
    public IReadOnlyList<ColumnMeaning> Meanings { get; private set; } = [];
    public Guid? ById { get; private set; }
    public DateTimeOffset At { get; private set; }

    public void Say(IReadOnlyList<ColumnMeaning> meanings, Guid? by, DateTimeOffset at)
    {
        (Meanings, ById, At) = ([.. meanings], by, at);
        Touch();
    }

    internal static async Task<IReadOnlyDictionary<string, IReadOnlyList<ColumnMeaning>>> For(IReadOnlyList<Sheet> sheets, IInterviewDb db, CancellationToken ct)
    {
        if (sheets.Count == 0) return new Dictionary<string, IReadOnlyList<ColumnMeaning>>(StringComparer.Ordinal);
        var keys = sheets.SelectMany(sheet => sheet.Rows.Take(HeaderWithin)).Select(SheetColumns.KeyOf).Distinct(StringComparer.Ordinal).ToList();
        return await db.RememberedColumns.AsNoTracking().Where(told => keys.Contains(told.Key)).ToDictionaryAsync(told => told.Key, told => told.Meanings, ct);
    }

    /// <summary>Whatever was said, for a sheet that is still to be read.</summary>
    internal static async Task<IReadOnlyDictionary<string, IReadOnlyList<ColumnMeaning>>> All(IInterviewDb db, CancellationToken ct) =>
        await db.RememberedColumns.AsNoTracking().OrderByDescending(told => told.At).ThenBy(told => told.Id).Take(Most).ToDictionaryAsync(told => told.Key, told => told.Meanings, StringComparer.Ordinal, ct);
}
