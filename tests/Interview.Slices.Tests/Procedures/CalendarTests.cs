using FsCheck.Fluent;
using FsCheck;
using Interviewing.Application.Procedures;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Interviewing.Slices.Tests.Procedures;

/// <summary>Random sequences of planning, moving, cancelling and changing the panel, with the mail leaving now and then; and then what a strict calendar makes of every letter.</summary>
public class CalendarTests
{
    private static readonly int Steps = Environment.GetEnvironmentVariable("INTERVIEW_TEST_FULL") is { Length: > 0 } ? 120 : 30;

    private enum Kind { Plan, Move, Lengthen, Cancel, Seat, Unseat, Excuse, Send }

    private static readonly Kind[] Mix = [Kind.Plan, Kind.Plan, Kind.Move, Kind.Move, Kind.Move, Kind.Lengthen, Kind.Cancel, Kind.Seat, Kind.Seat, Kind.Unseat, Kind.Excuse, Kind.Send, Kind.Send, Kind.Send, Kind.Send];

    [Theory, OnBothDatabases]
    public async Task Every_calendar_hears_one_uid_with_rising_numbers_and_at_last_what_is_true(Database database)
    {
        PostBox post = new();
        await using var house = await House.On(database, services => services.AddSingleton<IPostOffice>(post));
        var vacancy = await Vacancy.In(house, candidates: 2);
        List<Actor.Person> extras = [await house.Someone(), await house.Someone()];
        var minutes = 0;
        // Somebody hears something in every run, whatever is drawn.
        await house.Asked(new ScheduleInterview(vacancy.Id, vacancy.Candidates[0], new DateTime(2027, 2, 1, 9, 0, 0), "Europe/Amsterdam", 60, "Kamer 1"), vacancy.Recruiter);
        await Send(house);
        foreach (var move in Gen.Sample(Gen.Choose(0, 99_999), Steps, Steps))
        {
            // Each message is a moment later than the one before: calendars look at whole seconds.
            house.Clock.Advance(TimeSpan.FromMinutes(1));
            // Nobody's session ends on the way.
            foreach (var awake in new[] { vacancy.Chair, vacancy.Recruiter }) await house.Asked(new GetProcedure(vacancy.Id), awake);
            var (interviews, seats) = (await Planned(house), await house.Look(db => db.Set<PanelSeat>().AsNoTracking().Where(s => s.RemovedAt == null && s.Kind != SeatKind.Chair).ToListAsync()));
            var when = new DateTime(2027, 2, 1, 9, 0, 0).AddDays(move % 40).AddMinutes(15 * (++minutes % 20));
            switch (Mix[move % Mix.Length])
            {
                case Kind.Plan: await house.Door.Ask(new ScheduleInterview(vacancy.Id, vacancy.Candidates[move % 2], when, "Europe/Amsterdam", 60, "Kamer 1"), vacancy.Recruiter); break;
                case Kind.Move when interviews.Count > 0: await house.Asked(new MoveInterview(vacancy.Id, interviews[move % interviews.Count], when, "Europe/Brussels", 45, "Kamer 2"), vacancy.Recruiter); break;
                case Kind.Lengthen: await house.Asked(new RecordAdjustment(vacancy.Id, vacancy.Candidates[move % 2], move % 40, null), vacancy.Recruiter); break;
                case Kind.Cancel when interviews.Count > 0: await house.Asked(new CancelInterview(vacancy.Id, interviews[move % interviews.Count], "verhinderd"), vacancy.Recruiter); break;
                case Kind.Seat: await house.Door.Ask(new AddSeat(vacancy.Id, extras[move % 2].Id, SeatKind.Member, true), vacancy.Recruiter); break;
                case Kind.Unseat when seats.Count > 1: await house.Asked(new RemoveSeat(vacancy.Id, seats[move % seats.Count].Id, "anders verdeeld"), vacancy.Recruiter); break;
                case Kind.Excuse when seats.Count > 1:
                    var known = await house.Door.Ask(new RecordConflict(vacancy.Id, seats[move % seats.Count].Id, vacancy.Candidates[move % 2], "oud-collega"), vacancy.Recruiter);
                    if (known.Ok) await house.Asked(new AnswerConflict(vacancy.Id, known.Value, true, "te dichtbij"), vacancy.Chair);
                    break;
                case Kind.Send: await Send(house); break;
            }
        }
        await Send(house);
        await Judge(house, [.. post.Letters.Select(l => CalendarText.Read(l.Letter.Calendar!.Value.Ics))]);
    }

    private static async Task Judge(House house, List<CalendarText> heard)
    {
        heard.ShouldNotBeEmpty();
        var interviews = await house.Look(db => db.Set<Interview>().AsNoTracking().ToDictionaryAsync(i => i.CalendarUid));
        // Nobody hears of a talk that does not exist, and each talk has an UID of its own.
        heard.Select(h => h.Uid).Distinct().ShouldBeSubsetOf(interviews.Keys);
        foreach (var calendar in heard.GroupBy(h => (h.Uid, h.Attendee)))
        {
            var messages = calendar.ToList();
            messages.Zip(messages.Skip(1)).ShouldAllBe(x => x.First.Sequence < x.Second.Sequence && x.First.Stamp < x.Second.Stamp);
            messages[0].Method.ShouldBe("REQUEST");
            var (last, interview) = (messages[^1], interviews[calendar.Key.Uid]);
            messages.ShouldAllBe(m => m.Method == "REQUEST" ? m.Status == "CONFIRMED" : m.Status == null || m.Status == "CANCELLED");
            var invited = await Invited(house, interview, calendar.Key.Attendee);
            if (interview.Status == InterviewStatus.Cancelled) last.Method.ShouldBe("CANCEL");
            if (interview.Status == InterviewStatus.Planned)
            {
                last.Method.ShouldBe(invited ? "REQUEST" : "CANCEL");
                // Taken off the list is not the same as a talk that does not take place.
                if (!invited) last.Status.ShouldBeNull();
                else (last.Start, last.End).ShouldBe((interview.When.Local, interview.When.Local.AddMinutes(interview.Minutes)));
            }
            messages.ShouldAllBe(m => !(m.Summary + m.Description + m.Location).Contains("Achternaam"));
        }
        foreach (var interview in interviews.Values.Where(i => i.Status == InterviewStatus.Cancelled))
            heard.Where(h => h.Uid == interview.CalendarUid && h.Status == "CANCELLED").ShouldAllBe(h => h.Method == "CANCEL");
    }

    private static Task<bool> Invited(House house, Interview interview, string mail) => house.Look(async db =>
        await db.Set<CandidateIdentity>().AnyAsync(c => c.Email == mail && c.Id == interview.CandidateId)
        || await db.Set<PanelSeat>().AnyAsync(s => s.ProcedureId == interview.ProcedureId && s.RemovedAt == null && db.Set<Application.Identity.Person>().Any(p => p.Id == s.PersonId && p.Email == mail)
            && !db.Set<Conflict>().Any(c => c.SeatId == s.Id && c.CandidateId == interview.CandidateId && c.Answer == ConflictAnswer.Excused)));

    private static Task<List<Guid>> Planned(House house) => house.Look(db => db.Set<Interview>().Where(i => i.Status == InterviewStatus.Planned).OrderBy(i => i.Id).Select(i => i.Id).ToListAsync());

    private static Task<RoundResult> Send(House house) => house.Provider.GetRequiredService<ReminderRound>().Run();
}
