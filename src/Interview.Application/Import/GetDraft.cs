using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Import;

public sealed record DraftLine(int Number, int Page, string Text, LineUse Use, DiscardReason? Reason);

/// <param name="Path">The key of the item: its path when it was read, wherever it now stands.</param>
/// <param name="Name">The name somebody gave it here, else the one that was found.</param>
public sealed record DraftItem(string Path, ItemKind Kind, string? Text, string? Name, int Line, int LastLine, int Depth, bool Doubtful, bool Dropped, bool UnderDropped)
{
    /// <summary>The list it stands in; null when it cannot be moved.</summary>
    public string? List { get; init; }
    /// <summary>What the source says, when somebody worded it otherwise.</summary>
    public string? AsRead { get; init; }
    public Remedies Done { get; init; }
    public Remedies May { get; init; }
    /// <summary>The text that a join would take in.</summary>
    public string? Next { get; init; }
}

/// <summary>An edition in which the draft may be published.</summary>
public sealed record PublishPlace(Guid Edition, LocalText Framework, string Label);

/// <summary>A list that an item may be moved to; <see cref="Last"/> is the item behind which it then stands.</summary>
public sealed record MovePlace(string List, ItemKind Kind, string? Last)
{
    /// <summary>The class of a cell.</summary>
    public string? Of { get; init; }
}

public sealed record MoveParent(string Path, ItemKind Kind, string? Name, IReadOnlyList<MovePlace> Places);

/// <summary>What was published from an earlier version of this document, and the differences with it.</summary>
public sealed record EarlierView(Guid Draft, string FileName, DateTimeOffset PublishedAt, Guid Edition, IReadOnlyList<Change> Changes);

public sealed record DraftView(Guid Id, int Version, string FileName, string? Title, DocumentKind Kind, string Language, DraftStatus Status,
    int Lines, int Used, int Left, int Profiles, int Competencies, int Indicators, int Asked, int OpenCount, IReadOnlyList<ToDo> Open, IReadOnlyList<Finding> Advice, int AdviceCount,
    int From, IReadOnlyList<DraftLine> Source, IReadOnlyList<DraftItem> Items, IReadOnlyList<PublishPlace> Places, Guid? Edition)
{
    /// <summary>What may be better and may be left.</summary>
    public IReadOnlyList<ToDo> Remarks { get; init; } = [];
    public IReadOnlyList<MoveParent> Parents { get; init; } = [];
    public EarlierView? Earlier { get; init; }
    /// <summary>The file of an earlier version that a person said this is not.</summary>
    public string? NotLike { get; init; }
    /// <summary>How far the reading of a long document is, 0 to 100.</summary>
    public int Percent { get; init; }
    public string? Failure { get; init; }
    /// <summary>A sheet, about whose columns something may still be said.</summary>
    public bool HasColumns { get; init; }
    public bool IsRead => Status is DraftStatus.Recognised or DraftStatus.InReview or DraftStatus.Published;
}

/// <summary>One draft for its reviewer: a window of the source with the items that stand in it, what is to be answered, and where it may go.</summary>
[Needs(Permission.ImportDocuments)]
public sealed record GetDraft(Guid Draft, int From = 1) : IQuery<DraftView>
{
    /// <summary>Lines of source on one screen.</summary>
    public const int Window = 400;
    private const int Shown = 100;

    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<GetDraft, DraftView>
    {
        public async Task<DraftView> Handle(GetDraft request, CancellationToken cancellationToken)
        {
            var draft = await db.Drafts.AsNoTracking().Need(request.Draft, cancellationToken);
            if (!draft.IsRead) return await Unread(draft, cancellationToken);
            var file = await db.StoredFiles.AsNoTracking().Need(draft.FileId, cancellationToken);
            var (record, reviewed) = (draft.Read(), draft.Review());
            var lines = DocumentReader.Lines(file);
            var from = Math.Clamp((request.From - 1) / Window * Window + 1, 1, Math.Max(1, lines.Count));
            var todos = DraftReview.ToDos(record, draft.Decisions, reviewed);
            var advice = DraftReview.Advice(record).ToList();
            var adopted = draft.Decisions.Where(d => d.Moved is not null).Select(d => Reviewed.LineAt(record, d.Path)?.Line).OfType<int>().ToHashSet();
            return new DraftView(draft.Id, draft.Version, draft.FileName, draft.Title, draft.Kind, draft.Language, draft.Status,
                lines.Count, Sum(record, LineUse.Item) + Sum(record, LineUse.Label) + adopted.Count, Sum(record, LineUse.Discarded) + Sum(record, LineUse.Duplicate) - adopted.Count,
                Kept("job_profiles", reviewed.Record.JobProfiles).Count, Kept("competencies", reviewed.Record.Competencies).Count, Kept("competencies", reviewed.Record.Competencies).Sum(c => c.Indicators.Count),
                todos.Count, todos.Count(todo => !todo.Done), [.. todos.Where(todo => !todo.Done).Take(Shown)], [.. advice.Take(Shown)], advice.Count,
                from, Source(record, lines, from, adopted), DraftItems.In(record, reviewed, from, from + Window), await Places(cancellationToken), draft.EditionId)
            {
                Remarks = draft.Status == DraftStatus.Published ? [] : DraftReview.Remarks(record, draft.Decisions, reviewed),
                Parents = draft.Status == DraftStatus.Published ? [] : DraftItems.Parents(reviewed),
                Earlier = draft.Status == DraftStatus.Published ? null : await Earlier(draft, cancellationToken),
                HasColumns = draft.Status == DraftStatus.Recognised && SheetColumns.Has(file),
                NotLike = draft is { Apart: true, Status: not DraftStatus.Published } ? (await db.EarlierOf(draft, cancellationToken, evenApart: true))?.FileName : null,
            };

            List<T> Kept<T>(string list, IReadOnlyList<T> found) => [.. found.Where((_, i) => !reviewed.IsDropped($"{list}[{i}]"))];
        }

        private async Task<DraftView> Unread(Draft draft, CancellationToken ct)
        {
            var percent = await db.ReadingTurns.AsNoTracking().Where(t => t.Id == draft.Id).Select(t => t.Percent).FirstOrDefaultAsync(ct);
            return new DraftView(draft.Id, draft.Version, draft.FileName, draft.Title, draft.Kind, draft.Language, draft.Status, 0, 0, 0, 0, 0, 0, 0, 0, [], [], 0, 1, [], [], [], null)
            {
                Percent = percent, Failure = draft.Failure,
            };
        }

        private async Task<EarlierView?> Earlier(Draft draft, CancellationToken ct)
        {
            if (await db.EarlierOf(draft, ct) is not { } earlier) return null;
            var comparison = await db.Compare(draft, earlier, ct);
            return new EarlierView(earlier.Id, earlier.FileName, earlier.PublishedAt!.Value, earlier.EditionId!.Value, [.. comparison.Differences.Select(d => d.Change)]);
        }

        private static int Sum(ImportRecord record, LineUse use) => record.Lines.Where(run => run.Use == use).Sum(run => run.To - run.From + 1);

        private static List<DraftLine> Source(ImportRecord record, IReadOnlyList<SourceLine> lines, int from, HashSet<int> adopted)
        {
            var reasons = record.Discarded.Where(d => d.Line >= from && d.Line < from + Window).GroupBy(d => d.Line).ToDictionary(g => g.Key, g => g.First().Reason);
            var run = 0;
            var source = new List<DraftLine>();
            foreach (var line in lines.Skip(from - 1).Take(Window))
            {
                while (run < record.Lines.Count && record.Lines[run].To < line.Number) run++;
                var use = run < record.Lines.Count && record.Lines[run].From <= line.Number ? record.Lines[run].Use : LineUse.Blank;
                if (adopted.Contains(line.Number)) source.Add(new DraftLine(line.Number, line.Page, line.Raw.TrimEnd(), LineUse.Item, null));
                else source.Add(new DraftLine(line.Number, line.Page, line.Raw.TrimEnd(), use, reasons.TryGetValue(line.Number, out var reason) ? reason : null));
            }
            return source;
        }

        private async Task<IReadOnlyList<PublishPlace>> Places(CancellationToken ct)
        {
            var places = from edition in db.Editions.AsNoTracking()
                         join framework in db.Frameworks on edition.FrameworkId equals framework.Id
                         where edition.Status != EditionStatus.Superseded
                         select new { edition.Id, edition.FrameworkId, framework.Name, edition.Label };
            if (caller.Within(Permission.ImportDocuments, ScopeKind.Framework) is { } mine) places = places.Where(p => mine.Contains(p.FrameworkId));
            var rows = await places.OrderBy(p => p.Label).ThenBy(p => p.Id).Take(Shown).ToListAsync(ct);
            return [.. rows.Select(p => new PublishPlace(p.Id, p.Name, p.Label))];
        }
    }
}
