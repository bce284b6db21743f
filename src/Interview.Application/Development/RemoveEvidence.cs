using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Development;

/// <summary>Whoever added it takes it away again; of a file nothing but name and fingerprint stays.</summary>
[Needs(Permission.OwnDevelopment)]
public sealed record RemoveEvidence(Guid Plan, Guid Evidence) : ICommand<Done>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<RemoveEvidence, Done>
    {
        public async Task<Done> Handle(RemoveEvidence request, CancellationToken cancellationToken)
        {
            var plan = await db.SharedPlan(request.Plan, caller.Id, cancellationToken);
            if (plan.Unprove(request.Evidence, caller.Id).FileId is { } file) (await db.StoredFiles.Need(file, cancellationToken)).Forget();
            return Done.It;
        }
    }
}
