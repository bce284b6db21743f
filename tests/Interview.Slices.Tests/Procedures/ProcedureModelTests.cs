using FsCheck;
using FsCheck.Fluent;
using Interviewing.Application.Decisions;
using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Procedures;

/// <summary>Random calls on one procedure, out of order and doubled, against a small model of what may follow what. A refusal changes nothing.</summary>
public class ProcedureModelTests
{
    private static readonly int Runs = Environment.GetEnvironmentVariable("INTERVIEW_TEST_FULL") is { Length: > 0 } ? 12 : 3;
    private const int Steps = 50;

    [Fact]
    public async Task Only_what_may_follow_follows_whoever_calls_what_and_however_often()
    {
        for (var run = 0; run < Runs; run++)
        {
            await using var house = await House.On(Database.Sqlite);
            var walk = await Walk.In(house);
            foreach (var move in Gen.Sample(Gen.Choose(0, 999_999), Steps, Steps)) await walk.Step(move);
        }
    }

    private enum Kind { Guide, Candidate, Plan, Move, Cancel, NoShow, Start, End, Score, Reopen, Excuse, Withdraw, Names, Decide, Close, Later }

    private static readonly Kind[] Mix =
    [
        Kind.Guide, Kind.Guide, Kind.Candidate, Kind.Plan, Kind.Plan, Kind.Plan, Kind.Move, Kind.Cancel, Kind.NoShow, Kind.Start, Kind.Start, Kind.End, Kind.End, Kind.Score, Kind.Score, Kind.Score, Kind.Score, Kind.Score,
        Kind.Reopen, Kind.Excuse, Kind.Withdraw, Kind.Names, Kind.Decide, Kind.Close, Kind.Later, Kind.Later,
    ];

    private sealed record Talk(Guid Id, Guid Candidate, InterviewStatus Status, int Sequence, DateTimeOffset At, string? Reason);

    private sealed record Person(Guid Id, bool Out, bool Revealed, Guid? By, string? Reason, Guid? Frozen);

    private sealed record Form(Guid Id, Guid Candidate, ScorecardStatus Status, bool Excused);

    private sealed record State(ProcedureStatus Status, Guid? Frozen, string? Stopped, Guid? ClosedBy, IReadOnlyList<Talk> Talks, IReadOnlyList<Person> Candidates, IReadOnlyList<Form> Forms, (Guid By, string Reasons)? Decision)
    {
        public bool Over => Status is ProcedureStatus.Decided or ProcedureStatus.Closed or ProcedureStatus.Anonymised;
        public bool Touched => Forms.Any(f => f.Status != ScorecardStatus.Empty || f.Excused);
    }

    private sealed class Walk
    {
        private readonly Vacancy vacancy;
        private readonly Guid[] guides;
        private Actor.Person recruiter, chair, anna, bert;

        private Walk(Vacancy vacancy, Guid[] guides) => (this.vacancy, this.guides, recruiter, chair, anna, bert) = (vacancy, guides, vacancy.Recruiter, vacancy.Chair, vacancy.Anna, vacancy.Bert);

        private House House => vacancy.House;

        public static async Task<Walk> In(House house)
        {
            var vacancy = await Vacancy.In(house, candidates: 2, withGuide: false);
            var second = await house.Look(async db =>
            {
                var again = new FrozenDocument(Vacancy.Made(vacancy.Profile, ScoredItems.Competencies), Guid.Empty, house.Clock.GetUtcNow());
                db.Add(again);
                await db.SaveChangesAsync();
                return again.Id;
            });
            return new(vacancy, [vacancy.Frozen, second]);
        }

        public async Task Step(int move)
        {
            var before = await Now();
            var (talk, candidate, form) = (Pick(before.Talks, move), Pick(before.Candidates, move / 7)!, Pick(before.Forms, move / 5));
            var (reason, now) = (move % 6 == 0 ? " " : "reden", House.Clock.GetUtcNow());
            var told = reason != " ";
            switch (Mix[move / 11 % Mix.Length])
            {
                case Kind.Guide:
                    var guide = guides[move % 3 == 0 ? 1 : 0];
                    await Twice(new ChooseGuide(vacancy.Id, guide), recruiter, before, !before.Over && (before.Frozen is null || before.Frozen == guide || !before.Touched));
                    break;
                case Kind.Candidate when before.Candidates.Count < 4: await Once(new AddCandidate(vacancy.Id, "Nog Iemand", $"nog{move}@post.example"), recruiter, before, !before.Over); break;
                case Kind.Plan:
                    var plannable = !before.Over && !candidate.Out && before.Talks.All(t => t.Candidate != candidate.Id || t.Status is InterviewStatus.Cancelled or InterviewStatus.NoShow);
                    await Twice(new ScheduleInterview(vacancy.Id, candidate.Id, now.AddHours(1 + move % 40).UtcDateTime, "UTC", 60, "Kamer 1"), recruiter, before, plannable, again: false);
                    break;
                case Kind.Move when talk is not null: await Once(new MoveInterview(vacancy.Id, talk.Id, now.AddHours(1 + move % 40).UtcDateTime, "UTC", 60, "Kamer 2"), recruiter, before, talk.Status == InterviewStatus.Planned); break;
                case Kind.Cancel when talk is not null: await Twice(new CancelInterview(vacancy.Id, talk.Id, reason), recruiter, before, told && talk.Status == InterviewStatus.Planned, again: false); break;
                case Kind.NoShow when talk is not null:
                    var sealedForm = before.Forms.Any(f => f.Candidate == talk.Candidate && f.Status is (ScorecardStatus.Sealed or ScorecardStatus.Final));
                    await Twice(new RecordNoShow(vacancy.Id, talk.Id, reason), move % 2 == 0 ? chair : recruiter, before,
                        told && !before.Over && talk.Status is (InterviewStatus.Planned or InterviewStatus.InProgress) && talk.At <= now && !sealedForm, again: false);
                    break;
                case Kind.Start when talk is not null: await Twice(new StartInterview(vacancy.Id, talk.Id), chair, before, !before.Over && before.Frozen is not null && talk.Status == InterviewStatus.Planned, again: false); break;
                case Kind.End when talk is not null: await Twice(new EndInterview(vacancy.Id, talk.Id), chair, before, !before.Over && talk.Status == InterviewStatus.InProgress, again: false); break;
                case Kind.Score when form is not null: await Score(form, before, move % 4 != 0); break;
                case Kind.Reopen when form is not null: await Once(new ReopenCard(vacancy.Id, form.Id, reason), chair, before, null); break;
                case Kind.Excuse when form is not null: await Once(new ExcuseCard(vacancy.Id, form.Id, reason), chair, before, null); break;
                case Kind.Withdraw when move % 3 == 0: await Twice(new WithdrawCandidate(vacancy.Id, candidate.Id, reason), recruiter, before, told && !before.Over && !candidate.Out && !candidate.Revealed, again: false); break;
                case Kind.Names: await Once(new ShowNames(vacancy.Id, reason), chair, before, told); break;
                case Kind.Decide:
                    // An outcome for everybody, by somebody, with reasons; and never while a form is open.
                    var open = before.Forms.Any(f => !f.Excused && f.Status is not (ScorecardStatus.Sealed or ScorecardStatus.Final));
                    await Twice(new RecordDecision(vacancy.Id, reason, [.. before.Candidates.Select(c => new AdviceOn(c.Id, Advice.NotAppointable, reason))], new Choice(null)), chair, before, !told || before.Over || open ? false : null, again: false);
                    break;
                case Kind.Close when before.Status == ProcedureStatus.Decided || move % 7 == 0:
                    await Twice(new CloseProcedure(vacancy.Id, reason), recruiter, before, before.Status == ProcedureStatus.Decided || (told && !before.Over), again: false);
                    break;
                case Kind.Later: await Later(TimeSpan.FromHours(6)); break;
            }
        }

        // Through the member's own hands; the same message again changes nothing.
        private async Task Score(Form form, State before, bool seal)
        {
            foreach (var member in new[] { anna, bert })
            {
                var opened = await House.Door.Ask(new OpenCard(form.Id), member);
                if (!opened.Ok) continue;
                var save = new SaveScores(form.Id, "model", opened.Value.Version, [.. opened.Value.Guide.ScoredIds.Select(i => Vacancy.Score(i, 3))]);
                await House.Door.Ask(save, member);
                await House.Door.Ask(save, member);
                if (seal) await Once(new SealCard(form.Id), member, await Now(), null);
            }
            Judge(before, await Now());
        }

        private async Task Twice<T>(IRequest<T> ask, Actor who, State before, bool? expected, bool? again = null)
        {
            var first = await Once(ask, who, before, expected);
            var between = await Now();
            await Once(ask, who, between, first && again is not null ? again : null);
        }

        private async Task<bool> Once<T>(IRequest<T> ask, Actor who, State before, bool? expected)
        {
            var answer = await House.Door.Ask(ask, who);
            if (expected is { } yes) answer.Ok.ShouldBe(yes, $"{ask} in {before.Status}: {string.Join(", ", answer.Reasons.Select(r => r.Code))}");
            var after = await Now();
            if (!answer.Ok) JsonText.Write(after).ShouldBe(JsonText.Write(before), $"{ask} was refused and changed something");
            Judge(before, after);
            return answer.Ok;
        }

        private static void Judge(State before, State after)
        {
            if (before.Status != after.Status) Procedure.MayBecome(before.Status, after.Status).ShouldBeTrue($"{before.Status} became {after.Status}");
            foreach (var (was, becomes) in before.Talks.Join(after.Talks, t => t.Id, t => t.Id, (a, b) => (a, b)))
            {
                if (was.Status != becomes.Status) Interview.MayBecome(was.Status, becomes.Status).ShouldBeTrue($"{was.Status} became {becomes.Status}");
                becomes.Sequence.ShouldBeGreaterThanOrEqualTo(was.Sequence);
            }
            before.Talks.Select(t => t.Id).ShouldBeSubsetOf(after.Talks.Select(t => t.Id));
            // One version of the guide for everybody, from the first word on a form on.
            if (before.Touched) after.Frozen.ShouldBe(before.Frozen);
            after.Candidates.ShouldAllBe(c => c.Frozen == null);
            if (after.Frozen is null) after.Forms.ShouldBeEmpty();
            // Nobody's candidacy, talk or case ends by itself or without a word.
            after.Candidates.ShouldAllBe(c => !c.Out || (c.By != null && c.Reason == "reden"));
            after.Talks.ShouldAllBe(t => t.Status != InterviewStatus.Cancelled && t.Status != InterviewStatus.NoShow || t.Reason == "reden");
            (after.Decision is not null).ShouldBe(after.Over && after.Stopped is null);
            if (after.Decision is { } decision) (decision.By == Guid.Empty || string.IsNullOrWhiteSpace(decision.Reasons)).ShouldBeFalse();
            if (after.Status == ProcedureStatus.Closed) after.ClosedBy.ShouldNotBeNull();
            if (before.Over) JsonText.Write(after with { Status = before.Status, ClosedBy = before.ClosedBy }).ShouldBe(JsonText.Write(before));
            // One talk at a time per candidate.
            after.Talks.Where(t => t.Status is not (InterviewStatus.Cancelled or InterviewStatus.NoShow)).GroupBy(t => t.Candidate).ShouldAllBe(g => g.Count() == 1);
        }

        private async Task Later(TimeSpan by)
        {
            House.Clock.Advance(by);
            // Everybody signs in again: sessions have idled out.
            (recruiter, chair, anna, bert) = (await In(recruiter), await In(chair), await In(anna), await In(bert));
            async Task<Actor.Person> In(Actor.Person who) => new(who.Id, (await House.Asked(new OpenSession(who.Id, "model"))).Session);
        }

        private Task<State> Now() => House.Look(async db =>
        {
            var procedure = await db.Set<Procedure>().AsNoTracking().SingleAsync();
            var decision = await db.Set<Decision>().AsNoTracking().SingleOrDefaultAsync();
            return new State(procedure.Status, procedure.FrozenId, procedure.StoppedReason, procedure.ClosedBy,
                [.. (await db.Set<Interview>().AsNoTracking().OrderBy(i => i.Id).ToListAsync()).Select(i => new Talk(i.Id, i.CandidateId, i.Status, i.Sequence, i.When.Utc, i.CancelReason))],
                [.. (await db.Set<Candidate>().AsNoTracking().OrderBy(c => c.Number).ToListAsync()).Select(c => new Person(c.Id, c.IsOut, c.IsRevealed, c.WithdrawnBy, c.WithdrawnReason, c.FrozenId))],
                [.. (await db.Set<Scorecard>().AsNoTracking().OrderBy(c => c.Id).ToListAsync()).Select(c => new Form(c.Id, c.CandidateId, c.Status, c.IsExcused))],
                decision is null ? null : (decision.By, decision.Reasons));
        });

        private static T? Pick<T>(IReadOnlyList<T> all, int move) where T : class => all.Count == 0 ? null : all[move % all.Count];
    }
}
