using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;

namespace Interviewing.Rules.Tests.Reminders;

public class CalendarFileTests
{
    [Fact]
    public void An_ics_file_is_read_day_by_day_with_the_end_that_is_not_part_of_it()
    {
        const string ics = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:Herfst\\, noord\r\n en oost\r\nDTSTART;VALUE=DATE:20261010\r\nDTEND;VALUE=DATE:20261019\r\nEND:VEVENT\r\n"
            + "BEGIN:VEVENT\r\nSUMMARY:Studiedag\r\nDTSTART:20261102T080000Z\r\nDTEND:20261102T170000Z\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261224\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        Read("vrij.ics", ics).ShouldBe([new(new(2026, 10, 10), new(2026, 10, 18), "Herfst, noorden oost"), new(new(2026, 11, 2), new(2026, 11, 2), "Studiedag"), new(new(2026, 12, 24), new(2026, 12, 24), "")]);
    }

    [Fact]
    public void A_csv_file_may_have_a_heading_semicolons_and_dutch_dates()
    {
        Read("vrij.csv", "naam;van;tot en met\nKerst;19-12-2026;3-1-2027\n\n\"Dag apart\";2027-02-01;\n").ShouldBe([new(new(2026, 12, 19), new(2027, 1, 3), "Kerst"), new(new(2027, 2, 1), new(2027, 2, 1), "Dag apart")]);
        Read("vrij.csv", "\uFEFFZomer,2027-07-10,2027-08-22\n").ShouldBe([new(new(2027, 7, 10), new(2027, 8, 22), "Zomer")]);
    }

    [Fact]
    public void An_old_spreadsheet_is_read_too() =>
        CalendarFile.Read("vrij.csv", Encoding.Latin1.GetBytes("Congé d'été;1-7-2027;2-7-2027")).Single().Name.ShouldBe("Congé d'été");

    [Theory]
    [InlineData("leeg.csv", "", "reminders.calendar-empty")]
    [InlineData("leeg.csv", "naam;van;tot\n", "reminders.calendar-empty")]
    [InlineData("leeg.ics", "BEGIN:VCALENDAR\nEND:VCALENDAR", "reminders.calendar-empty")]
    [InlineData("geen.ics", "<html>", "reminders.calendar-not-ics")]
    [InlineData("fout.csv", "Kerst;gisteren;morgen\nPasen;x;y", "reminders.calendar-line")]
    [InlineData("fout.csv", "Kerst;2026-12-24;2026-12-20", "reminders.calendar-order")]
    [InlineData("fout.csv", "Altijd;2026-01-01;2026-12-31", "reminders.calendar-period")]
    [InlineData("fout.csv", "Ooit;1026-01-01;1026-01-02", "reminders.calendar-line")]
    [InlineData("fout.csv", "a;b;c;d;e", "reminders.calendar-line")]
    [InlineData("nul.csv", "Kerst;2026-12-24\0", "reminders.calendar-no-text")]
    [InlineData("herhaalt.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101\nRRULE:FREQ=DAILY\nEND:VEVENT\nEND:VCALENDAR", "reminders.calendar-repeats")]
    [InlineData("fout.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261301\nEND:VEVENT\nEND:VCALENDAR", "reminders.calendar-line")]
    public void What_cannot_be_read_is_refused_with_its_line(string name, string text, string code) => Code(() => Read(name, text)).ShouldBe(code);

    [Fact]
    public void Too_much_is_refused_before_it_is_read()
    {
        Code(() => CalendarFile.Read("groot.csv", new byte[CalendarFile.MostBytes + 1])).ShouldBe("reminders.calendar-large");
        Code(() => Read("lang.csv", new string('x', 5000))).ShouldBe("reminders.calendar-line");
        Code(() => Read("veel.csv", string.Concat(Enumerable.Repeat("Dag;2026-12-24\n", FreeDays.MostPeriods + 1)))).ShouldBe("reminders.calendar-long");
    }

    [Fact]
    public void Names_lose_what_is_not_text() => Read("vrij.csv", "Ker\u202Est\u0007  dag;2026-12-24").Single().Name.ShouldBe("Kerst dag");

    [Fact]
    public void Whatever_bytes_come_there_is_a_list_or_a_refusal()
    {
        var bytes = Gen.Elements("BEGIN:VCALENDAR\n", "BEGIN:VEVENT\n", "END:VEVENT\n", "DTSTART:2026", "1231", "\n", ";", ",", "2026-12-24", "DTEND;X=Y:", ":", " ", "\r\n", "é", "naam", "\uFEFF", "99999999").ListOf().Select(parts => string.Concat(parts)).ToArbitrary();
        Prop.ForAll(bytes, text =>
        {
            foreach (var name in new[] { "a.ics", "a.csv" })
            {
                try
                {
                    if (Read(name, text).Any(p => p.To < p.From)) return false;
                }
                catch (Refusal no)
                {
                    if (no.Reasons[0].Field != "file") return false;
                }
            }
            return true;
        }).QuickCheckThrowOnFailure();
    }

    private static IReadOnlyList<FreePeriod> Read(string name, string text) => CalendarFile.Read(name, Encoding.UTF8.GetBytes(text));

    private static string Code(Action read) => Should.Throw<Refusal>(read).Reasons[0].Code;
}
