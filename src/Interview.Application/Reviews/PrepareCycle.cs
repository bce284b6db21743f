using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Reviews;

/// <summary>Draws up a cycle with its stages and the departments it is meant for. Nothing happens in it before it is released.</summary>
[Needs(Permission.ManageCycles)]
public sealed record PrepareCycle(string Name, DateOnly From, DateOnly To, bool ManagerApprovesPlans, IReadOnlyList<Guid> Units, IReadOnlyList<StageOutline> Stages) : ICommand<Guid>
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<PrepareCycle, Guid>
    {
        public async Task<Guid> Handle(PrepareCycle request, CancellationToken cancellationToken)
        {
            await db.KnowsUnits(request.Units, cancellationToken);
            var cycle = new Cycle(request.Name, request.From, request.To, request.ManagerApprovesPlans);
            cycle.MeantFor(request.Units);
            foreach (var stage in request.Stages) cycle.AddStage(stage);
            return db.Add(cycle).Id;
        }
    }
}
