using System.Data.Common;
using System.Reflection;
using System.Text;
using Interviewing.Application.Audit;
using Interviewing.Application.Development;
using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using Interviewing.Slices.Tests.Reviews;
using Interviewing.Testing;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Interviewing.Slices.Tests.Development;

/// <summary>
/// What an employee keeps for herself is looked for everywhere: in the answer of every query there is, to everybody there is, in every mail, in audit, paper and file, and
/// in every column of every table. Two queries may hold it, and only for her.
/// </summary>
public class ReflectionLeakTests
{
    private const string Marker = "Kwetsbaar-geheim-9z";

    private static readonly string[] HerOwn = [nameof(GetPlan), nameof(TakeMyDevelopment)];

    private static readonly Type[] Queries = [.. typeof(Door).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsInterface: false } && AnswerOf(t) is not null).OrderBy(t => t.FullName, StringComparer.Ordinal)];

    [Theory, OnBothDatabases]
    public async Task A_private_reflection_is_read_by_its_writer_alone(Database database)
    {
        PostBox post = new();
        await using var house = await House.On(database, services => services.AddSingleton<IPostOffice>(post));
        var team = await Team.In(house);
        var plan = await team.Active(new(2026, 12, 1));
        var note = await house.Asked(new AddReflection(plan, $"Ik durf het niet te zeggen: {Marker}."), team.Employee);
        await house.Asked(new TellProgress(plan, "Het gaat goed."), team.Employee);
        var view = await house.Asked(new GetPlan(plan), team.Employee);
        var goal = view.Goals[0];
        await house.Asked(new AddEvidence(plan, goal.Actions[0].Id, "Het verslag ligt er."), team.Employee);

        Dictionary<string, Actor> everybody = new() { ["Employee"] = team.Employee, ["Manager"] = team.Manager, ["Colleague"] = team.Colleague, ["OtherManager"] = team.OtherManager, ["Machine"] = House.Machine };
        foreach (var role in Enum.GetValues<Role>().Where(r => !Roles.BelongsToProcedure(r))) everybody[$"some {role}"] = await house.Someone(role);
        Filling filling = new(house, new Dictionary<string, Guid>
        {
            ["Plan"] = plan, ["Goal"] = goal.Id, ["Action"] = goal.Actions[0].Id, ["Review"] = view.Review!.Value, ["Evidence"] = (await house.Asked(new GetPlan(plan), team.Employee)).Actions.SelectMany(a => a.Evidence).Single().Id,
            ["Reflection"] = note, ["Person"] = team.Employee.Id, ["Employee"] = team.Employee.Id, ["Competency"] = team.Convince,
        });
        HashSet<string> answered = [];
        List<(string Query, string Who)> told = [];
        var ask = typeof(ReflectionLeakTests).GetMethod(nameof(Ask), BindingFlags.NonPublic | BindingFlags.Static)!;
        foreach (var query in Queries)
        {
            var request = filling.Make(query);
            foreach (var (who, actor) in everybody)
            {
                var (ok, answer) = await (Task<(bool, string)>)ask.MakeGenericMethod(AnswerOf(query)!).Invoke(null, [house, request, actor])!;
                if (ok) answered.Add(query.Name);
                if (answer.Contains(Marker, StringComparison.OrdinalIgnoreCase)) told.Add((query.Name, who));
            }
        }
        told.ShouldBe(HerOwn.Select(q => (q, "Employee")), ignoreOrder: true);
        answered.Count.ShouldBeGreaterThan(40, "most queries were refused: this proves nothing");

        // And it is there: who wrote it gets it back as it was.
        (await house.Asked(new TakeMyDevelopment(), team.Employee)).Single().Reflections.Single().Text.ShouldBe($"Ik durf het niet te zeggen: {Marker}.");

        // Paper and file are made of what the reader was told, and leave the notes out for her as well.
        foreach (var reader in new[] { team.Employee, team.Manager })
            JsonText.Write(PlanOutline.Of(await house.Asked(new GetPlan(plan), reader), house.Provider.GetRequiredService<IWords>(), "nl", TimeZoneInfo.Utc, house.Clock.GetUtcNow()).Blocks.Select(b => $"{b}")).ShouldNotContain(Marker);

        // Every mail of a fortnight and of the day after: what is due, what is late.
        var round = house.Provider.GetRequiredService<ReminderRound>();
        for (var day = 0; day < 9; day++)
        {
            house.Clock.Advance(TimeSpan.FromDays(1));
            await round.Run();
        }
        post.Letters.ShouldNotBeEmpty();
        foreach (var (letter, _) in post.Letters) (letter.Subject + letter.Text).ShouldNotContain(Marker, Case.Insensitive);

        (await house.Look(db => db.Set<AuditDetail>().Select(d => d.Before + d.After).ToListAsync())).ShouldAllBe(t => !t.Contains(Marker, StringComparison.OrdinalIgnoreCase));
        (await house.Look(Everything)).ShouldNotContain(Marker, Case.Insensitive);
        if (database == Database.Sqlite) await InNoFile(house);
    }

    [Fact]
    public void Whatever_carries_a_reflection_is_on_the_list() =>
        // A new answer with a reflection in it shows up here, before any role is tried.
        Queries.Where(q => Holds(AnswerOf(q)!, [])).Select(q => q.Name).ShouldBe(HerOwn, ignoreOrder: true);

    private static bool Holds(Type type, HashSet<Type> seen)
    {
        if (type == typeof(ReflectionView) || type == typeof(OwnReflection) || type == typeof(Reflection)) return true;
        if (!seen.Add(type)) return false;
        return type.GenericTypeArguments.Any(t => Holds(t, seen))
            || (type.Namespace?.StartsWith("Interviewing", StringComparison.Ordinal) == true && type.GetProperties().Any(p => Holds(p.PropertyType, seen)));
    }

    private static Type? AnswerOf(Type request) => request.GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQuery<>))?.GenericTypeArguments[0];

    private static async Task<(bool Ok, string Answer)> Ask<T>(House house, IRequest<T> request, Actor actor)
    {
        Outcome<T>? answer = null;
        // A query filled in with nonsense may break; what it says then is an answer too.
        var broken = await Record.ExceptionAsync(async () => answer = await house.Door.Ask(request, actor));
        if (answer is null) return (false, $"{broken}");
        return answer.Ok ? (true, JsonText.Write((object?)answer.Value)) : (false, string.Join(' ', answer.Reasons.SelectMany(r => r.Args.Append(r.Code))));
    }

    /// <summary>Every value of every table as text: letters as they are, bytes both as letters and as base64.</summary>
    private static async Task<string> Everything(Interviewing.Infrastructure.Persistence.InterviewDb db)
    {
        StringBuilder all = new();
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(t => (Name: t.GetTableName(), Schema: t.GetSchema())).Where(t => t.Name is not null).Distinct())
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table.Name}\"";
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                for (var i = 0; i < rows.FieldCount; i++) all.AppendLine(Text(rows, i));
        }
        all.Length.ShouldBeGreaterThan(10_000);
        return all.ToString();
    }

    private static string? Text(DbDataReader row, int column) => row.GetValue(column) is byte[] bytes ? Encoding.UTF8.GetString(bytes) + Encoding.Unicode.GetString(bytes) : row.GetValue(column).ToString();

    private static async Task InNoFile(House house)
    {
        var file = await house.Look(db => Task.FromResult(db.Database.GetDbConnection().DataSource));
        var files = Directory.GetFiles(Path.GetDirectoryName(file)!, "*", SearchOption.AllDirectories);
        files.ShouldContain(file);
        foreach (var one in files)
        {
            await using FileStream open = new(one, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using MemoryStream bytes = new();
            await open.CopyToAsync(bytes);
            foreach (var form in new[] { Encoding.UTF8.GetBytes(Marker), Encoding.Unicode.GetBytes(Marker), Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(Marker))[..20]) })
                bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf(form).ShouldBe(-1, $"{Path.GetFileName(one)} holds it");
        }
    }
}
