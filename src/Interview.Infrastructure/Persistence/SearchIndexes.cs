using Interviewing.Application.Search;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Infrastructure.Persistence;

/// <summary>SQLite: an FTS5 table beside the entries, kept by triggers. Made at start, as it is derived data that can always be built again.</summary>
internal sealed class SqliteSearchIndex : ISearchIndex
{
    private static readonly string[] Schema =
    [
        "CREATE VIRTUAL TABLE IF NOT EXISTS SearchText USING fts5(Words, tokenize = 'unicode61')",
        "CREATE TRIGGER IF NOT EXISTS SearchTextAdded AFTER INSERT ON SearchEntries BEGIN INSERT INTO SearchText(rowid, Words) VALUES (new.Id, new.Words); END",
        "CREATE TRIGGER IF NOT EXISTS SearchTextChanged AFTER UPDATE ON SearchEntries BEGIN UPDATE SearchText SET Words = new.Words WHERE rowid = old.Id; END",
        "CREATE TRIGGER IF NOT EXISTS SearchTextRemoved AFTER DELETE ON SearchEntries BEGIN DELETE FROM SearchText WHERE rowid = old.Id; END",
        "INSERT INTO SearchText(rowid, Words) SELECT Id, Words FROM SearchEntries WHERE Id NOT IN (SELECT rowid FROM SearchText)",
    ];

    public static async Task Ensure(InterviewDb db, CancellationToken ct)
    {
        foreach (var sql in Schema) await db.Database.ExecuteSqlRawAsync(sql, ct);
    }

    public IQueryable<Guid> Matching(IInterviewDb db, SearchKind kind, string text)
    {
        var asked = Asked(text);
        if (asked.Length == 0) return db.SearchEntries.Where(_ => false).Select(e => e.SubjectId);
        return ((InterviewDb)db).Set<SearchEntry>()
            .FromSql($"SELECT * FROM SearchEntries WHERE Id IN (SELECT rowid FROM SearchText WHERE SearchText MATCH {asked})")
            .Where(e => e.Kind == kind).Select(e => e.SubjectId);
    }

    public async Task<bool> HasMore(IInterviewDb db, string text, int than, CancellationToken ct)
    {
        var asked = Asked(text);
        return asked.Length > 0 && await ((InterviewDb)db).Database.SqlQuery<long>($"SELECT rowid AS Value FROM SearchText WHERE SearchText MATCH {asked} LIMIT {than + 1}").CountAsync(ct) > than;
    }

    // Only letters and digits survive folding, so the quoted prefixes cannot break out of the match expression.
    private static string Asked(string text) => string.Join(" AND ", Stems.Asked(text).Select(forms => "(" + string.Join(" OR ", forms.Select(f => $"\"{f}\"*")) + ")"));
}

/// <summary>PostgreSQL: a stored tsvector of the 'simple' configuration with a GIN index.</summary>
internal sealed class PostgresSearchIndex : ISearchIndex
{
    public IQueryable<Guid> Matching(IInterviewDb db, SearchKind kind, string text)
    {
        var asked = Asked(text);
        if (asked.Length == 0) return db.SearchEntries.Where(_ => false).Select(e => e.SubjectId);
        return ((InterviewDb)db).Set<SearchEntry>()
            .Where(e => e.Kind == kind && EF.Property<NpgsqlTypes.NpgsqlTsVector>(e, "Vector").Matches(EF.Functions.ToTsQuery("simple", asked)))
            .Select(e => e.SubjectId);
    }

    public async Task<bool> HasMore(IInterviewDb db, string text, int than, CancellationToken ct)
    {
        var asked = Asked(text);
        return asked.Length > 0 && await ((InterviewDb)db).Set<SearchEntry>()
            .Where(e => EF.Property<NpgsqlTypes.NpgsqlTsVector>(e, "Vector").Matches(EF.Functions.ToTsQuery("simple", asked)))
            .Select(e => e.Id).Take(than + 1).CountAsync(ct) > than;
    }

    private static string Asked(string text) => string.Join(" & ", Stems.Asked(text).Select(forms => "(" + string.Join(" | ", forms.Select(f => $"{f}:*")) + ")"));
}
