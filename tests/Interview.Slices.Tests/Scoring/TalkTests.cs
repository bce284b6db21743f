using Interviewing.Application.Procedures;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Interviewing.Slices.Tests.Procedures;
using Interviewing.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Interviewing.Slices.Tests.Scoring;

/// <summary>A talk while it is held: the chair's place in the guide, the clock, who is there, and what is told about it.</summary>
public class TalkTests
{
    [Theory, OnBothDatabases]
    public async Task The_chair_starts_moves_on_looks_back_gives_time_and_closes(Database database)
    {
        await using var house = await House.On(database);
        var (vacancy, interview) = await Talk(house);
        var questions = vacancy.Guide.Questions;
        (await house.Refused(new MoveOn(vacancy.Id, interview, questions[1].Id), vacancy.Chair)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new StartInterview(vacancy.Id, interview), vacancy.Anna)).ShouldBe(Refusal.NotAllowedCode);
        await house.Asked(new StartInterview(vacancy.Id, interview), vacancy.Chair);
        (await Watch(house, vacancy)).ShouldSatisfyAllConditions(s => s.Status.ShouldBe(InterviewStatus.InProgress), s => s.Question.ShouldBe(questions[0].Id));
        house.Clock.Advance(TimeSpan.FromMinutes(9));
        (await house.Refused(new MoveOn(vacancy.Id, interview, questions[1].Id), vacancy.Anna)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(new MoveOn(vacancy.Id, interview, Guid.NewGuid()), vacancy.Chair)).ShouldBe("scoring.item-unknown");
        for (var twice = 0; twice < 2; twice++) await house.Asked(new MoveOn(vacancy.Id, interview, questions[1].Id), vacancy.Chair);
        (await Watch(house, vacancy)).Question.ShouldBe(questions[1].Id);
        await house.Asked(new ExtendQuestion(vacancy.Id, interview, 5), vacancy.Chair);
        foreach (var wrong in new[] { 0, -1, Sitting.MostExtra }) (await house.Refused(new ExtendQuestion(vacancy.Id, interview, wrong), vacancy.Chair)).ShouldBe("scoring.extra-wrong");
        house.Clock.Advance(TimeSpan.FromMinutes(4));
        await house.Asked(new MoveOn(vacancy.Id, interview, questions[0].Id), vacancy.Chair);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await house.Asked(new SkipQuestion(vacancy.Id, vacancy.Candidates[0], questions[3].Id, "Geen tijd"), vacancy.Chair);
        var view = await house.Asked(new ShowTalk(vacancy.Id, vacancy.Candidates[0]), vacancy.Observer);
        view.Questions.Select(q => (int)Math.Round(q.Spent.TotalMinutes)).ShouldBe([10, 4, 0, 0]);
        (view.Questions[1].Extra, view.Questions[3].Skipped, view.MaySteer, view.Name).ShouldBe((5, "Geen tijd", false, null));
        (await Watch(house, vacancy)).NotAsked.ShouldBe([vacancy.Guide.Competencies[2].Id]);
        await house.Asked(new EndInterview(vacancy.Id, interview), vacancy.Chair);
        (await house.Refused(new MoveOn(vacancy.Id, interview, questions[1].Id), vacancy.Chair)).ShouldBe("procedures.interview-not-going");
        (await Watch(house, vacancy)).ShouldSatisfyAllConditions(s => s.Question.ShouldBeNull(), s => s.Status.ShouldBe(InterviewStatus.AwaitingScores));
        // Whether there is such a talk makes no difference to what somebody from elsewhere hears.
        foreach (var candidate in new[] { vacancy.Candidates[0], Guid.NewGuid() })
        {
            (await house.Refused(new WatchTalk(vacancy.Id, candidate), vacancy.Outsider)).ShouldBe(Refusal.NotAllowedCode);
            (await house.Refused(new ShowTalk(vacancy.Id, candidate), vacancy.Outsider)).ShouldBe(Refusal.NotAllowedCode);
            (await house.Refused(new FollowTalk(vacancy.Id, candidate), vacancy.Outsider)).ShouldBe(Refusal.NotAllowedCode);
        }
        (await house.Refused(new FollowTalk(vacancy.Id, Guid.NewGuid()), vacancy.Anna)).ShouldBe(Refusal.NotFoundCode);
    }

    [Theory, OnBothDatabases]
    public async Task Presence_is_a_connection_in_the_last_minute_and_never_depends_on_scoring(Database database)
    {
        await using var house = await House.On(database);
        var (vacancy, _) = await Talk(house);
        await house.Asked(new BePresent(vacancy.Id, vacancy.Candidates[0]), vacancy.Anna);
        var scored = await Members();
        // Typing and scoring change nothing of what is told.
        await vacancy.Fill(vacancy.Bert, 0, _ => 3, seal: false);
        (await Members()).ShouldBe(scored);
        scored.Count(m => m.Here).ShouldBe(1);
        (await Watch(house, vacancy)).ShouldSatisfyAllConditions(s => s.Here.ShouldBe(1), s => s.Seats.ShouldBe(3), s => s.FormsIn.ShouldBe(0));
        house.Clock.Advance(TimeSpan.FromSeconds(61));
        (await Members()).ShouldAllBe(m => !m.Here);
        // A page that stands open keeps no session awake.
        house.Clock.Advance(TimeSpan.FromMinutes(28));
        await house.Asked(new BePresent(vacancy.Id, vacancy.Candidates[0]), vacancy.Anna);
        await house.Asked(new WatchTalk(vacancy.Id, vacancy.Candidates[0]), vacancy.Anna);
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        (await house.Refused(new FollowTalk(vacancy.Id, vacancy.Candidates[0]), vacancy.Anna)).ShouldBe(Refusal.SignInCode);

        async Task<List<TalkMember>> Members() => [.. (await house.Asked(new ShowTalk(vacancy.Id, vacancy.Candidates[0]), vacancy.Observer)).Members.Select(m => m with { Me = false })];
    }

    [Theory, OnBothDatabases]
    public async Task What_is_saved_is_told_in_ids_and_a_rating_tells_nothing(Database database)
    {
        Ear ear = new();
        await using var house = await House.On(database, services => services.AddSingleton<ISignals>(ear));
        var (vacancy, interview) = await Talk(house);
        ear.Heard.Clear();
        var card = await vacancy.Fill(vacancy.Anna, 0, _ => 3, seal: false);
        ear.Heard.ShouldBeEmpty();
        await house.Asked(new StartInterview(vacancy.Id, interview), vacancy.Chair);
        await house.Asked(new MoveOn(vacancy.Id, interview, vacancy.Guide.Questions[1].Id), vacancy.Chair);
        await house.Asked(new SealCard(card), vacancy.Anna);
        await house.Asked(new ReopenCard(vacancy.Id, card, "reden"), vacancy.Chair);
        await house.Asked(new BePresent(vacancy.Id, vacancy.Candidates[0]), vacancy.Anna);
        // Who is there already is not announced again; what is refused is not told at all.
        await house.Asked(new BePresent(vacancy.Id, vacancy.Candidates[0]), vacancy.Anna);
        await house.Refused(new ReopenCard(vacancy.Id, card, "reden"), vacancy.Chair);
        ear.Heard.ShouldBe([.. new[] { SignalKind.Talk, SignalKind.Talk, SignalKind.Forms, SignalKind.Forms, SignalKind.Presence }.Select(kind => new Signal(kind, vacancy.Id, vacancy.Candidates[0]))]);
    }

    private static async Task<(Vacancy, Guid)> Talk(House house)
    {
        var vacancy = await Vacancy.In(house);
        return (vacancy, await house.Asked(new ScheduleInterview(vacancy.Id, vacancy.Candidates[0], house.Clock.GetUtcNow().AddHours(2).DateTime, "Europe/Amsterdam", 60, "Kamer 2.14"), vacancy.Recruiter));
    }

    private static Task<TalkState> Watch(House house, Vacancy vacancy) => house.Asked(new WatchTalk(vacancy.Id, vacancy.Candidates[0]), vacancy.Chair);

    private sealed class Ear : ISignals
    {
        public List<Signal> Heard { get; } = [];

        public void Send(Signal signal) => Heard.Add(signal);

        public async IAsyncEnumerable<Signal> Listen(Guid candidate, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
        {
            await Task.Delay(Timeout.Infinite, ct);
            yield break;
        }
    }
}
