using Interviewing.Application.Shared;

namespace Interviewing.Application.Procedures;

/// <summary>A place in the panel, for a person or for a guest's link. The one who sits there may go; what was scored from it stays.</summary>
public sealed class PanelSeat : Part
{
    private PanelSeat() { }

    internal PanelSeat(Guid procedure, Guid? person, Guid? link, SeatKind kind, bool scores, DateTimeOffset now) =>
        (ProcedureId, PersonId, GuestLinkId, Kind, Scores, AddedAt) = (procedure, person, link, kind, scores, now);

    public Guid ProcedureId { get; private set; }
    public Guid? PersonId { get; private set; }
    public Guid? GuestLinkId { get; private set; }
    public SeatKind Kind { get; private set; }
    public bool Scores { get; private set; }
    public DateTimeOffset AddedAt { get; private set; }
    public DateTimeOffset? RemovedAt { get; private set; }
    public string? RemovedReason { get; private set; }
    /// <summary>From this moment the file is open to whoever sits here.</summary>
    public DateTimeOffset? DeclaredAt { get; private set; }
    /// <summary>What was signed, word for word.</summary>
    public string? DeclaredWords { get; private set; }

    public bool IsTaken => RemovedAt is null;

    public bool HasDeclared => DeclaredAt is not null;

    internal void Sign(string words, DateTimeOffset now)
    {
        if (HasDeclared) return;
        (DeclaredAt, DeclaredWords) = (now, words);
    }

    internal void Leave(string? reason, DateTimeOffset now) => (RemovedAt, RemovedReason) = (now, reason?.Trim());
}
