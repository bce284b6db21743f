using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using Interviewing.Application.Decisions;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Reminders;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Interviewing.Slices.Tests.Procedures;
using Interviewing.Testing;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Interviewing.Slices.Tests.Scoring;

/// <summary>
/// Every request there is, asked by everybody there is, in every state of a form: no answer to anybody but its author may hold a word or depend on a score of
/// a form that is not revealed. Whoever adds a request puts its name on the list, and on the second one when it shows scores.
/// </summary>
public partial class EveryRequestTests
{
    private const string Secret = "geheim-geplant-7q", Other = "andersom-geplant-8r";

    /// <summary>Requests whose answer may hold what members scored and wrote, once it is revealed.</summary>
    private static readonly string[] Readers =
    [
        nameof(CompareScores), nameof(ReadEvidence), nameof(GetConsensus), nameof(ReadAgreement), nameof(ReadDossier), nameof(IssueDossier), nameof(ExportScores), nameof(GetFeedback), nameof(OpenCard),
    ];

    private static readonly Type[] Requests = [.. typeof(Door).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsInterface: false } && AnswerOf(t) is not null).OrderBy(t => t.FullName, StringComparer.Ordinal)];

    [Fact]
    public void Every_request_is_on_the_list()
    {
        var listed = RequestList.Names.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        Requests.Select(r => r.Name).Except(listed).ShouldBeEmpty("a new request: see that it shows no score, then put it on the list");
        listed.Except(Requests.Select(r => r.Name)).ShouldBeEmpty("no longer there");
        listed.ShouldBeUnique();
        Readers.Except(listed).ShouldBeEmpty();
    }

    [Fact]
    public void No_request_about_candidates_can_be_told_in_which_order_they_come() =>
        Requests.Where(r => r.Namespace is "Interviewing.Application.Scoring" or "Interviewing.Application.Decisions")
            .SelectMany(r => r.GetProperties().Where(p => p.Name is "Order" or "Sort" or "Descending" or "Filter" or "Search" || p.PropertyType.Name.EndsWith("Order", StringComparison.Ordinal)).Select(p => $"{r.Name}.{p.Name}"))
            // Colleagues, by name or number of procedures.
            .ShouldBe(["CompareScorers.Order", "CompareScorers.Descending"]);

    [Theory, OnBothDatabases]
    public async Task Before_the_reveal_no_answer_to_anybody_depends_on_what_the_author_gave(Database database)
    {
        PostBox post = new();
        await using var house = await House.On(database, services => services.AddSingleton<IPostOffice>(post).AddSingleton<Taken>().AddScoped(typeof(IPipelineBehavior<,>), typeof(TakeAnswer<,>)));
        var world = await World.In(house, post);
        await world.Look("not handed in");
        await world.HandIn();
        await world.Look("handed in, another open");
        await world.Reveal();
        await world.LookAtReaders();
        await world.Decide();
        await world.LookAtReaders();
    }

    private static Type? AnswerOf(Type request) => request.GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>))?.GenericTypeArguments[0];

    /// <summary>The answers of commands, taken before they are saved.</summary>
    private sealed class Taken
    {
        public bool Armed { get; set; }
        public string Answer { get; set; } = "";
    }

    /// <summary>The innermost of all: a command has done everything it does, and then nothing of it is kept, so that the next request finds the same state.</summary>
    private sealed class TakeAnswer<TRequest, TAnswer>(Taken taken) : IPipelineBehavior<TRequest, TAnswer> where TRequest : IRequest<TAnswer>
    {
        public async Task<TAnswer> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next)
        {
            var answer = await next();
            if (!taken.Armed) return answer;
            taken.Answer = JsonText.Write((object?)answer);
            return request is ICommand<TAnswer> ? throw new Refusal("test.not-kept") : answer;
        }
    }

    private sealed partial class World(Vacancy vacancy, PostBox post)
    {
        private readonly Vacancy vacancy = vacancy;
        private readonly PostBox post = post;
        private readonly Dictionary<string, Actor> everybody = [];
        private readonly HashSet<string> answered = [];
        private readonly HashSet<string> broken = [];
        private Guid card;

        private House House => vacancy.House;
        private Taken Taken => House.Provider.GetRequiredService<Taken>();

        public static async Task<World> In(House house, PostBox post)
        {
            var world = new World(await Vacancy.In(house, candidates: 2), post);
            var vacancy = world.vacancy;
            foreach (var role in Enum.GetValues<Role>().Where(r => !Roles.BelongsToProcedure(r))) world.everybody[role.ToString()] = await house.Someone(role);
            world.everybody["FeedbackEditor"] = await house.Someone((Role.FeedbackEditor, Scope.Procedure(vacancy.Id)));
            var guest = await house.Asked(new AddGuestSeat(vacancy.Id, "Gast Buiten", "gast@post.example", "nl", house.Clock.GetUtcNow().AddDays(5)), vacancy.Recruiter);
            world.everybody["Guest"] = new Actor.Guest(await house.Look(db => db.Set<PanelSeat>().Where(s => s.Id == guest.Seat).Select(s => s.GuestLinkId!.Value).SingleAsync()));
            foreach (var (name, actor) in new (string, Actor)[] { ("Chair", vacancy.Chair), ("Member", vacancy.Bert), ("Observer", vacancy.Observer), ("Owner", vacancy.Recruiter), ("Machine", House.Machine) }) world.everybody[name] = actor;
            world.card = await vacancy.Fill(vacancy.Anna, 0, _ => 1, seal: false);
            await house.Asked(new SaveScores(world.card, "n", 1, [new Change(ChangeKind.Note, vacancy.Guide.Questions[0].Id, 1000, Text: Secret), new Change(ChangeKind.Tick, vacancy.Guide.Competencies[0].Indicators[0].Id, 1000, Mark: TickMark.Shown)]), vacancy.Anna);
            await house.Asked(new MakeCalibration(vacancy.Id, vacancy.Guide.Competencies[0].Id, "Vraag", "Antwoord"), vacancy.Chair);
            return world;
        }

        public async Task HandIn() => await House.Asked(new SealCard(card), vacancy.Anna);

        public async Task Reveal()
        {
            await vacancy.Fill(vacancy.Bert, 0, _ => 3);
            await vacancy.Sign(everybody["Guest"]);
            var guest = await vacancy.CardOf(everybody["Guest"]);
            await House.Asked(new SaveScores(guest, "g", 1, [.. vacancy.Guide.ScoredIds.Select(i => Vacancy.Score(i, 3))]), everybody["Guest"]);
            await House.Asked(new SealCard(guest), everybody["Guest"]);
        }

        public async Task Decide()
        {
            await House.Asked(new WithdrawCandidate(vacancy.Id, vacancy.Candidates[1], "trekt zich terug"), vacancy.Recruiter);
            await House.Asked(new RecordDecision(vacancy.Id, "redenen", [.. vacancy.Candidates.Select(c => new AdviceOn(c, Advice.NotAppointable, "reden"))], new Choice(null)), vacancy.Chair);
        }

        /// <summary>Asks everything twice, with other scores and words on the form in between: for everybody but the author it must read the same.</summary>
        public async Task Look(string state)
        {
            var one = await AskEverything();
            await Swap(Secret, Other, 1, 5);
            var two = await AskEverything();
            await Swap(Other, Secret, 5, 1);
            List<string> depends = [];
            foreach (var ((who, request), answer) in one)
            {
                answer.ShouldNotContain(Secret, Case.Insensitive, $"{request} told {who} while {state}");
                two[(who, request)].ShouldNotContain(Other, Case.Insensitive, $"{request} told {who} while {state}");
                var (first, second) = (Masked(answer, two[(who, request)]), Masked(two[(who, request)], answer));
                if (!RequestList.Drawn.Contains(request) && first != second) depends.Add($"{request} for {who}: {Difference(first, second)}");
            }
            depends.ShouldBeEmpty($"depends on the form while {state}");
            await Mails(state);
            answered.Count.ShouldBeGreaterThan(60, "most queries were refused: this proves nothing");
            broken.Count.ShouldBeLessThan(15, string.Join(", ", broken));
        }

        /// <summary>After the reveal the scores are there for whoever may read them, in the listed requests and in no other.</summary>
        public async Task LookAtReaders()
        {
            var all = await AskEverything();
            var told = all.Where(a => a.Value.Contains(Secret, StringComparison.OrdinalIgnoreCase)).Select(a => a.Key.Request).Distinct().ToList();
            told.Except(Readers).ShouldBeEmpty("shows what members wrote, but is not on the list of readers");
            told.ShouldContain(nameof(ReadEvidence));
            told.ShouldContain(nameof(GetConsensus));
            told.ShouldContain(nameof(ReadDossier));
            foreach (var ((who, request), _) in all.Where(a => a.Value.Contains(Secret, StringComparison.OrdinalIgnoreCase)))
                new[] { "Chair", "Member", "Observer", "Owner", "Guest", "FeedbackEditor", "Recruiter", "Machine" }.ShouldContain(who, $"{request} told {who}");
        }

        private async Task Swap(string from, string to, int old, int now) => await House.Look(async db =>
        {
            await db.Set<Rating>().Where(r => r.CardId == card && r.Point == old).ExecuteUpdateAsync(r => r.SetProperty(x => x.Point, now));
            await db.Set<Note>().Where(n => n.CardId == card && n.Text == from).ExecuteUpdateAsync(n => n.SetProperty(x => x.Text, to));
            await db.Set<Tick>().Where(t => t.CardId == card).ExecuteUpdateAsync(t => t.SetProperty(x => x.Mark, now == 5 ? TickMark.Opposite : TickMark.Shown));
            return await db.Set<Scorecard>().Where(c => c.Id == card && c.SealedText != null).ExecuteUpdateAsync(c => c.SetProperty(x => x.SealedText, x => x.SealedText!.Replace(from, to)));
        });

        private async Task<Dictionary<(string Who, string Request), string>> AskEverything()
        {
            Dictionary<(string, string), string> answers = [];
            var ask = typeof(World).GetMethod(nameof(Ask), BindingFlags.NonPublic | BindingFlags.Instance)!;
            Taken.Armed = true;
            foreach (var type in Requests)
            {
                var request = new Filling(vacancy, card).Make(type);
                foreach (var (who, actor) in everybody)
                    answers[(who, type.Name)] = await (Task<string>)ask.MakeGenericMethod(AnswerOf(type)!).Invoke(this, [request, actor])!;
            }
            Taken.Armed = false;
            return answers;
        }

        private async Task<string> Ask<T>(IRequest<T> request, Actor actor)
        {
            Taken.Answer = "";
            Outcome<T>? answer = null;
            var broken = await Record.ExceptionAsync(async () => answer = await House.Door.Ask(request, actor));
            // A passkey outside a browser, or somebody without an account asked for one in the middle of a query: what it says is an answer too.
            if (answer is null)
            {
                this.broken.Add(request.GetType().Name);
                return $"{broken!.Message} {broken.InnerException?.Message}";
            }
            if (answer.Ok || Taken.Answer.Length > 0) answered.Add(request.GetType().Name);
            return Taken.Answer + JsonText.Write(answer.Reasons.Select(r => new { r.Code, r.Field, Args = r.Args.Select(a => a?.ToString()) }));
        }

        private async Task Mails(string state)
        {
            House.Clock.Advance(TimeSpan.FromMinutes(5));
            await House.Provider.GetRequiredService<ReminderRound>().Run();
            foreach (var (letter, _) in post.Letters) (letter.Subject + letter.Text + letter.Calendar?.Ics).ShouldNotContain(Secret, Case.Insensitive, state);
        }

        private static string Difference(string one, string two)
        {
            var at = one.Zip(two).TakeWhile(p => p.First == p.Second).Count();
            return $"…{one[Math.Max(0, at - 40)..Math.Min(one.Length, at + 40)]} against …{two[Math.Max(0, at - 40)..Math.Min(two.Length, at + 40)]}";
        }

        // Ids that were made for this very answer differ each time and say nothing.
        private static string Masked(string text, string other) => Ids().Replace(text, id => other.Contains(id.Value, StringComparison.Ordinal) ? id.Value : "#");

        [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.CultureInvariant, 5000)]
        private static partial Regex Ids();
    }

    /// <summary>Fills a request in with the case at hand, so that whoever may ask gets an answer and not a refusal.</summary>
    private sealed class Filling(Vacancy vacancy, Guid card)
    {
        private static readonly ConcurrentDictionary<string, Guid> Strangers = new();

        public object Make(Type type)
        {
            var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length) ?? throw new InvalidOperationException($"{type} cannot be made");
            return constructor.Invoke([.. constructor.GetParameters().Select(Value)]);
        }

        private object? Value(ParameterInfo parameter)
        {
            var (type, name) = (parameter.ParameterType, parameter.Name!);
            if (type == typeof(string)) return name is "Search" or "Query" or "Word" or "Text" ? Secret[..6] : name is "Language" ? "nl" : "x";
            if (type == typeof(Guid) || type == typeof(Guid?)) return Known(name) ?? (type == typeof(Guid) ? Strangers.GetOrAdd(name, _ => Guid.NewGuid()) : null);
            if (Nullable.GetUnderlyingType(type) is not null) return null;
            if (type == typeof(bool)) return false;
            if (type == typeof(int)) return 1;
            if (type == typeof(long)) return 1L;
            if (type == typeof(decimal)) return 1m;
            if (type.IsEnum) return Enum.GetValues(type).GetValue(0);
            if (type == typeof(DateTimeOffset)) return vacancy.House.Clock.GetUtcNow().AddDays(1);
            if (type == typeof(DateTime)) return vacancy.House.Clock.GetUtcNow().UtcDateTime.AddDays(1);
            if (type == typeof(DateOnly)) return new DateOnly(2026, 12, 1);
            if (type == typeof(TimeSpan)) return TimeSpan.FromHours(1);
            if (type == typeof(byte[])) return System.Text.Encoding.UTF8.GetBytes("tekst");
            if (type == typeof(Slice)) return new Slice(0, 200);
            if (type == typeof(Posting)) return new Posting.Taken("x");
            if (type == typeof(LocalText)) return LocalText.Of("nl", "x");
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)) return Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GenericTypeArguments));
            if (type.IsGenericType && type.GenericTypeArguments is [var item] && type.IsAssignableFrom(item.MakeArrayType())) return Array.CreateInstance(item, 0);
            if (type.IsGenericType && type.GenericTypeArguments is [var member] && type.IsAssignableFrom(typeof(HashSet<>).MakeGenericType(member))) return Activator.CreateInstance(typeof(HashSet<>).MakeGenericType(member));
            if (new NullabilityInfoContext().Create(parameter).ReadState == NullabilityState.Nullable) return null;
            if (type is { IsClass: true, IsAbstract: false } or { IsValueType: true }) return Make(type);
            throw new InvalidOperationException($"{parameter.Member.DeclaringType} asks for {type}: say here with what it is filled in");
        }

        private Guid? Known(string name) => name switch
        {
            "Procedure" => vacancy.Id,
            "Candidate" => vacancy.Candidates[0],
            "Card" => card,
            "Item" => vacancy.Guide.ScoredIds[0],
            "Competency" => vacancy.Guide.Competencies[0].Id,
            "Question" => vacancy.Guide.Questions[0].Id,
            "Profile" => vacancy.Profile,
            "Frozen" => vacancy.Frozen,
            "Person" => vacancy.Anna.Id,
            _ => null,
        };
    }
}
