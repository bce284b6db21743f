using Interviewing.Application.Import;

namespace Interviewing.Rules.Tests.Import;

public class FederalProfileTests
{
    [Fact]
    public void Roles_are_result_areas_with_a_statement_and_example_tasks()
    {
        var record = Samples.Read(BookSamples.Profile, "041_tuin.txt");
        record.DocumentKind.ShouldBe(DocumentKind.BeFederalGenericProfile);
        var profile = record.JobProfiles.ShouldHaveSingleItem();
        profile.ResultAreas.Select(a => (a.Title!.Text, a.Role, a.Optional, a.Activities.Count)).ShouldBe([("Als tuinbaas", "tuinbaas", false, 3), ("Als gids (facultatief)", "gids", true, 2)]);
        profile.ResultAreas[0].Statement!.Text.ShouldBe("de ploeg over de perken verdelen teneinde elk perk voor de zomer klaar te hebben.");
        profile.ResultAreas[0].Activities[1].Text.ShouldBe("Gereedschap uitdelen en terugvragen;");
        record.Notices.ShouldHaveSingleItem().Kind.ShouldBe(NoticeKind.GenderNote);
        profile.Name.ShouldBeNull();
        record.Findings.ShouldContain(f => f.Code == "missing-name" && f.Suggested == "Tuinbaas");
    }

    [Fact]
    public void A_purpose_torn_from_its_label_is_found_and_asked_about()
    {
        var record = Samples.Read(BookSamples.Profile);
        var purpose = record.JobProfiles[0].Purpose!;
        purpose.Text.ShouldBe("De tuinen onderhouden teneinde bezoekers een mooie dag te geven.");
        purpose.Trace.IsDoubtful.ShouldBeTrue();
        record.Findings.ShouldContain(f => f.Code == "misplaced-section");
    }

    [Fact]
    public void Without_a_label_there_is_no_purpose()
    {
        var record = Samples.Read(BookSamples.Profile.Replace(" Doel\n", "", StringComparison.Ordinal));
        record.JobProfiles[0].Purpose.ShouldBeNull();
        record.Discarded.Count(d => d.Reason == DiscardReason.Fragment).ShouldBe(3);
    }

    [Fact]
    public void The_matrix_has_a_cell_per_class_and_knows_its_definitions()
    {
        var record = Samples.Read(BookSamples.Profile);
        var criteria = record.JobProfiles[0].DistinguishingCriteria!;
        criteria.Classes.ShouldBe(["C", "B", "A1"]);
        criteria.Criteria.Select(c => c.Name).ShouldBe(["Ploeg", "Kennis"]);
        criteria.Criteria[1].Cells.Select(c => (c.Key, c.Value?.Text)).ShouldBe([("C", "De namen van de bomen kennen."), ("B", "Een vakman* zijn in snoeien."), ("A1", null)]);
        criteria.Criteria[1].DefinitionRefs["B"].ShouldBe(["vakmanschap"]);
        var term = record.Definitions.ShouldHaveSingleItem();
        (term.Marker, term.Term, term.Text).ShouldBe(("*", "vakmanschap", "het werk kunnen doen en uitleggen; bv. snoeien, enten en zaaien."));
    }

    private const string Cells = "C;Werken in een ploeg van drie.|De namen van de bomen kennen. B;Een ploeg van zes leiden.|Een vakman* zijn in snoeien. A1;Meerdere ploegen leiden.|null";

    [Theory]
    [InlineData("Criterium | C | B | A1\nPloeg | Werken in een ploeg van drie. | Een ploeg van zes leiden. | Meerdere ploegen leiden.\nKennis | De namen van de bomen kennen. | Een vakman* zijn in snoeien. | -\n")]
    [InlineData("\tC\tB\tA1\nPloeg\tWerken in een ploeg van drie.\tEen ploeg van zes leiden.\tMeerdere ploegen leiden.\nKennis\tDe namen van de bomen kennen.\tEen vakman* zijn in snoeien.\t\n")]
    [InlineData("C\nB\nA1\n\nPloeg\nC: Werken in een ploeg van\ndrie.\nB: Een ploeg van zes leiden.\nA1: Meerdere ploegen leiden.\nKennis\nC: De namen van de bomen kennen.\nB: Een vakman* zijn in snoeien.\nA1: n.v.t.\n")]
    [InlineData("Klasse C\n\nPloeg\nWerken in een ploeg van drie.\n\nKennis\nDe namen van de bomen\nkennen.\n\nKlasse B\n\nPloeg\nEen ploeg van zes leiden.\n\nKennis\nEen vakman* zijn in snoeien.\n\nKlasse A1\n\nPloeg\nMeerdere ploegen leiden.\n")]
    [InlineData("          C                        B                      A1\n\nPloeg     Werken in een ploeg van  Een ploeg van zes      Meerdere ploegen\n          drie.                    leiden.                leiden.\n\nKennis    De namen van de bomen    Een vakman* zijn in    n.v.t.\n          kennen.                  snoeien.\n")]
    [InlineData("C B A1\nPloeg\nWerken in een ploeg van drie.\nEen ploeg van zes\nleiden.\nMeerdere ploegen leiden.\nKennis\nDe namen van de bomen kennen.\nEen vakman* zijn in snoeien.\n-\n")]
    public void Cells_stand_apart_in_many_ways(string table)
    {
        var from = BookSamples.Profile.IndexOf(" C B A1", StringComparison.Ordinal);
        var text = BookSamples.Profile[..from] + table + "\n" + BookSamples.Profile[BookSamples.Profile.IndexOf("* Definitie", StringComparison.Ordinal)..];
        var criteria = Samples.Read(text).JobProfiles[0].DistinguishingCriteria!;
        string.Join(' ', criteria.Classes.Select(c => c + ";" + string.Join('|', criteria.Criteria.Select(row => row.Cells[c]?.Text ?? "null")))).ShouldBe(Cells);
        Accounts.NothingIsMadeUp(text, Samples.Read(text));
        Accounts.EveryLineIsAccountedFor(text, Samples.Read(text));
    }

    [Theory]
    [InlineData("fr", "Finalité|Domaines de résultats|En tant que |facultatif|Exemples de tâches|Critères distinctifs|Définition")]
    [InlineData("en", "Purpose|Result areas|As a |optional|Examples of tasks|Distinguishing criteria|Definition")]
    public void Other_languages_have_other_labels(string language, string labels)
    {
        string[] dutch = ["Doel", "Resultaatgebieden", "Als ", "facultatief", "Voorbeelden van taken", "Onderscheidende criteria", "Definitie"];
        var record = Samples.Read(dutch.Zip(labels.Split('|')).Aggregate(BookSamples.Profile, (all, pair) => all.Replace(pair.First, pair.Second, StringComparison.Ordinal)));
        record.Language.ShouldBe(language);
        var profile = record.JobProfiles[0];
        profile.ResultAreas.Select(a => (a.Role, a.Optional, a.Activities.Count)).ShouldBe([("tuinbaas", false, 3), ("gids", true, 2)]);
        profile.Purpose.ShouldNotBeNull();
        profile.DistinguishingCriteria!.Criteria.Count.ShouldBe(2);
        record.Definitions.Count.ShouldBe(1);
    }

    [Fact]
    public void A_sentence_that_begins_like_a_role_is_not_one()
    {
        var text = BookSamples.Profile.Replace("– Nieuwe tuiniers inwerken.", "– Nieuwe tuiniers inwerken,\nals vraagbaak optreden.", StringComparison.Ordinal);
        var areas = Samples.Read(text).JobProfiles[0].ResultAreas;
        areas.Count.ShouldBe(2);
        areas[0].Activities[2].Text.ShouldBe("Nieuwe tuiniers inwerken, als vraagbaak optreden.");
    }
}
