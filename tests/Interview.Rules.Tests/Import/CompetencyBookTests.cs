using Interviewing.Application.Import;

namespace Interviewing.Rules.Tests.Import;

public class CompetencyBookTests
{
    [Fact]
    public void Definitions_levels_and_indicators_are_read()
    {
        var record = Samples.Read(Books.Dutch);
        record.DocumentKind.ShouldBe(DocumentKind.CompetencyBook);
        record.Title!.Text.ShouldBe("Competentiewoordenboek Zeilmakerij De Boei");
        record.Competencies.Take(3).Select(c => c.Names["nl"].Text).ShouldBe(["Vakmanschap", "Overleggen", "Vooruitzien"]);
        record.Competencies[0].Definition!.Text.ShouldBe("Kent doek, garen en naad en kiest wat bij het schip past.");
        record.Competencies[1].Definition!.Text.ShouldBe("Zoekt anderen op voordat een keuze vastligt.");
        record.Competencies[2].Definition!.Text.ShouldBe("Houdt rekening met het seizoen, ook als het nog winter is.");
        record.Competencies[0].Levels.Select(l => (l.Ordinal, l.Title?.Text)).ShouldBe([(1, null), (2, "Eigen klussen")]);
        record.Competencies[0].Indicators.Select(i => (i.Level, i.Positive, i.Text)).ShouldBe(
            [(1, true, "Naait een rechte naad zonder hulp."), (1, true, "Vraagt op tijd om uitleg."), (2, true, "Kiest zelf het garen."), (2, true, "Legt uit waarom een zeil scheurt."), (2, false, "Verbergt een foute naad.")]);
        record.Competencies[2].DuplicatesDropped.Indicators.ShouldBe(1);
    }

    [Fact]
    public void Questions_and_tips_of_another_part_are_joined_by_name()
    {
        var record = Samples.Read(Books.Dutch);
        record.Competencies.Select(c => (c.Questions.Count, c.Tips.Count)).ShouldBe([(2, 0), (1, 1), (1, 1), (0, 1)]);
        record.Competencies[0].Questions[1].Text.ShouldBe("Wat doet u als het doek niet klopt?");
        record.Competencies[2].Tips[0].Text.ShouldBe("Loop in oktober de voorraad na.");
    }

    [Fact]
    public void A_name_that_does_not_join_is_asked_about_and_keeps_its_items()
    {
        var record = Samples.Read(Books.Dutch);
        var mismatch = record.Findings.Single(f => f.Code == "name-mismatch");
        (mismatch.Found, mismatch.Suggested, mismatch.Path, mismatch.Ask).ShouldBe(("Overlegen", "Overleggen", "competencies[1]", true));
        record.Competencies[1].Tips.ShouldHaveSingleItem().Text.ShouldBe("Drink een keer koffie op de werf.");
        var unknown = record.Findings.Single(f => f.Code == "name-does-not-join");
        (unknown.Found, unknown.Path, unknown.Ask).ShouldBe(("Netheid", "competencies[3]", true));
        record.Competencies[3].Names["nl"].Trace.IsDoubtful.ShouldBeTrue();
        DraftReview.ToDos(record, []).Select(t => t.Code).ShouldContain("name-mismatch");
    }

    [Fact]
    public void Headings_clusters_and_signs_are_read_in_english()
    {
        var record = Samples.Read(Books.English, "nets.md");
        (record.DocumentKind, record.Language).ShouldBe((DocumentKind.CompetencyBook, "en"));
        record.Competencies.Select(c => (c.Names["en"].Text, c.Cluster?.Text)).ShouldBe([("Patience", "Mending"), ("Reading the weather", "Mending")]);
        record.Competencies[0].Levels.Select(l => (l.Ordinal, l.Title?.Text)).ShouldBe([(1, "Own nets"), (2, "Nets of others")]);
        record.Competencies[0].Indicators.Select(i => (i.Level, i.Positive)).ShouldBe([(1, true), (1, false), (2, true)]);
        record.Competencies[1].Questions.Select(q => q.Text).ShouldBe(["Which trip did you not make?", "What did the crew say?"]);
        record.Competencies[1].Tips.ShouldHaveSingleItem().Text.ShouldBe("Keep a diary of the sky for one month.");
        record.Findings.Where(f => f.Ask).ShouldBeEmpty();
    }

    [Fact]
    public void Everything_may_stand_under_the_competency_in_french()
    {
        var record = Samples.Read(Books.French);
        (record.DocumentKind, record.Language).ShouldBe((DocumentKind.CompetencyBook, "fr"));
        record.Competencies.Select(c => c.Names["fr"].Text).ShouldBe(["Accueillir", "Compter juste"]);
        record.Competencies[0].Definition!.Text.ShouldBe("Mettre à l'aise toute personne qui entre dans la boutique.");
        record.Competencies[0].Indicators.Count.ShouldBe(2);
        record.Competencies[0].Questions.ShouldHaveSingleItem();
        record.Competencies[0].Tips.ShouldHaveSingleItem();
        record.Competencies[1].Indicators.Select(i => i.Positive).ShouldBe([true, false]);
        record.Competencies[1].Questions[0].Text.ShouldBe("Que faites-vous s'il manque de l'argent ?");
    }

    [Fact]
    public void Levels_may_have_names_and_one_part_may_hold_questions_and_tips()
    {
        var record = Samples.Read(Books.Named);
        record.DocumentKind.ShouldBe(DocumentKind.CompetencyBook);
        record.Competencies.Select(c => c.Names["nl"].Text).ShouldBe(["Grondkennis", "Samen oogsten"]);
        record.Competencies.ShouldAllBe(c => c.Definition != null && c.Levels.Count == 2 && c.Indicators.Count == 2 && c.Questions.Count == 1 && c.Tips.Count == 1);
        record.Competencies[1].Levels.Select(l => l.Title!.Text).ShouldBe(["Basis", "Gevorderd"]);
    }

    [Theory]
    [InlineData(Books.Dutch), InlineData(Books.English), InlineData(Books.French), InlineData(Books.Named)]
    public void No_line_is_lost_and_no_word_is_made_up(string book)
    {
        var record = Samples.Read(book);
        Accounts.EveryLineIsAccountedFor(book, record);
        Accounts.NothingIsMadeUp(book, record);
    }

    [Fact]
    public void A_dictionary_of_one_competency_is_one_too()
    {
        var record = Samples.Read("Competentiegids\nRust\nDefinitie\nBlijft kalm als het druk wordt.\nNiveau 1\nAdemt rustig.\n");
        record.DocumentKind.ShouldBe(DocumentKind.CompetencyBook);
        var indicator = record.Competencies.ShouldHaveSingleItem().Indicators.ShouldHaveSingleItem();
        (indicator.Level, indicator.Text, indicator.Trace.IsDoubtful).ShouldBe((1, "Ademt rustig.", true));
    }

    [Fact]
    public void A_function_description_is_no_dictionary() => Samples.Read(Samples.Ufo).DocumentKind.ShouldBe(DocumentKind.UfoFunctionDescription);
}
