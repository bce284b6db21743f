using Interviewing.Application.Shared;

namespace Interviewing.Application.Identity;

/// <summary>A person being signed in on one device. The cookie names it; everything else about it is here and read on each Ask.</summary>
[NotAudited]
public sealed class Session : IHasId
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    /// <summary>A panel session lives through an afternoon of interviews without a click.</summary>
    public static readonly TimeSpan PanelIdle = TimeSpan.FromHours(4);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private Session() { }

    public Session(Guid person, DateTimeOffset now, string? device)
    {
        (PersonId, StartedAt, LastSeenAt, EndsAt) = (person, now, now, now + Longest);
        Device = device is { Length: > 200 } ? device[..200] : device;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid PersonId { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset LastSeenAt { get; private set; }
    public DateTimeOffset EndsAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public bool Panel { get; private set; }
    public string? Device { get; private set; }

    public bool Lives(DateTimeOffset now) => EndedAt is null && now < EndsAt && now - LastSeenAt <= (Panel ? PanelIdle : Idle);

    /// <summary>From now on this session waits as long as a panel does.</summary>
    public void StayForPanel() => Panel = true;

    public void End(DateTimeOffset now) => EndedAt ??= now;
}
