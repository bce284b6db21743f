using Interviewing.Application.Shared;

namespace Interviewing.Application.Scoring;

/// <summary>
/// The panel scores the same written answer before the first candidate, each for itself, and then sees how far it lies apart and what the anchors say.
/// It counts for nothing: no mean, agreement, total or dossier is made of it.
/// </summary>
public sealed class Calibration : Root
{
    public const int LongestAnswer = 6000, LongestWhy = 1000;

    private readonly List<CalibrationMark> marks = [];

    private Calibration() { }

    public Calibration(Guid procedure, Guid competency, string question, string answer, Guid by, bool begun, DateTimeOffset now)
    {
        Refuse.If(begun, "scoring.calibration-late");
        Refuse.FieldIf(string.IsNullOrWhiteSpace(question), "question", "scoring.sample-question-missing");
        Refuse.FieldIf(question.Length > 1000, "question", "scoring.sample-long", 1000);
        Refuse.FieldIf(string.IsNullOrWhiteSpace(answer), "answer", "scoring.sample-answer-missing");
        Refuse.FieldIf(answer.Length > LongestAnswer, "answer", "scoring.sample-long", LongestAnswer);
        (ProcedureId, CompetencyId, Question, Answer, MadeBy, MadeAt) = (procedure, competency, question.Trim(), answer.Trim(), by, now);
    }

    public Guid ProcedureId { get; private set; }
    public Guid CompetencyId { get; private set; }
    public string Question { get; private set; } = "";
    public string Answer { get; private set; } = "";
    public Guid MadeBy { get; private set; }
    public DateTimeOffset MadeAt { get; private set; }
    public DateTimeOffset? ShownAt { get; private set; }

    public IReadOnlyList<CalibrationMark> Marks => marks;

    /// <summary>One seat's own score; it may be given again until everybody's are shown. The last one in shows them.</summary>
    public void Give(Guid seat, int point, string? why, IReadOnlyList<int> scale, IReadOnlyCollection<Guid> seats, DateTimeOffset now)
    {
        Refuse.If(ShownAt is not null, "scoring.calibration-shown");
        Refuse.FieldIf(!scale.Contains(point), "point", "scoring.point-wrong", scale.Min(), scale.Max());
        Refuse.FieldIf(why is { Length: > LongestWhy }, "why", "scoring.reason-long", LongestWhy);
        if (marks.FirstOrDefault(m => m.Seat == seat) is { } there) there.Set(point, why, now);
        else marks.Add(new CalibrationMark(Id, seat, point, why, now));
        if (seats.All(s => marks.Any(m => m.Seat == s))) ShownAt = now;
        Touch();
    }

    /// <summary>Shows what there is without waiting for the rest; after that nobody gives one any more.</summary>
    public void Show(DateTimeOffset now)
    {
        Refuse.If(marks.Count == 0, "scoring.calibration-empty");
        if (ShownAt is not null) return;
        ShownAt = now;
        Touch();
    }
}

public sealed class CalibrationMark : Part
{
    private CalibrationMark() { }

    internal CalibrationMark(Guid calibration, Guid seat, int point, string? why, DateTimeOffset at)
    {
        (CalibrationId, Seat) = (calibration, seat);
        Set(point, why, at);
    }

    public Guid CalibrationId { get; private set; }
    public Guid Seat { get; private set; }
    [Secret] public int Point { get; private set; }
    [Secret] public string? Why { get; private set; }
    public DateTimeOffset At { get; private set; }

    internal void Set(int point, string? why, DateTimeOffset at) => (Point, Why, At) = (point, string.IsNullOrWhiteSpace(why) ? null : why.Trim(), at);
}
