using Interviewing.Application.Reminders;
using Interviewing.Infrastructure;
using Interviewing.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Interviewing.Slices.Tests.Reminders;

/// <summary>Over a real mail server with encryption and sign-in: what is sent, and what is made of everything that goes wrong.</summary>
public sealed class SmtpTests : IAsyncLifetime
{
    private static readonly Letter Note = new("Noor van Dijk", "noor@waterveen.example", "nl", "Morgen: kaart, met één accent", "Dag Noor,\n\n.een punt vooraan\n..twee\nTot morgen €\n", Off: "https://interview.waterveen.example/mail/off/abc");

    private RealMailServer server = null!;

    public async Task InitializeAsync() => server = await RealMailServer.Start();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task A_letter_leaves_encrypted_and_signed_in_whole_and_with_its_one_click()
    {
        (await Office().Post(Note, "een.1", CancellationToken.None)).ShouldBe(new Posting.Taken("een.1@waterveen.example"));
        await server.Be("friendly");
        var mail = server.Messages.ShouldHaveSingleItem();
        (mail.Encrypted, mail.SignedIn, mail.Login).ShouldBe((true, true, "PLAIN"));
        (mail.From, mail.To.Single()).ShouldBe(("interview@waterveen.example", "noor@waterveen.example"));
        mail.Raw.ShouldContain("List-Unsubscribe: <https://interview.waterveen.example/mail/off/abc>");
        mail.Raw.ShouldContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
        mail.Raw.ShouldContain("Auto-Submitted: auto-generated");
        Body(mail.Raw).ShouldBe(Note.Text.ReplaceLineEndings("\r\n"));
    }

    [Fact]
    public async Task A_server_that_only_knows_LOGIN_is_signed_in_to_as_well()
    {
        await using var old = await RealMailServer.Start("LOGIN");
        (await Office(old).Post(Note, "twee.1", CancellationToken.None)).ShouldBeOfType<Posting.Taken>();
        await old.Be("friendly");
        old.Messages.ShouldHaveSingleItem().Login.ShouldBe("LOGIN");
    }

    [Fact]
    public async Task A_mailbox_that_does_not_exist_is_refused_for_good_and_a_full_one_for_now()
    {
        await server.Be("refuse 550 5.1.1 no such mailbox");
        (await Office().Post(Note, "drie.1", CancellationToken.None)).ShouldBeOfType<Posting.Refused>().ShouldSatisfyAllConditions(r => r.ForGood.ShouldBeTrue(), r => r.NoSuchAddress.ShouldBeTrue(), r => r.Why.ShouldContain("550"));
        await server.Be("refuse 452 4.2.2 mailbox full");
        (await Office().Post(Note, "drie.2", CancellationToken.None)).ShouldBeOfType<Posting.Refused>().ShouldSatisfyAllConditions(r => r.ForGood.ShouldBeFalse(), r => r.NoSuchAddress.ShouldBeFalse());
        await server.Be("refuse 554 5.7.1 not from you");
        (await Office().Post(Note, "drie.3", CancellationToken.None)).ShouldBeOfType<Posting.Refused>().ShouldSatisfyAllConditions(r => r.ForGood.ShouldBeTrue(), r => r.NoSuchAddress.ShouldBeFalse());
        await server.Be("friendly");
        (await Office().Post(Note, "drie.4", CancellationToken.None)).ShouldBeOfType<Posting.Taken>();
        await server.Be("friendly");
        server.Messages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Hanging_up_before_the_letter_is_a_refusal_and_with_the_letter_nobody_knows()
    {
        await server.Be("drop-before");
        (await Office().Post(Note, "vier.1", CancellationToken.None)).ShouldBeOfType<Posting.Refused>().ForGood.ShouldBeFalse();
        await server.Be("drop-after");
        (await Office().Post(Note, "vier.2", CancellationToken.None)).ShouldBeOfType<Posting.Unsure>();
        await server.Be("friendly");
        server.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_takes_its_time_is_waited_for_and_one_that_takes_too_long_is_uncertain()
    {
        await server.Be("delay 0.2");
        (await Office().Post(Note, "vijf.1", CancellationToken.None)).ShouldBeOfType<Posting.Taken>();
        await server.Be("delay 600");
        (await Office(server, ("Mail:Smtp:TimeoutSeconds", "3")).Post(Note, "vijf.2", CancellationToken.None)).ShouldBeOfType<Posting.Unsure>().Why.ShouldBe("reminders.server-silent");
    }

    [Fact]
    public async Task Nothing_is_said_to_a_server_whose_certificate_is_not_trusted_and_a_wrong_password_is_no_fault_of_the_letter()
    {
        (await Office(server, ("Mail:Smtp:Authority", "")).Post(Note, "zes.1", CancellationToken.None)).ShouldBeOfType<Posting.Refused>().ForGood.ShouldBeFalse();
        (await Office(server, ("Mail:Smtp:Password", "verkeerd")).Post(Note, "zes.2", CancellationToken.None)).ShouldBeOfType<Posting.Refused>().ShouldSatisfyAllConditions(r => r.ForGood.ShouldBeFalse(), r => r.NoSuchAddress.ShouldBeFalse(), r => r.Why.ShouldContain("535"));
        await server.Be("friendly");
        server.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_without_encryption_gets_nothing_unless_the_settings_say_so()
    {
        await using MailServer plain = new();
        (string, string)[] there = [("Mail:Smtp:Host", "127.0.0.1"), ("Mail:Smtp:Port", $"{plain.Port}")];
        (await Office(server, there).Post(Note, "zeven.1", CancellationToken.None)).ShouldBe(new Posting.Refused("reminders.server-unencrypted", ForGood: false));
        (await Office(server, [.. there, ("Mail:Smtp:StartTls", "false")]).Post(Note, "zeven.2", CancellationToken.None)).ShouldBe(new Posting.Refused("reminders.server-no-sign-in", ForGood: false));
        plain.Messages.ShouldBeEmpty();
        (await Office(server, [.. there, ("Mail:Smtp:StartTls", "false"), ("Mail:Smtp:User", "")]).Post(Note, "zeven.3", CancellationToken.None)).ShouldBeOfType<Posting.Taken>();
    }

    private IPostOffice Office() => Office(server);

    private static IPostOffice Office(RealMailServer to, params (string Key, string Value)[] also)
    {
        (string, string)[] settings =
        [
            ("Mail:Smtp:Host", "localhost"), ("Mail:Smtp:Port", $"{to.Port}"), ("Mail:Smtp:User", RealMailServer.User), ("Mail:Smtp:Password", RealMailServer.Password), ("Mail:Smtp:Authority", to.Certificate),
            ("Mail:Smtp:From", "Gemeente Waterveen <interview@waterveen.example>"), ("Reminders:Tick", "false"), .. also,
        ];
        Dictionary<string, string?> values = [];
        foreach (var (key, value) in settings) values[key] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging().AddInterviewInfrastructure(configuration).BuildServiceProvider().GetRequiredService<IPostOffice>();
    }

    private static string Body(string raw) => System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(raw[(raw.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].Replace("\r\n", "", StringComparison.Ordinal)));
}
