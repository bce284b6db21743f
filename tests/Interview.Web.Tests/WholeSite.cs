using Interviewing.Application.Identity;
using Interviewing.Testing;

namespace Interviewing.Web.Tests;

/// <summary>One running product for the tests that only look at it.</summary>
public sealed class WholeSite : IAsyncLifetime
{
    public const string Password = "een wachtwoord van hout";

    public Site Site { get; set; } = null!;

    public async Task InitializeAsync() => Site = await Site.Start(Database.Sqlite);

    /// <summary>Somebody of one's own with this part: what one test does to a person another does not notice.</summary>
    public async Task<(Guid Id, string Email)> Somebody(Role role, string language = "nl")
    {
        var email = $"{Guid.NewGuid():N}@waterveen.example";
        var link = await Site.Asked(new InvitePerson("Iemand Anders", email, language, role));
        await Site.Asked(new AcceptLink(link.Token, Password));
        return (link.Person, email);
    }

    public async Task<Surfer> SignedIn(Role role, string language = "nl")
    {
        var surfer = new Surfer(Site);
        (await surfer.SignIn((await Somebody(role, language)).Email, Password)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Found);
        return surfer;
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class OneSite : ICollectionFixture<WholeSite>
{
    public const string Name = "one site";
}
