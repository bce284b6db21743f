using System.Text;
using Interviewing.Application.Import;

namespace Interviewing.Slices.Tests.Import;

public class FileTextTests
{
    private static IReadOnlyList<SourceLine> Lines(SourceText source) => [.. LineReaderOf(source).Where(line => line.Text.Length > 0)];

    private static IReadOnlyList<SourceLine> LineReaderOf(SourceText source) => SourceDocument.Of(source, ImportLimits.Default).Lines;

    [Fact]
    public void A_word_document_gives_headings_lists_and_tables()
    {
        var source = Readers.Files.Read("brief.docx", Office.Docx(
            Office.Heading("Profiel"), Office.P("Sous-titre", "<w:pStyle w:val=\"Onder\"/>"), Office.P("Vet kopje", run: "<w:b/>"), Office.P("Gewone zin met een punt."),
            Office.Bullet("eerste"), Office.Bullet("dieper", 1), Office.P("uit een stijl", "<w:pStyle w:val=\"Lijst\"/>"), Office.Bullet("genummerd", 0, 2), Office.Bullet("nog een", 0, 2), Office.Bullet("geen lijst", 0, 0),
            Office.Table(["Niveau", "Naam", "Schaal"], ["1", "", "7"]), Office.Table(["Kader", "Een lange uitleg die over meer dan veertig tekens gaat."])));
        source.Kind.ShouldBe(FileKind.Word);
        Lines(source).Select(l => (l.Heading, l.Bullet, l.Text)).ShouldBe([
            (1, null, "Profiel"), (2, null, "Sous-titre"), (6, null, "Vet kopje"), (0, null, "Gewone zin met een punt."),
            (0, '•', "eerste"), (0, '•', "dieper"), (0, '•', "uit een stijl"), (0, '1', "genummerd"), (0, '1', "nog een"), (0, null, "geen lijst"),
            (0, null, "Niveau Naam Schaal"), (0, null, "1 7"), (0, null, "Kader"), (0, null, "Een lange uitleg die over meer dan veertig tekens gaat.")]);
        Lines(source).Single(l => l.Text == "dieper").Indent.ShouldBeGreaterThan(Lines(source).Single(l => l.Text == "eerste").Indent + 1);
        Lines(source).Single(l => l.Text == "1 7").Raw.ShouldBe("1\t\t7");
    }

    [Fact]
    public void Pages_are_counted_and_what_is_deleted_or_a_field_code_is_no_text()
    {
        var source = Readers.Files.Read("brief.docx", Office.Docx(
            "<w:p><w:r><w:t>een</w:t></w:r><w:del><w:r><w:delText>weg</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:noBreakHyphen/><w:t>twee</w:t><w:br w:type=\"page\"/></w:r></w:p>",
            "<w:p><w:r><w:t>drie</w:t><w:br/><w:t>vier</w:t></w:r></w:p>", "<w:p><w:r><w:lastRenderedPageBreak/><w:t>vijf</w:t></w:r></w:p>"));
        Lines(source).Select(l => (l.Page, l.Text)).ShouldBe([(1, "een-twee"), (2, "drie"), (2, "vier"), (3, "vijf")]);
        LineReaderOf(source).ShouldAllBe(l => !l.StartsPage);
    }

    [Fact]
    public void A_function_description_in_word_reads_as_the_same_text()
    {
        var text = Documents.Ufo.Split('\n').Select(line => line.Trim());
        var word = Readers.Read("functie.docx", Office.Docx([.. text.Select(line => line.StartsWith('•') ? Office.Bullet(line[1..].Trim()) : Office.P(line))]));
        var plain = Readers.Read("functie.txt", Encoding.UTF8.GetBytes(Documents.Ufo));
        word.DocumentKind.ShouldBe(plain.DocumentKind);
        RecordItems.Of(word).Select(i => (i.Path, i.Text)).ShouldBe(RecordItems.Of(plain).Select(i => (i.Path, i.Text)));
    }

    [Fact]
    public void A_pdf_gives_its_lines_and_pages()
    {
        var pdf = Readers.Read("functie.pdf", Office.Pdf(Documents.Ufo));
        var plain = Readers.Read("functie.txt", Encoding.UTF8.GetBytes(Documents.Ufo));
        pdf.DocumentKind.ShouldBe(plain.DocumentKind);
        RecordItems.Of(pdf).Select(i => (i.Path, i.Text)).ShouldBe(RecordItems.Of(plain).Select(i => (i.Path, i.Text)));
        Lines(Readers.Files.Read("x.pdf", Office.Pdf("Één\n  • geïnd", "twee"))).Select(l => (l.Page, l.Bullet, l.Text)).ShouldBe([(1, null, "Één"), (1, '•', "geïnd"), (2, null, "twee")]);
    }

    [Fact]
    public void Cells_that_only_white_space_keeps_apart_are_asked_about_and_those_of_a_table_are_not()
    {
        const string head = "Doel\n\nDe tuin onderhouden.\n\nResultaatgebieden\n\nAls tuinbaas\n\nde ploeg verdelen.\n\nVoorbeelden van taken\n\n• Het weekplan maken.\n\nOnderscheidende criteria\n\n";
        const string beside = "              C                        B\n\nPloeg         Werken in een ploeg      Een ploeg van zes\n              van drie.                leiden.\n\nKennis        De bomen kennen.         Kunnen snoeien.\n";
        var page = Readers.Read("tuin.txt", Encoding.UTF8.GetBytes(head + beside));
        page.JobProfiles[0].DistinguishingCriteria!.Criteria.Select(c => c.Cells["B"]!.Text).ShouldBe(["Een ploeg van zes leiden.", "Kunnen snoeien."]);
        var asked = DraftReview.ToDos(page, []).Where(todo => todo.Code == "cells-beside").ToList();
        asked.Select(todo => (todo.Path, todo.Found)).ShouldBe([("job_profiles[0].distinguishing_criteria.criteria[0]", "Ploeg"), ("job_profiles[0].distinguishing_criteria.criteria[1]", "Kennis")]);
        var table = Readers.Read("tuin.docx", Office.Docx([.. head.Split("\n\n").Where(line => line.Length > 0).Select(line => line.StartsWith('•') ? Office.Bullet(line[2..]) : Office.P(line)),
            Office.Table(["", "C", "B"], ["Ploeg", "Werken in een ploeg van drie.", "Een ploeg van zes leiden."], ["Kennis", "De bomen kennen.", "Kunnen snoeien."])]));
        table.JobProfiles[0].DistinguishingCriteria!.Criteria.Select(c => c.Cells["B"]!.Text).ShouldBe(["Een ploeg van zes leiden.", "Kunnen snoeien."]);
        DraftReview.ToDos(table, []).ShouldNotContain(todo => todo.Code == "cells-beside");
    }

    [Fact]
    public void Sheets_of_a_workbook_are_joined_by_the_name_of_the_competency()
    {
        var record = Readers.Read("boek.xlsx", Office.Workbook(
            ("Competenties", [["Ons woordenboek"], [], ["Competentie", "Definitie", "Niveau 1", "Niveau 2"], ["Vooruitzien", "Houdt rekening met het seizoen.", "Schrijft op wat er ligt.\nTelt na.", "Spreekt af."]]),
            ("Vragen", [["Naam competentie", "Interviewvraag"], ["vooruitzien", "Hoe zag uw februari eruit?"], ["", "En maart?"]])));
        record.DocumentKind.ShouldBe(DocumentKind.CompetencySheet);
        var competency = record.Competencies.ShouldHaveSingleItem();
        competency.Indicators.Select(i => (i.Level, i.Text)).ShouldBe([(1, "Schrijft op wat er ligt."), (1, "Telt na."), (2, "Spreekt af.")]);
        competency.Questions.Select(q => (q.Text, q.Trace.Page)).ShouldBe([("Hoe zag uw februari eruit?", 2), ("En maart?", 2)]);
        competency.Names["nl"].Trace.Line.ShouldBe(4);
        record.Discarded.ShouldHaveSingleItem().Text.ShouldBe("Ons woordenboek");
    }

    [Fact]
    public void Shared_strings_numbers_booleans_and_hidden_sheets_are_read_as_excel_shows_them()
    {
        var sheet = "<worksheet xmlns=\"x\"><sheetData><row><c t=\"s\"><v>1</v></c><c t=\"s\"><v>0</v></c></row><row><c><f>1+1</f><v>2</v></c><c t=\"e\"><v>#N/A</v></c></row><row r=\"9\"><c r=\"B9\" t=\"str\"><v>ver weg</v></c></row></sheetData></worksheet>";
        var source = Readers.Files.Read("a.xlsx", Office.XlsxOf([("s1", "Blad", sheet)], "<sst><si><r><t>twee</t></r><r><t>delig</t></r><rPh><t>klank</t></rPh></si><si><t>kop</t></si></sst>"));
        source.Sheets.ShouldHaveSingleItem().Rows.Select(r => (r.Line, string.Join('|', r.Cells))).ShouldBe([(1, "kop|tweedelig"), (2, "2"), (9, "|ver weg")]);
        source.Text.Split('\n').Length.ShouldBe(10);
    }
}
