using System.Diagnostics;
using System.Net;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Interviewing.Application.Competencies;
using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Profiles;
using Interviewing.Web.Guides;
using Microsoft.Extensions.DependencyInjection;

namespace Interviewing.Web.Tests.Guides;

/// <summary>The guide and the blank form as an office program and a printer see them.</summary>
[Collection(OneSite.Name)]
public sealed class GuideOnPaperTests(WholeSite whole) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("interview-paper-").FullName;

    [Fact]
    public async Task LibreOffice_reads_guide_and_form_for_one_member_and_for_each()
    {
        using var recruiter = await whole.SignedIn(Role.Recruiter);
        var guide = await Frozen();
        var paper = await whole.Site.Asked(new PrintGuide(guide));
        var plan = paper.Guide;
        var pages = new Dictionary<string, int>();
        foreach (var (name, query) in new[]
        {
            ("all", "language=nl"), ("bare", "language=nl&notes=no"), ("one", $"language=fr&member={paper.Members[1].Id}"), ("each", "language=nl&member=each"), ("form", "language=nl&form=yes"),
        })
        {
            var file = Path.Combine(folder, $"{name}.docx");
            using (var answer = await recruiter.Get($"/guides/{guide}/docx?{query}"))
            {
                answer.StatusCode.ShouldBe(HttpStatusCode.OK);
                await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync());
            }
            using (var word = WordprocessingDocument.Open(file, false))
            {
                new OpenXmlValidator(FileFormatVersions.Office2019).Validate(word).Select(e => $"{name}: {e.Path?.XPath} {e.Description}").ShouldBeEmpty();
                word.MainDocumentPart!.Document.Body!.Elements<Table>().Where(t => t.Elements<TableRow>().Count() > 1).ShouldAllBe(t => t.Elements<TableRow>().First().TableRowProperties!.Elements<TableHeader>().Any());
                word.PackageProperties.Language.ShouldNotBeNull().ShouldStartWith(query[9..11]);
            }
            var text = await Converted(file);
            var language = query[9..11];
            if (name != "form") foreach (var question in plan.Questions) Flat(text.Text).ShouldContain(Flat(question.Text.In(language).Text), Case.Sensitive, name);
            text.Info.ShouldContain("A4");
            pages[name] = text.Pages;
        }
        pages["bare"].ShouldBeLessThanOrEqualTo(pages["all"]);
        pages["each"].ShouldBeGreaterThanOrEqualTo(2 * pages["all"]);
        pages.Values.ShouldAllBe(p => p > 0 && p < 40);
        var form = await Converted(Path.Combine(folder, "form.docx"));
        form.Text.ShouldContain(paper.FormCodeFor(null)!);
        foreach (var competency in plan.Competencies) form.Text.ShouldContain(competency.Name["nl"]!);
        (await Converted(Path.Combine(folder, "one.docx"))).Text.ShouldContain("Vous posez cette question.");
    }

    [Fact]
    public async Task The_printed_sheet_is_A4_and_holds_every_question()
    {
        using var recruiter = await whole.SignedIn(Role.Recruiter);
        var guide = await Frozen();
        var paper = await whole.Site.Asked(new PrintGuide(guide));
        var html = Path.Combine(folder, "guide.html");
        await using var scope = whole.Site.Services.CreateAsyncScope();
        await File.WriteAllTextAsync(html, await GuideHtml.Write(scope.ServiceProvider, paper, "nl", "Gemeente Waterveen"));
        var pdf = Path.Combine(folder, "sheet.pdf");
        await Run("/usr/bin/chromium", "--headless=new", "--no-sandbox", "--disable-gpu", $"--user-data-dir={folder}/chromium", "--no-pdf-header-footer", $"--print-to-pdf={pdf}", new Uri(html).AbsoluteUri);
        var (text, pages, info) = await Read(pdf);
        info.ShouldContain("A4");
        pages.ShouldBeInRange(2, 20);
        foreach (var question in paper.Guide.Questions) Flat(text).ShouldContain(Flat(question.Text["nl"]!));
        // The head stands on every page.
        Flat(text).Split(Flat($"Gespreksleidraad · {paper.Guide.Title["nl"]}")).Length.ShouldBeGreaterThanOrEqualTo(pages);
    }

    [Fact]
    public async Task Each_member_gets_a_copy_and_the_form_has_its_code_and_headings()
    {
        using var recruiter = await whole.SignedIn(Role.Recruiter);
        var guide = await Frozen();
        var paper = await whole.Site.Asked(new PrintGuide(guide));
        var each = await recruiter.Page($"/guides/{guide}/print?language=nl&member=each");
        each.QuerySelectorAll(".paper").Length.ShouldBe(2);
        each.QuerySelectorAll(".paper .asks").Count(a => a.TextContent == "Deze vraag stelt u.").ShouldBe(paper.Guide.Questions.Count(q => !q.PanelOnly));
        var form = await recruiter.Page($"/guides/{guide}/form?language=nl&member={paper.Members[0].Id}");
        form.QuerySelectorAll(".paper h1").Length.ShouldBe(1);
        form.QuerySelectorAll(".paper h2").Length.ShouldBe(paper.Guide.ScoredIds.Count);
        // Each competency is scored once, with all its questions above it; so does the guide.
        form.QuerySelectorAll(".paper .ask").Length.ShouldBe(paper.Guide.Questions.Count(q => q.Type != QuestionType.Closing));
        (await recruiter.Page($"/guides/{guide}/print?language=nl")).QuerySelectorAll(".paper .boxes").Length.ShouldBe(paper.Guide.ScoredIds.Count);
        FormCode.MemberOf(form.QuerySelector(".paper .mono")!.TextContent, paper.Frozen!.Hash).ShouldBe(1);
        form.QuerySelectorAll("[style]").ShouldBeEmpty();
        form.Title.ShouldNotBeNull().ShouldStartWith("Scoreformulier");
        (await recruiter.Page($"/guides/{guide}/form?language=nl&member={Guid.NewGuid()}")).QuerySelectorAll(".paper").Length.ShouldBe(1);
    }

    [Fact]
    public async Task The_builder_says_why_and_shows_all_languages()
    {
        using var recruiter = await whole.SignedIn(Role.Recruiter);
        var draft = await Draft();
        var page = await recruiter.Page($"/guides/{draft}?view=all");
        var card = await whole.Site.Asked(new ShowGuide(draft));
        var texts = page.QuerySelectorAll(".q .say").Select(e => e.TextContent).ToList();
        foreach (var question in card.Plan.Questions) foreach (var language in new[] { "nl", "fr" }) texts.ShouldContain(question.Text[language]!);
        page.QuerySelectorAll(".q .xs").Select(e => e.TextContent).Count(t => t.StartsWith("Raakt", StringComparison.Ordinal) || t.StartsWith("De ", StringComparison.Ordinal) || t.StartsWith("Staat", StringComparison.Ordinal) || t.StartsWith("Met", StringComparison.Ordinal)).ShouldBe(card.Plan.Questions.Count);
        page.QuerySelectorAll("aside h2").Select(h => h.TextContent).ShouldContain("Commissie");
    }

    private async Task<Guid> Draft()
    {
        var profile = (await whole.Site.Asked(new ListGuidable()))[0];
        var asked = await whole.Site.Asked(new ShowProfile(profile.Id));
        return await whole.Site.Asked(new MakeGuide(profile.Id, [.. asked.Requires.Where(r => r.Questions > 0).Take(5).Select(r => r.Competency)], 75, ["nl", "fr"], Wishes: new(Panel: ["Ellen Voorbeeld", "Joost Voorbeeld"])));
    }

    private async Task<Guid> Frozen()
    {
        var guide = await Draft();
        await whole.Site.Asked(new FreezeGuide(guide, (await whole.Site.Asked(new ShowGuide(guide))).Version));
        return guide;
    }

    private async Task<(string Text, int Pages, string Info)> Converted(string docx)
    {
        var pdf = Path.ChangeExtension(docx, ".pdf");
        if (!File.Exists(pdf)) await Run("soffice", "--headless", "--norestore", $"-env:UserInstallation={new Uri(folder + "/office").AbsoluteUri}", "--convert-to", "pdf", "--outdir", folder, docx);
        return await Read(pdf);
    }

    private static async Task<(string Text, int Pages, string Info)> Read(string pdf)
    {
        var info = await Run("pdfinfo", pdf);
        var pages = info.Split('\n').Single(l => l.StartsWith("Pages:", StringComparison.Ordinal));
        return (await Run("pdftotext", "-layout", pdf, "-"), int.Parse(pages[6..], System.Globalization.CultureInfo.InvariantCulture), info);
    }

    // Lines break elsewhere on paper.
    private static string Flat(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '-' && c != '\u00ad'));

    private static async Task<string> Run(string program, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{program}: {await error}");
        return await output;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
