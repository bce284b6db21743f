using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Competencies;

/// <summary>Takes a scale away that nobody was measured on and no guide means to use.</summary>
[Needs(Permission.EditLibrary)]
public sealed record RemoveScale(Guid Scale) : ICommand<Done>, IScoped
{
    Scope IScoped.Scope => Identity.Scope.Organisation;

    internal sealed class Handler(IInterviewDb db) : IRequestHandler<RemoveScale, Done>
    {
        public async Task<Done> Handle(RemoveScale request, CancellationToken cancellationToken)
        {
            var scale = await db.Scales.Need(request.Scale, cancellationToken);
            Refuse.If(scale.IsDefault, "competencies.scale-default");
            Refuse.If(scale.UsedSince is not null, "competencies.scale-used");
            Refuse.If(await db.Guides.AnyAsync(g => g.ScaleId == scale.Id, cancellationToken), "competencies.scale-in-guide");
            db.Scales.Remove(scale);
            return Done.It;
        }
    }
}
