using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using Interviewing.Application.Identity;
using Interviewing.Application.Import;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Web.Tests.Import;

[Collection(OneSite.Name)]
public class UploadTests(WholeSite whole)
{
    private const string Document = "Functiebeschrijving\nDoel\nDe werkplaats openen.\nResultaatgebieden\nKernactiviteit\nBeheren van gereedschap\nKader\nHuisregels\nResultaat\nKlaar\nActiviteit\n• <script>alert(1)</script> nakijken\nCompetenties\nOmschrijving\nPlanning maken en bijstellen.\nGedragsindicatoren\n• Maakt een plan.\n";

    [Fact]
    public async Task A_good_document_leads_to_its_review_page()
    {
        using var surfer = await whole.SignedIn(Role.Recruiter);
        using var answer = await Upload(surfer, "werkplaats.txt", Encoding.UTF8.GetBytes(Document));
        Surfer.Goes(answer)!.ShouldStartWith("/import/");
        var page = await surfer.Page(Surfer.Goes(answer)!);
        page.QuerySelectorAll(".src li.used").Length.ShouldBeGreaterThan(10);
        page.QuerySelectorAll(".tree .kind").Select(k => k.TextContent.Trim()).ShouldContain("Resultaatgebied");
        page.QuerySelectorAll(".finds li").Length.ShouldBe(2);
        page.QuerySelector(".acts .btn-1")!.GetAttribute("aria-disabled").ShouldBe("true");
        page.GetElementById("why")!.TextContent.ShouldBe("Publiceren kan als deze lijst leeg is.");
        page.QuerySelectorAll("main script").ShouldBeEmpty();
        page.QuerySelector(".tree")!.TextContent.ShouldContain("<script>alert(1)</script> nakijken");
    }

    public static TheoryData<string, int, string> Bad => new()
    {
        { "empty", 0, "Dit bestand is leeg." },
        { "blank", 3, "Dit bestand is leeg." },
        { "binary", 5000, "Dit is geen tekstbestand." },
        { "large", 20 * 1024 * 1024 + 1, "Dit bestand is groter dan 20 MB." },
        { "huge", 30 * 1024 * 1024, "Dit bestand is groter dan 20 MB." },
    };

    [Theory, MemberData(nameof(Bad))]
    public async Task A_bad_file_gets_one_clear_sentence_and_is_not_kept(string kind, int length, string sentence)
    {
        var bytes = new byte[length];
        if (kind == "binary") new Random(3).NextBytes(bytes);
        else Array.Fill(bytes, (byte)(kind == "blank" ? ' ' : 'a'));
        using var surfer = await whole.SignedIn(Role.Recruiter);
        var before = await Kept();
        using var answer = await Upload(surfer, kind + ".txt", bytes);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var alert = (await surfer.Page(Surfer.Goes(answer)!)).QuerySelector("main [role=alert]")!.TextContent;
        alert.ShouldContain(sentence);
        alert.ShouldContain("Er is niets bewaard.");
        (await Kept()).ShouldBe(before);
    }

    [Fact]
    public async Task A_refusal_names_the_limit_or_the_ending()
    {
        using var surfer = await whole.SignedIn(Role.Recruiter);
        var before = await Kept();
        using var answer = await Upload(surfer, "brief.docx", "Gewoon tekst."u8.ToArray());
        (await surfer.Page(Surfer.Goes(answer)!)).QuerySelector("main [role=alert]")!.TextContent.ShouldContain("De naam eindigt op .docx, maar de inhoud is die van een .txt-bestand.");
        using var wide = await Upload(surfer, "breed.csv", Encoding.UTF8.GetBytes(string.Join(';', Enumerable.Range(0, 500)) + "\n1;2\n"));
        (await surfer.Page(Surfer.Goes(wide)!)).QuerySelector("main [role=alert]")!.TextContent.ShouldContain("Een werkblad heeft meer dan 200 kolommen.");
        (await surfer.Page("/import?why=import.wrong-extension&of=koop%20nu&of=%3Cb%3E")).QuerySelector("main [role=alert]")!.TextContent.ShouldNotContain("koop");
        (await Kept()).ShouldBe(before);
    }

    [Fact]
    public async Task A_sheet_with_unknown_columns_goes_by_the_page_that_asks_about_them()
    {
        using var surfer = await whole.SignedIn(Role.Recruiter);
        using var answer = await Upload(surfer, "blad.csv", Encoding.UTF8.GetBytes("Competentie;Zo ziet u het;Niveau\nRust;<b>Ademt</b>.;1\n"));
        Surfer.Goes(answer)!.ShouldEndWith("/columns");
        var page = await surfer.Page(Surfer.Goes(answer)!);
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(3);
        page.QuerySelectorAll("tbody select").Select(s => s.QuerySelector("option[selected]")?.TextContent ?? "").ShouldBe(["Competentie", "niet overnemen", "Niveau"]);
        page.QuerySelectorAll("tbody tr")[1].TextContent.ShouldContain("nog zeggen");
        page.QuerySelectorAll("tbody tr")[1].TextContent.ShouldContain("<b>Ademt</b>.");
        page.QuerySelectorAll("tbody label").ShouldAllBe(label => page.GetElementById(label.GetAttribute("for")!) != null);
        using var known = await Upload(surfer, "bekend.csv", Encoding.UTF8.GetBytes("Competentie;Gedrag;Niveau\nRust;Ademt.;1\n"));
        Surfer.Goes(known)!.ShouldNotEndWith("/columns");
        using var stranger = await whole.SignedIn(Role.Employee);
        await stranger.Page(Surfer.Goes(answer)!, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task No_file_a_forged_form_and_a_stranger_are_turned_away()
    {
        using var surfer = await whole.SignedIn(Role.Recruiter);
        using var none = await Upload(surfer, "", []);
        (await surfer.Page(Surfer.Goes(none)!)).QuerySelector("main [role=alert]")!.TextContent.ShouldContain("Kies eerst een bestand.");
        using MultipartFormDataContent forged = new() { { new ByteArrayContent(Encoding.UTF8.GetBytes(Document)), "file", "x.txt" } };
        var before = await Kept();
        using var refused = await surfer.Http.PostAsync("/import/upload", forged);
        Surfer.Goes(refused).ShouldBe("/import?why=import.try-again");
        using Surfer stranger = new(whole.Site);
        using MultipartFormDataContent anonymous = new() { { new ByteArrayContent(Encoding.UTF8.GetBytes(Document)), "file", "x.txt" } };
        using var away = await stranger.Http.PostAsync("/import/upload", anonymous);
        Surfer.Goes(away)!.ShouldStartWith("/account/sign-in");
        (await Kept()).ShouldBe(before);
    }

    [Fact]
    public async Task A_library_item_leads_to_its_line_in_the_source()
    {
        using var surfer = await whole.SignedIn(Role.Recruiter);
        using var answer = await Upload(surfer, "bron.txt", Encoding.UTF8.GetBytes(Document));
        var review = Surfer.Goes(answer)!;
        var id = Guid.Parse(review["/import/".Length..]);
        var file = await whole.Site.Look(db => db.Set<Draft>().Where(d => d.Id == id).Select(d => d.FileId).SingleAsync());
        using var there = await surfer.Get($"/import/source/{file}?line=11");
        Surfer.Goes(there).ShouldBe($"{review}?line=11#r11");
        var page = await surfer.Page($"{review}?line=12");
        page.QuerySelector(".src .sel")!.Id.ShouldBe("r12");
        page.QuerySelector(".tree .on")!.TextContent.ShouldContain("nakijken");
        page.QuerySelectorAll("[aria-keyshortcuts]").Select(b => b.GetAttribute("aria-keyshortcuts")).ShouldBe(["S", "M", "E", "Delete"]);
        using var nowhere = await surfer.Get($"/import/source/{Guid.NewGuid()}?line=1");
        Surfer.Goes(nowhere).ShouldBe("/import");
    }

    [Fact]
    public async Task Only_an_administrator_finds_the_words()
    {
        using var surfer = await whole.SignedIn(Role.Recruiter);
        await surfer.Page("/admin/labels", HttpStatusCode.NotFound);
        using var boss = await whole.SignedIn(Role.Administrator);
        (await boss.Page("/admin/labels?q=functiedoel")).QuerySelectorAll("tbody tr").ShouldHaveSingleItem().TextContent.ShouldContain("Doel van de functie");
        (await boss.Page("/admin/labels?q=xyzzy")).QuerySelectorAll("tbody tr").ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_may_not_import_finds_no_such_page()
    {
        using var surfer = await whole.SignedIn(Role.Employee);
        await surfer.Page("/import", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_address_repeats_only_our_own_refusals()
    {
        using var surfer = await whole.SignedIn(Role.Recruiter);
        (await surfer.Page("/import?why=import.nonsense")).QuerySelector("main [role=alert]").ShouldBeNull();
        (await surfer.Page("/import?why=%3Cb%3Ex")).QuerySelector("main [role=alert]").ShouldBeNull();
    }

    [Theory]
    [InlineData("nl"), InlineData("en"), InlineData("fr")]
    public void Everything_the_reader_may_say_has_words(string language)
    {
        var words = new Shell.Words(strict: true);
        string[] keys =
        [
            .. Web.Import.DraftWords.ToDoCodes.Select(code => "import.todo." + code), .. Web.Import.DraftWords.AdviceCodes.Select(code => "import.advice." + code),
            .. Enum.GetNames<ItemKind>().Select(name => "import.itemkind." + name.ToLowerInvariant()), .. Enum.GetNames<DocumentKind>().Select(name => "import.documentkind." + name.ToLowerInvariant()),
            .. Enum.GetNames<DiscardReason>().Select(name => "import.discardreason." + name.ToLowerInvariant()), .. Enum.GetNames<DraftStatus>().Select(name => "import.draftstatus." + name.ToLowerInvariant()),
            .. Enum.GetNames<ColumnMeaning>().Select(name => "import.columnmeaning." + name.ToLowerInvariant()),
            "import.remark.run-on", "import.remark.repeated", "import.remark.unused-line", "import.was-split", "import.was-joined", "import.was-moved", "import.was-edited", "import.dropped",
            .. Enum.GetNames<ChangeSort>().Select(name => "import.changesort." + name.ToLowerInvariant()), "import.waiting.title", "import.waiting.text", "import.waiting.action", "import.todo.missing-name.profile.label", "import.todo.missing-name.competency.label",
        ];
        foreach (var key in keys) words.In(language, key).ShouldNotBeEmpty();
    }

    private async Task<int> Kept() => await whole.Site.Look(db => db.Set<StoredFile>().CountAsync());

    private static async Task<HttpResponseMessage> Upload(Surfer surfer, string name, byte[] bytes)
    {
        var page = await surfer.Page("/import");
        var form = page.QuerySelector("form[action='/import/upload']")!;
        using MultipartFormDataContent content = new();
        foreach (var hidden in form.QuerySelectorAll("input[type=hidden]")) content.Add(new StringContent(hidden.GetAttribute("value") ?? ""), hidden.GetAttribute("name")!);
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        if (name.Length > 0) content.Add(file, "file", name);
        return await surfer.Http.PostAsync("/import/upload", content);
    }
}
