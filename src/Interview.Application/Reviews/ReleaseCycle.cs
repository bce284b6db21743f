using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Reviews;

/// <summary>Lets a prepared cycle begin: its stages open on their days, the ones whose day has come at the next tick.</summary>
[Needs(Permission.ManageCycles)]
public sealed record ReleaseCycle(Guid Cycle) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<ReleaseCycle, Done>
    {
        public async Task<Done> Handle(ReleaseCycle request, CancellationToken cancellationToken)
        {
            (await db.Cycles.Need(request.Cycle, cancellationToken)).Open();
            return Done.It;
        }
    }
}
