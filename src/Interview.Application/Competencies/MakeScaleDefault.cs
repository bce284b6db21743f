using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Competencies;

/// <summary>Makes a scale the one that is measured on when nobody chooses another. What was begun with the former one goes on with it.</summary>
[Needs(Permission.EditLibrary)]
public sealed record MakeScaleDefault(Guid Scale) : ICommand<Saved>, IMerges, IScoped
{
    Scope IScoped.Scope => Identity.Scope.Organisation;

    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<MakeScaleDefault, Saved>
    {
        public async Task<Saved> Handle(MakeScaleDefault request, CancellationToken cancellationToken)
        {
            var scales = await db.Scales.ToListAsync(cancellationToken);
            if (scales.TrueForAll(s => s.Id != request.Scale)) throw Refusal.NotFound;
            foreach (var scale in scales) scale.BeDefault(scale.Id == request.Scale);
            return new Saved(clock.GetUtcNow());
        }
    }
}
