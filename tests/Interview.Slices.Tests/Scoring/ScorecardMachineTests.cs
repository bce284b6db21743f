using FsCheck;
using FsCheck.Fluent;
using Interviewing.Application.Guides;
using Interviewing.Application.Procedures;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Interviewing.Slices.Tests.Procedures;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Scoring;

/// <summary>
/// A form beside a model of it, under random sequences of calls from two devices and the chair: doubled, out of order and wrong ones among them.
/// </summary>
public class ScorecardMachineTests
{
    private static readonly int Steps = Environment.GetEnvironmentVariable("INTERVIEW_TEST_FULL") is { Length: > 0 } ? 400 : 60;

    [Theory, OnBothDatabases]
    public async Task Whatever_is_called_in_whatever_order_the_form_is_what_the_model_says(Database database)
    {
        await using var house = await House.On(database);
        var machine = await Machine.In(house);
        foreach (var move in Gen.Sample(Gen.Choose(0, 99_999), Steps, Steps))
        {
            await machine.Step(move);
            await machine.Compare();
        }
        await machine.Finish();
    }

    private sealed class Machine(Vacancy vacancy, Guid card)
    {
        private static readonly string[] Devices = ["telefoon", "laptop"];

        // What the model holds: values by field, who wrote them in which version, the last number of each device, and the sealed text.
        private readonly Dictionary<string, (string Value, int Version, string Device)> fields = [];
        private readonly Dictionary<string, long> last = Devices.ToDictionary(d => d, _ => 0L);
        private readonly Dictionary<string, int> seen = Devices.ToDictionary(d => d, _ => 1);
        private readonly List<SaveScores> sent = [];
        private string? handedIn;
        private int version = 1;
        private int texts;

        private IReadOnlyList<Guid> Items => vacancy.Guide.ScoredIds;

        private House House => vacancy.House;

        public static async Task<Machine> In(House house)
        {
            var vacancy = await Vacancy.In(house, scores: ScoredItems.Questions);
            return new Machine(vacancy, await vacancy.CardOf(vacancy.Anna));
        }

        public Task Step(int move) => (move % 23) switch
        {
            < 10 => Save(Devices[move / 23 % 2], move),
            < 12 => Look(Devices[move / 23 % 2]),
            < 15 => Repeat(move),
            15 => Wrong(move),
            16 or 17 => Seal(),
            18 => Reopen(),
            19 => Jump(move),
            20 => Correct(move),
            21 => FillAll(),
            _ => Foreign(move),
        };

        private async Task Save(string device, int move)
        {
            var message = new SaveScores(card, device, last[device] + 1, Changes(device, move));
            var answer = await House.Door.Ask(message, vacancy.Anna);
            if (handedIn is not null)
            {
                answer.Reasons[0].Code.ShouldBe("scoring.sealed");
                return;
            }
            var stale = message.Changes.Where(c => fields.TryGetValue(c.Field, out var there) && there.Value != Said(c) && there.Version > c.Seen && there.Device != device).Select(c => c.Field).ToList();
            if (stale.Count > 0)
            {
                // Invariant 23: refused as a whole, with both values; nothing is lost and nothing half done.
                answer.Reasons.Select(r => r.Code).Distinct().ShouldBe([Refusal.ChangedCode]);
                answer.Reasons.Select(r => r.Field).ShouldBe(stale, ignoreOrder: true);
                answer.Reasons.ShouldAllBe(r => (string?)r.Args[0] == fields[r.Field!].Value);
                return;
            }
            answer.Ok.ShouldBeTrue();
            sent.Add(message);
            last[device] = message.Sequence;
            var changed = message.Changes.Where(c => (fields.TryGetValue(c.Field, out var there) ? there.Value : Blank(c)) != Said(c)).ToList();
            if (changed.Count > 0) version++;
            foreach (var change in changed) fields[change.Field] = (Said(change), version, device);
            answer.Value.Version.ShouldBe(version);
            seen[device] = version;
        }

        // Invariant 20: what was applied once is answered and does nothing, whenever it comes again.
        private async Task Repeat(int move)
        {
            if (sent.Count == 0) return;
            var again = await House.Door.Ask(sent[move / 23 % sent.Count], vacancy.Anna);
            again.Value.Version.ShouldBe(version);
        }

        // A number that is far ahead is new; the ones in between then come too late and are taken for repeated.
        private async Task Jump(int move)
        {
            var device = Devices[move / 23 % 2];
            var before = last[device];
            last[device] += 3;
            var (was, count) = (handedIn, sent.Count);
            await Save(device, move);
            if (was is not null || sent.Count == count) last[device] = before;
            else (await House.Door.Ask(new SaveScores(card, device, before + 2, [Vacancy.Score(Items[0], 1 + move % 5)]), vacancy.Anna)).Value.Version.ShouldBe(version);
        }

        private async Task Look(string device) => seen[device] = (await House.Asked(new OpenCard(card), vacancy.Anna)).Version;

        // Invariant 5: only a point of the scale or 'not observed' ever stands there.
        private async Task Wrong(int move)
        {
            foreach (var change in new[] { Vacancy.Score(Items[0], 6 + move % 9), Vacancy.Score(Items[0], -move % 3), new Change(ChangeKind.Rating, Items[0], 999, RatingOutcome.NotObserved, 3), new Change(ChangeKind.Rating, Items[0], 999, RatingOutcome.NotAsked), Vacancy.Score(Guid.NewGuid(), 3) })
                (await House.Door.Ask(new SaveScores(card, "fout", 1 + move, [Vacancy.Score(Items[1], 3), change]), vacancy.Anna)).Ok.ShouldBeFalse();
        }

        private async Task Foreign(int move)
        {
            foreach (var other in new Actor[] { vacancy.Bert, vacancy.Chair, vacancy.Observer, vacancy.Outsider, vacancy.Recruiter })
            {
                (await House.Door.Ask(new SaveScores(card, "vreemd", 1 + move, [Vacancy.Score(Items[0], 1)]), other)).Ok.ShouldBeFalse();
                (await House.Door.Ask(new SealCard(card), other)).Ok.ShouldBeFalse();
            }
            (await House.Door.Ask(new ReopenCard(vacancy.Id, card, "x"), vacancy.Anna)).Ok.ShouldBeFalse();
        }

        private async Task FillAll()
        {
            if (handedIn is not null) return;
            foreach (var item in Items.Where(i => !fields.ContainsKey($"rating.{i}")))
            {
                (await House.Door.Ask(new SaveScores(card, "telefoon", ++last["telefoon"], [Vacancy.Score(item, 3)]), vacancy.Anna)).Value.Version.ShouldBe(++version);
                fields[$"rating.{item}"] = ("3", version, "telefoon");
            }
        }

        private async Task Seal()
        {
            var answer = await House.Door.Ask(new SealCard(card), vacancy.Anna);
            var blanks = Items.Where(i => !fields.ContainsKey($"rating.{i}")).Select(i => $"rating.{i}").ToList();
            if (handedIn is null && blanks.Count > 0)
            {
                answer.Reasons.Select(r => r.Field).ShouldBe(blanks);
                return;
            }
            if (handedIn is null) version++;
            answer.Value.Version.ShouldBe(version);
            handedIn ??= (await vacancy.Stored(card)).Contents();
        }

        private async Task Reopen()
        {
            (await House.Door.Ask(new ReopenCard(vacancy.Id, card, " "), vacancy.Chair)).Reasons[0].Code.ShouldBe("scoring.reason-missing");
            var answer = await House.Door.Ask(new ReopenCard(vacancy.Id, card, "reden"), vacancy.Chair);
            if (handedIn is null) answer.Reasons[0].Code.ShouldBe("scoring.not-sealed");
            else
            {
                answer.Ok.ShouldBeTrue();
                handedIn = null;
                version++;
            }
        }

        // Bert's form is open, so nothing is revealed and nothing can be corrected.
        private async Task Correct(int move) => (await House.Door.Ask(new CorrectRating(card, Items[0], RatingOutcome.Scored, 1 + move % 5, "x"), vacancy.Anna)).Reasons[0].Code.ShouldBe("scoring.not-revealed");

        public async Task Compare()
        {
            var stored = await House.Look(db => db.Set<Scorecard>().Include(c => c.Ratings).Include(c => c.Notes).Include(c => c.Ticks).Include(c => c.Quotes).AsNoTracking().SingleAsync(c => c.Id == card));
            Dictionary<string, string> there = [];
            foreach (var r in stored.Ratings) there.Add($"rating.{r.ItemId}", r.Point?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? r.Outcome.ToString());
            foreach (var n in stored.Notes) there.Add($"note.{n.QuestionId}", n.Text);
            foreach (var t in stored.Ticks) there.Add($"tick.{t.IndicatorId}", t.Mark.ToString());
            foreach (var q in stored.Quotes) there.Add($"quote.{q.IndicatorId}", q.Text);
            there.OrderBy(f => f.Key).ShouldBe(fields.Select(f => KeyValuePair.Create(f.Key, f.Value.Value)).OrderBy(f => f.Key));
            stored.Ratings.ShouldAllBe(r => r.Outcome == RatingOutcome.Scored ? r.Point >= 1 && r.Point <= 5 : r.Outcome == RatingOutcome.NotObserved && r.Point == null);
            stored.Version.ShouldBe(version);
            stored.IsSealed.ShouldBe(handedIn is not null);
            // Invariant 1: byte for byte what was handed in.
            stored.SealedText.ShouldBe(handedIn);
            if (handedIn is not null) (stored.Contents(), stored.SealedHash).ShouldBe((handedIn, FrozenGuide.HashOf(handedIn)));
        }

        // After the reveal only a correction: it is laid over the sealed form, which stays as it was.
        public async Task Finish()
        {
            await FillAll();
            await Seal();
            await vacancy.Fill(vacancy.Bert, 0, _ => 2);
            (await House.Door.Ask(new ReopenCard(vacancy.Id, card, "te laat"), vacancy.Chair)).Reasons[0].Code.ShouldBe("scoring.revealed");
            await House.Asked(new CorrectRating(card, Items[0], RatingOutcome.Scored, fields[$"rating.{Items[0]}"].Value == "5" ? 4 : 5, "Verkeerd aangeklikt"), vacancy.Anna);
            version++;
            await Compare();
            (await House.Look(db => db.Set<Correction>().CountAsync(c => c.CardId == card && c.Reason == "Verkeerd aangeklikt"))).ShouldBe(1);
        }

        private List<Change> Changes(string device, int move)
        {
            var (question, indicator) = (vacancy.Guide.Questions[move / 7 % vacancy.Guide.Questions.Count].Id, vacancy.Guide.Competencies[move / 11 % 3].Indicators[move % 2].Id);
            List<Change> all = [Vacancy.Score(Items[move % Items.Count], move % 6 == 0 ? null : 1 + move % 5, seen[device]), new(ChangeKind.Note, question, seen[device], Text: $"tekst {++texts}"),
                new(ChangeKind.Tick, indicator, seen[device], Mark: (TickMark)(move % 3)), new(ChangeKind.Quote, indicator, seen[device], Text: move % 4 == 0 ? "" : $"regel {texts}")];
            return all.GetRange(move % 4, Math.Min(1 + move / 4 % 3, 4 - move % 4));
        }

        private static string Said(Change change) => change.Kind switch
        {
            ChangeKind.Rating => change.Point?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? change.Outcome!.Value.ToString(),
            ChangeKind.Tick => change.Mark!.Value.ToString(),
            ChangeKind.Note or ChangeKind.Quote or ChangeKind.Memo => change.Text ?? "",
        };

        private static string Blank(Change change) => change.Kind == ChangeKind.Tick ? nameof(TickMark.None) : "";
    }
}
