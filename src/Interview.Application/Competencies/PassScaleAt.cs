using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Competencies;

/// <summary>Says from which point on it is met.</summary>
[Needs(Permission.EditLibrary)]
public sealed record PassScaleAt(Guid Scale, int Point, int Version) : ICommand<Saved>, IScoped
{
    Scope IScoped.Scope => Identity.Scope.Organisation;

    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<PassScaleAt, Saved>
    {
        public async Task<Saved> Handle(PassScaleAt request, CancellationToken cancellationToken)
        {
            var scale = await db.Scales.Need(request.Scale, cancellationToken);
            db.Expect(scale, request.Version);
            scale.PassAt(request.Point);
            return new Saved(clock.GetUtcNow());
        }
    }
}
