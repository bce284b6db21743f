using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Interviewing.Application.Procedures;
using Interviewing.Application.Shared;
using Interviewing.Testing;

namespace Interviewing.Rules.Tests.Procedures;

public class CalendarEntryTests
{
    private static readonly DateTimeOffset Stamp = new(2026, 11, 3, 7, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Lines_are_folded_at_75_octets_never_inside_a_character_and_unfold_to_what_they_were() => Prop.ForAll<NonNull<string>>(given =>
    {
        var line = new string([.. given.Get.Where(c => !char.IsControl(c) && !char.IsSurrogate(c))]) + "é😀ü, " + new string('ë', given.Get.Length);
        var folded = CalendarEntry.Fold(line);
        return folded.Split("\r\n").All(l => Encoding.UTF8.GetByteCount(l) <= 75) && folded.Replace("\r\n ", "", StringComparison.Ordinal) == line;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Text_is_escaped() => CalendarEntry.Text("a;b,c\\d\r\ne\nf").ShouldBe("a\\;b\\,c\\\\d\\ne\\nf");

    [Fact]
    public void A_request_and_a_cancel_are_what_calendars_expect()
    {
        var when = Appointment.At(new DateTime(2026, 11, 10, 9, 0, 0), "Europe/Amsterdam");
        var entry = new CalendarEntry("abc@interview", 2, when, 60, "Gesprek K3", "Kamer 1", "https://x.example", "Marieke", "m@waterveen.example", "Joost \"J\"", "j@waterveen.example");
        var request = entry.Write(Stamp, cancel: false, withdraw: false);
        request.ShouldStartWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
        request.ShouldEndWith("END:VEVENT\r\nEND:VCALENDAR\r\n");
        request.ShouldContain("DTSTAMP:20261103T070000Z\r\n");
        request.ShouldContain("DTSTART;TZID=Europe/Amsterdam:20261110T090000\r\n");
        request.ShouldContain("DTEND;TZID=Europe/Amsterdam:20261110T100000\r\n");
        request.ShouldContain("SEQUENCE:2\r\n");
        request.ShouldContain("STATUS:CONFIRMED\r\n");
        request.Replace("\r\n ", "", StringComparison.Ordinal).ShouldContain("ATTENDEE;CN=\"Joost J\";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:j@waterveen.example\r\n");
        // The clock goes back on 25 October 2026 and forward on 28 March 2027.
        request.ShouldContain("BEGIN:STANDARD\r\nDTSTART:20261025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\n");
        request.ShouldContain("BEGIN:DAYLIGHT\r\nDTSTART:20270328T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT\r\n");

        entry.Write(Stamp, cancel: true, withdraw: false).ShouldContain("METHOD:CANCEL\r\n");
        entry.Write(Stamp, cancel: true, withdraw: false).ShouldContain("STATUS:CANCELLED\r\n");
        entry.Write(Stamp, cancel: true, withdraw: true).ShouldNotContain("STATUS:");
    }

    [Fact]
    public void A_zone_without_summer_time_still_says_its_offset()
    {
        var entry = new CalendarEntry("a@interview", 0, Appointment.At(new DateTime(2026, 11, 10, 9, 0, 0), "Asia/Tokyo"), 60, "x", "", "", "a", "a@x.example", "b", "b@x.example");
        entry.Write(Stamp, false, false).ShouldContain("TZOFFSETTO:+0900\r\n");
    }

    [Fact]
    public void A_strict_calendar_reads_back_what_was_written() => Prop.ForAll<NonNull<string>, NonNull<string>, PositiveInt>((summary, place, minutes) =>
    {
        static string Plain(string text) => new([.. text.Where(c => !char.IsControl(c) && !char.IsSurrogate(c))]);
        var (said, where) = ($"K1, {Plain(summary.Get)}; 😀\\", Plain(place.Get) + ", hoek");
        var entry = new CalendarEntry("abc@interview", minutes.Get, Appointment.At(new DateTime(2027, 3, 28, 9, 0, 0), "Europe/Brussels"), minutes.Get, said, where, "https://x.example/a;b", $"Marieke {Plain(summary.Get)}", "m@waterveen.example", Plain(place.Get), "j@waterveen.example");
        var read = CalendarText.Read(entry.Write(Stamp, cancel: false, withdraw: false));
        return (read.Summary, read.Location, read.Description, read.Sequence, read.Stamp, read.Start, read.Status, read.Attendee) == (said, where, "https://x.example/a;b", minutes.Get, Stamp, new DateTime(2027, 3, 28, 9, 0, 0), "CONFIRMED", "j@waterveen.example");
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("SUMMARY:Gesprek", "SUMMARY:Gesprek; K1")]
    [InlineData("SEQUENCE:2\r\n", "")]
    [InlineData("\r\nUID", "\nUID")]
    [InlineData("END:VTIMEZONE", "END:VEVENT")]
    [InlineData("TZID:Europe/Amsterdam", "TZID:Europe/Berlin")]
    public void The_strict_reader_forgives_nothing(string part, string broken)
    {
        var text = new CalendarEntry("abc@interview", 2, Appointment.At(new DateTime(2026, 11, 10, 9, 0, 0), "Europe/Amsterdam"), 60, "Gesprek", "Kamer 1", "", "M", "m@waterveen.example", "J", "j@waterveen.example").Write(Stamp, false, false);
        CalendarText.Read(text).Sequence.ShouldBe(2);
        Should.Throw<Exception>(() => CalendarText.Read(text.Replace(part, broken, StringComparison.Ordinal)));
    }
}
