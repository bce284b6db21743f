using Interviewing.Application.Procedures;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Interviewing.Slices.Tests.Procedures;

public class InterviewLettersTests
{
    private static readonly DateTime Tuesday = new(2026, 12, 1, 10, 0, 0);

    [Theory, OnBothDatabases]
    public async Task The_invitation_speaks_the_receivers_language_and_the_panel_reads_the_code_only(Database database)
    {
        await using var house = await On(database);
        var vacancy = await Vacancy.In(house);
        var interview = await Plan(vacancy);
        var letters = await Write(house, interview, ReminderKind.InterviewInvitation);
        letters.Count.ShouldBe(5);
        foreach (var (reminder, letter) in letters)
        {
            letter.ShouldNotBeNull();
            letter.Calendar!.Value.Method.ShouldBe("REQUEST");
            letter.Calendar.Value.Ics.ShouldContain("METHOD:REQUEST\r\n");
            letter.Calendar.Value.Ics.ShouldContain("SEQUENCE:0\r\n");
            letter.Calendar.Value.Ics.ShouldContain("DTSTART;TZID=Europe/Amsterdam:20261201T100000\r\n");
            letter.Calendar.Value.Ics.ShouldContain("DTEND;TZID=Europe/Amsterdam:20261201T110000\r\n");
            if (reminder.ReceiverKind == ReceiverKind.Candidate) letter.ToAddress.ShouldBe("kandidaat1@post.example");
            else (letter.Text + letter.Subject + letter.Calendar.Value.Ics).ShouldNotContain("Achternaam1");
        }
    }

    [Theory, OnBothDatabases]
    public async Task One_uid_a_rising_sequence_and_at_last_a_cancel(Database database)
    {
        await using var house = await On(database);
        var vacancy = await Vacancy.In(house);
        var interview = await Plan(vacancy);
        await Sent(house);
        await house.Asked(new MoveInterview(vacancy.Id, interview, Tuesday.AddDays(1), "Europe/Amsterdam", 60, "Kamer 2"), vacancy.Recruiter);
        (await Write(house, interview, ReminderKind.InterviewInvitation)).ShouldAllBe(l => l.Letter == null);
        var moved = (await Write(house, interview, ReminderKind.InterviewMoved))[0].Letter!.Calendar!.Value.Ics;
        await Sent(house);
        await house.Asked(new CancelInterview(vacancy.Id, interview, "ziek"), vacancy.Recruiter);
        var cancelled = (await Write(house, interview, ReminderKind.InterviewCancelled))[0].Letter!.Calendar!.Value;
        cancelled.Method.ShouldBe("CANCEL");
        cancelled.Ics.ShouldContain("STATUS:CANCELLED\r\n");
        moved.ShouldContain("SEQUENCE:1\r\n");
        cancelled.Ics.ShouldContain("SEQUENCE:2\r\n");
        Uid(cancelled.Ics).ShouldBe(Uid(moved));
    }

    [Theory, OnBothDatabases]
    public async Task Who_leaves_the_panel_gets_a_cancel_without_the_status_and_only_if_invited_before(Database database)
    {
        await using var house = await On(database);
        var vacancy = await Vacancy.In(house);
        var interview = await Plan(vacancy);
        var seats = await house.Look(db => db.Set<PanelSeat>().AsNoTracking().ToListAsync());
        await house.Asked(new RemoveSeat(vacancy.Id, seats.Single(s => s.PersonId == vacancy.Observer.Id).Id, "hoeft niet"), vacancy.Recruiter);
        (await Write(house, interview, ReminderKind.InterviewCancelled)).ShouldHaveSingleItem().Letter.ShouldBeNull();
        await Sent(house);
        await house.Asked(new RemoveSeat(vacancy.Id, seats.Single(s => s.PersonId == vacancy.Bert.Id).Id, "ziek"), vacancy.Recruiter);
        var letter = (await Write(house, interview, ReminderKind.InterviewCancelled)).Single(l => l.Reminder.ReceiverId == vacancy.Bert.Id).Letter!;
        letter.Calendar!.Value.Method.ShouldBe("CANCEL");
        letter.Calendar.Value.Ics.ShouldNotContain("STATUS:CANCELLED");
        // Each change of who is asked has a number of its own.
        letter.Calendar.Value.Ics.ShouldContain("SEQUENCE:2\r\n");
    }

    [Theory, OnBothDatabases]
    public async Task A_name_that_holds_markup_or_calendar_signs_stays_text(Database database)
    {
        await using var house = await On(database);
        var vacancy = await Vacancy.In(house, blind: false);
        vacancy.Candidates.Add(await house.Asked(new AddCandidate(vacancy.Id, "<script>alert(1)</script>; \"X\", Y", "x@post.example", null, "en"), vacancy.Recruiter));
        var interview = await house.Asked(new ScheduleInterview(vacancy.Id, vacancy.Candidates[1], Tuesday, "Europe/Amsterdam", 60, "Kamer; 1, hoek\\2"), vacancy.Recruiter);
        foreach (var (_, letter) in await Write(house, interview, ReminderKind.InterviewInvitation))
        {
            var ics = letter!.Calendar!.Value.Ics;
            ics.Replace("\r\n ", "").ShouldContain("LOCATION:Kamer\\; 1\\, hoek\\\\2\r\n");
            ics.Split("\r\n").ShouldAllBe(line => System.Text.Encoding.UTF8.GetByteCount(line) <= 75);
            ics.Replace("\r\n", "").ShouldNotContain("\n");
        }
    }

    private static Task<House> On(Database database) => House.On(database, services =>
    {
        services.AddSingleton<IWords, PlainWords>();
        services.AddSingleton<IHomeAddress, PlainHome>();
    });

    private static Task<Guid> Plan(Vacancy vacancy) =>
        vacancy.House.Asked(new ScheduleInterview(vacancy.Id, vacancy.Candidates[0], Tuesday, "Europe/Amsterdam", 60, "Kamer 1"), vacancy.Recruiter);

    private static Task Sent(House house) => house.Look(db => db.Set<Reminder>().Where(r => r.Status == ReminderStatus.Due).ExecuteUpdateAsync(s => s.SetProperty(r => r.Status, ReminderStatus.Sent)));

    private static async Task<List<(Reminder Reminder, Letter? Letter)>> Write(House house, Guid interview, ReminderKind kind)
    {
        await using var scope = house.Provider.CreateAsyncScope();
        var writer = scope.ServiceProvider.GetServices<ILetterWriter>().Single(w => w.Kinds.Contains(kind));
        List<(Reminder, Letter?)> written = [];
        foreach (var reminder in await house.Look(db => db.Set<Reminder>().AsNoTracking().Where(r => r.SubjectId == interview && r.Kind == kind).ToListAsync()))
            written.Add((reminder, (await writer.Write(reminder, default)).Letter));
        return written;
    }

    private static string Uid(string ics) => ics.Split("\r\n").Single(l => l.StartsWith("UID:", StringComparison.Ordinal));

    private sealed class PlainWords : IWords
    {
        public string In(string language, string key, params object?[] args) => $"{language} {key} {string.Join(' ', args)}";
    }

    private sealed class PlainHome : IHomeAddress
    {
        public string Of(string path) => "https://interview.example" + path;
    }
}
