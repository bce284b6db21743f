using Interviewing.Application.Decisions;
using Interviewing.Application.Procedures;
using Interviewing.Application.Scoring;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Interviewing.Browser.Tests.Scoring.ScoringRoom;

namespace Interviewing.Browser.Tests.Scoring;

/// <summary>The scoring form as a member uses it: on a phone, by keyboard alone, twice as large, with evidence; and the pages around it.</summary>
public sealed class ScoringFormTests(Chromium chromium, ScoringRoom room) : IClassFixture<Chromium>, IClassFixture<ScoringRoom>
{
    [Fact]
    public async Task On_a_phone_question_by_question_saving_while_typing_until_the_seal()
    {
        var candidate = room.Candidate();
        await using var joost = await room.Visitor(chromium, Anna, width: 390, height: 844);
        await joost.Go(await room.Form(Anna, candidate));
        var page = joost.Page;
        (await page.Locator(".form-step:visible").CountAsync()).ShouldBe(1);
        await page.Locator(".form-step:visible textarea[name^=note]").FillAsync("Belde eerst niet terug.\nDaarna zelf aan tafel gaan zitten.");
        await Saved(page);
        var (steps, items) = (await page.Locator("[data-step]").CountAsync() - 1, await page.Locator("[data-rating]").CountAsync());
        for (var (step, scored) = (0, 0); step < steps; step++)
        {
            // The last item stays blank.
            if (await page.Locator(".form-step:visible [data-rating]").CountAsync() > 0 && ++scored < items) await page.Locator(".form-step:visible .pt").Nth(3).ClickAsync();
            if (step == 0) await Judge(joost, "10-scoreformulier-390");
            await page.Locator("[data-go=next]").ClickAsync();
        }
        await Saved(page);
        // One is still blank: handing in names it and goes nowhere.
        await Judge(joost, "10-indienen-390");
        await page.Locator("[data-seal]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-blank]:visible")).ToHaveCountAsync(1);
        (await page.Locator("dialog[open]").CountAsync()).ShouldBe(0);
        await page.Locator("[data-blank]:visible a").ClickAsync();
        await page.Locator(".form-step:visible .scale-x .pt").ClickAsync();
        await Saved(page);
        await page.EvaluateAsync("location.hash = 'check'");
        await page.Locator("[data-seal]").ClickAsync();
        await page.Locator("dialog[open]").WaitForAsync();
        await Judge(joost, "10-bevestigen-390");
        await page.Locator("dialog[open] [data-sure]").ClickAsync();
        await page.Locator(".form-read").WaitForAsync();
        // The server has it: this device keeps nothing.
        await page.WaitForFunctionAsync("() => document.querySelector('[data-forms-bar]').value === 1");
        await Assertions.Expect(page.Locator("[data-forms]")).ToHaveTextAsync(Say("scoring.wait.count", 1, 2));
        for (var tries = 0; await OnDevice(page) > 0 && tries < 100; tries++) await page.WaitForTimeoutAsync(50);
        (await OnDevice(page)).ShouldBe(0);
        await Judge(joost, "10-ingediend-390");
        // The wait screen follows by itself, and leads on when the last form is in.
        await room.Fill(Bert, candidate, i => 2 + i % 3);
        await page.Locator("a[href$='/results']").WaitForAsync();
    }

    [Fact]
    public async Task Wide_all_questions_stand_on_one_page_and_lines_are_tied_to_behaviour()
    {
        var candidate = room.Candidate();
        foreach (var width in new[] { 820, 1280 })
        {
            await using var joost = await room.Visitor(chromium, Anna, width: width, height: 1000);
            await joost.Go(await room.Form(Anna, candidate));
            var page = joost.Page;
            (await page.Locator(".form-step:visible").CountAsync()).ShouldBe(await page.Locator("[data-step]").CountAsync());
            if (width == 820)
            {
                await page.Locator("textarea[name^=note]").First.FillAsync("Zes weken vertraging aan de Lindelaan.\nGing zelf aan tafel zitten.\nBelt nu elke vrijdag.");
                await page.Locator(".form-step .pt input").First.FocusAsync();
                await page.Keyboard.PressAsync("ArrowDown");
                await page.Keyboard.PressAsync("ArrowDown");
                await Assertions.Expect(page.Locator("[data-thin]").First).ToContainTextAsync(Say("scoring.evidence.thin"));
                // By keyboard: the second line, the first behaviour.
                await page.Locator("[data-lines] button").Nth(1).FocusAsync();
                await page.Keyboard.PressAsync("Enter");
                await page.Locator("#tie[open]").WaitForAsync();
                await Judge(joost, "10-koppelen-820");
                await page.Keyboard.PressAsync("Space");
                await page.Keyboard.PressAsync("Escape");
                await Assertions.Expect(page.Locator("[data-thin]").First).ToBeHiddenAsync();
                (await page.EvaluateAsync<string>("() => document.activeElement.closest('li')?.querySelector('[data-line]').textContent")).ShouldBe("Ging zelf aan tafel zitten.");
                // Written on, the line keeps what it is tied to.
                await page.Locator("textarea[name^=note]").First.FillAsync("Zes weken vertraging aan de Lindelaan.\nGing zelf aan tafel zitten en luisterde.\nBelt nu elke vrijdag.");
                await Saved(page);
            }
            await page.ReloadAsync();
            (await page.Locator(".form-step .pt input:checked").First.GetAttributeAsync("value")).ShouldBe("3");
            await Assertions.Expect(page.Locator("[data-lines] .link-on")).ToHaveCountAsync(1);
            await Judge(joost, $"10-scoreformulier-{width}");
        }
        var stored = await room.Stored(Anna, candidate);
        stored.Quotes.Where(q => q.Text.Length > 0).ShouldHaveSingleItem().Text.ShouldBe("Ging zelf aan tafel zitten en luisterde.");
        stored.Ticks.ShouldHaveSingleItem().Mark.ShouldBe(TickMark.Shown);
    }

    [Fact]
    public async Task By_keyboard_alone_a_form_is_filled_in_and_handed_in()
    {
        var candidate = room.Candidate();
        await using var joost = await room.Visitor(chromium, Anna);
        await joost.Go(await room.Form(Anna, candidate));
        var page = joost.Page;
        await page.Locator("a.skip").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var (written, scored, ticked) = (0, 0, 0);
        var items = await page.Locator("[data-rating]").CountAsync();
        // Tab through everything there is; act on what has the focus, and never look up anything else.
        for (var stops = 0; stops < 400; stops++)
        {
            await page.Keyboard.PressAsync("Tab");
            var at = await page.EvaluateAsync<string>("() => { const e = document.activeElement; return e.name?.split('.')[0] + (e.type === 'radio' && e.closest('fieldset').querySelector(':checked') ? ' done' : '') + (e.dataset.seal !== undefined ? 'seal' : '') + (e.value === 'Opposite' ? ' opposite' : ''); }");
            if (at == "note" && written < 2) { await page.Keyboard.TypeAsync($"Notitie {++written}."); continue; }
            if (at == "rating") { await page.Keyboard.PressAsync("Space"); await page.Keyboard.PressAsync("ArrowDown"); scored++; continue; }
            if (at == "tick" && ticked == 0) { await page.Keyboard.PressAsync("Space"); ticked++; continue; }
            if (at.EndsWith("seal", StringComparison.Ordinal)) break;
        }
        scored.ShouldBe(items);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("dialog[open]").WaitForAsync();
        (await page.EvaluateAsync<bool>("() => document.activeElement.dataset.sure !== undefined")).ShouldBeTrue();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".form-read").WaitForAsync();
        var stored = await room.Stored(Anna, candidate);
        (stored.IsSealed, stored.Ratings.Count(r => r.Point == 2), stored.Notes.Count(n => n.Text.Length > 0), stored.Ticks.Count).ShouldBe((true, items, 2, 1));
    }

    [Fact]
    public async Task Twice_as_large_nothing_is_lost_and_extremes_ask_for_evidence()
    {
        await using ScoringRoomWithEvidence strict = new();
        var candidate = await strict.Open();
        // 1280 by 900 at 200 %.
        await using var joost = await strict.Room.Visitor(chromium, Anna, width: 640, height: 450);
        await joost.Go(await strict.Room.Form(Anna, candidate));
        var page = joost.Page;
        var steps = await page.Locator("[data-step]").CountAsync() - 1;
        for (var (step, judged) = (0, false); step < steps; step++)
        {
            var scored = await page.Locator(".form-step:visible [data-rating]").CountAsync() > 0;
            if (scored) await page.Locator(".form-step:visible .pt").Nth(4).ClickAsync();
            if (scored && !judged)
            {
                judged = true;
                await Assertions.Expect(page.Locator(".form-step:visible [data-thin]")).ToContainTextAsync(Say("scoring.evidence.must"));
                await Judge(joost, "10-tweemaal-zo-groot");
                // The bars leave room, and nothing is under them when it has the focus.
                await page.Locator(".form-step:visible .scale-x input").FocusAsync();
                (await page.EvaluateAsync<bool>("() => { const box = document.activeElement.getBoundingClientRect(), top = document.querySelector('.form-bar').getBoundingClientRect().bottom, foot = document.querySelector('.form-foot').getBoundingClientRect().top; return box.top >= top - 1 && box.bottom <= foot + 1; }")).ShouldBeTrue();
            }
            await page.Locator("[data-go=next]").ClickAsync();
        }
        await page.Locator("[data-seal]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-bare]:visible").First).ToBeVisibleAsync();
        (await page.Locator("dialog[open]").CountAsync()).ShouldBe(0);
        await Judge(joost, "10-bewijs-ontbreekt");
        for (var left = await page.Locator("[data-bare]:visible").CountAsync(); left > 0; left--)
        {
            await page.Locator("[data-bare]:visible a").First.ClickAsync();
            await page.Keyboard.TypeAsync("Deed het zelf en keek erop terug.");
            await Saved(page);
            await page.EvaluateAsync("location.hash = 'check'");
            await Assertions.Expect(page.Locator("[data-bare]:visible")).ToHaveCountAsync(left - 1);
        }
        await page.Locator("[data-seal]").ClickAsync();
        await page.Locator("dialog[open] [data-sure]").ClickAsync();
        await page.Locator(".form-read").WaitForAsync();
    }

    [Fact]
    public async Task A_paper_form_is_keyed_in_by_digits_and_counts_when_its_member_says_so()
    {
        var candidate = room.Candidate();
        await using (var pieter = await room.Visitor(chromium, Chair))
        {
            var page = pieter.Page;
            await pieter.Go($"/procedures/{room.Procedure}/key-in");
            await page.GetByLabel(Say("scoring.key-in.code"), new() { Exact = true }).FillAsync("AAAA-AAAA-AA");
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator(".err:visible").First).ToContainTextAsync(Say("refusal.scoring.paper-code-wrong"));
            await page.GetByLabel(Say("scoring.key-in.code"), new() { Exact = true }).FillAsync(room.FormCode);
            await page.Keyboard.PressAsync("Enter");
            var whose = page.Locator(".key-in select");
            await whose.WaitForAsync();
            var card = (await room.Card(Anna, candidate)).ToString();
            await whose.SelectOptionAsync(card);
            await page.Locator("[data-digit]").First.FocusAsync();
            var boxes = await page.Locator("[data-digit]").CountAsync();
            // Digits and nothing else: the next box comes by itself, the button after the last.
            for (var i = 0; i < boxes; i++) await page.Keyboard.PressAsync(i == 1 ? "0" : "4");
            await Judge(pieter, "10-papier-invoeren");
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator(".callout.ok")).ToBeVisibleAsync();
        }
        (await room.Stored(Anna, candidate)).Ratings.ShouldBeEmpty();
        await using var joost = await room.Visitor(chromium, Anna);
        await joost.Go(await room.Form(Anna, candidate));
        await joost.Page.Locator("#paper").WaitForAsync();
        await Judge(joost, "10-papier-bevestigen");
        await joost.Page.Locator("button[value=paper-right]").ClickAsync();
        await Assertions.Expect(joost.Page.Locator("#paper")).ToHaveCountAsync(0);
        var stored = await room.Stored(Anna, candidate);
        (stored.Ratings.Count(r => r.Point == 4), stored.Ratings.Count(r => r.Outcome == RatingOutcome.NotObserved)).ShouldBe((stored.Ratings.Count - 1, 1));
    }

    [Fact]
    public async Task The_first_load_and_each_change_are_light()
    {
        var candidate = room.Candidate();
        var card = await room.Card(Anna, candidate);
        await using Wire wire = new(room.Site.Address);
        await using var joost = await room.Visitor(chromium, Anna, wire.Address);
        await joost.Go(await room.Form(Anna, candidate));
        await Kept(joost.Page);
        // Everything the page is made of, each as it is after compression, with a kilobyte for the headers. (While developing files are sent as they lie there.)
        var load = await joost.Page.EvaluateAsync<int>("""
            async () => {
              const all = [location.href, ...new Set(performance.getEntriesByType('resource').map(e => e.name).filter(name => !name.includes('/api/'))), '/score/sw.js'];
              const sizes = await Promise.all(all.map(async name => (await new Response((await fetch(name)).body.pipeThrough(new CompressionStream('gzip'))).blob()).size + 1024));
              return sizes.reduce((sum, size) => sum + size, 0);
            }
            """);
        load.ShouldBeLessThanOrEqualTo(150 * 1024);
        // Nothing else is under way while the changes are weighed.
        for (long still = -1; still != wire.Bytes;)
        {
            still = wire.Bytes;
            await joost.Page.WaitForTimeoutAsync(500);
        }
        long heaviest = 0, before;
        for (var i = 0; i < 4; i++)
        {
            before = wire.Bytes;
            if (i < 2) await joost.Page.Locator(".pt").Nth(i).ClickAsync();
            else await joost.Page.Locator(".ti input").Nth(i).ClickAsync();
            // Saved is what it was before, too: the server knows.
            for (var tries = 0; await room.Site.Look(db => db.Set<Receipt>().CountAsync(r => r.CardId == card && r.LastSequence == i + 1)) == 0 && tries < 400; tries++) await Task.Delay(50);
            await Saved(joost.Page);
            heaviest = Math.Max(heaviest, wire.Bytes - before);
        }
        heaviest.ShouldBeLessThanOrEqualTo(2 * 1024);
        await File.WriteAllTextAsync(Path.Combine(Visitor.Pictures, "form-weight.txt"), $"first load {load} bytes, heaviest change {heaviest} bytes\n");
    }

    [Fact]
    public async Task From_a_new_procedure_to_the_decision_by_clicking()
    {
        ScoringRoom own = new();
        await own.Open(Database.Sqlite, new TestClock(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero)), 2);
        try
        {
            await Decide(own, [own.Candidate(), own.Candidate()]);
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    private async Task Decide(ScoringRoom own, List<Guid> candidates)
    {
        foreach (var candidate in candidates) await own.Interview(candidate);
        await using var marieke = await own.Visitor(chromium, Recruiter);
        await marieke.Go("/procedures");
        await Judge(marieke, "09-procedures");
        await marieke.Go("/procedures/new");
        await Judge(marieke, "09-nieuw");
        await marieke.Go($"/procedures/{own.Procedure}");
        await Judge(marieke, "09-procedure");
        await marieke.Page.Locator("button", new() { HasText = Say("procedures.add-candidate") }).First.ClickAsync();
        await marieke.Page.Locator(".doing").WaitForAsync();
        await Judge(marieke, "09-kandidaat");
        await marieke.Page.Locator(".doing button.btn-1").ClickAsync();
        await marieke.Page.Locator(".doing [role=alert]").WaitForAsync();
        await marieke.Page.GetByLabel(Say("procedures.name"), new() { Exact = true }).FillAsync("Nieuwe Kandidaat");
        await marieke.Page.GetByLabel(Say("procedures.email"), new() { Exact = true }).FillAsync("nieuw@post.example");
        await marieke.Page.Locator(".doing button.btn-1").ClickAsync();
        await marieke.Page.GetByRole(AriaRole.Rowheader, new() { NameString = "Nieuwe Kandidaat" }).WaitForAsync();
        await marieke.Page.Locator(".av", new() { HasText = "K3" }).First.WaitForAsync();
        await marieke.Page.SetViewportSizeAsync(390, 844);
        await Judge(marieke, "09-procedure-390");

        await using var pieter = await own.Visitor(chromium, Chair);
        await pieter.Go($"/procedures/{own.Procedure}/decision");
        await Judge(pieter, "14-besluit-open");
        var third = (await own.Site.Asked(new GetProcedure(own.Procedure), await own.Acting(Recruiter))).Candidates[2].Id;
        candidates.Add(third);
        foreach (var who in new[] { Anna, Bert })
            for (var c = 0; c < candidates.Count; c++) await own.Fill(who, candidates[c], i => 2 + (i + c + (who == Anna ? 0 : 2 * i)) % 4);
        await pieter.Go($"/procedures/{own.Procedure}/results");
        await pieter.Page.GetByRole(AriaRole.Button, new() { NameString = "K1" }).ClickAsync();
        await pieter.Page.Locator(".pre").First.WaitForAsync();
        await Judge(pieter, "13-resultaten");
        await pieter.Page.SetViewportSizeAsync(390, 844);
        await Judge(pieter, "13-resultaten-390");
        await pieter.Page.SetViewportSizeAsync(1280, 900);
        await pieter.Go($"/procedures/{own.Procedure}/decision");
        var outcomes = pieter.Page.Locator("tbody select");
        for (var i = 0; i < candidates.Count; i++)
        {
            await outcomes.Nth(i).SelectOptionAsync(i == 0 ? nameof(Advice.Appointable) : nameof(Advice.NotAppointable));
            await pieter.Page.Locator("tbody input[type=text]").Nth(i).FillAsync("Besproken aan de hand van het gesprek.");
        }
        await pieter.Page.Locator("textarea").FillAsync("Koos vooraf, nam anderen mee en keek erop terug.");
        await Judge(pieter, "14-besluit");
        await pieter.Page.Locator("[data-opens=decide]").ClickAsync();
        await Judge(pieter, "14-bevestigen");
        await pieter.Page.Locator("dialog[open] button.btn-1").ClickAsync();
        await pieter.Page.Locator("main dl.kv").WaitForAsync();
        await Judge(pieter, "14-besloten");
    }

    /// <summary>A room of its own whose guide asks for evidence at the extremes.</summary>
    private sealed class ScoringRoomWithEvidence : IAsyncDisposable
    {
        public ScoringRoom Room { get; } = new();

        public async Task<Guid> Open()
        {
            await Room.Open(Database.Sqlite, new TestClock(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero)), 1, evidence: true);
            return Room.Candidate();
        }

        public async ValueTask DisposeAsync() => await Room.DisposeAsync();
    }
}
