using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Competencies;

public sealed record ScaleRow(Guid Id, LocalText Name, IReadOnlyList<ScalePoint> Points, int PassMark, bool IsDefault, DateTimeOffset? UsedSince);

/// <summary>The scales of the house, its own one first; and whether who looks may make and change them.</summary>
public sealed record ScaleShelf(IReadOnlyList<ScaleRow> Scales, bool MayEdit);

[Needs(Permission.ReadLibrary)]
public sealed record ListScales : IQuery<ScaleShelf>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<ListScales, ScaleShelf>
    {
        public async Task<ScaleShelf> Handle(ListScales request, CancellationToken cancellationToken) => new(
            await db.Scales.AsNoTracking().OrderByDescending(s => s.IsDefault).ThenBy(s => s.Id).Select(s => new ScaleRow(s.Id, s.Name, s.Points, s.PassMark, s.IsDefault, s.UsedSince)).ToListAsync(cancellationToken),
            caller.May(Permission.EditLibrary, Scope.Organisation));
    }
}

/// <param name="Drafts">Guides that will measure on it when they are frozen.</param>
public sealed record ScaleCard(Guid Id, int Version, LocalText Name, IReadOnlyList<ScalePoint> Points, int PassMark, bool IsDefault, DateTimeOffset? UsedSince, int Frozen, int Drafts, bool MayEdit)
{
    public bool MayChange => MayEdit && UsedSince is null;
}

[Needs(Permission.ReadLibrary)]
public sealed record ShowScale(Guid Scale) : IQuery<ScaleCard>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<ShowScale, ScaleCard>
    {
        public async Task<ScaleCard> Handle(ShowScale request, CancellationToken cancellationToken)
        {
            var scale = await db.Scales.AsNoTracking().Need(request.Scale, cancellationToken);
            var guides = db.Guides.Where(g => g.ScaleId == scale.Id || (scale.IsDefault && g.ScaleId == null));
            return new(scale.Id, scale.Version, scale.Name, scale.Points, scale.PassMark, scale.IsDefault, scale.UsedSince, await guides.CountAsync(g => g.Status == GuideStatus.Frozen, cancellationToken),
                await guides.CountAsync(g => g.Status == GuideStatus.Draft, cancellationToken), caller.May(Permission.EditLibrary, Scope.Organisation));
        }
    }
}
