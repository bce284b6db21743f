using Interviewing.Application.Shared;

namespace Interviewing.Application.Identity;

/// <summary>
/// How often signing in failed for one address, known or not: both are answered alike. From the fifth failure each further try must wait longer, never for ever.
/// Only a hash of the address is kept, and the row goes after a day of silence.
/// </summary>
[NotAudited]
public sealed class SignInGuard : Root
{
    public static readonly TimeSpan Forgets = TimeSpan.FromDays(1);
    private const int FreeTries = 5;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    private SignInGuard() { }

    public SignInGuard(string address, DateTimeOffset now) => (AddressHash, LastAt) = (HashOf(address), now);

    public string AddressHash { get; private set; } = "";
    public int Failures { get; private set; }
    public DateTimeOffset LastAt { get; private set; }
    public DateTimeOffset? LockedUntil { get; private set; }

    public static string HashOf(string address) => OneTimeLink.HashOf(Person.KeyOf(address));

    public TimeSpan? Wait(DateTimeOffset now) => LockedUntil is { } until && until > now ? until - now : null;

    /// <summary>Counts a try as failed before it is known, so that tries at the same moment count too; a right one takes the guard away.</summary>
    public void Knock(DateTimeOffset now)
    {
        if (now - LastAt > Forgets) Failures = 0;
        (Failures, LastAt) = (Failures + 1, now);
        LockedUntil = Failures >= FreeTries ? now + DelayAfter(Failures) : null;
        Touch();
    }

    public static TimeSpan DelayAfter(int failures)
    {
        if (failures < FreeTries) return TimeSpan.Zero;
        var doubled = First * Math.Pow(2, Math.Min(failures - FreeTries, 10));
        return doubled < Longest ? doubled : Longest;
    }
}
