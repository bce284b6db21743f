using System.Globalization;
using System.Net;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Interviewing.Application.Competencies;
using Interviewing.Application.Development;
using Interviewing.Application.Identity;
using Interviewing.Application.Profiles;
using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Interviewing.Web.Tests.Development;

/// <summary>A plan on paper and in Word, evidence in and out, and somebody's own file.</summary>
[Collection(OneSite.Name)]
public class PlanFilesTests(WholeSite whole)
{
    private const string Secretly = "alleen-voor-mij-8x", Markup = "Het <b>college</b> & de raad";

    [Fact]
    public async Task Paper_word_evidence_and_own_file_hold_what_they_should_for_whom_they_should()
    {
        var site = whole.Site;
        var (employee, manager) = (await whole.Somebody(Role.Employee), await whole.Somebody(Role.Manager));
        var (unit, profile) = (await site.Look(db => db.Set<Unit>().OrderBy(u => u.Code).Select(u => u.Id).FirstAsync()), await site.Look(db => db.Set<Profile>().Where(p => p.Code == "GEM-ADV-IV").OrderBy(p => p.Id).Select(p => p.Id).FirstAsync()));
        await site.Asked(new Employ(employee.Id, unit, manager.Id, profile, new(2024, 1, 1)));
        var (own, lead) = (await Acting(employee.Id), await Acting(manager.Id));
        var review = await site.Asked(new StartReview(employee.Id), lead);
        var yardstick = (await site.Asked(new GetReview(review), own)).Yardstick;
        foreach (var who in new[] { own, lead })
        {
            await site.Asked(new SaveSide(review, [.. yardstick.Competencies.Select(c => new SideChange(c.Id, 1, "", 0))]), who);
            await site.Asked(new ReadySide(review), who);
        }
        var plan = await site.Asked(new MakePlan(review), own);
        var action = await site.Asked(new AddOwnAction(plan, (await site.Asked(new GetPlan(plan), own)).Goals[0].Id, Markup, TipKind.OnTheJob, DateOnly.FromDateTime(site.Clock.GetUtcNow().AddDays(20).DateTime)), own);
        await site.Asked(new ActivatePlan(plan), own);
        await site.Asked(new AddReflection(plan, Secretly), own);
        await site.Asked(new AddEvidence(plan, action, "https://waterveen.example/nota"), own);
        await site.Asked(new TellProgress(plan, "Het loopt goed."), lead);
        using Surfer hers = new(site), his = new(site);
        using var stranger = await whole.SignedIn(Role.Employee);
        foreach (var (surfer, email) in new[] { (hers, employee.Email), (his, manager.Email) }) (await surfer.SignIn(email, WholeSite.Password)).StatusCode.ShouldBe(HttpStatusCode.Found);

        // Word, for both readers and in every language: sound, and nothing private in it.
        foreach (var reader in new[] { hers, his })
        {
            using var answer = await reader.Get($"/development/{plan}/docx");
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            Sound(await answer.Content.ReadAsByteArrayAsync()).ShouldSatisfyAllConditions(t => t.ShouldContain(Markup), t => t.ShouldContain("Het loopt goed."), t => t.ShouldContain("https://waterveen.example/nota"), t => t.ShouldNotContain(Secretly));
        }
        var (view, words, docx) = (await site.Asked(new GetPlan(plan), own), site.Services.GetRequiredService<IWords>(), site.Services.GetRequiredService<IOutlineDocx>());
        foreach (var language in new[] { "nl", "en", "fr" }) Sound(docx.Write(PlanOutline.Of(view, words, language, TimeZoneInfo.Utc, site.Clock.GetUtcNow()), "Waterveen")).ShouldContain(Markup);
        (await stranger.Get($"/development/{plan}/docx")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        // Evidence: through the form of the page, out again as a file to keep, for the two of them.
        (await Goes(await Attach(hers, plan, action, "verslag.exe", "MZ"u8.ToArray()))).ShouldContain("why=development.file-kind");
        (await hers.Page($"/development/{plan}?why=development.file-kind&at={action:N}")).QuerySelector($"#proof-{action:N} .err")!.TextContent.ShouldContain(".pdf");
        (await hers.Page($"/development/{plan}?why=%3Cscript%3E&at={action:N}")).QuerySelector($"#proof-{action:N} .err")!.TextContent.ShouldBe(words.In("nl", "refusal.development.file-missing"));
        (await Goes(await Attach(hers, plan, action, "verslag.txt", "Zo ging het"u8.ToArray()))).ShouldEndWith($"#act-{action:N}");
        (await Goes(await Attach(hers, plan, action, "leeg.txt", []))).ShouldContain("why=development.file");
        var link = (await his.Page($"/development/{plan}")).QuerySelector(".proofs a[download]")!.GetAttribute("href")!;
        using (var file = await his.Get(link))
        {
            (await file.Content.ReadAsStringAsync()).ShouldBe("Zo ging het");
            file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        }
        (await stranger.Get(link)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using MultipartFormDataContent forged = new() { { new ByteArrayContent("x"u8.ToArray()), "file", "x.txt" } };
        using var refused = await hers.Http.PostAsync($"/development/{plan}/actions/{action}/evidence", forged);
        (await Goes(refused)).ShouldContain("why=import.try-again");

        // Her own file holds all of it; his holds nothing of hers.
        (await Text(hers)).ShouldContain(Secretly);
        (await Text(his)).ShouldNotContain(Secretly);
        (await Text(stranger)).ShouldBe("[]");
    }

    private async Task<HttpResponseMessage> Attach(Surfer surfer, Guid plan, Guid action, string name, byte[] bytes)
    {
        var page = await surfer.Page($"/development/{plan}");
        var form = page.QuerySelector($"form[action='/development/{plan}/actions/{action}/evidence']")!;
        using MultipartFormDataContent content = new() { { new StringContent(form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" }, { new ByteArrayContent(bytes), "file", name } };
        return await surfer.Http.PostAsync(form.GetAttribute("action"), content);
    }

    private static async Task<string> Goes(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.Found, await answer.Content.ReadAsStringAsync());
        return Surfer.Goes(answer)!;
    }

    private static async Task<string> Text(Surfer surfer)
    {
        using var answer = await surfer.Get("/development/mine.json");
        return await answer.Content.ReadAsStringAsync();
    }

    private static string Sound(byte[] bytes)
    {
        using MemoryStream stream = new(bytes);
        using var word = WordprocessingDocument.Open(stream, false);
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(word).Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Path?.XPath} {e.Description}")).ShouldBeEmpty();
        return word.MainDocumentPart!.Document.InnerText;
    }

    private async Task<Actor.Person> Acting(Guid person) => new(person, (await whole.Site.Asked(new OpenSession(person, "test"))).Session);
}
