using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Guides;

public sealed record GuideRow(Guid Id, LocalText Title, string ProfileCode, GuideStatus Status, int Minutes, int Questions, IReadOnlyList<string> Languages, DateTimeOffset ChangedAt, Guid? Procedure);

/// <summary>The guides somebody may see, last changed first; of one profile when asked.</summary>
[Needs(Permission.ReadProcedure)]
public sealed record ListGuides(Slice Slice, Guid? Profile = null, GuideStatus? Status = null) : IQuery<Paged<GuideRow>>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<ListGuides, Paged<GuideRow>>
    {
        public Task<Paged<GuideRow>> Handle(ListGuides request, CancellationToken cancellationToken) => (
            from g in db.GuidesFor(caller, Permission.ReadProcedure).AsNoTracking()
            where (request.Profile == null || g.ProfileId == request.Profile) && (request.Status == null || g.Status == request.Status)
            join p in db.Profiles on g.ProfileId equals p.Id
            orderby g.ChangedAt descending, g.Id descending
            select new GuideRow(g.Id, g.Title, p.Code, g.Status, g.Minutes, db.GuideQuestions.Count(q => q.GuideId == g.Id), g.Languages, g.ChangedAt, g.ProcedureId)).ToPaged(request.Slice, cancellationToken);
    }
}

public sealed record FrozenRow(Guid Document, Guid Guide, LocalText Title, Guid Profile, Guid? Procedure, int Minutes, int Questions, string Hash, DateTimeOffset FrozenAt);

/// <summary>The frozen documents a procedure can be tied to, newest first: of one profile, or all.</summary>
[Needs(Permission.ReadProcedure)]
public sealed record FrozenDocumentsOf(Guid? Profile = null) : IQuery<IReadOnlyList<FrozenRow>>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<FrozenDocumentsOf, IReadOnlyList<FrozenRow>>
    {
        public async Task<IReadOnlyList<FrozenRow>> Handle(FrozenDocumentsOf request, CancellationToken cancellationToken) => await (
            from g in db.GuidesFor(caller, Permission.ReadProcedure).AsNoTracking()
            where request.Profile == null || g.ProfileId == request.Profile
            join d in db.FrozenDocuments on g.FrozenDocumentId equals d.Id
            orderby d.FrozenAt descending, d.Id descending
            select new FrozenRow(d.Id, g.Id, g.Title, g.ProfileId, g.ProcedureId, g.OpeningMinutes + g.ClosingMinutes + db.GuideQuestions.Where(q => q.GuideId == g.Id && !q.PanelOnly).Sum(q => q.Minutes),
                db.GuideQuestions.Count(q => q.GuideId == g.Id), d.Hash, d.FrozenAt)).ToListAsync(cancellationToken);
    }
}
