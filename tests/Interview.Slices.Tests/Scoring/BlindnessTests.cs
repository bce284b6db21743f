using FsCheck;
using FsCheck.Fluent;
using Interviewing.Application.Audit;
using Interviewing.Application.Decisions;
using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Reminders;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Interviewing.Application.Today;
using Interviewing.Slices.Tests.Procedures;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Interviewing.Slices.Tests.Scoring;

/// <summary>Random sequences of calls by everybody with a part in a procedure, and after each one a look at what each of them can read.</summary>
public class BlindnessTests
{
    // A longer walk with ./test.sh --full.
    private static readonly int Runs = Environment.GetEnvironmentVariable("INTERVIEW_TEST_FULL") is { Length: > 0 } ? 10 : 1;
    private const int Steps = 20;
    private const int Candidates = 2;

    [Theory, OnBothDatabases]
    public async Task Nothing_of_an_unrevealed_form_reaches_anybody_but_its_author_and_what_is_sealed_stays(Database database)
    {
        foreach (var run in Enumerable.Range(1, Runs))
        {
            PostBox post = new();
            await using var house = await House.On(database, services => services.AddSingleton<IPostOffice>(post));
            var walk = await Walk.In(house, post, (run + (int)database) % 2 == 0 ? ScoredItems.Questions : ScoredItems.Competencies);
            var moves = Gen.Sample(Gen.Choose(0, 9_999), Steps, Steps);
            foreach (var move in moves) await walk.Step(move);
            await walk.Finish();
        }
    }

    private enum Kind { Rate, NotObserved, Note, Aside, Tick, Replay, Seal, Reopen, Excuse, Skip, Decide, Correct, Foreign }

    // Everyday calls come more often than final ones, so that there is something to leak before the reveal.
    private static readonly Kind[] Mix =
    [
        Kind.Rate, Kind.Rate, Kind.Rate, Kind.Rate, Kind.Rate, Kind.Rate, Kind.Rate, Kind.NotObserved, Kind.NotObserved, Kind.Note, Kind.Note, Kind.Aside, Kind.Aside, Kind.Tick, Kind.Replay, Kind.Replay,
        Kind.Seal, Kind.Seal, Kind.Reopen, Kind.Excuse, Kind.Skip, Kind.Decide, Kind.Correct, Kind.Foreign,
    ];

    private sealed class Walk
    {
        private readonly Vacancy vacancy;
        private readonly List<(Actor Who, Guid Card, int Candidate)> forms = [];
        private readonly Dictionary<Guid, string> sealedForms = [];
        private readonly Dictionary<Guid, List<string>> secrets = [];
        private readonly List<(Actor Who, string Text)> asides = [];
        private readonly List<(Actor Who, SaveScores Message)> sent = [];
        private readonly Dictionary<Guid, long> sequences = [];
        private Dictionary<Actor, string> last = [];
        private bool fresh;
        private int secret;
        private int looks;

        private readonly PostBox post;

        private Walk(Vacancy vacancy, PostBox post) => (this.vacancy, this.post) = (vacancy, post);

        private House House => vacancy.House;

        private IEnumerable<Actor> Everybody => [vacancy.Anna, vacancy.Bert, vacancy.Chair, vacancy.Recruiter, vacancy.Observer, vacancy.Outsider, Administrator];

        private Actor Administrator { get; set; } = null!;

        public static async Task<Walk> In(House house, PostBox post, ScoredItems scores)
        {
            var walk = new Walk(await Vacancy.In(house, Candidates, scores: scores), post) { Administrator = await house.Someone(Role.Administrator) };
            foreach (var member in new Actor[] { walk.vacancy.Anna, walk.vacancy.Bert })
                for (var c = 0; c < Candidates; c++)
                {
                    var card = await walk.vacancy.CardOf(member, c);
                    walk.forms.Add((member, card, c));
                    walk.secrets[card] = [];
                }
            walk.last = await walk.Dumps();
            return walk;
        }

        public async Task Step(int move)
        {
            var (who, card, candidate) = forms[move % forms.Count];
            var items = vacancy.Guide.ScoredIds;
            var item = items[move / 7 % items.Count];
            switch (Mix[move / 3 % Mix.Length])
            {
                case Kind.Rate: await Save(who, card, Vacancy.Score(item, 1 + move % 5)); break;
                case Kind.NotObserved: await Save(who, card, Vacancy.Score(item, null)); break;
                case Kind.Note:
                    var text = $"geheim-{++secret}-";
                    if (await Save(who, card, new Change(ChangeKind.Note, vacancy.Guide.Questions[move % vacancy.Guide.Questions.Count].Id, 9999, Text: text))) secrets[card].Add(text);
                    break;
                case Kind.Aside:
                    // A line tied to behaviour is the panel's after the reveal; a private note is nobody else's, ever.
                    var (line, aside) = ($"regel-{++secret}-", $"prive-{secret}-");
                    if (await Save(who, card, new Change(ChangeKind.Quote, vacancy.Guide.Competencies[0].Indicators[move % 2].Id, 9999, Text: line))) secrets[card].Add(line);
                    if (await Save(who, card, new Change(ChangeKind.Memo, vacancy.Guide.Questions[0].Id, 9999, Text: aside))) asides.Add((who, aside));
                    break;
                case Kind.Tick: await Save(who, card, new Change(ChangeKind.Tick, vacancy.Guide.Competencies[0].Indicators[move % 2].Id, 9999, Mark: (TickMark)(move % 3))); break;
                case Kind.Replay: await Replay(move); break;
                case Kind.Seal: await Seal(who, card, fill: move % 2 == 0); break;
                case Kind.Reopen:
                    if ((await House.Door.Ask(new ReopenCard(vacancy.Id, card, "reden"), vacancy.Chair)).Ok) sealedForms.Remove(card);
                    break;
                case Kind.Excuse when move % 4 == 0: await House.Door.Ask(new ExcuseCard(vacancy.Id, card, "reden"), vacancy.Chair); break;
                case Kind.Skip when move % 3 == 0: await House.Door.Ask(new SkipQuestion(vacancy.Id, vacancy.Candidates[candidate], vacancy.Guide.Questions[move % 4].Id, "reden"), vacancy.Chair); break;
                case Kind.Decide: await Decide(); break;
                case Kind.Correct: await House.Door.Ask(new CorrectRating(card, item, RatingOutcome.Scored, 1 + move % 5, "reden"), who); break;
                case Kind.Foreign:
                    var other = forms.First(f => f.Who != who).Card;
                    (await House.Refused(new SaveScores(other, "x", 1, [Vacancy.Score(item, 1)]), who)).ShouldBe(Refusal.NotFoundCode);
                    break;
                default: break;
            }
            if (!fresh) last = await Dumps();
            fresh = false;
            await Check();
        }

        /// <summary>Everything in: then everybody with a part reads it, and it is what was sealed.</summary>
        public async Task Finish()
        {
            foreach (var (who, card, _) in forms) await Seal(who, card, fill: true);
            last = await Dumps();
            await Check();
            var matrix = await House.Asked(new CompareScores(vacancy.Id), vacancy.Observer);
            var revealed = await House.Look(db => db.Set<Candidate>().Where(c => c.RevealedAt != null).Select(c => c.Id).ToListAsync());
            matrix.Rows.Where(r => r.Total is not null).Select(r => r.Candidate).ShouldBe(revealed, ignoreOrder: true);
        }

        private async Task<bool> Save(Actor who, Guid card, Change change)
        {
            var message = new SaveScores(card, "walk", sequences[card] = sequences.GetValueOrDefault(card) + 1, [change]);
            var answer = await House.Door.Ask(message, who);
            if (answer.Ok) sent.Add((who, message));
            // An unsealed form is nobody's business: not one character of what anybody else reads may depend on it.
            var now = await Dumps();
            foreach (var (actor, read) in last.Where(d => d.Key != who)) now[actor].ShouldBe(read);
            (last, fresh) = (now, true);
            return answer.Ok;
        }

        private async Task Replay(int move)
        {
            if (sent.Count == 0) return;
            var (who, message) = sent[move % sent.Count];
            var before = (await vacancy.Stored(message.Card)).Contents();
            (await House.Door.Ask(message, who)).Ok.ShouldBeTrue();
            (await vacancy.Stored(message.Card)).Contents().ShouldBe(before);
        }

        private async Task Seal(Actor who, Guid card, bool fill)
        {
            if (fill)
                foreach (var item in vacancy.Guide.ScoredIds.Where(i => i.GetHashCode() % 5 != 9)) await House.Door.Ask(new SaveScores(card, "walk", sequences[card] = sequences.GetValueOrDefault(card) + 1, [Vacancy.Score(item, 3)]), who);
            if (!(await House.Door.Ask(new SealCard(card), who)).Ok) return;
            var contents = (await vacancy.Stored(card)).Contents();
            sealedForms.TryAdd(card, contents);
            (await House.Door.Ask(new SealCard(card), who)).Ok.ShouldBeTrue();
        }

        private async Task Decide()
        {
            var open = await House.Look(db => db.Set<Scorecard>().CountAsync(c => c.SealedAt == null && c.ExcusedAt == null));
            var answer = await House.Door.Ask(new RecordDecision(vacancy.Id, "redenen", [.. vacancy.Candidates.Select(c => new AdviceOn(c, Advice.NotAppointable, "reden"))], new Choice(null)), vacancy.Chair);
            if (open > 0) answer.Ok.ShouldBeFalse();
            (await House.Door.Ask(new RecordDecision(vacancy.Id, " ", [], new Choice(null)), vacancy.Chair)).Ok.ShouldBeFalse();
        }

        private async Task Check()
        {
            var revealed = await House.Look(db => db.Set<Candidate>().AsNoTracking().Where(c => c.RevealedAt != null).Select(c => c.Id).ToListAsync());
            foreach (var candidate in vacancy.Candidates)
            {
                var open = await House.Look(db => db.Set<Scorecard>().CountAsync(c => c.CandidateId == candidate && c.SealedAt == null && c.ExcusedAt == null));
                if (open > 0) revealed.ShouldNotContain(candidate);
            }
            foreach (var (card, text) in sealedForms)
            {
                var stored = await vacancy.Stored(card);
                stored.Contents().ShouldBe(text);
                stored.SealedText.ShouldBe(text);
            }
            if (++looks % 5 == 0) await Mails();
            foreach (var actor in Everybody)
            {
                var dump = last[actor];
                foreach (var form in forms.Where(f => f.Who != actor && !revealed.Contains(vacancy.Candidates[f.Candidate])))
                    foreach (var text in secrets[form.Card]) dump.ShouldNotContain(text);
                foreach (var aside in asides.Where(a => a.Who != actor)) dump.ShouldNotContain(aside.Text);
                if ((await House.Door.Ask(new CompareScores(vacancy.Id), actor)) is { Ok: true, Value: var matrix })
                {
                    matrix.Rows.Select(r => r.Code).ShouldBe(["K1", "K2"]);
                    foreach (var row in matrix.Rows) Judge(row, revealed);
                }
            }
        }

        // What leaves the house, and the trail of who did what: neither holds a word that somebody wrote.
        private async Task Mails()
        {
            House.Clock.Advance(TimeSpan.FromMinutes(5));
            await House.Provider.GetRequiredService<ReminderRound>().Run();
            var trail = JsonText.Write(await House.Asked(new ListAudit(Slice: new Slice(0, 500)), Administrator));
            foreach (var text in secrets.Values.SelectMany(s => s).Concat(asides.Select(a => a.Text)))
            {
                post.Letters.ShouldAllBe(l => !l.Letter.Text.Contains(text) && !l.Letter.Subject.Contains(text) && (l.Letter.Calendar == null || !l.Letter.Calendar.Value.Ics.Contains(text)));
                trail.ShouldNotContain(text);
            }
        }

        // No total or cell before the reveal; every mean carries the number of values it was made of, and there is never a placeholder number.
        private static void Judge(MatrixRow row, List<Guid> revealed)
        {
            if (!revealed.Contains(row.Candidate))
            {
                row.Cells.ShouldBeEmpty();
                row.Total.ShouldBeNull();
                return;
            }
            foreach (var cell in row.Cells)
            {
                var values = cell.Marks.Select(m => m.Value).OfType<decimal>().ToList();
                cell.Mean.N.ShouldBe(values.Count);
                if (values.Count == 0) (cell.Mean.Value, cell.Mean.WhyNot).ShouldBe((null, Mean.NoScores));
                else
                {
                    cell.Mean.Value.ShouldBe(values.Sum() / values.Count);
                    values.ShouldAllBe(v => v >= 1 && v <= 5);
                }
                cell.Marks.ShouldAllBe(m => m.Outcome == RatingOutcome.Scored == (m.Value != null));
            }
            if (row.Cells.All(c => c.Mean.Value is not null)) row.Total!.Value.ShouldBe(row.Cells.Sum(c => c.Mean.Value!.Value) / row.Cells.Count);
            else (row.Total!.Value, row.Total.WhyNot).ShouldBe((null, Composite.Incomplete));
        }

        private async Task<Dictionary<Actor, string>> Dumps()
        {
            Dictionary<Actor, string> dumps = [];
            foreach (var actor in Everybody) dumps[actor] = await Dump(actor);
            return dumps;
        }

        // Every query there is about a procedure, as this actor gets it answered.
        private async Task<string> Dump(Actor actor)
        {
            List<object?> read =
            [
                await Read(new ListProcedures(), actor), await Read(new GetProcedure(vacancy.Id), actor), await Read(new StatusOfPanel(vacancy.Id), actor), await Read(new CompareScores(vacancy.Id), actor),
                await Read(new ListMyCards(vacancy.Id), actor), await Read(new GetDecision(vacancy.Id), actor), await Read(new ReadAgreement(vacancy.Id), actor), await Read(new ReadDossier(vacancy.Id), actor), await Read(new ExportScores(vacancy.Id), actor),
                await Read(new ListToday(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, []), actor),
            ];
            foreach (var candidate in vacancy.Candidates)
            {
                read.Add(await Read(new ReadEvidence(vacancy.Id, candidate), actor));
                read.Add(await Read(new GetCandidate(vacancy.Id, candidate), actor));
                read.Add(await Read(new WatchTalk(vacancy.Id, candidate), actor));
                read.Add(await Read(new ShowTalk(vacancy.Id, candidate), actor));
                read.Add(await Read(new GetConsensus(vacancy.Id, candidate), actor));
            }
            foreach (var form in forms.Where(f => f.Who != actor))
            {
                read.Add(await Read(new OpenCard(form.Card), actor));
                read.Add(await Read(new ReadHeldPost(form.Card), actor));
            }
            return JsonText.Write(read);
        }

        private async Task<object?> Read<T>(MediatR.IRequest<T> query, Actor actor)
        {
            var answer = await House.Door.Ask(query, actor);
            return answer.Ok ? answer.Value : answer.Reasons[0].Code;
        }
    }
}
