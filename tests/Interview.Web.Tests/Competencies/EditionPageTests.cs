using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using Interviewing.Application.Competencies;
using Interviewing.Application.Competencies.Exchange;
using Interviewing.Application.Identity;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;

namespace Interviewing.Web.Tests.Competencies;

[Collection(OneSite.Name)]
public class EditionPageTests(WholeSite whole)
{
    [Fact]
    public async Task An_edition_goes_out_as_a_file_and_comes_in_under_another_name_once()
    {
        using var keeper = await whole.SignedIn(Role.LibraryManager);
        var first = (await whole.Site.Asked(new ListFrameworks()))[0].Editions[^1];
        (await keeper.Page($"/library/editions/{first.Id}")).QuerySelectorAll(".tree-rows li").Length.ShouldBeGreaterThan(3);
        using var json = await keeper.Get($"/library/editions/{first.Id}/json");
        json.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        using var markdown = await keeper.Get($"/library/editions/{first.Id}/markdown");
        var text = await markdown.Content.ReadAsStringAsync();
        EditionReading.Of(text).ToJson().ShouldBe(await json.Content.ReadAsStringAsync());

        Surfer.Goes(await Upload(keeper, text, ""))!.ShouldBe($"/library/editions/{first.Id}?in=same");
        var label = $"Kopie {Guid.NewGuid():N}"[..14];
        var made = Surfer.Goes(await Upload(keeper, text, label))!;
        made.ShouldEndWith("?in=done");
        Surfer.Goes(await Upload(keeper, text, label))!.ShouldBe(made.Replace("done", "same", StringComparison.Ordinal));
        (await keeper.Page(made)).QuerySelector("h1")!.TextContent.ShouldEndWith(label);
        var impact = await keeper.Page(made.Split('?')[0] + "/impact");
        impact.QuerySelectorAll("fieldset").Length.ShouldBe(3);
        impact.QuerySelectorAll("fieldset input[checked]").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_does_not_do_is_answered_with_a_sentence_and_its_place()
    {
        using var keeper = await whole.SignedIn(Role.LibraryManager);
        foreach (var (text, says) in new[] { ("Zomaar", "Regel 1"), ("{ \"a\": ", "JSON"), ("# Edition\n- schema: veel\n", "schema") })
        {
            var back = await keeper.Page(Surfer.Goes(await Upload(keeper, text, ""))!);
            back.QuerySelector(".callout.bad")!.TextContent.ShouldContain(says);
        }
        (await keeper.Page("/library/frameworks?why=zomaar.iets&of=<b>x</b>")).QuerySelector("main .callout.bad").ShouldBeNull();
        using var reader = await whole.SignedIn(Role.Employee);
        (await reader.Page("/library/frameworks")).QuerySelector("input[type=file]").ShouldBeNull();
        var edition = (await whole.Site.Asked(new ListFrameworks()))[0].Editions[0].Id;
        (await reader.Page($"/library/editions/{edition}?edit=1")).QuerySelectorAll("main textarea").ShouldBeEmpty();
        using var stranger = new Surfer(whole.Site);
        (await stranger.Get($"/library/editions/{edition}/json")).StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Two_editions_stand_side_by_side()
    {
        using var keeper = await whole.SignedIn(Role.LibraryManager);
        var one = (await whole.Site.Asked(new ListFrameworks()))[0].Editions[^1].Id;
        var label = $"Naast {Guid.NewGuid():N}"[..14];
        var other = await whole.Site.Asked(new CopyEdition(one, label));
        var page = await keeper.Page($"/library/crosswalk?from={one}&to={other}");
        page.QuerySelectorAll("tbody tr").Length.ShouldBeGreaterThan(5);
        page.QuerySelectorAll("tbody button").Length.ShouldBeGreaterThan(5);
        (await keeper.Page($"/library/crosswalk?from={one}&to={one}")).QuerySelector(".callout.bad").ShouldNotBeNull();
        (await keeper.Page("/library/crosswalk")).QuerySelector(".empty").ShouldNotBeNull();
        // In the list each competency says which edition of which framework it is of.
        var ofOther = (await keeper.Page($"/library?edition={other}")).QuerySelectorAll("tbody tr").Select(r => r.Children[1].TextContent).ToList();
        ofOther.Count.ShouldBeGreaterThan(5);
        ofOther.ShouldAllBe(cell => cell.Contains(label, StringComparison.Ordinal));
        (await keeper.Page($"/library?edition={one}")).QuerySelectorAll("tbody tr").ShouldAllBe(r => !r.Children[1].TextContent.Contains(label, StringComparison.Ordinal) && r.Children[1].QuerySelector(".xs") != null);
    }

    private static async Task<HttpResponseMessage> Upload(Surfer surfer, string text, string label)
    {
        var form = (await surfer.Page("/library/frameworks")).QuerySelector("form[action='/library/editions/import']")!;
        using MultipartFormDataContent content = new();
        content.Add(new StringContent(form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken");
        content.Add(new StringContent(label), "label");
        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", "editie.md");
        return await surfer.Http.PostAsync("/library/editions/import", content);
    }
}
