using Interviewing.Application.Competencies;
using Interviewing.Application.Import;
using Interviewing.Application.Shared;

namespace Interviewing.Rules.Tests.Import;

public class CompetencySheetTests
{
    private const string Long = """
        Competentie;Definitie;Niveau;Gedragsindicator;+/-;Vraag;Tip
        Vooruitzien;Houdt rekening met het seizoen.;1;Schrijft op wat er moet liggen.;+;Hoe zag uw februari eruit?;Loop de voorraad na.
        ;;1;Begint pas in april.;-;;
        ;;2;"Spreekt af met de werf.
        • Houdt een week vrij.";+;;
        Overleggen;"Zoekt ""anderen"" op; vooraf.";Niveau 1 Eigen werk;=HYPERLINK("x");;Met wie sprak u?;
        Vooruitzien;;1;Schrijft op wat er moet liggen.;+;;
        """;

    private static ImportRecord Read(string text, string file = "tabel.csv") => Samples.Read(text, file);

    private static string Known => Long.Replace("+/-", "Polariteit", StringComparison.Ordinal);

    [Fact]
    public void Rows_become_competencies_with_levels_indicators_questions_and_tips()
    {
        var record = Read(Known);
        record.DocumentKind.ShouldBe(DocumentKind.CompetencySheet);
        record.Findings.Where(f => f.Ask).ShouldBeEmpty();
        record.Competencies.Select(c => c.Names["nl"].Text).ShouldBe(["Vooruitzien", "Overleggen"]);
        var first = record.Competencies[0];
        first.Definition!.Text.ShouldBe("Houdt rekening met het seizoen.");
        first.Levels.Select(l => l.Ordinal).ShouldBe([1, 2]);
        first.Indicators.Select(i => (i.Level, i.Positive, i.Text)).ShouldBe([(1, true, "Schrijft op wat er moet liggen."), (1, false, "Begint pas in april."), (2, true, "Spreekt af met de werf."), (2, true, "Houdt een week vrij.")]);
        first.DuplicatesDropped.Indicators.ShouldBe(1);
        first.Questions.ShouldHaveSingleItem();
        first.Tips.ShouldHaveSingleItem();
    }

    [Fact]
    public void Quotes_separators_and_formulas_are_plain_text_with_the_line_they_stand_on()
    {
        var second = Read(Known).Competencies[1];
        second.Definition!.Text.ShouldBe("Zoekt \"anderen\" op; vooraf.");
        second.Indicators.ShouldHaveSingleItem().Text.ShouldBe("=HYPERLINK(\"x\")");
        second.Levels.ShouldHaveSingleItem().Title!.Text.ShouldBe("Eigen werk");
        second.Names["nl"].Trace.Line.ShouldBe(6);
        Read(Known).Competencies[0].Indicators[2].Trace.ShouldSatisfyAllConditions(t => t.Line.ShouldBe(4), t => t.LastLine.ShouldBe(5));
    }

    [Fact]
    public void A_column_that_nobody_explained_is_asked_about()
    {
        var record = Read(Long);
        var finding = record.Findings.Single(f => f.Code == "column-unused");
        (finding.Path, finding.Found, finding.Ask).ShouldBe(("sheets[0].columns[4]", "+/-", true));
        record.Competencies[0].Indicators.ShouldAllBe(i => i.Positive);
    }

    [Fact]
    public void What_was_told_before_goes_before_the_words_of_the_header()
    {
        var source = SourceText.Read("tabel.csv", System.Text.Encoding.UTF8.GetBytes(Long));
        var key = SheetColumns.KeyOf(source.Sheets[0].Rows[0]);
        ColumnMeaning[] told = [ColumnMeaning.Competency, ColumnMeaning.Definition, ColumnMeaning.Level, ColumnMeaning.Indicator, ColumnMeaning.Polarity, ColumnMeaning.Skip, ColumnMeaning.Tip];
        var record = DocumentReader.Read(source, null, new Dictionary<string, IReadOnlyList<ColumnMeaning>>(StringComparer.Ordinal) { [key] = told });
        record.Competencies[0].Indicators.Select(i => i.Positive).ShouldBe([true, false, true, true]);
        record.Competencies.ShouldAllBe(c => c.Questions.Count == 0);
        record.Findings.Single(f => f.Code == "column-unused").ShouldSatisfyAllConditions(f => f.Found.ShouldBe("Vraag"), f => f.Ask.ShouldBeFalse());
        SheetColumns.KeyOf(new SheetRow(1, 1, ["COMPETENTIE", "definitie", "Niveau ", "Gedragsindicator", "+/-", "vraag", "Tip"])).ShouldBe(key);
    }

    [Theory]
    [InlineData("Competency,Cluster,Definition,Level 1,Level 2,Negative behaviour\nPatience,Nets,Takes time.,Counts.,\"Shows.\nTells.\",Cuts.\n", "en")]
    [InlineData("Compétence\tGroupe\tDéfinition\tNiveau 1\tNiveau 2\tComportement négatif\nPatience\tFilets\tPrend le temps.\tCompte.\t\"Montre.\nDit.\"\tCoupe.\n", "fr")]
    public void A_column_per_level_is_read_in_every_language(string text, string language)
    {
        var record = Read(text);
        record.Language.ShouldBe(language);
        var competency = record.Competencies.ShouldHaveSingleItem();
        competency.Cluster.ShouldNotBeNull();
        competency.Indicators.Select(i => (i.Level, i.Positive)).ShouldBe([(1, true), (2, true), (2, true), (null, false)]);
        record.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Kinds_minutes_and_audience_are_known_by_their_words()
    {
        var record = Read("Naam;Vraag;Type vraag;Minuten;Tip;Leervorm;Voor wie\nRust;Wat deed u?;situatie;12;Ga zitten.;op het werk;leidinggevende\n;En toen?;raadsel;99999;;;\n");
        var competency = record.Competencies.ShouldHaveSingleItem();
        competency.Questions.Select(q => (q.Type, q.Minutes)).ShouldBe([(QuestionType.Situational, 12), (null, null)]);
        competency.Tips.Select(t => (t.Audience, t.Kind)).ShouldBe([(TipAudience.Manager, TipKind.OnTheJob)]);
        record.Findings.Single(f => f.Code == "unknown-value").Found.ShouldBe("raadsel");
    }

    [Fact]
    public void The_content_decides_whatever_the_name_says()
    {
        Read(Known, "tabel.txt").Competencies.Count.ShouldBe(2);
        Read("Gewoon een zin, met een komma.\nEn nog een.\n", "brief.csv").DocumentKind.ShouldBe(DocumentKind.Unrecognised);
        Read(Samples.Ufo, "functie.csv").DocumentKind.ShouldBe(DocumentKind.UfoFunctionDescription);
    }

    [Theory]
    [InlineData("Competentie;Definitie\nRust;\"Blijft kalm\n"), InlineData("Competentie;Definitie\r\nRust;\"Blijft\r\nkalm\r\n"), InlineData("Competentie;Definitie\rRust;\"Blijft kalm\r")]
    public void A_quote_that_never_closes_ends_with_the_file(string text)
    {
        var record = Read(text);
        record.Competencies.ShouldHaveSingleItem().Definition!.Text.ShouldStartWith("Blijft");
        Accounts.EveryLineIsAccountedFor(text, record);
    }

    [Fact]
    public void A_table_about_something_else_is_not_taken_for_competencies() => Read("Artikel;Prijs\nTouw;3\nDoek;9\n").DocumentKind.ShouldBe(DocumentKind.Unrecognised);

    [Fact]
    public void Too_wide_and_too_long_are_refused()
    {
        Should.Throw<Refusal>(() => Read(string.Join(',', Enumerable.Repeat("kolom", 100_000)) + "\n1,2\n")).Reasons[0].ShouldSatisfyAllConditions(r => r.Code.ShouldBe("import.too-many-columns"), r => r.Args.ShouldBe([200]));
        Should.Throw<Refusal>(() => Read("a,b\n" + new System.Text.StringBuilder().Insert(0, "1,2\n", 50_001))).Reasons[0].Code.ShouldBe("import.too-many-rows");
    }

    [Fact]
    public void No_line_is_lost()
    {
        Accounts.EveryLineIsAccountedFor(Long, Read(Long));
        Accounts.EveryLineIsAccountedFor(Known, Read(Known));
    }
}
