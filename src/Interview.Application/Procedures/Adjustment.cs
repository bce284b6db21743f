using Interviewing.Application.Shared;

namespace Interviewing.Application.Procedures;

/// <summary>What a candidate needs to be able to show the same: more time, or something else in the room. Planned with and told to the panel, in no score and no number.</summary>
public sealed class Adjustment : IHasId
{
    public const int Longest = 240;

    private Adjustment() { }

    public Adjustment(Guid candidate) => Id = candidate;

    /// <summary>The candidate's id.</summary>
    public Guid Id { get; private set; }
    public int ExtraMinutes { get; private set; }
    /// <summary>For whoever plans or chairs.</summary>
    [Secret] public string? Note { get; private set; }
    public Guid? By { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>Answers by how much the talk grows or shrinks.</summary>
    public int Set(int extraMinutes, string? note, Guid? by, DateTimeOffset now)
    {
        Refuse.FieldIf(extraMinutes is < 0 or > Longest, "extra", "procedures.extra-wrong", Longest);
        Refuse.FieldIf(note is { Length: > 1000 }, "note", "procedures.note-long", 1000);
        var more = extraMinutes - ExtraMinutes;
        (ExtraMinutes, Note, By, At) = (extraMinutes, string.IsNullOrWhiteSpace(note) ? null : note.Trim(), by, now);
        return more;
    }
}
