using Interviewing.Application.Shared;

namespace Interviewing.Application.Development;

/// <summary>A private note of the employee beside a plan. Kept encrypted for its writer; in no list, count, export or print of anybody else.</summary>
[Secret]
public sealed class Reflection : IHasId
{
    private Reflection() { }

    public Reflection(Guid plan, Guid writer, string sealedText, DateTimeOffset at) => (PlanId, WriterId, Sealed, At) = (plan, writer, sealedText, at);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid PlanId { get; private set; }
    public Guid WriterId { get; private set; }
    public string Sealed { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}

/// <summary>Locks a text for one person: what one locked, another's key does not open, not even in the same database.</summary>
public interface IPrivateText
{
    string Lock(string text, Guid owner);

    /// <summary>Null when the key is gone or the text was altered.</summary>
    string? Unlock(string sealedText, Guid owner);
}
