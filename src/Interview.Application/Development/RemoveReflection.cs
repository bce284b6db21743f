using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Development;

/// <summary>Takes a private note away, for good.</summary>
[Needs(Permission.OwnDevelopment)]
public sealed record RemoveReflection(Guid Plan, Guid Reflection) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<RemoveReflection, Done>
    {
        public async Task<Done> Handle(RemoveReflection request, CancellationToken cancellationToken)
        {
            var me = caller.Id;
            db.Reflections.Remove(await db.Reflections.Where(r => r.PlanId == request.Plan && r.WriterId == me).Need(request.Reflection, cancellationToken));
            return Done.It;
        }
    }
}
