using System.Security.Cryptography;
using System.Text;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Identity;

public enum LinkPurpose { Invitation, FirstAdministrator, PasswordReset }

/// <summary>A link that works once: 256 random bits, of which only the SHA-256 is kept. A GET never consumes it.</summary>
public sealed class OneTimeLink : Root
{
    private OneTimeLink() { }

    private OneTimeLink(LinkPurpose purpose, Guid? person, string hash, DateTimeOffset until) =>
        (Purpose, PersonId, Hash, Until) = (purpose, person, hash, until);

    public LinkPurpose Purpose { get; private set; }
    public Guid? PersonId { get; private set; }
    [Secret] public string Hash { get; private set; } = "";
    public DateTimeOffset Until { get; private set; }
    public DateTimeOffset? UsedAt { get; private set; }

    public static (OneTimeLink Link, string Token) Make(LinkPurpose purpose, Guid? person, DateTimeOffset until)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        return (new OneTimeLink(purpose, person, HashOf(token), until), token);
    }

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public bool Works(DateTimeOffset now) => UsedAt is null && now < Until;

    public void Use(DateTimeOffset now)
    {
        Refuse.If(!Works(now), "identity.link-used");
        UsedAt = now;
        Touch();
    }
}

/// <summary>An outsider's way into one procedure: a personal link and a code that travels apart from it. Closed by <see cref="Until"/> or by hand.</summary>
public sealed class GuestLink : Root
{
    private GuestLink() { }

    private GuestLink(Guid procedure, string name, string email, string language, string tokenHash, string codeHash, DateTimeOffset until) =>
        (ProcedureId, Name, Email, Language, TokenHash, CodeHash, Until) = (procedure, name, email, language, tokenHash, codeHash, until);

    public Guid ProcedureId { get; private set; }
    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";
    public string Language { get; private set; } = "nl";
    [Secret] public string TokenHash { get; private set; } = "";
    [Secret] public string CodeHash { get; private set; } = "";
    public DateTimeOffset Until { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public int WrongCodes { get; private set; }

    public static (GuestLink Link, string Token, string Code) Make(Guid procedure, string name, string email, string language, DateTimeOffset until)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var code = RandomNumberGenerator.GetInt32(0, 100_000_000).ToString("D8", System.Globalization.CultureInfo.InvariantCulture);
        return (new GuestLink(procedure, name, email, language, OneTimeLink.HashOf(token), OneTimeLink.HashOf(token + code), until), token, code);
    }

    public bool Works(DateTimeOffset now) => ClosedAt is null && now < Until && WrongCodes < 10;

    /// <summary>Whether the code is right; ten wrong ones close the link.</summary>
    public bool Opens(string token, string code, DateTimeOffset now)
    {
        if (!Works(now)) return false;
        if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeHash), Encoding.ASCII.GetBytes(OneTimeLink.HashOf(token + code.Trim())))) return true;
        WrongCodes++;
        Touch();
        return false;
    }

    public void Close(DateTimeOffset now)
    {
        ClosedAt ??= now;
        Touch();
    }
}
