using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

/// <summary>A department with how many people work there today.</summary>
public sealed record UnitRow(Guid Id, string Name, Guid? Parent, int People);

/// <summary>The departments for which a cycle can be meant.</summary>
[Needs(Permission.ManageCycles)]
public sealed record ListUnits : IQuery<IReadOnlyList<UnitRow>>
{
    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<ListUnits, IReadOnlyList<UnitRow>>
    {
        public async Task<IReadOnlyList<UnitRow>> Handle(ListUnits request, CancellationToken cancellationToken)
        {
            var today = clock.Today(Person.DefaultZone);
            return await db.Units.AsNoTracking().OrderBy(u => u.Name).ThenBy(u => u.Id)
                .Select(u => new UnitRow(u.Id, u.Name, u.ParentId, db.Employments.Count(e => e.UnitId == u.Id && e.From <= today && (e.To == null || e.To >= today)))).ToListAsync(cancellationToken);
        }
    }
}
