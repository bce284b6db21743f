using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Competencies;

/// <summary>Takes the highest point away, if it still is the scale that was seen.</summary>
[Needs(Permission.EditLibrary)]
public sealed record ShortenScale(Guid Scale, int Version) : ICommand<Saved>, IScoped
{
    Scope IScoped.Scope => Identity.Scope.Organisation;

    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<ShortenScale, Saved>
    {
        public async Task<Saved> Handle(ShortenScale request, CancellationToken cancellationToken)
        {
            var scale = await db.Scales.Need(request.Scale, cancellationToken);
            db.Expect(scale, request.Version);
            scale.Shorten();
            return new Saved(clock.GetUtcNow());
        }
    }
}
