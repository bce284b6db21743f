using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Interviewing.Application.Decisions;
using Interviewing.Application.Identity;
using Interviewing.Application.Scoring;
using Interviewing.Web.Tests.Scoring;

namespace Interviewing.Web.Tests.Decisions;

/// <summary>The dossier, the letter and the scores as files: as an office program sees them, and as somebody who wants to know whether they are unaltered.</summary>
[Collection(OneSite.Name)]
public sealed class DossierFileTests(WholeSite whole) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("interview-dossier-").FullName;

    [Fact]
    public async Task Word_and_page_are_sound_and_can_be_checked_until_a_byte_changes()
    {
        var site = await Decided();
        using var chair = await site.SignedIn(site.Chair);
        using var member = await site.SignedIn(site.Anna);
        (await member.Get($"/procedures/{site.Procedure}/dossier/docx")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await member.Get($"/procedures/{site.Procedure}/scores.xlsx")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        foreach (var (format, language) in new[] { ("docx", "nl"), ("html", "fr"), ("docx", "en") })
        {
            using var answer = await chair.Get($"/procedures/{site.Procedure}/dossier/{format}?language={language}");
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            var file = Path.Combine(folder, $"{language}.{format}");
            await File.WriteAllBytesAsync(file, bytes);
            (await Verify(bytes)).Verdict.ShouldBe(DossierVerdict.Unaltered, file);
            if (format == "docx")
            {
                using (var word = WordprocessingDocument.Open(file, false))
                {
                    new OpenXmlValidator(FileFormatVersions.Office2019).Validate(word).Select(e => $"{e.Path?.XPath} {e.Description}").ShouldBeEmpty();
                    word.PackageProperties.Creator.ShouldNotBe("root");
                }
                var text = await Converted(file);
                foreach (var said in new[] { "Adviseur <b>ruimte</b>", "Robin Voorbeeld", "Sterk & helder", "Vraag 1?" }) text.ShouldContain(said);
            }
            else
            {
                var html = System.Text.Encoding.UTF8.GetString(bytes);
                html.ShouldContain("lang=\"fr\"");
                html.ShouldNotContain("<script");
                html.ShouldContain("Adviseur &lt;b&gt;ruimte&lt;/b&gt;");
            }
            // One letter of the text, whichever way the file is packed.
            (await Verify(Altered(bytes, format))).Verdict.ShouldBe(DossierVerdict.Altered, file);
        }
        (await Verify("iets anders"u8.ToArray())).Verdict.ShouldBe(DossierVerdict.Unknown);
        (await Verify([0x50, 0x4B, 3, 4, 0, 0])).Verdict.ShouldBe(DossierVerdict.Unknown);
        await CommandLineSays(Path.Combine(folder, "nl.docx"));
        await PageSays(chair, Path.Combine(folder, "nl.docx"));
    }

    [Fact]
    public async Task Scores_go_along_without_a_formula_in_them()
    {
        var site = await Decided(note: "=HYPERLINK(\"x\")");
        using var chair = await site.SignedIn(site.Chair);
        using (var answer = await chair.Get($"/procedures/{site.Procedure}/scores.csv"))
        {
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
            var lines = System.Text.Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            lines.Length.ShouldBe(5);
            lines[0].ShouldStartWith("Code;Kandidaat;Lid;");
            lines[1].ShouldContain("\"'=HYPERLINK(\"\"x\"\")\"");
            lines[1].ShouldContain(";4;5;");
        }
        using (var answer = await chair.Get($"/procedures/{site.Procedure}/scores.xlsx"))
        {
            var file = Path.Combine(folder, "scores.xlsx");
            await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync());
            using var book = SpreadsheetDocument.Open(file, false);
            new OpenXmlValidator(FileFormatVersions.Office2019).Validate(book).Select(e => $"{e.Path?.XPath} {e.Description}").ShouldBeEmpty();
            var sheet = book.WorkbookPart!.WorksheetParts.Single().Worksheet;
            sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellFormula>().ShouldBeEmpty();
            sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>().Count().ShouldBe(5);
            sheet.InnerText.ShouldContain("=HYPERLINK");
        }
    }

    [Fact]
    public async Task The_letter_is_there_once_it_is_approved()
    {
        var site = await Decided();
        var editor = await whole.Somebody(Role.Employee);
        await whole.Site.Asked(new GiveRole(editor.Id, Role.FeedbackEditor, ScopeKind.Procedure, site.Procedure, null));
        using var surfer = await site.SignedIn(editor);
        await whole.Site.Asked(new WriteFeedback(site.Procedure, site.Candidate, "U nam anderen mee in het besluit."), await site.Acting(editor.Id));
        (await surfer.Get($"/procedures/{site.Procedure}/feedback/{site.Candidate}/docx")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await whole.Site.Asked(new ApproveFeedback(site.Procedure, site.Candidate), await site.Acting(site.Chair.Id));
        using var answer = await surfer.Get($"/procedures/{site.Procedure}/feedback/{site.Candidate}/docx");
        var file = Path.Combine(folder, "letter.docx");
        await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync());
        using (var word = WordprocessingDocument.Open(file, false))
        {
            new OpenXmlValidator(FileFormatVersions.Office2019).Validate(word).Select(e => $"{e.Path?.XPath} {e.Description}").ShouldBeEmpty();
            var text = word.MainDocumentPart!.Document.InnerText;
            text.ShouldContain("U nam anderen mee in het besluit.");
            text.ShouldContain("Beste Robin Voorbeeld,");
        }
        var page = await surfer.Page($"/procedures/{site.Procedure}/feedback/{site.Candidate}/letter");
        page.QuerySelector(".paper")!.TextContent.ShouldContain("U nam anderen mee in het besluit.");
    }

    private async Task<ScoringSite> Decided(string note = "Sterk & helder")
    {
        var site = await ScoringSite.On(whole);
        foreach (var person in new[] { site.Anna, site.Bert })
        {
            var (actor, card) = (await site.Acting(person.Id), await site.CardOf(person.Id));
            await whole.Site.Asked(new SaveScores(card, "t", 1, [.. site.Guide.ScoredIds.Select(i => new Change(ChangeKind.Rating, i, 1000, RatingOutcome.Scored, 4)), new Change(ChangeKind.Note, site.Guide.Questions[0].Id, 1000, Text: "Sterk & helder")]), actor);
            await whole.Site.Asked(new SealCard(card), actor);
        }
        var chair = await site.Acting(site.Chair.Id);
        await whole.Site.Asked(new OpenConsensus(site.Procedure, site.Candidate), chair);
        await whole.Site.Asked(new ReviseScore(site.Procedure, site.Candidate, site.Guide.ScoredIds[0], RatingOutcome.Scored, 5, note), await site.Acting(site.Anna.Id));
        await whole.Site.Asked(new CloseConsensus(site.Procedure, site.Candidate), chair);
        await whole.Site.Asked(new RecordDecision(site.Procedure, "Gehoord", [new(site.Candidate, Advice.Appointable, null)], new Choice(site.Candidate)), chair);
        return site;
    }

    private async Task<VerifiedDossier> Verify(byte[] bytes) => await whole.Site.Asked(Interviewing.Web.Decisions.DossierFile.Question(bytes));

    private async Task CommandLineSays(string file)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Interview.Web.dll"), "dossier", "verify", file]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        (start.Environment["Data__Folder"], start.Environment["Logging__LogLevel__Default"]) = (whole.Site.Folder, "None");
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await error);
        (await output).ShouldStartWith("Unaltered: handed out");
    }

    private static async Task PageSays(Surfer surfer, string file)
    {
        var page = await surfer.Page("/dossier/verify");
        var token = page.QuerySelector("form[action='/dossier/verify'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        async Task<string> Held(byte[]? bytes)
        {
            using MultipartFormDataContent form = new() { { new StringContent(token), "__RequestVerificationToken" } };
            if (bytes is not null) form.Add(new ByteArrayContent(bytes), "file", "dossier.docx");
            using var answer = await surfer.Http.PostAsync("/dossier/verify", form);
            return (await surfer.Page(Surfer.Goes(answer)!)).QuerySelector("main")!.TextContent;
        }
        (await Held(await File.ReadAllBytesAsync(file))).ShouldContain("Ongewijzigd");
        (await Held([1, 2, 3])).ShouldContain("Onbekend");
        (await Held(null)).ShouldContain("Kies een Word- of HTML-bestand");
    }

    private static byte[] Altered(byte[] bytes, string format)
    {
        if (format == "html") return System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(bytes).Replace("Robin", "Robyn", StringComparison.Ordinal));
        using MemoryStream stream = new();
        stream.Write(bytes);
        using (ZipArchive zip = new(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry("word/document.xml")!;
            string text;
            using (StreamReader reader = new(entry.Open())) text = reader.ReadToEnd();
            entry.Delete();
            using StreamWriter writer = new(zip.CreateEntry("word/document.xml").Open());
            writer.Write(text.Replace("Robin", "Robyn", StringComparison.Ordinal));
        }
        return stream.ToArray();
    }

    private async Task<string> Converted(string docx)
    {
        await Run("soffice", "--headless", "--norestore", $"-env:UserInstallation={new Uri(folder + "/office").AbsoluteUri}", "--convert-to", "pdf", "--outdir", folder, docx);
        return await Run("pdftotext", "-layout", Path.ChangeExtension(docx, ".pdf"), "-");
    }

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
