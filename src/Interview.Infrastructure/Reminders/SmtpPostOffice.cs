using System.Globalization;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using Interviewing.Application.Reminders;

namespace Interviewing.Infrastructure.Reminders;

/// <summary>
/// Over a mail server (RFC 5321). What it answers, or does not, and when, decides whether a letter is sent, refused or uncertain: as long as the last line of the
/// letter has not been said, nothing can have arrived.
/// </summary>
internal sealed class SmtpPostOffice(MailSettings settings, TimeProvider clock) : IPostOffice
{
    public async Task<Posting> Post(Letter letter, string messageId, CancellationToken ct)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(settings.Patience);
        await using SmtpLine line = new(settings);
        try
        {
            var id = $"{messageId}@{settings.From.Host}";
            var to = Mailbox(new MailAddress(letter.ToAddress));
            var message = Mime.Write(letter, settings.From, id, clock.GetUtcNow());
            await line.Open(timeout.Token);
            await line.Say($"MAIL FROM:<{Mailbox(settings.From)}>", SmtpStage.Sender, timeout.Token);
            await line.Say($"RCPT TO:<{to}>", SmtpStage.Recipient, timeout.Token);
            await line.Send(message, timeout.Token);
            return new Posting.Taken(id);
        }
        catch (FormatException)
        {
            return new Posting.Refused("reminders.address-wrong", ForGood: true);
        }
        catch (SmtpSaidNo no)
        {
            return Verdict(no);
        }
        catch (OperationCanceledException)
        {
            return line.HasTheLetter ? new Posting.Unsure("reminders.server-silent") : new Posting.Refused("reminders.server-silent", ForGood: false);
        }
        catch (Exception wrong) when (wrong is IOException or SocketException or AuthenticationException)
        {
            var said = Mime.Header(wrong.Message);
            return line.HasTheLetter ? new Posting.Unsure($"reminders.server-broke-off: {said}")
                : new Posting.Refused($"reminders.{(line.IsOpen ? "server-broke-off" : "server-not-reached")}: {said}", ForGood: false);
        }
    }

    private static Posting.Refused Verdict(SmtpSaidNo no)
    {
        var why = no.Code == 0 ? no.Message : string.Create(CultureInfo.InvariantCulture, $"reminders.server-said: {no.Code} {Mime.Header(no.Message)}");
        // About the greeting, the encryption, the sign-in or the sender, the settings are wrong and not the letter: it goes when they are mended.
        var forGood = no is { Code: >= 500, Stage: SmtpStage.Recipient or SmtpStage.Letter };
        // 550 no such mailbox, 551 not here, 553 no such name; other refusals are about something else than the address.
        return new(why, forGood, NoSuchAddress: no is { Stage: SmtpStage.Recipient, Code: 550 or 551 or 553 });
    }

    private static string Mailbox(MailAddress address)
    {
        var (user, host) = (address.User, new IdnMapping().GetAscii(address.Host));
        // No names in other scripts before the @: few servers take them, and a quoted line break would be a command.
        if (user.Any(c => c is <= ' ' or > '~' or '<' or '>')) throw new FormatException("not a plain address");
        return $"{user}@{host}";
    }
}
