using FsCheck;
using FsCheck.Fluent;
using Interviewing.Application.Procedures;
using Interviewing.Application.Shared;

namespace Interviewing.Rules.Tests.Procedures;

public class RosterTests
{
    private static readonly RosterWish Day = new(new(2026, 12, 1), "Europe/Amsterdam", 60, 15, new(9, 0), new(17, 0), new(12, 30), new(13, 15), ["Kamer 1"]);

    [Fact]
    public void Talks_follow_each_other_with_a_pause_around_lunch_and_go_on_the_next_working_day()
    {
        var laid = Lay(Day with { FirstDay = new(2026, 12, 4) }, 7);
        laid.Select(t => t.When.ToString("ddd HH:mm", System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(["Fri 09:00", "Fri 10:15", "Fri 11:30", "Fri 13:15", "Fri 14:30", "Fri 15:45", "Mon 09:00"]);
        laid.ShouldAllBe(t => t.Place == "Kamer 1" && t.Minutes == 60);
    }

    [Fact]
    public void Extra_time_makes_the_slot_longer_and_moves_what_follows()
    {
        var laid = Roster.Lay(Day, [(Guid.NewGuid(), 0), (Guid.NewGuid(), 20), (Guid.NewGuid(), 0)], Free);
        laid.Select(t => t.Minutes).ShouldBe([60, 80, 60]);
        laid[2].When.TimeOfDay.ShouldBe(new TimeSpan(13, 15, 0));
    }

    [Fact]
    public void A_taken_time_is_passed_over_and_a_taken_room_gives_way_to_the_next()
    {
        var busy = Appointment.At(new DateTime(2026, 12, 1, 9, 30, 0), "Europe/Amsterdam").Utc;
        bool Clash(DateTimeOffset from, DateTimeOffset until, string? room) => room == "Kamer 1" && from < busy.AddHours(1) && busy < until;
        Roster.Lay(Day, Somebody(1), Clash)[0].When.TimeOfDay.ShouldBe(new TimeSpan(10, 30, 0));
        Roster.Lay(Day with { Rooms = ["Kamer 1", "Kamer 2"] }, Somebody(1), Clash)[0].ShouldSatisfyAllConditions(t => t.When.Hour.ShouldBe(9), t => t.Place.ShouldBe("Kamer 2"));
        // Not asked to go around: the first room, and the clash is for a person to see.
        Roster.Lay(Day with { Around = false }, Somebody(1), Clash)[0].ShouldSatisfyAllConditions(t => t.When.Hour.ShouldBe(9), t => t.Place.ShouldBe("Kamer 1"));
    }

    [Fact]
    public void A_day_that_is_too_short_or_a_calendar_that_is_full_is_said_and_does_not_run_on()
    {
        Should.Throw<Refusal>(() => Lay(Day with { Minutes = 300, Around = false }, 1)).Reasons[0].Code.ShouldBe("procedures.day-too-short");
        Should.Throw<Refusal>(() => Roster.Lay(Day, Somebody(1), (_, _, _) => true)).Reasons[0].Code.ShouldBe("procedures.roster-full");
    }

    [Fact]
    public void What_cannot_be_laid_is_named_by_its_field() => Should.Throw<Refusal>(() => Lay(new(default, "Mars/Olympus", 1, -1, new(17, 0), new(9, 0), new(12, 0), null, []), 1))
        .Reasons.Select(r => r.Field).ShouldBe(["firstDay", "minutes", "pause", "until", "lunchUntil", "rooms", "zone"]);

    [Fact]
    public void No_two_talks_overlap_none_runs_into_lunch_or_past_the_end_and_everybody_has_one() => Prop.ForAll(Wishes(), given =>
    {
        var (wish, extras) = given;
        var people = extras.Select(e => (Guid.NewGuid(), e)).ToList();
        var laid = Roster.Lay(wish, people, Free);
        var spans = laid.Select(t => (From: t.When, Until: t.When.AddMinutes(t.Minutes))).ToList();
        return laid.Select(t => t.Candidate).SequenceEqual(people.Select(p => p.Item1))
            && laid.Zip(people).All(x => x.First.Minutes == wish.Minutes + x.Second.e)
            && spans.Zip(spans.Skip(1)).All(x => x.Second.From >= x.First.Until.AddMinutes(x.First.From.Date == x.Second.From.Date ? wish.Pause : 0))
            && spans.All(s => s.From.TimeOfDay >= wish.From.ToTimeSpan() && s.Until.TimeOfDay <= wish.Until.ToTimeSpan() && s.From.Date == s.Until.Date)
            && spans.All(s => s.Until.TimeOfDay <= wish.LunchFrom!.Value.ToTimeSpan() || s.From.TimeOfDay >= wish.LunchUntil!.Value.ToTimeSpan())
            && spans.All(s => s.From.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            && spans.GroupBy(s => s.From.Date).All(g => g.Count() <= (wish.MostADay ?? 99));
    }).QuickCheckThrowOnFailure();

    private static Arbitrary<(RosterWish, List<int>)> Wishes() => Arb.From(
        from day in Gen.Choose(0, 40)
        from minutes in Gen.Choose(20, 120)
        from pause in Gen.Choose(0, 30)
        from most in Gen.Choose(0, 4)
        from count in Gen.Choose(1, 12)
        from extras in Gen.ListOf(Gen.Choose(0, 45), count)
        select (Day with { FirstDay = new DateOnly(2026, 10, 12).AddDays(day), Minutes = minutes, Pause = pause, MostADay = most == 0 ? null : most }, extras.ToList()));

    private static bool Free(DateTimeOffset from, DateTimeOffset until, string? room) => false;

    private static IReadOnlyList<WantedTalk> Lay(RosterWish wish, int count) => Roster.Lay(wish, Somebody(count), Free);

    private static List<(Guid, int)> Somebody(int count) => [.. Enumerable.Range(0, count).Select(_ => (Guid.NewGuid(), 0))];
}
