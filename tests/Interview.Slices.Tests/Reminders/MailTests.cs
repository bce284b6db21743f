using System.Text;
using Interviewing.Application.Reminders;
using Interviewing.Infrastructure;
using Interviewing.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Interviewing.Slices.Tests.Reminders;

public class MailTests
{
    private static readonly Letter Plain = new("Noor \"van\" Dijk\r\nBcc: iemand@waterveen.example", "noor@waterveen.example", "nl", "Morgen: kaart\r\nX-Kwaad: ja, met één accent", "Dag Noor,\n\n.een punt vooraan\nTot morgen €\n");

    private static readonly Letter Invitation = Plain with { Calendar = ("REQUEST", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nSUMMARY:Gesprek – één\r\nEND:VCALENDAR\r\n") };

    [Fact]
    public async Task A_letter_leaves_over_smtp_with_the_headers_of_a_machine_and_none_of_somebody_elses()
    {
        await using MailServer server = new();
        var posting = await Office(server).Post(Plain, "een.1", CancellationToken.None);
        posting.ShouldBe(new Posting.Taken("een.1@waterveen.example"));
        var mail = server.Messages.ShouldHaveSingleItem();
        mail.To.ShouldHaveSingleItem().ShouldContain("<noor@waterveen.example>");
        mail.Headers("Message-ID").ShouldBe(["<een.1@waterveen.example>"]);
        mail.Headers("Auto-Submitted").ShouldBe(["auto-generated"]);
        mail.Headers("X-Kwaad").ShouldBeEmpty();
        mail.Headers("Bcc").ShouldBeEmpty();
        mail.Headers("Subject").ShouldHaveSingleItem();
        mail.Headers("To").ShouldBe(["\"Noor van Dijk Bcc: iemand@waterveen.example\" <noor@waterveen.example>"]);
        Body(mail.Raw).ShouldContain("Tot morgen €");
    }

    [Fact]
    public async Task An_invitation_carries_its_calendar_as_an_alternative()
    {
        await using MailServer server = new();
        (await Office(server).Post(Invitation, "twee.1", CancellationToken.None)).ShouldBeOfType<Posting.Taken>();
        var raw = server.Messages.ShouldHaveSingleItem().Raw;
        raw.ShouldContain("multipart/alternative");
        raw.ShouldMatch("(?i)content-type: text/calendar;(?=[^\r]*method=REQUEST)(?=[^\r]*charset=UTF-8)");
        Body(raw).ShouldContain("SUMMARY:Gesprek – één");
    }

    [Theory]
    [InlineData(MailServer.Mood.NoSuchMailbox, typeof(Posting.Refused), true)]
    [InlineData(MailServer.Mood.TryLater, typeof(Posting.Refused), false)]
    [InlineData(MailServer.Mood.HangsUpAfterData, typeof(Posting.Unsure), false)]
    [InlineData(MailServer.Mood.Silent, typeof(Posting.Unsure), false)]
    public async Task What_the_server_says_or_does_not_say_decides(MailServer.Mood mood, Type answer, bool forGood)
    {
        await using MailServer server = new() { Now = mood };
        var posting = await Office(server).Post(Plain, "drie.1", CancellationToken.None);
        posting.ShouldBeOfType(answer);
        if (posting is Posting.Refused refused) refused.ForGood.ShouldBe(forGood);
        server.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_listening_is_a_refusal_for_now()
    {
        int port;
        await using (MailServer server = new()) port = server.Port;
        var posting = await Office(port).Post(Plain, "vier.1", CancellationToken.None);
        posting.ShouldBeOfType<Posting.Refused>().ForGood.ShouldBeFalse();
    }

    [Fact]
    public async Task Without_a_mail_server_each_letter_is_one_whole_file()
    {
        var folder = Directory.CreateTempSubdirectory("interview-mail-").FullName;
        var office = Office(("Data:Folder", folder));
        (await office.Post(Plain, "vijf.1", CancellationToken.None)).ShouldBeOfType<Posting.Taken>();
        (await office.Post(Invitation, "zes.1", CancellationToken.None)).ShouldBeOfType<Posting.Taken>();
        var files = Directory.GetFiles(Path.Combine(folder, "mail")).Order().ToList();
        files.Count.ShouldBe(2);
        files.ShouldAllBe(f => f.EndsWith(".eml"));
        var plain = await File.ReadAllTextAsync(files[0]);
        plain.ShouldNotContain("\nX-Kwaad");
        plain.ShouldNotContain("\nBcc");
        plain.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\n');
        plain.ShouldContain("Auto-Submitted: auto-generated\r\n");
        plain.ShouldContain("Message-ID: <vijf.1@waterveen.example>\r\n");
        plain.ShouldMatch("Date: [A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d \\+0000");
        Body(plain).ShouldContain(".een punt vooraan\r\nTot morgen €");
        var invitation = await File.ReadAllTextAsync(files[1]);
        invitation.ShouldContain("Content-Type: text/calendar; method=REQUEST; charset=UTF-8\r\n");
        Body(invitation).ShouldContain("SUMMARY:Gesprek – één");
        invitation.Split("\r\n").ShouldAllBe(l => l.Length <= 998);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_a_refusal_for_now()
    {
        var file = Path.GetTempFileName();
        (await Office(("Mail:PickupFolder", Path.Combine(file, "mail"))).Post(Plain, "zeven.1", CancellationToken.None)).ShouldBeOfType<Posting.Refused>().ForGood.ShouldBeFalse();
        File.Delete(file);
    }

    private static IPostOffice Office(MailServer server) => Office(server.Port);

    private static IPostOffice Office(int port) => Office(("Mail:Smtp:Host", "127.0.0.1"), ("Mail:Smtp:Port", $"{port}"), ("Mail:Smtp:StartTls", "false"), ("Mail:Smtp:TimeoutSeconds", "2"));

    private static IPostOffice Office(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Append(("Mail:Smtp:From", "Gemeente Waterveen <interview@waterveen.example>")).Append(("Reminders:Tick", "false"))
            .Select(s => KeyValuePair.Create(s.Item1, (string?)s.Item2))).Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging().AddInterviewInfrastructure(configuration).BuildServiceProvider().GetRequiredService<IPostOffice>();
    }

    private static string Body(string raw) => string.Concat(raw.Split("\r\n\r\n").Skip(1).Select(part => Decoded(part.Split("\r\n--")[0])));

    private static string Decoded(string part)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(part.Replace("\r\n", "", StringComparison.Ordinal)));
        }
        catch (FormatException)
        {
            return part;
        }
    }
}
