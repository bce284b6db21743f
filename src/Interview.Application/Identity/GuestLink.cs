using System.Globalization;
using System.Linq.Expressions;
using System.Security.Cryptography;
using System.Text;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Identity;

/// <summary>
/// An outsider's way into one procedure: a personal link, and a code that travels apart from it and works once. It closes by itself at <see cref="Until"/> and
/// with the procedure, or by hand. A wrong code costs waiting; too many close the link.
/// </summary>
public sealed class GuestLink : Root
{
    public const int MostWrong = 10;
    private const int FreeTries = 2;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(15), Longest = TimeSpan.FromMinutes(15);

    private GuestLink() { }

    private GuestLink(Guid procedure, string name, string email, string language, string tokenHash, DateTimeOffset until) =>
        (ProcedureId, Name, Email, Language, TokenHash, Until) = (procedure, name, email, language, tokenHash, until);

    public Guid ProcedureId { get; private set; }
    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";
    public string Language { get; private set; } = "nl";
    [Secret] public string TokenHash { get; private set; } = "";
    /// <summary>Empty once the code was used.</summary>
    [Secret] public string CodeHash { get; private set; } = "";
    public DateTimeOffset Until { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public int WrongCodes { get; private set; }
    public DateTimeOffset? WaitUntil { get; private set; }
    public DateTimeOffset? EnteredAt { get; private set; }

    public static (GuestLink Link, string Token, string Code) Make(Guid procedure, string name, string email, string language, DateTimeOffset until)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var link = new GuestLink(procedure, name, email, language, OneTimeLink.HashOf(token), until);
        return (link, token, link.NewCode());
    }

    /// <summary>Not closed, not run out, not guessed at too often. Its procedure may be over all the same: see <see cref="GuestLinks.OpenGuestLinks"/>.</summary>
    public static Expression<Func<GuestLink, bool>> IsOpenAt(DateTimeOffset now) => link => link.ClosedAt == null && now < link.Until && link.WrongCodes < MostWrong;

    public TimeSpan? Wait(DateTimeOffset now) => WaitUntil is { } until && until > now ? until - now : null;

    /// <summary>Whether the code is the right one, which uses it up. Asked too soon after a wrong one, nothing is looked at.</summary>
    public bool Opens(string code, DateTimeOffset now)
    {
        if (Wait(now) is not null) return false;
        Touch();
        if (CodeHash.Length > 0 && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeHash), Encoding.ASCII.GetBytes(Hash(code.Trim()))))
        {
            (CodeHash, WrongCodes, WaitUntil, EnteredAt) = ("", 0, null, now);
            return true;
        }
        WrongCodes++;
        if (WrongCodes > FreeTries) WaitUntil = now + Delay(WrongCodes - FreeTries - 1);
        return false;
    }

    /// <summary>Takes the place of the one before, and of its wrong tries.</summary>
    public string NewCode()
    {
        var code = RandomNumberGenerator.GetInt32(0, 100_000_000).ToString("D8", CultureInfo.InvariantCulture);
        (CodeHash, WrongCodes, WaitUntil) = (Hash(code), 0, null);
        Touch();
        return code;
    }

    public void Close(DateTimeOffset now)
    {
        ClosedAt ??= now;
        Touch();
    }

    private string Hash(string code) => OneTimeLink.HashOf(TokenHash + code);

    private static TimeSpan Delay(int doublings) => First * Math.Pow(2, doublings) is var wait && wait < Longest ? wait : Longest;
}
