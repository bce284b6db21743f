using Interviewing.Application.Audit;
using Interviewing.Application.Reminders;
using Interviewing.Application.Reviews;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Quartz;

namespace Interviewing.Infrastructure.Reminders;

/// <summary>Wakes the round; whether anything is due is not its business.</summary>
[DisallowConcurrentExecution]
internal sealed class ReminderTick(ReminderRound round) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await round.Run(cancellationToken);
}

/// <summary>Throws away what was held for somebody who did not come back.</summary>
[DisallowConcurrentExecution]
internal sealed class HeldPostTick(Door door) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await door.Ask(new ForgetHeldPosts(), new Actor.System("held-posts"), cancellationToken);
}

/// <summary>Seals the audit entries that came since the last time, batch by batch.</summary>
[DisallowConcurrentExecution]
internal sealed class SealTick(Door door) : IJob
{
    private const int MostBatches = 20;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        for (var batch = 0; batch < MostBatches; batch++)
        {
            var answer = await door.Ask(new SealAudit(), new Actor.System("audit-seal"), cancellationToken);
            // Refused: another process seals at this moment.
            if (!answer.Ok || answer.Value == 0) return;
        }
    }
}

/// <summary>Opens the stages whose day has come and makes their talks, turn by turn.</summary>
[DisallowConcurrentExecution]
internal sealed class StageTick(Door door) : IJob
{
    private const int MostTurns = 100;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        for (var turn = 0; turn < MostTurns && !cancellationToken.IsCancellationRequested; turn++)
        {
            var answer = await door.Ask(new OpenDueStages(), new Actor.System("review-stages"), cancellationToken);
            // Refused: another process makes the same talks at this moment; the next tick finds what is left.
            if (!answer.Ok || answer.Value == 0) return;
        }
    }
}
