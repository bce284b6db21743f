using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Reviews;

/// <summary>Ends a cycle: no new talk starts in it, those under way go on.</summary>
[Needs(Permission.ManageCycles)]
public sealed record CloseCycle(Guid Cycle) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<CloseCycle, Done>
    {
        public async Task<Done> Handle(CloseCycle request, CancellationToken cancellationToken)
        {
            (await db.Cycles.Need(request.Cycle, cancellationToken)).Close();
            return Done.It;
        }
    }
}
