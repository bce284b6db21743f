using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Import;

public sealed record DraftLine(int Number, int Page, string Text, LineUse Use, DiscardReason? Reason);

/// <param name="Name">The name somebody gave it here, else the one that was found.</param>
public sealed record DraftItem(string Path, ItemKind Kind, string? Text, string? Name, int Line, int LastLine, int Depth, bool Doubtful, bool Dropped, bool UnderDropped);

/// <summary>An edition in which the draft may be published.</summary>
public sealed record PublishPlace(Guid Edition, LocalText Framework, string Label);

public sealed record DraftView(Guid Id, int Version, string FileName, string? Title, DocumentKind Kind, string Language, DraftStatus Status,
    int Lines, int Used, int Left, int Profiles, int Competencies, int Indicators, int Asked, int OpenCount, IReadOnlyList<ToDo> Open, IReadOnlyList<Finding> Advice, int AdviceCount,
    int From, IReadOnlyList<DraftLine> Source, IReadOnlyList<DraftItem> Items, IReadOnlyList<PublishPlace> Places, Guid? Edition);

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
            var file = await db.StoredFiles.AsNoTracking().Need(draft.FileId, cancellationToken);
            var record = draft.Read();
            var lines = DocumentReader.Lines(file);
            var from = Math.Clamp((request.From - 1) / Window * Window + 1, 1, Math.Max(1, lines.Count));
            var todos = DraftReview.ToDos(record, draft.Decisions);
            var advice = DraftReview.Advice(record).ToList();
            return new DraftView(draft.Id, draft.Version, draft.FileName, draft.Title, draft.Kind, draft.Language, draft.Status,
                lines.Count, Sum(record, LineUse.Item) + Sum(record, LineUse.Label), Sum(record, LineUse.Discarded) + Sum(record, LineUse.Duplicate),
                record.JobProfiles.Count, record.Competencies.Count, record.Competencies.Sum(c => c.Indicators.Count),
                todos.Count, todos.Count(todo => !todo.Done), [.. todos.Where(todo => !todo.Done).Take(Shown)], [.. advice.Take(Shown)], advice.Count,
                from, Source(record, lines, from), Items(record, draft.Decisions, from), await Places(cancellationToken), draft.EditionId);
        }

        private static int Sum(ImportRecord record, LineUse use) => record.Lines.Where(run => run.Use == use).Sum(run => run.To - run.From + 1);

        private static List<DraftLine> Source(ImportRecord record, IReadOnlyList<SourceLine> lines, int from)
        {
            var reasons = record.Discarded.Where(d => d.Line >= from && d.Line < from + Window).GroupBy(d => d.Line).ToDictionary(g => g.Key, g => g.First().Reason);
            var run = 0;
            var source = new List<DraftLine>();
            foreach (var line in lines.Skip(from - 1).Take(Window))
            {
                while (run < record.Lines.Count && record.Lines[run].To < line.Number) run++;
                var use = run < record.Lines.Count && record.Lines[run].From <= line.Number ? record.Lines[run].Use : LineUse.Blank;
                source.Add(new DraftLine(line.Number, line.Page, line.Raw.TrimEnd(), use, reasons.TryGetValue(line.Number, out var reason) ? reason : null));
            }
            return source;
        }

        private static List<DraftItem> Items(ImportRecord record, IReadOnlyList<Decision> decisions, int from)
        {
            var byPath = decisions.ToDictionary(d => d.Path, StringComparer.Ordinal);
            var dropped = new Dropped(decisions);
            var items = RecordItems.Of(record);
            return [.. items.Where((item, at) => Inside(item) || Above(items, at, from)).Select(item =>
            {
                var decided = byPath.GetValueOrDefault(item.Path);
                var own = decided is { Dropped: true };
                return new DraftItem(item.Path, item.Kind, item.Text, decided?.Name ?? (item.Kind is ItemKind.Profile or ItemKind.Competency ? item.Text : null),
                    item.Trace.Line, item.Trace.LastLine, item.Depth, item.Trace.IsDoubtful && byPath.GetValueOrDefault(DraftReview.Together(item)) is not { Seen: true }, own, !own && dropped.Contains(item.Path));
            })];

            bool Inside(RecordItem item) => item.Trace.LastLine >= from && item.Trace.Line < from + Window;
        }

        // A profile or competency that began on an earlier screen heads its items on this one.
        private static bool Above(IReadOnlyList<RecordItem> items, int at, int from)
        {
            if (items[at].Depth > 0 || items[at].Trace.Line >= from) return false;
            for (var i = at + 1; i < items.Count && items[i].Depth > 0; i++)
                if (items[i].Trace.LastLine >= from && items[i].Trace.Line < from + Window) return true;
            return false;
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
