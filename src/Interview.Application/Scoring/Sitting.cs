using Interviewing.Application.Guides;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Scoring;

/// <summary>A question that the panel came to, when, and the minutes the chair added to it then.</summary>
public sealed record Visit(Guid Question, DateTimeOffset At, int Extra = 0);

/// <summary>
/// A talk while it is held: where the chair is in the guide and since when. The times are for reference, nothing stops by itself. Its id is that of the interview.
/// </summary>
public sealed class Sitting : Root
{
    public const int MostExtra = 60;

    private Sitting() { }

    public Sitting(Guid interview, Guid procedure, Guid candidate, FrozenGuide guide, DateTimeOffset now)
    {
        (Id, ProcedureId, CandidateId, StartedAt) = (interview, procedure, candidate, now);
        if (guide.Questions.Count > 0) Course = [new(guide.Questions[0].Id, now)];
    }

    public Guid ProcedureId { get; private set; }
    public Guid CandidateId { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public IReadOnlyList<Visit> Course { get; private set; } = [];

    public Visit? Now => EndedAt is null && Course.Count > 0 ? Course[^1] : null;

    /// <summary>Everybody's marker goes there; where each looks stays with each. A second time changes nothing.</summary>
    public void MoveTo(FrozenGuide guide, Guid question, DateTimeOffset now)
    {
        Refuse.If(EndedAt is not null, "procedures.interview-not-going");
        Refuse.FieldIf(guide.Questions.All(q => q.Id != question), "question", "scoring.item-unknown");
        if (Now?.Question == question) return;
        Course = [.. Course, new Visit(question, now)];
        Touch();
    }

    /// <summary>More time for this question than planned.</summary>
    public void Extend(int minutes)
    {
        var now = Now ?? throw new Refusal("procedures.interview-not-going");
        Refuse.FieldIf(minutes is < 1 or > MostExtra || now.Extra + minutes > MostExtra, "minutes", "scoring.extra-wrong", MostExtra);
        Course = [.. Course.SkipLast(1), now with { Extra = now.Extra + minutes }];
        Touch();
    }

    public void End(DateTimeOffset now)
    {
        if (EndedAt is not null) return;
        EndedAt = now;
        Touch();
    }

    /// <summary>How long a question had the floor, all its visits together.</summary>
    public TimeSpan Spent(Guid question, DateTimeOffset now) =>
        TimeSpan.FromTicks(Course.Select((v, i) => v.Question == question ? ((i + 1 < Course.Count ? Course[i + 1].At : EndedAt ?? now) - v.At).Ticks : 0).Sum());
}

/// <summary>That somebody's screen was there a moment ago. Nothing about what is on it.</summary>
[NotAudited]
public sealed class Presence
{
    /// <summary>Connected in the last minute.</summary>
    public static readonly TimeSpan Here = TimeSpan.FromMinutes(1);

    private Presence() { }

    public Presence(Guid candidate, Guid seat, DateTimeOffset now) => (CandidateId, SeatId, SeenAt) = (candidate, seat, now);

    public Guid CandidateId { get; private set; }
    public Guid SeatId { get; private set; }
    public DateTimeOffset SeenAt { get; private set; }

    public void Seen(DateTimeOffset now) => SeenAt = now;
}
