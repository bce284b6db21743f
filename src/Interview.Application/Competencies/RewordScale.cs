using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Competencies;

/// <summary>Changes one text of a scale in one language: name, label.{point} or anchor.{point}; the same promise as <see cref="RewordText"/>.</summary>
[Needs(Permission.EditLibrary)]
public sealed record RewordScale(Guid Scale, string Field, string Language, string? Was, string? Becomes) : ICommand<Saved>, IMerges, IScoped
{
    Scope IScoped.Scope => Identity.Scope.Organisation;

    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<RewordScale, Saved>
    {
        public async Task<Saved> Handle(RewordScale request, CancellationToken cancellationToken)
        {
            (await db.Scales.Need(request.Scale, cancellationToken)).Reword(request.Field, request.Language, request.Was, request.Becomes);
            return new Saved(clock.GetUtcNow());
        }
    }
}
