using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

public sealed record StartRow(Guid Id, string Title, DateTimeOffset OfferedAt, bool HasConsent, bool IsDeclined, Guid? Plan);

/// <summary>What was offered to the asker: usually nothing, once a job one.</summary>
[Needs(Permission.OwnDevelopment)]
public sealed record ListStarts : IQuery<IReadOnlyList<StartRow>>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<ListStarts, IReadOnlyList<StartRow>>
    {
        public async Task<IReadOnlyList<StartRow>> Handle(ListStarts request, CancellationToken cancellationToken) =>
            await (from s in db.SelectionStarts.AsNoTracking()
                   where s.PersonId == caller.Id
                   join p in db.Procedures on s.ProcedureId equals p.Id
                   orderby s.OfferedAt descending
                   select new StartRow(s.Id, p.Title, s.OfferedAt, s.ConsentedAt != null && s.RefusedAt == null, s.RefusedAt != null, s.PlanId)).Take(20).ToListAsync(cancellationToken);
    }
}
