using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Search;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Profiles;

public sealed record ProfileRow(Guid Id, string Code, LocalText Name, LocalText? Place, LocalText Framework, string Edition, string? PayScale, int Competencies, int ResultAreas, ItemStatus Status);

public enum ProfileSort { Name, Code, PayScale }

/// <summary>A page of the profiles; retired ones only when asked for.</summary>
[Needs(Permission.ReadLibrary)]
public sealed record FindProfiles(Slice Slice, string? Text = null, bool Retired = false, ProfileSort Sort = ProfileSort.Name, bool Descending = false, string Language = "nl") : IQuery<Paged<ProfileRow>>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, ISearchIndex index) : IRequestHandler<FindProfiles, Paged<ProfileRow>>
    {
        public async Task<Paged<ProfileRow>> Handle(FindProfiles request, CancellationToken cancellationToken)
        {
            var found = db.ProfilesFor(caller, Permission.ReadLibrary).AsNoTracking();
            found = found.Where(p => p.Status == (request.Retired ? ItemStatus.Retired : ItemStatus.Active));
            // Of a profile that a newer edition brings anew, the older one is history.
            found = found.Where(p => !db.Editions.Any(e => e.Id == p.EditionId && e.Status == EditionStatus.Superseded
                && db.Profiles.Any(o => o.Code == p.Code && db.Editions.Any(n => n.Id == o.EditionId && n.FrameworkId == e.FrameworkId && n.Status == EditionStatus.Published))));
            if (!string.IsNullOrWhiteSpace(request.Text))
            {
                var hits = index.Matching(db, SearchKind.Profile, request.Text);
                found = found.Where(p => hits.Contains(p.Id));
            }
            var rows =
                from p in found
                join e in db.Editions on p.EditionId equals e.Id
                join f in db.Frameworks on e.FrameworkId equals f.Id
                from n in db.Nodes.Where(n => n.Id == p.NodeId).DefaultIfEmpty()
                select new
                {
                    Sorted = db.SearchEntries.Where(s => s.SubjectId == p.Id && s.Language == request.Language).Select(s => s.Title).FirstOrDefault() ?? p.Code,
                    Row = new ProfileRow(p.Id, p.Code, p.Name, n!.Name, f.Name, e.Label, p.PayScale,
                        db.RequiredCompetencies.Count(r => r.ProfileId == p.Id), db.ResultAreas.Count(a => a.ProfileId == p.Id), p.Status),
                    p.Id, p.Code, p.PayScale,
                };
            return await ((request.Sort, request.Descending) switch
            {
                (ProfileSort.Name, false) => rows.OrderBy(r => r.Sorted).ThenBy(r => r.Id),
                (ProfileSort.Name, true) => rows.OrderByDescending(r => r.Sorted).ThenBy(r => r.Id),
                (ProfileSort.Code, false) => rows.OrderBy(r => r.Code).ThenBy(r => r.Id),
                (ProfileSort.Code, true) => rows.OrderByDescending(r => r.Code).ThenBy(r => r.Id),
                (ProfileSort.PayScale, false) => rows.OrderBy(r => r.PayScale ?? "").ThenBy(r => r.Sorted).ThenBy(r => r.Id),
                (ProfileSort.PayScale, true) => rows.OrderByDescending(r => r.PayScale ?? "").ThenBy(r => r.Sorted).ThenBy(r => r.Id),
            }).Select(r => r.Row).ToPaged(request.Slice, cancellationToken);
        }
    }
}

internal static class Cabinet
{
    /// <summary>The profiles somebody may read or edit: all, or those of the frameworks the role holds for.</summary>
    public static IQueryable<Profile> ProfilesFor(this IInterviewDb db, Caller caller, Permission permission) =>
        caller.Within(permission, ScopeKind.Framework) is { } frameworks
            ? db.Profiles.Where(p => db.Editions.Any(e => e.Id == p.EditionId && frameworks.Contains(e.FrameworkId)))
            : db.Profiles;
}
