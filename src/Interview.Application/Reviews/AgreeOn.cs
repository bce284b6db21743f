using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

/// <summary>Writes down or rewrites what the two agree, about a competency or as a result to reach; <see cref="Seen"/> is the stamp that the page showed.</summary>
[Needs(Permission.SignedIn)]
public sealed record AgreeOn(Guid Review, Guid? Agreement, Guid? Competency, string Text, DateOnly? Due, int Seen = 0) : ICommand<Guid>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<AgreeOn, Guid>
    {
        public async Task<Guid> Handle(AgreeOn request, CancellationToken cancellationToken)
        {
            var review = await db.Reviews.Include(r => r.Agreements).Where(r => r.EmployeeId == caller.Id || r.ManagerId == caller.Id).Need(request.Review, cancellationToken);
            return review.Agree(caller.Id, request.Agreement, request.Competency, request.Text, request.Due, request.Seen).Id;
        }
    }
}
