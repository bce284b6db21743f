using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;

namespace Interviewing.Web.Tests.Competencies;

[Collection(OneSite.Name)]
public class LibraryPageTests(WholeSite whole)
{
    [Fact]
    public async Task What_is_chosen_stands_in_the_address_and_what_is_found_is_marked()
    {
        using var reader = await whole.SignedIn(Role.LibraryManager);
        var all = await reader.Page("/library");
        var rows = all.QuerySelectorAll("tbody tr").Length;
        rows.ShouldBeGreaterThanOrEqualTo(6);
        all.QuerySelectorAll("form[action='/library'] fieldset legend").Length.ShouldBeGreaterThanOrEqualTo(3);

        var found = await reader.Page("/library?q=plannen");
        found.QuerySelectorAll("tbody tr").Length.ShouldBeInRange(1, rows - 1);
        found.QuerySelectorAll("mark").Select(m => m.TextContent.ToLowerInvariant()).ShouldContain("plannen");
        found.QuerySelector("main input[name=q]")!.GetAttribute("value").ShouldBe("plannen");

        var cluster = all.QuerySelector("input[name=cluster]")!.GetAttribute("value");
        var one = await reader.Page($"/library?cluster={cluster}");
        one.QuerySelector($"input[value='{cluster}']")!.HasAttribute("checked").ShouldBeTrue();
        one.QuerySelectorAll("tbody tr").Length.ShouldBeLessThan(rows);
        (await reader.Page("/library?q=nietsdergelijks")).QuerySelector(".empty").ShouldNotBeNull();
        (await reader.Page("/library?sort=questions&dir=desc&size=2&page=2")).QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        (await reader.Page("/library?state=nonsense&cluster=nonsense&page=-4&size=1000000")).QuerySelector("h1").ShouldNotBeNull();
    }

    [Fact]
    public async Task Script_in_a_text_stays_text()
    {
        const string script = "<img src=x onerror=alert(1)>";
        using var reader = await whole.SignedIn(Role.LibraryManager);
        var edition = (await whole.Site.Asked(new ListEditions()))[0].Id;
        var id = await whole.Site.Asked(new MakeCompetency(edition, null, $"X-{Guid.NewGuid():N}"[..12], "nl", script, script));
        (await reader.Page($"/library/{id}")).QuerySelectorAll("img").ShouldBeEmpty();
        var list = await reader.Page("/library?q=onerror");
        list.QuerySelectorAll("img").ShouldBeEmpty();
        list.QuerySelector("tbody a")!.TextContent.ShouldBe(script);
        await whole.Site.Asked(new RetireItem(id, id));
    }

    [Fact]
    public async Task The_list_is_a_page_of_its_own_and_asks_little()
    {
        using var reader = await whole.SignedIn(Role.LibraryManager);
        await reader.Page("/library");
        whole.Site.Queries.Reset();
        var page = await reader.Page("/library");
        // Who looks and what for: one query each for the permission, one for the person; two for the list.
        whole.Site.Queries.Count.ShouldBeLessThanOrEqualTo(6);
        page.QuerySelectorAll("[style]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_may_only_read_sees_no_button_that_changes_something()
    {
        using var reader = await whole.SignedIn(Role.Employee);
        var id = (await whole.Site.Asked(new FindCompetencies(new Slice(0, 1)))).Found.Rows[0].Id;
        (await reader.Page("/library")).QuerySelectorAll(".head .btn").ShouldBeEmpty();
        var page = await reader.Page($"/library/{id}?tab=questions");
        page.QuerySelectorAll("main button").ShouldAllBe(b => b.HasAttribute("disabled") || b.HasAttribute("data-closes"));
        page.QuerySelectorAll("main textarea").ShouldAllBe(t => t.HasAttribute("readonly"));
    }
}
