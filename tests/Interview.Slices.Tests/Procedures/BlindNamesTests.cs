using Interviewing.Application.Decisions;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Reminders;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Interviewing.Application.Today;
using Interviewing.Testing;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Interviewing.Slices.Tests.Procedures;

/// <summary>In a blind procedure nothing that reaches the panel says who a candidate is: no answer, no mail, no calendar; until the decision, or the chair with a reason.</summary>
public class BlindNamesTests
{
    private static readonly string[] Telling = ["Achternaam", "kandidaat1@", "06 1234"];

    [Theory, OnBothDatabases]
    public async Task Codes_only_until_the_decision(Database database)
    {
        PostBox post = new();
        await using var house = await House.On(database, services => services.AddSingleton<IPostOffice>(post));
        var vacancy = await Vacancy.In(house);
        var panel = new Actor[] { vacancy.Chair, vacancy.Anna, vacancy.Bert, vacancy.Observer, await vacancy.Guest() };
        var interview = await house.Asked(new ScheduleInterview(vacancy.Id, vacancy.Candidates[0], new(2026, 12, 1, 10, 0, 0), "Europe/Amsterdam", 60, "Kamer 1"), vacancy.Recruiter);
        await house.Provider.GetRequiredService<ReminderRound>().Run();
        await house.Asked(new MoveInterview(vacancy.Id, interview, new(2026, 12, 1, 11, 0, 0), "Europe/Amsterdam", 60, "Kamer 1"), vacancy.Recruiter);
        await house.Provider.GetRequiredService<ReminderRound>().Run();
        await house.Asked(new ReportMyConflict(vacancy.Id, vacancy.Candidates[0], "oud-collega"), vacancy.Anna);
        foreach (var one in panel) await Says(house, vacancy, one, false);
        post.Letters.Count.ShouldBe(12);
        foreach (var (letter, _) in post.Letters.Where(l => l.Letter.ToAddress != "kandidaat1@post.example"))
            Telling.ShouldAllBe(t => !(letter.Subject + letter.Text + letter.Calendar!.Value.Ics).Contains(t));
        // Not in the candidate's own calendar either, which others may look into.
        CalendarText.Read(post.Letters.First(l => l.Letter.ToAddress == "kandidaat1@post.example").Letter.Calendar!.Value.Ics).Summary.ShouldNotContain("Achternaam");

        foreach (var member in new Actor[] { vacancy.Anna, vacancy.Bert, panel[4] }) await vacancy.Fill(member, 0, _ => 3);
        foreach (var one in panel) await Says(house, vacancy, one, false);
        await house.Asked(new RecordDecision(vacancy.Id, "Past het best.", [new(vacancy.Candidates[0], Advice.Appointable, null)], new Choice(vacancy.Candidates[0])), vacancy.Chair);
        await Says(house, vacancy, vacancy.Anna, true);
    }

    [Theory, OnBothDatabases]
    public async Task A_case_that_is_stopped_keeps_its_names_and_whoever_plans_does_not_score_in_it(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        (await house.Refused(new AddSeat(vacancy.Id, vacancy.Recruiter.Id, SeatKind.Member, true), vacancy.Recruiter)).ShouldBe("procedures.planner-scores-blind");
        (await house.Refused(new CloseProcedure(vacancy.Id), vacancy.Recruiter)).ShouldBe("procedures.reason-missing");
        (await house.Refused(new CloseProcedure(vacancy.Id, "ingetrokken"), vacancy.Chair)).ShouldBe(Refusal.NotAllowedCode);
        await house.Asked(new ScheduleInterview(vacancy.Id, vacancy.Candidates[0], new(2026, 12, 1, 10, 0, 0), "Europe/Amsterdam", 60, "Kamer 1"), vacancy.Recruiter);
        await house.Asked(new CloseProcedure(vacancy.Id, "vacature ingetrokken"), vacancy.Recruiter);
        (await house.Look(db => db.Set<Interview>().AsNoTracking().SingleAsync())).Status.ShouldBe(InterviewStatus.Cancelled);
        (await house.Asked(new GetProcedure(vacancy.Id), vacancy.Anna)).ShouldSatisfyAllConditions(v => v.ShowsNames.ShouldBeFalse(), v => v.Candidates[0].Name.ShouldBeNull(), v => v.StoppedReason.ShouldBe("vacature ingetrokken"));
        (await house.Refused(new CloseProcedure(vacancy.Id, "nog eens"), vacancy.Recruiter)).ShouldBe("procedures.closed-already");
        (await house.Refused(new AddCandidate(vacancy.Id, "Te Laat", "laat@post.example"), vacancy.Recruiter)).ShouldBe("procedures.over");
        var open = await Vacancy.In(house, blind: false);
        await house.Asked(new AddSeat(open.Id, open.Recruiter.Id, SeatKind.Member, true), open.Recruiter);
    }

    // Every query with something of a candidate in it, as this actor gets it answered.
    private static async Task Says(House house, Vacancy vacancy, Actor one, bool names)
    {
        List<string> said = [];
        async Task Read<T>(IRequest<T> query)
        {
            var answer = await house.Door.Ask(query, one);
            said.Add(answer.Ok ? JsonText.Write(answer.Value) : answer.Reasons[0].Code);
        }
        await Read(new GetProcedure(vacancy.Id));
        await Read(new OpenDeclaration(vacancy.Id));
        await Read(new CompareScores(vacancy.Id));
        await Read(new GetDecision(vacancy.Id));
        await Read(new ListMyCards(vacancy.Id));
        await Read(new ReadGuide(vacancy.Id));
        await Read(new OpenGuestDesk());
        await Read(new GetCandidate(vacancy.Id, vacancy.Candidates[0]));
        await Read(new ReadEvidence(vacancy.Id, vacancy.Candidates[0]));
        await Read(new CheckCandidates(vacancy.Id, "Iemand;kandidaat1@post.example"));
        await Read(new ListProcedures());
        if (one is Actor.Person) await Read(new ListToday(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, []));
        foreach (var card in await house.Look(db => db.Set<Scorecard>().Select(c => c.Id).ToListAsync())) await Read(new OpenCard(card));
        if (names) said.ShouldContain(s => s.Contains(Telling[0]));
        else foreach (var text in said) Telling.ShouldAllBe(t => !text.Contains(t));
    }
}
