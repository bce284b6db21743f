using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders;

/// <summary>When the organisation writes to people at all. One row; without it the product's own hours hold.</summary>
public sealed class OpenTimes : Root
{
    public static readonly Guid Only = new("0b5e0000-0000-7000-8000-000000000001");
    public static readonly TimeOnly Earliest = new(6, 0);
    public static readonly TimeOnly Latest = new(22, 0);

    public OpenTimes() => Id = Only;

    public TimeOnly From { get; private set; } = new(8, 0);
    public TimeOnly Until { get; private set; } = new(19, 0);
    public LiberationDay LiberationDay { get; private set; } = LiberationDay.EveryFifthYear;

    public void Become(TimeOnly from, TimeOnly until, LiberationDay liberation)
    {
        Refuse.FieldIf(from < Earliest || from > Latest, "from", "reminders.hour-wrong");
        Refuse.FieldIf(until < from.AddHours(1) || until > Latest, "until", "reminders.until-wrong");
        (From, Until, LiberationDay) = (from, until, liberation);
        Touch();
    }
}
