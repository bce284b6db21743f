using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Reviews;

/// <summary>
/// Opens a stage by hand, before its day too, and makes the first of its talks; asked again it makes the next ones. Answers how many are left, so that a page can
/// show how far it is; whoever stops asking leaves the rest to the clock.
/// </summary>
[Needs(Permission.ManageCycles)]
public sealed record OpenStage(Guid Cycle, Guid Stage) : ICommand<TalksMade>
{
    public const int Turn = 50;

    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<OpenStage, TalksMade>
    {
        public async Task<TalksMade> Handle(OpenStage request, CancellationToken cancellationToken)
        {
            var (today, now) = (clock.Today(Person.DefaultZone), clock.GetUtcNow());
            var cycle = await db.CycleWithStages(request.Cycle, cancellationToken);
            cycle.OpenStage(request.Stage, today, now);
            return await db.MakeTalks(cycle, cycle.StageOf(request.Stage), Turn, today, now, cancellationToken);
        }
    }
}
