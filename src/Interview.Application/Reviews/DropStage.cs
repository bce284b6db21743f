using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Reviews;

/// <summary>Takes a stage out of a cycle, as long as it has not opened.</summary>
[Needs(Permission.ManageCycles)]
public sealed record DropStage(Guid Cycle, Guid Stage) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<DropStage, Done>
    {
        public async Task<Done> Handle(DropStage request, CancellationToken cancellationToken)
        {
            (await db.CycleWithStages(request.Cycle, cancellationToken)).DropStage(request.Stage);
            return Done.It;
        }
    }
}
