using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Reviews;

/// <summary>Opens a year's talks for the organisation.</summary>
[Needs(Permission.ManageCycles)]
public sealed record OpenCycle(string Name, DateOnly From, DateOnly To, bool ManagerApprovesPlans = false) : ICommand<Guid>
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<OpenCycle, Guid>
    {
        public Task<Guid> Handle(OpenCycle request, CancellationToken cancellationToken)
        {
            var cycle = db.Add(new Cycle(request.Name, request.From, request.To, request.ManagerApprovesPlans));
            cycle.Open();
            return Task.FromResult(cycle.Id);
        }
    }
}
