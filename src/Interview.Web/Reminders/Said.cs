using System.Globalization;
using Interviewing.Application.Reminders;
using Interviewing.Web.Shell;

namespace Interviewing.Web.Reminders;

/// <summary>Rules, occasions and reasons in words.</summary>
public static class Said
{
    /// <summary>"7 dagen ervoor".</summary>
    public static string Of(this Words t, Step step) =>
        t.Count($"reminders.step.{step.Unit.ToString().ToLowerInvariant()}.{(step.IsBefore ? "before" : "after")}", Math.Abs(step.Amount));

    /// <summary>"14, 7 en 1 dag ervoor, om 09:00": when a kind is sent.</summary>
    public static string When(this Words t, ReminderKind kind, Rule rule)
    {
        var key = $"reminders.when.{kind.ToString().ToLowerInvariant()}";
        var steps = string.Join(t["reminders.list"], rule.Steps.Select(s => t.Of(s)));
        var hour = rule.Hour.ToString("HH:mm", CultureInfo.InvariantCulture);
        return t.Has(key) ? t[key, steps, hour, rule.Most, rule.Steps.Count > 0 ? rule.Steps[0].Amount : 0] : rule.Alone ? steps : t["reminders.when", steps, hour];
    }

    public static string Stops(this Words t, ReminderKind kind) => t[$"reminders.stops.{kind.ToString().ToLowerInvariant()}"];

    public static string To(this Words t, ReminderKind kind) => t[$"reminders.to.{kind.ToString().ToLowerInvariant()}"];

    /// <summary>Which of a series this is.</summary>
    public static string Occasion(this Words t, ReminderKind kind, string occurrence, Dates dates)
    {
        if (Application.Reminders.Occasion.Read(occurrence) is { } occasion) return $"{dates.Short(occasion.Day)} · {t.Of(occasion.Step)}";
        var last = occurrence[(occurrence.LastIndexOf('/') + 1)..];
        if (Step.Read(last) is { } step) return t.Of(step);
        if (kind == ReminderKind.ScorecardEscalated) return t[$"reminders.further.{(last == "delegate" ? "delegate" : "owner")}"];
        return occurrence.Contains('/', StringComparison.Ordinal) && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? t["reminders.number", number] : "";
    }

    /// <summary>The code is ours and has words; what a mail server added stays as it said it.</summary>
    public static string Why(this Words t, string why)
    {
        var parts = why.Split(": ", 2);
        var key = parts[0].Replace("reminders.", "reminders.why.", StringComparison.Ordinal);
        return (t.Has(key) ? t[key] : parts[0]) + (parts.Length > 1 ? $" {parts[1]}" : "");
    }

    public static (string Icon, string? Tone) Look(ReminderStatus status) => status switch
    {
        ReminderStatus.Due => ("ring", null), ReminderStatus.Claimed or ReminderStatus.HandingOver => ("half", "acc"), ReminderStatus.Sent => ("check", "ok"),
        ReminderStatus.Failed => ("alert", "bad"), ReminderStatus.Unknown => ("question", "warn"), ReminderStatus.Stopped => ("minus", null),
    };
}
