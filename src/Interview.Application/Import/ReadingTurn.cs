using Interviewing.Application.Shared;

namespace Interviewing.Application.Import;

/// <summary>
/// A long document that waits to be read or is being read: one row per draft, under the draft's own id, gone when it is over. Whoever reads holds a lease; when
/// that process dies the lease runs out and another reads again.
/// </summary>
[NotAudited]
public sealed class ReadingTurn : IHasId
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    /// <summary>A document that took a process down this often is not tried again.</summary>
    public const int MostTries = 3;

    private ReadingTurn() { }

    public ReadingTurn(Guid draft, DateTimeOffset at) => (Id, At) = (draft, at);

    public Guid Id { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid? Token { get; private set; }
    public DateTimeOffset? Until { get; private set; }
    public int Tries { get; private set; }
    /// <summary>0 to 100.</summary>
    public int Percent { get; private set; }
}
