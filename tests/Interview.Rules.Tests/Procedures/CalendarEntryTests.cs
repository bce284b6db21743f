using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Interviewing.Application.Procedures;
using Interviewing.Application.Shared;

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
}
