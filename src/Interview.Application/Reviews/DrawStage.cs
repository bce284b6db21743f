using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Reviews;

/// <summary>Adds a stage to a cycle, or draws one again.</summary>
[Needs(Permission.ManageCycles)]
public sealed record DrawStage(Guid Cycle, Guid? Stage, StageOutline Outline) : ICommand<Guid>
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<DrawStage, Guid>
    {
        public async Task<Guid> Handle(DrawStage request, CancellationToken cancellationToken)
        {
            var cycle = await db.CycleWithStages(request.Cycle, cancellationToken);
            if (request.Stage is not { } stage) return cycle.AddStage(request.Outline).Id;
            cycle.Redraw(stage, request.Outline);
            return stage;
        }
    }
}
