using Interviewing.Application.Import;

namespace Interviewing.Rules.Tests.Import;

public class UfoDescriptionTests
{
    [Fact]
    public void Reads_the_whole_of_a_description()
    {
        var record = Samples.Read(Samples.Ufo, "017_werkplaats.txt");
        record.Id.ShouldBe("017");
        record.DocumentKind.ShouldBe(DocumentKind.UfoFunctionDescription);
        record.KindLabel.ShouldBe("Functiebeschrijving");
        var profile = record.JobProfiles.ShouldHaveSingleItem();
        profile.Name.ShouldBeNull();
        profile.JobFamily!.Name.ShouldBe("Ondersteuning");
        profile.Purpose!.Text.ShouldStartWith("Zorgen dat de werkplaats");
        profile.ResultAreas.Select(a => a.Title!.Text).ShouldBe(["Beheren van het gereedschap", "Wegwijs maken van nieuwkomers"]);
        profile.ResultAreas.Select(a => a.Activities.Count).ShouldBe([2, 2]);
        profile.ResultAreas[0].Result!.Text.ShouldBe("Gereedschap dat klaarligt");
        record.Competencies.Count.ShouldBe(2);
        record.Competencies[0].Questions.ShouldHaveSingleItem().Text.ShouldBe("Wanneer liep een plan mis? Wat deed je toen?");
        record.Discarded.ShouldHaveSingleItem().Reason.ShouldBe(DiscardReason.EmptyBullet);
    }

    [Fact]
    public void A_doubled_list_is_kept_once_and_counted()
    {
        var competency = Samples.Read(Samples.Ufo).Competencies[0];
        competency.Tips.Select(t => t.Text).ShouldBe(["Plan elke vrijdag de week erna.", "Vraag hoe een collega plant."]);
        competency.DuplicatesDropped.ShouldBe(new DuplicatesDropped(0, 0, 2));
    }

    [Fact]
    public void An_activity_that_two_areas_share_is_kept_in_both()
    {
        var record = Samples.Read(Samples.Ufo);
        record.JobProfiles[0].ResultAreas.SelectMany(a => a.Activities).Count(a => a.Text == "Nakijken van machines").ShouldBe(2);
        record.Findings.ShouldContain(f => f.Code == "repeated-across-areas");
    }

    [Fact]
    public void Glued_frameworks_are_split_and_the_weaker_sign_is_doubtful()
    {
        var areas = Samples.Read(Samples.Ufo).JobProfiles[0].ResultAreas;
        areas[0].Framework!.Text.ShouldBe("Veiligheidsregels van de werkplaatsWensen van de gebruikers");
        areas[0].Framework!.Items.Select(i => i.Text).ShouldBe(["Veiligheidsregels van de werkplaats", "Wensen van de gebruikers"]);
        areas[0].Framework!.Items[0].Trace.IsDoubtful.ShouldBeFalse();
        areas[1].Framework!.Items.Select(i => i.Text).ShouldBe(["Werkafspraken", "Huisregels"]);
        areas[1].Framework!.Items[0].Trace.IsDoubtful.ShouldBeTrue();
    }

    [Fact]
    public void Glued_levels_count_up_and_leave_a_scale_of_at_most_18()
    {
        var levels = Samples.Read(Samples.Ufo).JobProfiles[0].Levels;
        levels.Select(l => (l.Level, l.Scale)).ShouldBe([("1", "7"), ("2", "8"), ("3", "10")]);
        levels[0].AsFound.ShouldBe("NiveauSchaal 17");
        levels.ShouldAllBe(l => l.Trace.IsDoubtful);
    }

    [Fact]
    public void A_missing_name_is_asked_for_and_only_suggested()
    {
        var record = Samples.Read(Samples.Ufo);
        record.Competencies.ShouldAllBe(c => c.Names.Count == 0);
        record.Competencies[0].SuggestedName!.Nl.ShouldBe("Plannen en organiseren");
        record.Competencies[1].SuggestedName!.En.ShouldBe("Teamwork");
        record.Findings.Where(f => f.Code == "missing-name").Select(f => f.Path).ShouldBe(["competencies[0].name", "competencies[1].name", "job_profiles[0].name"], ignoreOrder: true);
        record.Findings.Where(f => f.Code == "missing-name").ShouldAllBe(f => f.Ask);
    }

    [Fact]
    public void Every_item_knows_its_line()
    {
        var lines = Samples.Ufo.Split('\n');
        foreach (var item in RecordItems.Of(Samples.Read(Samples.Ufo)).Where(i => i.Text is not null && i.Kind is not (ItemKind.PayLevel or ItemKind.BoundaryItem)))
            lines[item.Trace.Line - 1].ShouldContain(item.Text!);
    }

    [Theory]
    [InlineData("- ")]
    [InlineData("* ")]
    [InlineData("\uF0B7\t")]
    [InlineData("o ")]
    [InlineData("1. ")]
    public void Any_bullet_will_do(string bullet)
    {
        var record = Samples.Read(Samples.Ufo.Replace("  • ", bullet, StringComparison.Ordinal).Replace("  •", "-", StringComparison.Ordinal));
        Counts(record).ShouldBe(Counts(Samples.Read(Samples.Ufo)));
    }

    [Fact]
    public void Misspelt_labels_capitals_and_colons_are_recognised()
    {
        var text = Samples.Ufo.Replace("Kernactiviteit", "KERNACTIVTEIT:", StringComparison.Ordinal).Replace("Gedragsindicatoren", "Gedragsindcatoren", StringComparison.Ordinal)
            .Replace("Ontwikkeltips\n", "ontwikkeltisp :\n", StringComparison.Ordinal).Replace("Resultaat\n", "Resultaat: ", StringComparison.Ordinal);
        Counts(Samples.Read(text)).ShouldBe(Counts(Samples.Read(Samples.Ufo)));
    }

    [Fact]
    public void Page_numbers_and_running_headers_leave_the_sentence_whole()
    {
        var text = Samples.Ufo.Replace("met gereedschap dat werkt.", "met gereedschap\nWerkplaats Noord\nPagina 1 van 2\n\fWerkplaats Noord\ndat werkt.", StringComparison.Ordinal);
        var record = Samples.Read(text);
        record.JobProfiles[0].Purpose!.Text.ShouldBe("Zorgen dat de werkplaats elke ochtend open kan, met gereedschap dat werkt.");
        record.Discarded.Count(d => d.Reason == DiscardReason.PageFurniture).ShouldBe(3);
    }

    [Fact]
    public void Names_that_are_there_are_read()
    {
        var text = Samples.Ufo.Replace("Functiebeschrijving\n", "Functiebeschrijving\nWerkplaatsbeheerder II\n", StringComparison.Ordinal)
            .Replace("Competenties\nOmschrijving", "Competenties\nVooruit kijken\nOmschrijving", StringComparison.Ordinal)
            .Replace("Omschrijving\nSamen", "Meedoen\nOmschrijving\nSamen", StringComparison.Ordinal);
        var record = Samples.Read(text);
        record.JobProfiles[0].Name!.Text.ShouldBe("Werkplaatsbeheerder II");
        record.JobProfiles[0].LevelSuffix.ShouldBe("II");
        record.Competencies.Select(c => c.Names["nl"].Text).ShouldBe(["Vooruit kijken", "Meedoen"]);
        record.Findings.ShouldNotContain(f => f.Code == "missing-name");
    }

    [Fact]
    public void Missing_parts_stay_null_and_are_told()
    {
        var record = Samples.Read("Functiebeschrijving\nDoel\nResultaatgebieden\nKernactiviteit\nVegen van het plein\nActiviteit\n• Vegen\nKader\nResultaat\nEen schoon plein");
        var area = record.JobProfiles[0].ResultAreas.ShouldHaveSingleItem();
        record.JobProfiles[0].Purpose.ShouldBeNull();
        area.Framework.ShouldBeNull();
        area.Result!.Text.ShouldBe("Een schoon plein");
        record.Findings.Where(f => f.Code == "empty-label").Select(f => f.Path).ShouldBe(["job_profiles[0].purpose", "job_profiles[0].result_areas[0].framework"]);
    }

    [Fact]
    public void English_and_french_descriptions_are_read_by_their_own_words()
    {
        const string English = "Job description\nPurpose\nKeep the yard clean.\nResult areas\nCore activity\nSweeping\nFramework\nHouse rules\nResult\nA clean yard\nActivities\n- Sweep\n- Rake\nCompetencies\nDefinition\nPlan the work.\nBehavioural indicators\n- Makes a list.\nInterview questions\n- When did a plan fail?\nDevelopment tips\n- Plan on Friday.";
        const string French = "Description de fonction\nFinalité\nGarder la cour propre.\nDomaines de résultats\nActivité principale\nBalayer\nCadre\nRèglement\nRésultat\nUne cour propre\nActivités\n- Balayer\n- Ratisser\nCompétences\nDéfinition\nPlanifier le travail.\nIndicateurs de comportement\n- Fait une liste.\nQuestions d'entretien\n- Quand un plan a-t-il échoué ?\nConseils de développement\n- Planifier le vendredi.";
        foreach (var (text, language) in new[] { (English, "en"), (French, "fr") })
        {
            var record = Samples.Read(text);
            record.DocumentKind.ShouldBe(DocumentKind.UfoFunctionDescription);
            record.Language.ShouldBe(language);
            Counts(record).ShouldBe("areas 1, activities 2, boundaries 1, competencies 1, indicators 1, questions 1, tips 1, levels 0");
        }
    }

    [Fact]
    public void Lesser_glyphs_hang_under_the_one_before()
    {
        var record = Samples.Read("Kernactiviteit\nVegen\nKader\nRegels\nResultaat\nSchoon\nActiviteit\n- Plannen\no Lijst maken\no Tijd kiezen\n- Doen");
        var activities = record.JobProfiles[0].ResultAreas[0].Activities;
        activities.Select(a => a.Text).ShouldBe(["Plannen", "Doen"]);
        activities[0].Children.Select(a => a.Text).ShouldBe(["Lijst maken", "Tijd kiezen"]);
    }

    [Fact]
    public void A_text_of_no_known_layout_is_listed_line_by_line()
    {
        var record = Samples.Read("Appeltaart\n\n- 1 kilo appels\n- boter\nBak een uur.");
        record.DocumentKind.ShouldBe(DocumentKind.Unrecognised);
        record.Findings.ShouldHaveSingleItem().Code.ShouldBe("unrecognised-layout");
        record.Discarded.Select(d => d.Line).ShouldBe([1, 3, 4, 5]);
        RecordItems.Of(record).ShouldBeEmpty();
    }

    private static string Counts(ImportRecord record)
    {
        var areas = record.JobProfiles[0].ResultAreas;
        return $"areas {areas.Count}, activities {areas.Sum(a => a.Activities.Count)}, boundaries {areas.Sum(a => a.Framework?.Items.Count ?? 0)}, competencies {record.Competencies.Count}, "
            + $"indicators {record.Competencies.Sum(c => c.Indicators.Count)}, questions {record.Competencies.Sum(c => c.Questions.Count)}, tips {record.Competencies.Sum(c => c.Tips.Count)}, levels {record.JobProfiles[0].Levels.Count}";
    }
}
