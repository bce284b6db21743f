using System.Text;
using Interviewing.Application.Reminders;

namespace Interviewing.Infrastructure.Reminders;

/// <summary>One .eml file per message, there in one piece or not at all.</summary>
internal sealed class FolderPostOffice(MailSettings settings, TimeProvider clock) : IPostOffice
{
    public async Task<Posting> Post(Letter letter, string messageId, CancellationToken ct)
    {
        try
        {
            Directory.CreateDirectory(settings.Folder);
            var now = clock.GetUtcNow();
            var id = $"{messageId}@{settings.From.Host}";
            var file = Path.Combine(settings.Folder, $"{now:yyyyMMdd-HHmmss-fff}-{messageId}.eml");
            var unfinished = file + ".part";
            await File.WriteAllTextAsync(unfinished, Mime.Write(letter, settings.From, id, now), new UTF8Encoding(false), ct);
            File.Move(unfinished, file);
            return new Posting.Taken(id);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return new Posting.Refused($"reminders.folder: {wrong.Message}", ForGood: false);
        }
        catch (FormatException)
        {
            return new Posting.Refused("reminders.address-wrong", ForGood: true);
        }
    }
}
