using Interviewing.Application.Shared;
using Microsoft.Extensions.Logging;

namespace Interviewing.Application.Reminders;

/// <summary>What one round did.</summary>
public sealed record RoundResult(int Sent, int Stopped, int Refused, int Unsure);

/// <summary>
/// Sends what is due: claim, hand over, post, record, each a command of its own, with the mail server outside every one of them. Any number of processes
/// may run a round at the same moment, and each may die anywhere in it.
/// </summary>
public sealed class ReminderRound(Door door, IPostOffice post, ILogger<ReminderRound> log)
{
    // One round ends, so that a flood does not keep a process from noticing that it must stop; the next tick goes on.
    private const int MostBatches = 25;

    private static readonly Actor Self = new Actor.System("reminders");

    public async Task<RoundResult> Run(CancellationToken ct = default)
    {
        var result = new RoundResult(0, 0, 0, 0);
        for (var batch = 0; batch < MostBatches && !ct.IsCancellationRequested; batch++)
        {
            var token = Guid.NewGuid();
            var claimed = (await door.Ask(new ClaimDueReminders(token), Self, ct)).Value;
            if (claimed.Count == 0) break;
            foreach (var reminder in claimed)
            {
                // What is left of the claim is taken up by whoever comes after its lease.
                if (ct.IsCancellationRequested) break;
                try
                {
                    result = Count(result, await Send(reminder, token, ct));
                }
                catch (Exception bug) when (bug is not OperationCanceledException)
                {
                    // One letter that cannot be written must not keep the others; its claim lapses and it is tried again.
                    log.LogError(bug, "Reminder {Reminder} could not be written", reminder);
                    result = result with { Refused = result.Refused + 1 };
                }
            }
        }
        if (result != new RoundResult(0, 0, 0, 0))
            log.LogInformation("Reminders: {Sent} sent, {Stopped} stopped, {Refused} refused, {Unsure} uncertain", result.Sent, result.Stopped, result.Refused, result.Unsure);
        return result;
    }

    private async Task<Posting?> Send(Guid reminder, Guid token, CancellationToken ct)
    {
        var handed = await door.Ask(new HandOver(reminder, token), Self, ct);
        if (!handed.Ok || handed.Value.Letter is not { } letter) return null;
        // From here on stopping would only make it uncertain: a letter that is leaving is let go and written down.
        var posting = await post.Post(letter, $"{reminder:N}.{handed.Value.Try}.{token:N}", CancellationToken.None);
        await door.Ask(new RecordPosting(reminder, token, posting), Self, CancellationToken.None);
        if (posting is not Posting.Taken) log.LogWarning("Reminder {Reminder} was not sent: {Posting}", reminder, posting);
        return posting;
    }

    private static RoundResult Count(RoundResult result, Posting? posting) => posting switch
    {
        Posting.Taken => result with { Sent = result.Sent + 1 },
        Posting.Refused => result with { Refused = result.Refused + 1 },
        Posting.Unsure => result with { Unsure = result.Unsure + 1 },
        _ => result with { Stopped = result.Stopped + 1 },
    };
}
