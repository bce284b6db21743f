using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

/// <summary>
/// Opens one stage whose day has come, or makes the next talks of one that is open and for which people have come; answers how many. Nothing to do costs a
/// question per open stage.
/// </summary>
[Needs(Permission.Machine)]
public sealed record OpenDueStages(int Most = OpenStage.Turn) : ICommand<int>
{
    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<OpenDueStages, int>
    {
        public async Task<int> Handle(OpenDueStages request, CancellationToken cancellationToken)
        {
            var (today, now) = (clock.Today(Person.DefaultZone), clock.GetUtcNow());
            var due = await db.Cycles.Include(c => c.Stages).Where(c => c.Status == CycleStatus.Open && c.Stages.Any(s => s.Opens <= today && s.Ends >= today)).OrderBy(c => c.From).ThenBy(c => c.Id).ToListAsync(cancellationToken);
            foreach (var (cycle, stage) in due.SelectMany(c => c.Stages.Where(s => s.Opens <= today && s.Ends >= today).OrderBy(s => s.Opens).Select(s => (c, s))))
            {
                cycle.OpenStage(stage.Id, today, now);
                var turn = await db.MakeTalks(cycle, stage, request.Most, today, now, cancellationToken);
                if (turn.Made > 0) return turn.Made;
            }
            return 0;
        }
    }
}
