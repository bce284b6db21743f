using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

public sealed record CycleRow(Guid Id, string Name, DateOnly From, DateOnly To, CycleStatus Status, bool ManagerApprovesPlans);

/// <summary>The cycles, newest first; a name and a window are nobody's secret.</summary>
[Needs(Permission.SignedIn)]
public sealed record ListCycles(bool OpenOnly = true) : IQuery<IReadOnlyList<CycleRow>>
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<ListCycles, IReadOnlyList<CycleRow>>
    {
        public async Task<IReadOnlyList<CycleRow>> Handle(ListCycles request, CancellationToken cancellationToken) => await db.Cycles.AsNoTracking()
            .Where(c => !request.OpenOnly || c.Status == CycleStatus.Open).OrderByDescending(c => c.From).ThenBy(c => c.Id).Take(50)
            .Select(c => new CycleRow(c.Id, c.Name, c.From, c.To, c.Status, c.ManagerApprovesPlans)).ToListAsync(cancellationToken);
    }
}
