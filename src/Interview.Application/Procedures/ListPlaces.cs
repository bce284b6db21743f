using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

/// <summary>Rooms that were used before, by the most recent: a room is no more than its name. From procedures that one plans.</summary>
[Needs(Permission.PlanProcedure)]
public sealed record ListPlaces(int Most = 30) : IQuery<IReadOnlyList<string>>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<ListPlaces, IReadOnlyList<string>>
    {
        public async Task<IReadOnlyList<string>> Handle(ListPlaces request, CancellationToken cancellationToken)
        {
            var talks = db.Interviews.AsNoTracking().Where(i => i.Place != "");
            if (caller.Within(Permission.PlanProcedure, ScopeKind.Procedure) is { } mine) talks = talks.Where(i => mine.Contains(i.ProcedureId));
            return await talks.GroupBy(i => i.Place).OrderByDescending(g => g.Max(i => i.When.Utc)).ThenBy(g => g.Key).Take(Math.Clamp(request.Most, 1, 100)).Select(g => g.Key).ToListAsync(cancellationToken);
        }
    }
}
