using Interviewing.Application.Identity;
using Interviewing.Application.Search;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Competencies;

/// <summary>Where a competency stands for who looks for one: its own state (a newer version that is being written, or out of use), else that of its edition.</summary>
public enum ShelfState { Draft, Prepared, Published, Superseded, Retired }

/// <summary>In the reader's language, or a fallback that says so; <see cref="Languages"/> are those of the name.</summary>
public sealed record CompetencyRow(Guid Id, string Code, LocalString Name, LocalString Definition, string? Cluster, IReadOnlyList<string> Languages, ShelfState State, int Levels, int Indicators, int Questions, int Tips, Guid Edition);

public sealed record EditionFacet(Guid Id, LocalText Framework, string Label, int Count);

public sealed record ClusterFacet(Guid Id, LocalText Name, int Count);

/// <summary>What can be chosen from, counted over the whole library; retired ones and versions in preparation count in their own state only.</summary>
public sealed record LibraryFacets(IReadOnlyList<EditionFacet> Editions, IReadOnlyList<ClusterFacet> Clusters, IReadOnlyDictionary<ShelfState, int> States, IReadOnlyDictionary<string, int> Languages);

/// <summary><see cref="More"/>: there are more than were counted.</summary>
public sealed record LibraryPage(Paged<CompetencyRow> Found, LibraryFacets Facets, bool More = false);

/// <summary><see cref="Best"/>: what has the words that were sought in its name first.</summary>
public enum LibrarySort { Name, Code, Cluster, Questions, Best }

/// <summary>
/// A page of the library, in one query. Empty choices mean all; retired ones, versions in preparation and superseded editions show only when asked for.
/// Words that many competencies have are not looked up in the index, whose every hit would have to be read and ranked: the list is then walked in its order,
/// in the reader's language, until the page is full, and counted to <see cref="Most"/>.
/// </summary>
[Needs(Permission.ReadLibrary)]
public sealed record FindCompetencies(Slice Slice, string? Text = null, IReadOnlyList<Guid>? Editions = null, IReadOnlyList<Guid>? Clusters = null,
    IReadOnlyList<string>? Languages = null, IReadOnlyList<ShelfState>? States = null, LibrarySort Sort = LibrarySort.Name, bool Descending = false, string Language = "nl") : IQuery<LibraryPage>
{
    /// <summary>Up to here hits are counted one by one.</summary>
    public const int Most = 500;

    internal sealed class Handler(IInterviewDb db, Caller caller, ISearchIndex index, LibraryCounts counts) : IRequestHandler<FindCompetencies, LibraryPage>
    {
        private static readonly ShelfState[] Usual = [ShelfState.Draft, ShelfState.Published];

        public async Task<LibraryPage> Handle(FindCompetencies request, CancellationToken cancellationToken)
        {
            var states = request.States is { Count: > 0 } asked ? asked : Usual;
            var groups = await Groups(cancellationToken);
            var (rows, count, more) = string.IsNullOrWhiteSpace(request.Text) ? await All(request, states, groups.Groups, cancellationToken)
                // Each competency has an entry in every language of the screens, so fewer than Most of them have fewer entries than this.
                : await index.HasMore(db, request.Text, Most * SearchEntry.Always.Count, cancellationToken) ? await Common(request, states, cancellationToken)
                : await Ranked(request, states, cancellationToken);
            return new LibraryPage(new Paged<CompetencyRow>([.. rows.Select(r => r.In(request.Language))], count), Facets(groups), more);
        }

        private async Task<(List<Read> Rows, int Count, bool More)> All(FindCompetencies request, IReadOnlyList<ShelfState> states, IReadOnlyList<LibraryGroup> groups, CancellationToken ct)
        {
            var found = Matching(request, states, Entries(request));
            var rows = await Rows(found, request, request.Slice.SafeSkip, request.Slice.SafeTake, ct);
            return (rows, await Count(rows, request, () => request.Languages is { Count: > 0 } ? found.CountAsync(ct) : Task.FromResult(groups.Where(g => Fits(g, request, states)).Sum(g => g.Count))), false);
        }

        private async Task<(List<Read> Rows, int Count, bool More)> Ranked(FindCompetencies request, IReadOnlyList<ShelfState> states, CancellationToken ct)
        {
            var hits = index.Matching(db, SearchKind.Competency, request.Text!);
            var found = Matching(request, states, Entries(request).Where(s => hits.Contains(s.SubjectId)));
            var rows = await Rows(found, request, request.Slice.SafeSkip, request.Slice.SafeTake, ct);
            return (rows, await Count(rows, request, () => found.CountAsync(ct)), false);
        }

        private async Task<(List<Read> Rows, int Count, bool More)> Common(FindCompetencies request, IReadOnlyList<ShelfState> states, CancellationToken ct)
        {
            var (skip, take, everywhere) = (request.Slice.SafeSkip, request.Slice.SafeTake, Entries(request).Where(Ranks.InWords(request.Text!)));
            var count = await Matching(request, states, everywhere).Take(Most + 1).CountAsync(ct);
            if (request.Sort != LibrarySort.Best) return (await Rows(Matching(request, states, everywhere), request, skip, take, ct), Math.Min(count, Most), count > Most);
            var named = Matching(request, states, everywhere.Where(Ranks.InTitle(request.Text!)));
            var rows = await Rows(named, request, skip, take, ct);
            if (rows.Count < take && count > skip + rows.Count)
            {
                var before = skip == 0 ? rows.Count : await named.CountAsync(ct);
                var inTitle = Entries(request).Where(Ranks.InTitle(request.Text!)).Select(s => s.SubjectId);
                rows.AddRange(await Rows(Matching(request, states, everywhere.Where(s => !inTitle.Contains(s.SubjectId))), request, Math.Max(0, skip - before), take - rows.Count, ct));
            }
            return (rows, Math.Min(count, Most), count > Most);
        }

        // A first page that is not full knows the count itself.
        private static async Task<int> Count(List<Read> rows, FindCompetencies request, Func<Task<int>> count) =>
            request.Slice.SafeSkip == 0 && rows.Count < request.Slice.SafeTake ? rows.Count : await count();

        private IQueryable<SearchEntry> Entries(FindCompetencies request)
        {
            var language = SearchEntry.Always.Contains(request.Language) ? request.Language : SearchEntry.Always[0];
            return db.SearchEntries.AsNoTracking().Where(s => s.Kind == SearchKind.Competency && s.Language == language);
        }

        private IQueryable<Joined> Matching(FindCompetencies request, IReadOnlyList<ShelfState> states, IQueryable<SearchEntry> entries)
        {
            var (retired, prepared, editionStates) = (states.Contains(ShelfState.Retired), states.Contains(ShelfState.Prepared), Of(states));
            var found =
                from s in entries
                join c in db.CompetenciesFor(caller, Permission.ReadLibrary) on s.SubjectId equals c.Id
                join e in db.Editions on c.EditionId equals e.Id
                where (retired && c.Status == ItemStatus.Retired && !c.InPreparation) || (prepared && c.InPreparation) || (c.Status == ItemStatus.Active && editionStates.Contains(e.Status))
                from n in db.Nodes.Where(n => n.Id == c.ClusterId).DefaultIfEmpty()
                select new Joined { Entry = s, Competency = c, Edition = e, Cluster = n };
            if (request.Editions is { Count: > 0 } editions) found = found.Where(j => editions.Contains(j.Competency.EditionId));
            if (request.Clusters is { Count: > 0 } clusters) found = found.Where(j => j.Competency.ClusterId != null && clusters.Contains(j.Competency.ClusterId.Value));
            if (request.Languages is { Count: > 0 } languages) found = found.Where(j => db.SearchEntries.Any(s => s.SubjectId == j.Competency.Id && !s.StandsIn && languages.Contains(s.Language)));
            return found;
        }

        private Task<List<Read>> Rows(IQueryable<Joined> found, FindCompetencies request, int skip, int take, CancellationToken ct) =>
            Ordered(found, request).Skip(skip).Take(take).Select(j => new Read
            {
                Id = j.Competency.Id,
                Code = j.Competency.Code,
                Name = j.Competency.Name,
                Definition = j.Competency.Definition,
                Cluster = j.Cluster!.Name,
                Status = j.Competency.Status,
                InPreparation = j.Competency.InPreparation,
                EditionStatus = j.Edition.Status,
                Edition = j.Competency.EditionId,
                Levels = db.Levels.Count(l => l.CompetencyId == j.Competency.Id),
                Indicators = db.Indicators.Count(i => i.CompetencyId == j.Competency.Id && i.Status == ItemStatus.Active),
                Questions = db.Questions.Count(q => q.CompetencyId == j.Competency.Id && q.Status == ItemStatus.Active),
                Tips = db.Tips.Count(t => t.CompetencyId == j.Competency.Id && t.Status == ItemStatus.Active),
            }).ToListAsync(ct);

        private IQueryable<Joined> Ordered(IQueryable<Joined> found, FindCompetencies request) => (request.Sort, request.Descending) switch
        {
            (LibrarySort.Best, _) when !string.IsNullOrWhiteSpace(request.Text) => found.OrderBy(Ranks.Of((Joined j) => j.Entry, request.Text)).ThenBy(j => j.Entry.Sort).ThenBy(j => j.Entry.SubjectId),
            (LibrarySort.Best, _) or (LibrarySort.Name, false) => found.OrderBy(j => j.Entry.Sort).ThenBy(j => j.Entry.SubjectId),
            (LibrarySort.Name, true) => found.OrderByDescending(j => j.Entry.Sort).ThenBy(j => j.Entry.SubjectId),
            (LibrarySort.Code, false) => found.OrderBy(j => j.Competency.Code).ThenBy(j => j.Competency.Id),
            (LibrarySort.Code, true) => found.OrderByDescending(j => j.Competency.Code).ThenBy(j => j.Competency.Id),
            (LibrarySort.Cluster, false) => found.OrderBy(j => (int?)j.Cluster!.Order ?? int.MaxValue).ThenBy(j => j.Entry.Sort).ThenBy(j => j.Entry.SubjectId),
            (LibrarySort.Cluster, true) => found.OrderByDescending(j => (int?)j.Cluster!.Order ?? int.MaxValue).ThenBy(j => j.Entry.Sort).ThenBy(j => j.Entry.SubjectId),
            (LibrarySort.Questions, false) => found.OrderBy(j => db.Questions.Count(q => q.CompetencyId == j.Competency.Id && q.Status == ItemStatus.Active)).ThenBy(j => j.Entry.Sort).ThenBy(j => j.Entry.SubjectId),
            (LibrarySort.Questions, true) => found.OrderByDescending(j => db.Questions.Count(q => q.CompetencyId == j.Competency.Id && q.Status == ItemStatus.Active)).ThenBy(j => j.Entry.Sort).ThenBy(j => j.Entry.SubjectId),
        };

        private async Task<LibraryCount> Groups(CancellationToken ct)
        {
            var all = await counts.Now(db, ct);
            return caller.Within(Permission.ReadLibrary, ScopeKind.Framework) is { } frameworks ? all with { Groups = [.. all.Groups.Where(g => frameworks.Contains(g.FrameworkId))] } : all;
        }

        private static LibraryFacets Facets(LibraryCount counted)
        {
            var active = counted.Groups.Where(g => g.Status == ItemStatus.Active).ToList();
            return new LibraryFacets(
                [.. active.GroupBy(g => g.EditionId).Select(g => new EditionFacet(g.Key, g.First().Framework, g.First().Label, g.Sum(x => x.Count))).OrderBy(e => e.Framework.ToString()).ThenByDescending(e => e.Label)],
                [.. active.Where(g => g.ClusterId is not null).OrderBy(g => g.Order).GroupBy(g => g.ClusterId!.Value).Select(g => new ClusterFacet(g.Key, g.First().Cluster!, g.Sum(x => x.Count)))],
                counted.Groups.GroupBy(g => StateOf(g)).ToDictionary(g => g.Key, g => g.Sum(x => x.Count)),
                SearchEntry.Always.ToDictionary(l => l, l => counted.Groups.Count == 0 ? 0 : counted.Languages.GetValueOrDefault(l)));
        }

        private static bool Fits(LibraryGroup group, FindCompetencies request, IReadOnlyList<ShelfState> states) =>
            states.Contains(StateOf(group))
            && (request.Editions is not { Count: > 0 } editions || editions.Contains(group.EditionId))
            && (request.Clusters is not { Count: > 0 } clusters || (group.ClusterId is { } cluster && clusters.Contains(cluster)));

        private static ShelfState StateOf(LibraryGroup group) => StateOf(group.Status, group.InPreparation, group.EditionStatus);

        private static ShelfState StateOf(ItemStatus status, bool inPreparation, EditionStatus edition) => (status, inPreparation, edition) switch
        {
            (_, true, _) => ShelfState.Prepared,
            (ItemStatus.Retired, _, _) => ShelfState.Retired,
            (_, _, EditionStatus.Draft) => ShelfState.Draft,
            (_, _, EditionStatus.Published) => ShelfState.Published,
            (_, _, EditionStatus.Superseded) => ShelfState.Superseded,
        };

        private static List<EditionStatus> Of(IReadOnlyList<ShelfState> states) =>
            [.. Enum.GetValues<EditionStatus>().Where(e => states.Contains(e switch { EditionStatus.Draft => ShelfState.Draft, EditionStatus.Published => ShelfState.Published, EditionStatus.Superseded => ShelfState.Superseded }))];

        private sealed class Joined
        {
            public required SearchEntry Entry { get; init; }
            public required Competency Competency { get; init; }
            public required Edition Edition { get; init; }
            public required Node? Cluster { get; init; }
        }

        private sealed class Read
        {
            public required Guid Id { get; init; }
            public required string Code { get; init; }
            public required LocalText Name { get; init; }
            public required LocalText Definition { get; init; }
            public required LocalText? Cluster { get; init; }
            public required ItemStatus Status { get; init; }
            public required bool InPreparation { get; init; }
            public required EditionStatus EditionStatus { get; init; }
            public required Guid Edition { get; init; }
            public required int Levels { get; init; }
            public required int Indicators { get; init; }
            public required int Questions { get; init; }
            public required int Tips { get; init; }

            public CompetencyRow In(string language) => new(Id, Code, Name.In(language), Definition.In(language), Cluster?.In(language).Text, [.. Name.All.Keys], StateOf(Status, InPreparation, EditionStatus), Levels, Indicators, Questions, Tips, Edition);
        }
    }
}
