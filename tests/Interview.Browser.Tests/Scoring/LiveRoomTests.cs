using System.Diagnostics;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.Playwright;
using static Interviewing.Browser.Tests.Scoring.ScoringRoom;

namespace Interviewing.Browser.Tests.Scoring;

/// <summary>A chair and three members in rooms of their own, on two processes with one database, one of which dies.</summary>
public sealed class LiveRoomTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task The_chairs_next_reaches_everybody_on_two_processes_also_when_one_of_them_dies()
    {
        ScoringRoom room = new();
        await room.Open(Database.Postgres, new TestClock(), 1);
        try
        {
            var candidate = room.Candidate();
            await room.Interview(candidate);
            var (one, other) = (room.Site.InAProcess(), room.Site.InAProcess());
            await using var first = await one;
            await using var second = await other;
            await Talk(room, candidate, first, second);
        }
        finally
        {
            await room.DisposeAsync();
        }
    }

    private async Task Talk(ScoringRoom room, Guid candidate, ServerProcess first, ServerProcess second)
    {
        // The third member scores along as chair of nothing: a colleague with a seat.
        var third = (await room.Site.Asked(new InvitePerson("Sanne de Wit", "sanne@waterveen.example", "nl", Role.Employee))).Person;
        var seat = await room.Site.Asked(new AddSeat(room.Procedure, third, SeatKind.Member, true), await room.Acting(Recruiter));
        seat.ShouldNotBe(Guid.Empty);
        await room.Site.Asked(new SignDeclaration(room.Procedure, true, true, "nl", []), new Actor.Person(third, (await room.Site.Asked(new OpenSession(third, "test"))).Session));
        await using Wire toFirst = new(first.Address), alsoToFirst = new(first.Address), toSecond = new(second.Address), chairs = new(second.Address);
        await using var joost = await room.Visitor(chromium, Anna, toFirst.Address, 820, 1180);
        await using var amelie = await room.Visitor(chromium, Bert, toSecond.Address, 390, 844);
        await using var sanne = await chromium.Visit(alsoToFirst.Address);
        var (name, value) = await room.Site.CookieOf(third);
        await sanne.Page.Context.AddCookiesAsync([new() { Name = name, Value = value, Url = alsoToFirst.Address.ToString() }]);
        await using var pieter = await room.Visitor(chromium, Chair, chairs.Address);
        var sannes = (await room.Site.Asked(new GetProcedure(room.Procedure), new Actor.Person(third, (await room.Site.Asked(new OpenSession(third, "test"))).Session))).Candidates[0].MyCard;
        // The first page of a process is slow on a crowded machine; that is not what is looked at here.
        foreach (var address in new[] { first.Address, second.Address })
        {
            using HttpClient http = new() { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
            http.DefaultRequestHeaders.Add("Cookie", $"{name}={value}");
            foreach (var path in new[] { $"/score/{sannes}", $"/procedures/{room.Procedure}/live/{candidate}" }) (await http.GetAsync(path)).EnsureSuccessStatusCode();
        }
        await joost.Go(await room.Form(Anna, candidate));
        await amelie.Go(await room.Form(Bert, candidate));
        await sanne.Go($"/score/{sannes}");
        Visitor[] members = [joost, amelie, sanne];

        await pieter.Go($"/procedures/{room.Procedure}/live/{candidate}");
        await Assertions.Expect(pieter.Page.Locator(".mem .badge.ok")).ToHaveCountAsync(4);
        await Judge(pieter, "11-voor-het-gesprek-1280");
        await pieter.Page.Locator(".head .btn-1").ClickAsync();
        foreach (var member in members) await AtQuestion(member, 1);

        // Where one is stays where one is: only the marker moves.
        await joost.Page.Locator("textarea[name^=note]").First.FillAsync("Terwijl de voorzitter doorgaat.");
        await joost.Page.Locator("textarea[name^=note]").First.FocusAsync();
        var watch = Stopwatch.StartNew();
        await pieter.Page.Locator("[data-next]").ClickAsync();
        await Task.WhenAll(members.Select(m => AtQuestion(m, 2)));
        var took = watch.Elapsed;
        (await joost.Page.EvaluateAsync<bool>("() => document.activeElement.name.startsWith('note.')")).ShouldBeTrue();
        await Judge(pieter, "11-voorzitter-live-1280");
        foreach (var width in new[] { 768, 390 })
        {
            await pieter.Page.SetViewportSizeAsync(width, 900);
            await Judge(pieter, $"11-voorzitter-live-{width}");
        }
        await pieter.Page.SetViewportSizeAsync(1280, 900);
        await Judge(amelie, "11-lid-op-de-telefoon-390");
        await Judge(joost, "11-lid-op-de-tablet-820");

        // One process dies; its visitors are led to the other, and the talk goes on.
        await first.Die();
        await joost.Page.Locator("textarea[name^=note]").Nth(1).FillAsync("Getypt terwijl de server er niet was.");
        await joost.Page.Locator("#save-state.warn").WaitForAsync();
        toFirst.LeadTo(second.Address);
        alsoToFirst.LeadTo(second.Address);
        await pieter.Page.Locator("[data-next]").ClickAsync();
        await Task.WhenAll(members.Select(m => AtQuestion(m, 3)));
        await joost.Page.Locator("[data-banner] button").ClickAsync();
        await Saved(joost.Page);
        (await room.Stored(Anna, candidate)).Notes.Count(n => n.Text.Length > 0).ShouldBe(2);

        // More time, a question left out with a reason, and the end.
        await pieter.Page.GetByRole(AriaRole.Button, new() { Name = Say("scoring.live.extend", 5), Exact = true }).ClickAsync();
        await pieter.Page.GetByRole(AriaRole.Button, new() { Name = $"{Say("scoring.live.skip")} 4", Exact = true }).ClickAsync();
        await pieter.Page.GetByLabel(Say("scoring.live.skip.reason")).FillAsync("Geen tijd meer");
        await pieter.Page.GetByRole(AriaRole.Button, new() { Name = Say("scoring.live.skip.verb", 4), Exact = true }).ClickAsync();
        await Assertions.Expect(pieter.Page.GetByText("Geen tijd meer")).ToBeVisibleAsync();
        await pieter.Page.Locator(".head [data-opens=close-talk]").ClickAsync();
        await Judge(pieter, "11-gesprek-sluiten-1280");
        await pieter.Page.Locator("dialog[open] .btn-1").ClickAsync();
        foreach (var member in members) await Assertions.Expect(member.Page.Locator("#chair")).ToBeHiddenAsync();
        await File.WriteAllTextAsync(Path.Combine(Visitor.Pictures, "next-reaches-all.txt"), $"from the chair's click to the last of three screens: {took.TotalMilliseconds:0} ms\n");
    }

    private static Task AtQuestion(Visitor member, int number) => Assertions.Expect(member.Page.Locator("#chair [data-text]")).ToHaveTextAsync(Say("scoring.chair-at", number));
}
