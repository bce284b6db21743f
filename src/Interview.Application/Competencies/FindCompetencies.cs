using Interviewing.Application.Identity;
using Interviewing.Application.Search;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Competencies;

/// <summary>Where a competency stands for who looks for one: its own state, else that of its edition.</summary>
public enum ShelfState { Draft, Published, Superseded, Retired }

/// <summary>In the reader's language, or a fallback that says so; <see cref="Languages"/> are those of the name.</summary>
public sealed record CompetencyRow(Guid Id, string Code, LocalString Name, LocalString Definition, string? Cluster, IReadOnlyList<string> Languages, ShelfState State, int Levels, int Indicators, int Questions, int Tips);

public sealed record EditionFacet(Guid Id, LocalText Framework, string Label, int Count);

public sealed record ClusterFacet(Guid Id, LocalText Name, int Count);

/// <summary>What can be chosen from, counted over the whole library; retired ones count in their own state only.</summary>
public sealed record LibraryFacets(IReadOnlyList<EditionFacet> Editions, IReadOnlyList<ClusterFacet> Clusters, IReadOnlyDictionary<ShelfState, int> States, IReadOnlyDictionary<string, int> Languages);

public sealed record LibraryPage(Paged<CompetencyRow> Found, LibraryFacets Facets);

/// <summary><see cref="Best"/>: what has the words that were sought in its name first.</summary>
public enum LibrarySort { Name, Code, Cluster, Questions, Best }

/// <summary>
/// A page of the library: two queries, one for the rows, one for everything that can be chosen from (which also counts them when no text or language is asked).
/// Empty choices mean all; retired ones and superseded editions show only when asked for.
/// </summary>
[Needs(Permission.ReadLibrary)]
public sealed record FindCompetencies(Slice Slice, string? Text = null, IReadOnlyList<Guid>? Editions = null, IReadOnlyList<Guid>? Clusters = null,
    IReadOnlyList<string>? Languages = null, IReadOnlyList<ShelfState>? States = null, LibrarySort Sort = LibrarySort.Name, bool Descending = false, string Language = "nl") : IQuery<LibraryPage>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, ISearchIndex index) : IRequestHandler<FindCompetencies, LibraryPage>
    {
        private static readonly ShelfState[] Usual = [ShelfState.Draft, ShelfState.Published];

        public async Task<LibraryPage> Handle(FindCompetencies request, CancellationToken cancellationToken)
        {
            var states = request.States is { Count: > 0 } asked ? asked : Usual;
            var groups = await Groups(cancellationToken);
            var rows = await Ordered(Matching(request, states), request).Skip(request.Slice.SafeSkip).Take(request.Slice.SafeTake).ToListAsync(cancellationToken);
            var count = request.Slice.SafeSkip == 0 && rows.Count < request.Slice.SafeTake ? rows.Count
                : string.IsNullOrWhiteSpace(request.Text) && request.Languages is not { Count: > 0 } ? groups.Where(g => Fits(g, request, states)).Sum(g => g.Count)
                : await Matching(request, states).CountAsync(cancellationToken);
            return new LibraryPage(new Paged<CompetencyRow>([.. rows.Select(r => r.In(request.Language))], count), Facets(groups));
        }

        private IQueryable<Joined> Matching(FindCompetencies request, IReadOnlyList<ShelfState> states)
        {
            var (retired, editionStates) = (states.Contains(ShelfState.Retired), Of(states));
            var found =
                from c in db.CompetenciesFor(caller, Permission.ReadLibrary).AsNoTracking()
                join e in db.Editions on c.EditionId equals e.Id
                where (retired && c.Status == ItemStatus.Retired) || (c.Status == ItemStatus.Active && editionStates.Contains(e.Status))
                from n in db.Nodes.Where(n => n.Id == c.ClusterId).DefaultIfEmpty()
                select new Joined { Competency = c, Edition = e, Cluster = n };
            if (!string.IsNullOrWhiteSpace(request.Text))
            {
                var hits = index.Matching(db, SearchKind.Competency, request.Text);
                found = found.Where(j => hits.Contains(j.Competency.Id));
            }
            if (request.Editions is { Count: > 0 } editions) found = found.Where(j => editions.Contains(j.Competency.EditionId));
            if (request.Clusters is { Count: > 0 } clusters) found = found.Where(j => j.Competency.ClusterId != null && clusters.Contains(j.Competency.ClusterId.Value));
            if (request.Languages is { Count: > 0 } languages) found = found.Where(j => db.SearchEntries.Any(s => s.SubjectId == j.Competency.Id && languages.Contains(s.Language)));
            return found;
        }

        private IQueryable<Read> Ordered(IQueryable<Joined> found, FindCompetencies request)
        {
            // The search entry's title is the name folded, in the reader's language: case and accents do not scatter the list.
            var (whole, part) = (db.SearchEntries.Where(Ranks.InTitle(request.Text ?? "", every: true)), db.SearchEntries.Where(Ranks.InTitle(request.Text ?? "", every: false)));
            var named = found.Select(j => new
            {
                Rank = whole.Any(s => s.SubjectId == j.Competency.Id) ? 0 : part.Any(s => s.SubjectId == j.Competency.Id) ? 1 : 2,
                j.Competency.Id,
                j.Competency.Code,
                Order = (int?)j.Cluster!.Order,
                Name = db.SearchEntries.Where(s => s.SubjectId == j.Competency.Id && s.Language == request.Language).Select(s => s.Title).FirstOrDefault() ?? j.Competency.Code,
                Questions = db.Questions.Count(q => q.CompetencyId == j.Competency.Id && q.Status == ItemStatus.Active),
                Read = new Read
                {
                    Id = j.Competency.Id,
                    Code = j.Competency.Code,
                    Name = j.Competency.Name,
                    Definition = j.Competency.Definition,
                    Cluster = j.Cluster!.Name,
                    Status = j.Competency.Status,
                    EditionStatus = j.Edition.Status,
                    Levels = db.Levels.Count(l => l.CompetencyId == j.Competency.Id),
                    Indicators = db.Indicators.Count(i => i.CompetencyId == j.Competency.Id && i.Status == ItemStatus.Active),
                    Questions = db.Questions.Count(q => q.CompetencyId == j.Competency.Id && q.Status == ItemStatus.Active),
                    Tips = db.Tips.Count(t => t.CompetencyId == j.Competency.Id && t.Status == ItemStatus.Active),
                },
            });
            return ((request.Sort, request.Descending) switch
            {
                (LibrarySort.Best, _) when !string.IsNullOrWhiteSpace(request.Text) => named.OrderBy(x => x.Rank).ThenBy(x => x.Name).ThenBy(x => x.Id),
                (LibrarySort.Best, _) => named.OrderBy(x => x.Name).ThenBy(x => x.Id),
                (LibrarySort.Name, false) => named.OrderBy(x => x.Name).ThenBy(x => x.Id),
                (LibrarySort.Name, true) => named.OrderByDescending(x => x.Name).ThenBy(x => x.Id),
                (LibrarySort.Code, false) => named.OrderBy(x => x.Code).ThenBy(x => x.Id),
                (LibrarySort.Code, true) => named.OrderByDescending(x => x.Code).ThenBy(x => x.Id),
                (LibrarySort.Cluster, false) => named.OrderBy(x => x.Order ?? int.MaxValue).ThenBy(x => x.Name).ThenBy(x => x.Id),
                (LibrarySort.Cluster, true) => named.OrderByDescending(x => x.Order ?? int.MaxValue).ThenBy(x => x.Name).ThenBy(x => x.Id),
                (LibrarySort.Questions, false) => named.OrderBy(x => x.Questions).ThenBy(x => x.Name).ThenBy(x => x.Id),
                (LibrarySort.Questions, true) => named.OrderByDescending(x => x.Questions).ThenBy(x => x.Name).ThenBy(x => x.Id),
            }).Select(x => x.Read);
        }

        private Task<List<Group>> Groups(CancellationToken ct) => (
            from g in db.CompetenciesFor(caller, Permission.ReadLibrary).AsNoTracking().GroupBy(c => new { c.EditionId, c.ClusterId, c.Status })
                .Select(g => new { g.Key.EditionId, g.Key.ClusterId, g.Key.Status, Count = g.Count() })
            join e in db.Editions on g.EditionId equals e.Id
            join f in db.Frameworks on e.FrameworkId equals f.Id
            from n in db.Nodes.Where(n => n.Id == g.ClusterId).DefaultIfEmpty()
            select new Group
            {
                EditionId = g.EditionId, ClusterId = g.ClusterId, Status = g.Status, Count = g.Count, Label = e.Label, EditionStatus = e.Status, Framework = f.Name,
                Cluster = n!.Name, Order = (int?)n.Order,
                Dutch = db.SearchEntries.Count(s => s.Kind == SearchKind.Competency && s.Language == "nl"),
                English = db.SearchEntries.Count(s => s.Kind == SearchKind.Competency && s.Language == "en"),
                French = db.SearchEntries.Count(s => s.Kind == SearchKind.Competency && s.Language == "fr"),
            }).ToListAsync(ct);

        private static LibraryFacets Facets(List<Group> groups)
        {
            var active = groups.Where(g => g.Status == ItemStatus.Active).ToList();
            return new LibraryFacets(
                [.. active.GroupBy(g => g.EditionId).Select(g => new EditionFacet(g.Key, g.First().Framework, g.First().Label, g.Sum(x => x.Count))).OrderBy(e => e.Framework.ToString()).ThenByDescending(e => e.Label)],
                [.. active.Where(g => g.ClusterId is not null).OrderBy(g => g.Order).GroupBy(g => g.ClusterId!.Value).Select(g => new ClusterFacet(g.Key, g.First().Cluster!, g.Sum(x => x.Count)))],
                groups.GroupBy(g => StateOf(g)).ToDictionary(g => g.Key, g => g.Sum(x => x.Count)),
                groups.Count == 0 ? new Dictionary<string, int>() : new Dictionary<string, int> { ["nl"] = groups[0].Dutch, ["en"] = groups[0].English, ["fr"] = groups[0].French });
        }

        private static bool Fits(Group group, FindCompetencies request, IReadOnlyList<ShelfState> states) =>
            states.Contains(StateOf(group))
            && (request.Editions is not { Count: > 0 } editions || editions.Contains(group.EditionId))
            && (request.Clusters is not { Count: > 0 } clusters || (group.ClusterId is { } cluster && clusters.Contains(cluster)));

        private static ShelfState StateOf(Group group) => StateOf(group.Status, group.EditionStatus);

        private static ShelfState StateOf(ItemStatus status, EditionStatus edition) => (status, edition) switch
        {
            (ItemStatus.Retired, _) => ShelfState.Retired,
            (_, EditionStatus.Draft) => ShelfState.Draft,
            (_, EditionStatus.Published) => ShelfState.Published,
            (_, EditionStatus.Superseded) => ShelfState.Superseded,
        };

        private static List<EditionStatus> Of(IReadOnlyList<ShelfState> states) =>
            [.. Enum.GetValues<EditionStatus>().Where(e => states.Contains(e switch { EditionStatus.Draft => ShelfState.Draft, EditionStatus.Published => ShelfState.Published, EditionStatus.Superseded => ShelfState.Superseded }))];

        private sealed class Joined
        {
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
            public required EditionStatus EditionStatus { get; init; }
            public required int Levels { get; init; }
            public required int Indicators { get; init; }
            public required int Questions { get; init; }
            public required int Tips { get; init; }

            public CompetencyRow In(string language) => new(Id, Code, Name.In(language), Definition.In(language), Cluster?.In(language).Text, [.. Name.All.Keys], StateOf(Status, EditionStatus), Levels, Indicators, Questions, Tips);
        }

        private sealed class Group
        {
            public required Guid EditionId { get; init; }
            public required Guid? ClusterId { get; init; }
            public required ItemStatus Status { get; init; }
            public required int Count { get; init; }
            public required string Label { get; init; }
            public required EditionStatus EditionStatus { get; init; }
            public required LocalText Framework { get; init; }
            public required LocalText? Cluster { get; init; }
            public required int? Order { get; init; }
            public required int Dutch { get; init; }
            public required int English { get; init; }
            public required int French { get; init; }
        }
    }
}
