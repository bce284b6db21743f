using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

/// <summary>Says for which departments a cycle is meant.</summary>
[Needs(Permission.ManageCycles)]
public sealed record ChooseUnits(Guid Cycle, IReadOnlyList<Guid> Units) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<ChooseUnits, Done>
    {
        public async Task<Done> Handle(ChooseUnits request, CancellationToken cancellationToken)
        {
            await db.KnowsUnits(request.Units, cancellationToken);
            (await db.Cycles.Need(request.Cycle, cancellationToken)).MeantFor(request.Units);
            return Done.It;
        }
    }
}

internal static class CycleUnits
{
    public static async Task KnowsUnits(this IInterviewDb db, IReadOnlyList<Guid> units, CancellationToken ct)
    {
        var distinct = units.Distinct().ToList();
        Refuse.If(await db.Units.CountAsync(u => distinct.Contains(u.Id), ct) != distinct.Count, Refusal.NotFound);
    }

    public static Task<Cycle> CycleWithStages(this IInterviewDb db, Guid cycle, CancellationToken ct) => db.Cycles.Include(c => c.Stages).Need(cycle, ct);

    /// <summary>These departments with everything below them. The tree is small and read whole.</summary>
    public static async Task<IReadOnlyList<Guid>> WithBelow(this IInterviewDb db, IReadOnlyCollection<Guid> units, CancellationToken ct)
    {
        if (units.Count == 0) return [];
        var below = (await db.Units.AsNoTracking().Select(u => new { u.Id, u.ParentId }).ToListAsync(ct)).ToLookup(u => u.ParentId, u => u.Id);
        HashSet<Guid> all = [.. units];
        Queue<Guid> ahead = new(units);
        while (ahead.TryDequeue(out var unit))
            foreach (var child in below[unit].Where(all.Add)) ahead.Enqueue(child);
        return [.. all];
    }
}
