using System.Globalization;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Reminders;

public enum StepUnit { Hours, Days, WorkingDays, Weeks }

/// <summary>How far from an event: −2 working days, +1 hour. Days and weeks are days of the calendar, not pieces of 24 hours.</summary>
public readonly record struct Step(int Amount, StepUnit Unit)
{
    public bool IsBefore => Amount < 0;

    /// <summary>The day, counted from the day of the event.</summary>
    public DateOnly From(DateOnly day, OpenHours open) => Unit switch
    {
        StepUnit.Hours => day,
        StepUnit.Days => day.AddDays(Amount),
        StepUnit.WorkingDays => open.WorkingDay(day, Amount),
        StepUnit.Weeks => day.AddDays(7 * Amount),
    };

    /// <summary>The moment counted from an appointment, at its own wall time; before any calendar is applied.</summary>
    public DateTimeOffset From(Appointment when, OpenHours open) => Unit == StepUnit.Hours
        ? when.Utc.AddHours(Amount)
        : Appointment.At(From(DateOnly.FromDateTime(when.Local), open).ToDateTime(TimeOnly.FromDateTime(when.Local)), when.Zone).Utc;

    /// <summary>"-2wd": tells the ones of a series apart in their occurrence.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount}{Unit switch { StepUnit.Hours => "h", StepUnit.Days => "d", StepUnit.WorkingDays => "wd", StepUnit.Weeks => "w" }}");

    public static Step? Read(string text)
    {
        var digits = text.TakeWhile(c => c == '-' || char.IsAsciiDigit(c)).Count();
        StepUnit? unit = text[digits..] switch { "h" => StepUnit.Hours, "d" => StepUnit.Days, "wd" => StepUnit.WorkingDays, "w" => StepUnit.Weeks, _ => null };
        return unit is { } u && int.TryParse(text[..digits], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount) ? new Step(amount, u) : null;
    }
}

/// <summary>What an occurrence of a series says: the day it is counted from and how far it is from that.</summary>
public readonly record struct Occasion(DateOnly Day, Step Step)
{
    public static Occasion? Read(string occurrence) => occurrence.Split('/') is [var day, var step]
        && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from) && Step.Read(step) is { } far ? new(from, far) : null;
}
