using Interviewing.Application.Import;

namespace Interviewing.Rules.Tests.Import;

public class FunctionBookTests
{
    [Fact]
    public void Reads_every_function_with_its_place_in_the_book()
    {
        var record = Samples.Read(BookSamples.Book, "031_boek.txt");
        record.DocumentKind.ShouldBe(DocumentKind.Hr21FunctionBook);
        (record.Title!.Text, record.KindLabel, record.PublicationStatus!.Text, record.Organisation!.Name).ShouldBe(("CONCEPT FUNCTIEBOEK", "Functieboek", "CONCEPT", "Waterleiding Oosterbeek"));
        record.JobProfiles.Select(p => (p.Name!.Text, p.LevelSuffix, p.Code!.Text)).ShouldBe([("Monteur leidingnet I", "I", "W1.01"), ("Monteur leidingnet II", "II", "W1.02"), ("Laborant/analist", null, "W2.01")]);
        var first = record.JobProfiles[0];
        (first.JobSeries!.Name, first.JobSeries.LabelAsFound, first.JobSeries.Description).ShouldBe(("Techniek", "Funciereeks", "Werk aan alles wat onder de grond ligt."));
        first.DominantCharacteristics.Select(c => c.Text).ShouldBe(["herstelt zelfstandig lekken in hoofdleidingen", "leidt een ploeg bij een grote breuk"]);
        first.ResultAreas.Select(a => (a.Number, a.Title!.Text, a.Activities.Count)).ShouldBe([(1, "Herstel", 2), (2, "Aanleg", 1)]);
        record.JobProfiles[2].ResultAreas[0].Activities.ShouldHaveSingleItem().Text.ShouldBe("neemt monsters bij de bron en bij de klant");
    }

    [Fact]
    public void The_scale_comes_from_the_overview_by_whole_name_only()
    {
        var record = Samples.Read(BookSamples.Book);
        record.Overview.Select(row => (row.Match, row.Matches)).ShouldBe([
            (OverviewMatch.Exact, "job_profiles[1]"), (OverviewMatch.Exact, "job_profiles[0]"), (OverviewMatch.Alias, "job_profiles[2]"), (OverviewMatch.Module, "modules[0]")]);
        record.JobProfiles.Select(p => (p.PayScale!.Value, p.PayScale.Indicative, p.PayScale.OverviewRow)).ShouldBe([("8", true, 1), ("7", true, 0), ("9", true, 2)]);
        record.Findings.ShouldContain(f => f.Code == "name-mismatch" && f.Path == "overview[2].name");
        record.Findings.ShouldContain(f => f.Code == "group-mismatch" && f.Path == "overview[2].group");
        record.JobProfiles[2].PayScale!.Trace.IsDoubtful.ShouldBeTrue();
    }

    [Fact]
    public void A_module_is_read_and_an_empty_heading_is_none()
    {
        var record = Samples.Read(BookSamples.Book);
        var module = record.Modules.ShouldHaveSingleItem();
        (module.Name.Text, module.Code, module.OverviewRow).ShouldBe(("Wachtdienst", null, 3));
        module.TaskGroups.ShouldHaveSingleItem().Activities.Count.ShouldBe(2);
        record.JobProfiles.Select(p => p.ModuleRefs.Count).ShouldBe([0, 1, 0]);
        record.Discarded.Count(d => d.Reason == DiscardReason.EmptyHeading).ShouldBe(2);
        record.Notices.ShouldHaveSingleItem().Kind.ShouldBe(NoticeKind.Copyright);
    }

    [Theory]
    [InlineData("- ", "• ")]
    [InlineData("- ", "* ")]
    [InlineData("- ", "")]
    [InlineData("- ", "•\n")]
    [InlineData("Resultaatgebied 1: ", "RESULTAATGEBIED I - ")]
    [InlineData("Resultaatgebied 1: ", "Resultaatgebied 1\n")]
    [InlineData("Overwegende functiekenmerken:", "Overwegnde functiekenmeken")]
    [InlineData("Functiegroep Netten:", "Functiegroep: Netten")]
    [InlineData("Functiegroep Netten:", "Functiegroep\nNetten")]
    [InlineData(" ", "\u00A0")]
    [InlineData("leidingnet", "leiding\u00ADnet")]
    [InlineData("\t", "    ")]
    [InlineData("Functiebeschrijving\n\nNaam", "12\n\fFunctiebeschrijving\n\nNaam")]
    public void Another_typography_reads_the_same(string was, string becomes)
    {
        var record = Samples.Read(BookSamples.Book.Replace(was, becomes, StringComparison.Ordinal));
        Counts(record).ShouldBe(Counts(Samples.Read(BookSamples.Book)));
    }

    [Fact]
    public void A_page_that_ends_in_a_sentence_does_not_cut_it()
    {
        var text = BookSamples.Book.Replace("lekken in hoofdleidingen*", "lekken\n\nWaterleiding Oosterbeek\n- 4 -\n\f\nin hoofdleidingen*", StringComparison.Ordinal);
        Samples.Read(text).JobProfiles[0].DominantCharacteristics[0].Text.ShouldBe("herstelt zelfstandig lekken in hoofdleidingen");
    }

    [Theory]
    [InlineData("en", "Job descriptions|Job description|Job title|Job series|Job series|Job group|Dominant characteristics|Generic tasks|Result area|Module name|Module code|Module tasks|Page|Indicative scale|FUNCTION BOOK")]
    [InlineData("fr", "Descriptions de fonction|Description de fonction|Intitulé de la fonction|Filière de fonctions|Filière de fonctions|Groupe de fonctions|Caractéristiques dominantes|Tâches génériques|Domaine de résultats|Nom du module|Code du module|Tâches du module|Page|Échelle indicative|RECUEIL DE FONCTIONS")]
    public void Other_languages_have_other_labels(string language, string labels)
    {
        string[] dutch = ["Functiebeschrijvingen", "Functiebeschrijving", "Naam functie", "Functiereeks", "Funciereeks", "Functiegroep", "Overwegende functiekenmerken", "Generieke taken", "Resultaatgebied", "Modulenaam", "Modulecode", "Module taken", "Pagina", "Indicatieve schaal", "FUNCTIEBOEK"];
        var text = dutch.Zip(labels.Split('|')).Aggregate(BookSamples.Book, (all, pair) => all.Replace(pair.First, pair.Second, StringComparison.Ordinal));
        var record = Samples.Read(text);
        record.Language.ShouldBe(language);
        Counts(record).ShouldBe(Counts(Samples.Read(BookSamples.Book)));
    }

    private static string Counts(ImportRecord record) =>
        $"{record.DocumentKind} rows {record.Overview.Count(row => row.Matches is not null)} scales {string.Join(' ', record.JobProfiles.Select(p => p.PayScale?.Value))} "
        + string.Join("; ", record.JobProfiles.Select(p => $"{p.Name?.Text} {p.Code?.Text} {p.JobSeries?.Name} {p.JobGroup?.Name} {p.JobGroup?.Description} {p.DominantCharacteristics.Count} {p.ModuleRefs.Count} "
            + string.Join(", ", p.ResultAreas.Select(a => $"{a.Number} {a.Title?.Text} {a.Activities.Count}")))) + $" modules {record.Modules.Count}";
}
