using Interviewing.Application.Identity;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Reminders;

/// <summary>
/// An address that a mail server said does not exist. Nothing is sent there until somebody lifts it, or its owner gets another one. Only a hash of the address is
/// kept: whose it is says the receiver.
/// </summary>
public sealed class SuspendedAddress : Root
{
    private SuspendedAddress() { }

    public SuspendedAddress(string address, ReceiverKind kind, Guid receiver, Guid? procedure, string why, DateTimeOffset now) =>
        (AddressHash, ReceiverKind, ReceiverId, ProcedureId, Why, Since) = (HashOf(address), kind, receiver, procedure, why.Length > 300 ? why[..300] : why, now);

    [Secret] public string AddressHash { get; private set; } = "";
    public ReceiverKind ReceiverKind { get; private set; }
    public Guid ReceiverId { get; private set; }
    /// <summary>Whose owner is told, for a candidate or a guest.</summary>
    public Guid? ProcedureId { get; private set; }
    public DateTimeOffset Since { get; private set; }
    public string Why { get; private set; } = "";
    public DateTimeOffset? LiftedAt { get; private set; }
    public Guid? LiftedById { get; private set; }

    public static string HashOf(string address) => OneTimeLink.HashOf(Person.KeyOf(address));

    public void Lift(Guid by, DateTimeOffset now)
    {
        Refuse.If(LiftedAt is not null, "reminders.lifted-already");
        (LiftedAt, LiftedById) = (now, by);
        Touch();
    }
}
