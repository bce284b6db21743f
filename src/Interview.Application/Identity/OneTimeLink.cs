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
