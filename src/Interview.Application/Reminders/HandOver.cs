using System.Security.Cryptography;
using Interviewing.Application.Identity;
using Interviewing.Application.Reminders.Planning;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders;

/// <summary>A letter that may now go to the mail server; null when the reminder was stopped, put off or is no longer ours.</summary>
public sealed record HandedOver(Letter? Letter, int Try);

/// <summary>
/// Writes the letter as things stand now, and says so in the row before the mail server hears of it. Whatever makes it needless is looked at here, at the last
/// moment: without a reason to write, the reminder stops.
/// </summary>
[Needs(Permission.Machine)]
public sealed record HandOver(Guid Reminder, Guid Token) : ICommand<HandedOver>
{
    internal sealed class Handler(IInterviewDb db, IEnumerable<ILetterWriter> writers, IWords words, IHomeAddress home, TimeProvider clock) : IRequestHandler<HandOver, HandedOver>
    {
        private readonly LastLook look = new(db, writers, clock.GetUtcNow());

        public async Task<HandedOver> Handle(HandOver request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var reminder = await db.Reminders.FirstOrDefaultAsync(r => r.Id == request.Reminder && r.ClaimToken == request.Token && r.Status == ReminderStatus.Claimed && r.ClaimedUntil > now, cancellationToken);
            if (reminder is null) return new(null, 0);
            if (reminder.Kind == ReminderKind.Digest) return await Bundle(reminder, now, cancellationToken);
            if (await look.At(reminder, cancellationToken) is not { } letter) return new(null, 0);
            var (token, hash) = Off(reminder);
            reminder.HandOver(now, hash);
            return new(Footed(letter, reminder, token), reminder.Tries + 1);
        }

        private async Task<HandedOver> Bundle(Reminder bundle, DateTimeOffset now, CancellationToken ct)
        {
            if (await look.ClosedUntil(bundle.ReceiverId, ct) is { } until)
            {
                bundle.PutOff(until);
                return new(null, 0);
            }
            var items = await db.Reminders.Where(r => r.ReceiverId == bundle.ReceiverId && r.Status == ReminderStatus.Due && !r.Alone && r.DueAt <= now).OrderBy(r => r.PlannedAt).ThenBy(r => r.Id).ToListAsync(ct);
            List<(Reminder Item, Letter Letter)> aboard = [];
            var token = Token();
            foreach (var item in items)
                if (await look.At(item, ct) is { } letter) aboard.Add((item, letter));
            if (aboard.Count == 0)
            {
                // Nothing left to say: the day may still get its bundle.
                db.Reminders.Remove(bundle);
                return new(null, 0);
            }
            foreach (var (item, _) in aboard) item.Board(bundle, now, OneTimeLink.HashOf(token));
            bundle.HandOver(now, OneTimeLink.HashOf(token));
            return new(aboard is [var only] ? Footed(only.Letter, only.Item, token) : Bundled(aboard, token), bundle.Tries + 1);
        }

        private Letter Bundled(List<(Reminder Item, Letter Letter)> aboard, string token)
        {
            var first = aboard[0].Letter;
            string Say(string key, params object?[] args) => words.In(first.Language, $"reminders.letter.{key}", args);
            var items = aboard.Select(a => $"- {a.Letter.Subject}{(a.Letter.Link is { } link ? $"\n  {link}" : "")}\n  {Say("why.short", home.Of($"/reminders/{a.Item.Id}"))}");
            var off = home.Of($"/mail/off/{token}");
            var text = string.Join("\n\n", [Say("dear", first.ToName.Split(' ')[0]), Say("bundle.text", aboard.Count), .. items, Say("off", off)]) + "\n";
            return new(first.ToName, first.ToAddress, first.Language, Say("bundle.subject", aboard.Count, aboard[0].Letter.Subject), text, Off: off);
        }

        // Behind every letter that is not formal: why it came, and one click to be rid of its kind.
        private Letter Footed(Letter letter, Reminder reminder, string? token)
        {
            if (token is null) return letter;
            var off = home.Of($"/mail/off/{token}");
            var why = reminder.ReceiverKind == ReceiverKind.Person ? words.In(letter.Language, "reminders.letter.why", home.Of($"/reminders/{reminder.Id}")) + "\n" : "";
            return letter with { Text = $"{letter.Text.TrimEnd()}\n\n{why}{words.In(letter.Language, "reminders.letter.off", off)}\n", Off = off };
        }

        private static (string? Token, string? Hash) Off(Reminder reminder)
        {
            if (!Policies.HasRule(reminder.Kind)) return (null, null);
            var token = Token();
            return (token, OneTimeLink.HashOf(token));
        }

        private static string Token() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
    }
}
