using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;

namespace Interviewing.Web.Tests.Profiles;

[Collection(OneSite.Name)]
public class ProposalPageTests(WholeSite whole)
{
    [Theory, InlineData("nl", "Stel competenties voor"), InlineData("en", "Suggest competencies"), InlineData("fr", "Proposer des compétences")]
    public async Task Who_edits_a_profile_without_competencies_is_offered_a_proposal(string language, string verb)
    {
        var edition = (await whole.Site.Asked(new ListEditions()))[0].Id;
        var empty = await whole.Site.Asked(new MakeProfile(edition, $"X-{Guid.NewGuid():N}"[..12], "nl", "Planner", "Plant het werk van de ploeg."));
        var full = (await whole.Site.Asked(new FindProfiles(new Slice(0, 50)))).Rows.First(r => r.Competencies > 0).Id;
        using var editor = await whole.SignedIn(Role.LibraryManager, language);
        (await editor.Page($"/profiles/{empty}")).QuerySelectorAll("main button").Select(b => b.TextContent.Trim()).ShouldContain(verb);
        (await editor.Page($"/profiles/{full}")).QuerySelectorAll("main button").Select(b => b.TextContent.Trim()).ShouldNotContain(verb);
        using var reader = await whole.SignedIn(Role.Employee, language);
        (await reader.Page($"/profiles/{empty}")).QuerySelectorAll("main button").Select(b => b.TextContent.Trim()).ShouldNotContain(verb);
        await whole.Site.Asked(new RetireProfile(empty));
        (await editor.Page($"/profiles/{empty}")).QuerySelectorAll("main button").Select(b => b.TextContent.Trim()).ShouldNotContain(verb);
    }
}
