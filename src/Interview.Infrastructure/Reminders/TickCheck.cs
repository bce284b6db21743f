using Interviewing.Application.Reminders;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Interviewing.Infrastructure.Reminders;

/// <summary>Whether the clock of this process still wakes the round: without it nobody is reminded of anything, and nobody would notice.</summary>
internal sealed class TickCheck(ReminderRound round, TimeProvider clock) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var since = clock.GetUtcNow() - round.LastRound;
        return Task.FromResult(since <= Pulse.Alarming ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"No round of reminders for {since.TotalMinutes:F0} minutes."));
    }
}
