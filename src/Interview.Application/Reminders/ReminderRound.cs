using Interviewing.Application.Shared;
using Microsoft.Extensions.Logging;

namespace Interviewing.Application.Reminders;

/// <summary>What one round did.</summary>
public sealed record RoundResult(int Sent, int Stopped, int Refused, int Unsure);

/// <summary>
/// Sends what is due: claim, hand over, post, record, each a command of its own, with the mail server outside every one of them. Any number of processes
/// may run a round at the same moment, and each may die anywhere in it.
/// </summary>
public sealed class ReminderRound(Door door, IPostOffice post, TimeProvider clock, ILogger<ReminderRound> log)
{
    // One round ends, so that a flood does not keep a process from noticing that it must stop; the next tick goes on.
    private const int MostBatches = 25;

    private static readonly Actor Self = new Actor.System("reminders");

    /// <summary>When this process last came to the end of a round, or began to live.</summary>
    public DateTimeOffset LastRound { get; private set; } = clock.GetUtcNow();

    public async Task<RoundResult> Run(CancellationToken ct = default)
    {
        var result = await Round(ct);
        LastRound = clock.GetUtcNow();
        return result;
    }

    private async Task<RoundResult> Round(CancellationToken ct)
    {
        var result = new RoundResult(0, 0, 0, 0);
        // Most rounds find nothing to do; they cost one question.
        var work = (await door.Ask(new Beat(), Self, ct)).Value ?? Work.None;
        if (work.Marks) await Plan(ct);
        if (work.Bundles) await OpenBundles(ct);
        if (work == Work.None) return result;
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

    /// <summary>Plans what changed. Refused: another process planned the same at the same moment; what is left is taken up again.</summary>
    public async Task Plan(CancellationToken ct = default)
    {
        for (var batch = 0; batch < MostBatches && !ct.IsCancellationRequested; batch++)
        {
            var token = Guid.NewGuid();
            var planned = await door.Ask(new PlanMarked(token), Self, ct);
            if (planned.Ok && planned.Value == 0) return;
            if (!planned.Ok) await door.Ask(new LetGoOfMarks(token), Self, ct);
        }
    }

    private async Task OpenBundles(CancellationToken ct)
    {
        // Refused: the other process opened them; a second look finds the rest.
        for (var again = 0; again < 3; again++)
            if ((await door.Ask(new OpenBundles(), Self, ct)).Ok) return;
    }

    private async Task<Posting?> Send(Guid reminder, Guid token, CancellationToken ct)
    {
        var handed = await door.Ask(new HandOver(reminder, token), Self, ct);
        if (!handed.Ok || handed.Value.Letter is not { } letter) return null;
        // From here on stopping would only make it uncertain: a letter that is leaving is let go and written down.
        var posting = await post.Post(letter, $"{reminder:N}.{handed.Value.Try}.{token:N}", CancellationToken.None);
        await door.Ask(new RecordPosting(reminder, token, posting, letter.ToAddress), Self, CancellationToken.None);
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
