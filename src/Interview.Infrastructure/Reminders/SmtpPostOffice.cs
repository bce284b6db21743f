using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Sockets;
using System.Text;
using Interviewing.Application.Reminders;

namespace Interviewing.Infrastructure.Reminders;

/// <summary>Over a mail server. What it answers, or does not, decides whether a letter is sent, refused or uncertain.</summary>
internal sealed class SmtpPostOffice(MailSettings settings) : IPostOffice
{
    public async Task<Posting> Post(Letter letter, string messageId, CancellationToken ct)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(settings.Patience);
        try
        {
            var id = $"{messageId}@{settings.From.Host}";
            using var message = Message(letter, id);
            // Its own patience too: giving up, it would otherwise wait 100 s for the silent server to say goodbye.
            using SmtpClient client = new(settings.Host, settings.Port) { EnableSsl = settings.StartTls, Timeout = (int)settings.Patience.TotalMilliseconds };
            if (settings.User is { Length: > 0 } user) client.Credentials = new NetworkCredential(user, settings.Password);
            await client.SendMailAsync(message, timeout.Token);
            return new Posting.Taken(id);
        }
        catch (FormatException)
        {
            return new Posting.Refused("reminders.address-wrong", ForGood: true);
        }
        catch (SmtpException said)
        {
            return Verdict(said);
        }
        catch (OperationCanceledException)
        {
            return new Posting.Unsure("reminders.server-silent");
        }
        catch (Exception wrong) when (wrong is IOException or SocketException or InvalidOperationException or System.Security.Authentication.AuthenticationException)
        {
            return new Posting.Unsure($"reminders.server-broke-off: {Mime.Header(wrong.Message)}");
        }
    }

    private static Posting Verdict(SmtpException said)
    {
        var why = $"reminders.server-said: {(int)said.StatusCode} {Mime.Header(said.Message)}";
        return said.StatusCode switch
        {
            // No line at all: nothing left the house.
            SmtpStatusCode.GeneralFailure when said.InnerException is SocketException => new Posting.Refused($"reminders.server-not-reached: {Mime.Header(said.InnerException.Message)}", ForGood: false),
            SmtpStatusCode.GeneralFailure => new Posting.Unsure($"reminders.server-broke-off: {Mime.Header(said.InnerException?.Message ?? said.Message)}"),
            _ when (int)said.StatusCode is >= 400 and < 500 => new Posting.Refused(why, ForGood: false),
            _ when (int)said.StatusCode >= 500 => new Posting.Refused(why, ForGood: true),
            _ => new Posting.Unsure(why),
        };
    }

    private MailMessage Message(Letter letter, string id)
    {
        MailMessage message = new(settings.From, new MailAddress(letter.ToAddress, Mime.Name(letter.ToName), Encoding.UTF8))
        {
            Subject = Mime.Subject(letter), SubjectEncoding = Encoding.UTF8, HeadersEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Message-ID", $"<{id}>");
        message.Headers.Add("Content-Language", Mime.Header(letter.Language));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        if (letter.Calendar is not { } calendar)
        {
            (message.Body, message.BodyEncoding, message.BodyTransferEncoding) = (letter.Text, Encoding.UTF8, TransferEncoding.Base64);
            return message;
        }
        message.AlternateViews.Add(View(letter.Text, "text/plain; charset=utf-8"));
        message.AlternateViews.Add(View(calendar.Ics, Mime.CalendarType(calendar.Method)));
        return message;
    }

    private static AlternateView View(string text, string type)
    {
        // From bytes: made from a string the view would rewrite its own content type.
        var view = new AlternateView(new MemoryStream(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"))), new ContentType(type));
        view.TransferEncoding = TransferEncoding.Base64;
        return view;
    }
}
