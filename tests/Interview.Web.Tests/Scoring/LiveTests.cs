using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Scoring;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Web.Tests.Scoring;

/// <summary>The stream of a talk, from one process to the other and within one.</summary>
public class LiveTests
{
    [Theory, OnBothDatabases]
    public async Task What_happens_in_one_process_is_heard_in_the_other_until_the_right_to_hear_it_ends(Database database)
    {
        await using var site = await Site.Start(database);
        // With SQLite there is one process.
        await using var twin = database == Database.Postgres ? site.Beside() : null;
        var made = await ScoringSite.On(new WholeSite { Site = site });
        var (chair, recruiter) = (await made.Acting(made.Chair.Id), await made.Acting(made.Recruiter.Id));
        var interview = await site.Asked(new ScheduleInterview(made.Procedure, made.Candidate, site.Clock.GetUtcNow().AddDays(1).DateTime, "Europe/Amsterdam", 60, "Kamer 2.14"), recruiter);
        var path = $"/api/live/{made.Procedure}/{made.Candidate}";
        using var http = new HttpClient { BaseAddress = (twin ?? site).Address };
        var (name, value) = await site.CookieOf(made.Anna.Id);
        http.DefaultRequestHeaders.Add("Cookie", $"{name}={value}");
        using (var stranger = new HttpClient { BaseAddress = site.Address }) (await stranger.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var (otherName, otherValue) = await site.CookieOf((await new WholeSite { Site = site }.Somebody(Role.Employee)).Id);
        using (var outsider = new HttpClient { BaseAddress = site.Address })
        {
            outsider.DefaultRequestHeaders.Add("Cookie", $"{otherName}={otherValue}");
            (await outsider.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            (await outsider.GetAsync($"{path}/state")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }

        using var stream = await http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        stream.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        using var reader = new StreamReader(await stream.Content.ReadAsStreamAsync());
        (await Next(reader)).ShouldBe("Again");
        await site.Asked(new StartInterview(made.Procedure, interview), chair);
        (await Next(reader, "Talk")).ShouldBe("Talk");
        await site.Asked(new MoveOn(made.Procedure, interview, made.Guide.Questions[1].Id), chair);
        (await Next(reader, "Talk")).ShouldBe("Talk");
        var state = await http.GetFromJsonAsync<JsonElement>($"{path}/state");
        (state.GetProperty("question").GetGuid(), state.GetProperty("status").GetString(), state.GetProperty("here").GetInt32()).ShouldBe((made.Guide.Questions[1].Id, "InProgress", 1));

        // A seat that is taken away hears nothing more.
        var seat = await site.Look(db => db.Set<PanelSeat>().Where(s => s.ProcedureId == made.Procedure && s.PersonId == made.Anna.Id).Select(s => s.Id).SingleAsync());
        await site.Asked(new RemoveSeat(made.Procedure, seat, "Kan niet meer"), recruiter);
        await site.Asked(new MoveOn(made.Procedure, interview, made.Guide.Questions[0].Id), chair);
        (await Next(reader, "Talk")).ShouldBeNull();
    }

    // The next thing said, or the next of this kind; null when the stream has ended.
    private static async Task<string?> Next(StreamReader reader, string? kind = null)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await reader.ReadLineAsync(patience.Token) is { } line)
            if (line.StartsWith("data: ", StringComparison.Ordinal) && (kind is null || line[6..] == kind)) return line[6..];
        return null;
    }
}
