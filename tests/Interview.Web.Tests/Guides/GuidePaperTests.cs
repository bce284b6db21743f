using System.Net;
using System.Text.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Interviewing.Application.Competencies;
using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;

namespace Interviewing.Web.Tests.Guides;

[Collection(OneSite.Name)]
public class GuidePaperTests(WholeSite whole)
{
    private const string Script = "<script>alert('ik')</script> & \"meer\"\u0001";

    [Fact]
    public async Task Word_finds_nothing_wrong_and_reads_headings_tables_pages_and_language()
    {
        using var recruiter = await whole.SignedIn(Role.Recruiter);
        var guide = await Made();
        foreach (var language in new[] { "nl", "en", "fr" })
        {
            using var answer = await recruiter.Get($"/guides/{guide}/docx?language={language}");
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            answer.Content.Headers.ContentDisposition!.FileName.ShouldNotBeNull().ShouldEndWith($".{language}.docx");
            using var document = WordprocessingDocument.Open(await answer.Content.ReadAsStreamAsync(), false);
            new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Path?.XPath} {e.Description}").ShouldBeEmpty();

            var body = document.MainDocumentPart!.Document.Body!;
            var plan = (await whole.Site.Asked(new PrintGuide(guide))).Guide;
            string[] headings = [.. body.Elements<Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Heading1").Select(p => p.InnerText)];
            headings.Length.ShouldBe(plan.Questions.Count + 2);
            document.MainDocumentPart.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(s => s.StyleId == "Heading1").StyleName!.Val!.Value.ShouldBe("heading 1");
            body.Elements<Table>().Skip(1).ShouldAllBe(t => t.Elements<TableRow>().First().TableRowProperties!.Elements<TableHeader>().Any());
            document.MainDocumentPart.FooterParts.Single().Footer.Descendants<SimpleField>().Select(f => f.Instruction!.Value!.Trim()).ShouldBe(["PAGE", "NUMPAGES"]);
            document.MainDocumentPart.StyleDefinitionsPart.Styles.DocDefaults!.Descendants<Languages>().Single().Val!.Value.ShouldStartWith(language);
            body.InnerText.ShouldContain(Script.TrimEnd('\u0001'));
            document.PackageProperties.Title.ShouldBe(plan.Title.In(language).Text);
            document.PackageProperties.Creator.ShouldBe("Interview");
            document.PackageProperties.LastModifiedBy.ShouldBeNull();
        }
    }

    [Fact]
    public async Task The_sheet_needs_no_script_and_what_is_written_stays_text()
    {
        using var recruiter = await whole.SignedIn(Role.Recruiter);
        var guide = await Made();
        var page = await recruiter.Page($"/guides/{guide}/print?language=nl");
        page.QuerySelectorAll(".paper .ask").Select(e => e.TextContent).ShouldContain(t => t.Contains("<script>alert('ik')</script>", StringComparison.Ordinal));
        page.QuerySelectorAll("script").ShouldAllBe(s => !s.TextContent.Contains("alert") && (s.GetAttribute("src") ?? "").Contains("shell"));
        page.QuerySelectorAll("[style]").ShouldBeEmpty();
        page.QuerySelector(".paper")!.GetAttribute("lang").ShouldBe("nl");
        page.QuerySelectorAll(".paper .lines").Length.ShouldBeGreaterThan(4);
        (await recruiter.Page($"/guides/{guide}/print?language=fr&notes=no")).QuerySelectorAll(".paper .lines").ShouldBeEmpty();
        (await recruiter.Page($"/guides/{guide}/print?language=fr")).QuerySelector(".paper h2")!.TextContent.ShouldContain("Ouverture");
        (await recruiter.Page($"/guides/{guide}/print?language=xx")).QuerySelector(".paper")!.GetAttribute("lang").ShouldBe("nl");
    }

    [Fact]
    public async Task A_frozen_guide_leaves_as_the_very_bytes_its_hash_was_made_of()
    {
        using var recruiter = await whole.SignedIn(Role.Recruiter);
        var guide = await Made();
        var stamp = await whole.Site.Asked(new FreezeGuide(guide, (await whole.Site.Asked(new ShowGuide(guide))).Version));
        using var answer = await recruiter.Get($"/guides/{guide}/json");
        var text = await answer.Content.ReadAsStringAsync();
        FrozenGuide.HashOf(text).ShouldBe(stamp.Hash);
        JsonDocument.Parse(text).RootElement.GetProperty("schema").GetInt32().ShouldBe(FrozenGuide.CurrentSchema);
        (await recruiter.Page($"/guides/{guide}/print")).QuerySelector(".paper footer")!.TextContent.ShouldContain(stamp.Hash[..16]);
        (await recruiter.Page($"/guides/{guide}")).QuerySelector("code")!.TextContent.ShouldBe(stamp.Hash);
    }

    [Fact]
    public async Task Who_has_no_part_in_it_gets_the_answer_of_a_guide_that_does_not_exist()
    {
        var guide = await Made();
        using var observer = await whole.SignedIn(Role.Employee);
        foreach (var path in new[] { "", "/print", "/docx", "/json" })
        {
            using HttpResponseMessage there = await observer.Get($"/guides/{guide}{path}"), not = await observer.Get($"/guides/{Guid.NewGuid()}{path}");
            there.StatusCode.ShouldBe(not.StatusCode);
            ((int)there.StatusCode).ShouldBeGreaterThanOrEqualTo(400);
        }
    }

    private async Task<Guid> Made()
    {
        var site = whole.Site;
        var profile = (await site.Asked(new ListGuidable()))[0];
        var asked = await site.Asked(new ShowProfile(profile.Id));
        var guide = await site.Asked(new MakeGuide(profile.Id, [.. asked.Requires.Select(r => r.Competency)], 60, ["nl", "en", "fr"]));
        await site.Asked(new PutOwnQuestion(guide, asked.Requires[0].Competency, "nl", Script, QuestionType.Knowledge, 3, (await site.Asked(new ShowGuide(guide))).Version));
        return guide;
    }
}
