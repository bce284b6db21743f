using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

/// <summary>Takes an agreement away again, before it is signed.</summary>
[Needs(Permission.SignedIn)]
public sealed record TakeAgreementBack(Guid Review, Guid Agreement) : ICommand<Done>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<TakeAgreementBack, Done>
    {
        public async Task<Done> Handle(TakeAgreementBack request, CancellationToken cancellationToken)
        {
            (await db.Reviews.Include(r => r.Agreements).Where(r => r.EmployeeId == caller.Id || r.ManagerId == caller.Id).Need(request.Review, cancellationToken)).TakeBack(caller.Id, request.Agreement);
            return Done.It;
        }
    }
}
