using Interviewing.Application.Import;

namespace Interviewing.Rules.Tests.Import;

public class NarrativeProfileTests
{
    private static readonly string Whole = Describe(Samples.Read(LayoutSamples.Narrative));

    [Fact]
    public void Reads_the_whole_of_a_profile()
    {
        var record = Samples.Read(LayoutSamples.Narrative, "042_leesplein.txt");
        (record.Id, record.DocumentKind, record.KindLabel).ShouldBe(("042", DocumentKind.NarrativeFunctionProfile, "Functieprofiel"));
        var profile = record.JobProfiles.ShouldHaveSingleItem();
        profile.Name!.Text.ShouldBe("beheerder leesplein");
        profile.Context!.Heading.ShouldBe("Het pleinteam van de afdeling Buurt en Lezen");
        profile.Context.Blocks.Select(b => (b.IsList, b.Items.Count)).ShouldBe([(false, 0), (true, 2), (false, 0)]);
        profile.JobOutline!.Heading.ShouldBe("Omschrijving van de functie beheerder");
        profile.PersonProfile!.Blocks.ShouldHaveSingleItem();
        profile.ResultAreas.Select(a => (a.Title!.Text, a.Activities.Count)).ShouldBe([("Ontvangst", 2), ("Programma", 1)]);
        record.Competencies.Select(c => c.Definition!.Text).ShouldBe(["Gaat vriendelijk om met ieder mens;", "Werkt netjes en maakt af wat begonnen is."]);
        record.Competencies.ShouldAllBe(c => c.Names.Count == 0);
        record.Discarded.ShouldHaveSingleItem().Reason.ShouldBe(DiscardReason.DuplicateTitle);
    }

    [Fact]
    public void The_unit_is_spelled_as_in_the_text() => Samples.Read(LayoutSamples.Narrative).Organisation!.Unit.ShouldBe("Buurt- en Lezen");

    [Theory]
    [InlineData("- ")]
    [InlineData("*\u00A0")]
    [InlineData("\uF0B7\t")]
    [InlineData("  o ")]
    [InlineData("–  ")]
    public void Any_bullet_will_do(string bullet) => Describe(Samples.Read(LayoutSamples.Narrative.Replace(" • ", bullet, StringComparison.Ordinal))).ShouldBe(Whole);

    [Theory]
    [InlineData("Kernactiviteiten van de functie", "Kernactivteiten van de funtie")]
    [InlineData("Kernactiviteiten van de functie", "KERNTAKEN:")]
    [InlineData("Samenvatting belangrijkste competenties", "Samnvatting belngrijkste cmpetenties")]
    [InlineData("Samenvatting belangrijkste competenties", "4. Belangrijkste competenties")]
    [InlineData("Functieprofiel beheerder leesplein.", "Functieprofil beheerder leesplein")]
    public void Misspelt_and_other_labels_are_recognised(string label, string instead)
    {
        var record = Samples.Read(LayoutSamples.Narrative.Replace(label, instead, StringComparison.Ordinal));
        Describe(record).Split('|')[1..].ShouldBe(Whole.Split('|')[1..]);
    }

    [Fact]
    public void Text_wrapped_at_a_width_and_cut_by_pages_is_whole_again()
    {
        var lines = new List<string>();
        foreach (var line in LayoutSamples.Narrative.Split('\n'))
        {
            var rest = line;
            while (rest.Length > 60 && rest.LastIndexOf(' ', 60) is > 3 and var at)
            {
                lines.Add(rest[..at]);
                rest = rest[(at + 1)..];
            }
            lines.Add(rest);
        }
        for (var i = 9; i < lines.Count; i += 9) lines.InsertRange(i, ["", $"Pagina {i / 9}", "\fWijkbibliotheek Oost | leespleinen", ""]);
        var record = Samples.Read(string.Join('\n', lines));
        Describe(record).ShouldBe(Whole);
        record.Discarded.Count(d => d.Reason == DiscardReason.PageFurniture).ShouldBeGreaterThan(5);
    }

    [Fact]
    public void A_header_that_repeats_the_title_does_not_break_the_sentence_it_stands_in()
    {
        var text = LayoutSamples.Narrative.Replace("gastheer of gastvrouw", "gastheer of\n\n\fFunctieprofiel beheerder leesplein\n\ngastvrouw", StringComparison.Ordinal);
        Describe(Samples.Read(text)).ShouldBe(Whole);
    }

    [Fact]
    public void What_is_missing_stays_empty()
    {
        var start = LayoutSamples.Narrative.IndexOf("Omschrijving van", StringComparison.Ordinal);
        var end = LayoutSamples.Narrative.IndexOf("Kernactiviteiten", StringComparison.Ordinal);
        var profile = Samples.Read(LayoutSamples.Narrative.Remove(start, end - start)).JobProfiles[0];
        profile.JobOutline.ShouldBeNull();
        profile.Purpose.ShouldBeNull();
        profile.ResultAreas.Count.ShouldBe(2);
        profile.Context!.Blocks.Count.ShouldBe(3);
    }

    [Fact]
    public void Named_competencies_get_their_names_and_sections_without_sub_headings_one_area()
    {
        var record = Samples.Read("Functieprofiel portier\n\nTaken van de functie\n\n• Opent de deur.\n• Sluit de deur.\n\nCompetenties\n\n• Gastvrijheid: ontvangt ieder mens met een glimlach.\n• Rust: blijft kalm.");
        record.Competencies.Select(c => c.Names["nl"].Text).ShouldBe(["Gastvrijheid", "Rust"]);
        record.Competencies[1].Definition!.Text.ShouldBe("blijft kalm.");
        var area = record.JobProfiles[0].ResultAreas.ShouldHaveSingleItem();
        (area.Title!.Text, area.Activities.Count).ShouldBe(("Taken van de functie", 2));
        area.Title.Trace.IsDoubtful.ShouldBeTrue();
    }

    [Fact]
    public void English_and_french_profiles_are_read_by_their_own_words()
    {
        const string English = "Job profile reading room keeper\n\nThe team of the department of Local Libraries\n\nThe team has four rooms.\n\nDescription of the position keeper\n\nThe keeper opens the room.\n\nCore activities of the position\n\nWelcome:\n\n- Greets visitors;\n- Counts them.\n\nProfile of the keeper\n\nThe keeper stays calm.\n\nSummary of key competencies\n\n- Is kind to everyone;\n- Works neatly.";
        const string French = "Profil de fonction gardien de salle\n\nL'équipe du service Lecture\n\nL'équipe gère quatre salles.\n\nDescription de la fonction de gardien\n\nLe gardien ouvre la salle.\n\nActivités principales de la fonction\n\nAccueil :\n\n- Salue les visiteurs ;\n- Les compte.\n\nProfil du gardien\n\nLe gardien reste calme.\n\nSynthèse des principales compétences\n\n- Est aimable avec tous ;\n- Travaille avec soin.";
        foreach (var (text, language, unit) in new[] { (English, "en", "Local Libraries"), (French, "fr", "Lecture") })
        {
            var record = Samples.Read(text);
            (record.DocumentKind, record.Language, record.Organisation!.Unit).ShouldBe((DocumentKind.NarrativeFunctionProfile, language, unit));
            var profile = record.JobProfiles[0];
            (profile.Name is null, profile.Context is null, profile.JobOutline is null, profile.PersonProfile is null).ShouldBe((false, false, false, false));
            profile.ResultAreas.ShouldHaveSingleItem().Activities.Count.ShouldBe(2);
            record.Competencies.Count.ShouldBe(2);
        }
    }

    private static string Describe(ImportRecord record)
    {
        var profile = record.JobProfiles[0];
        var sections = new[] { profile.Context, profile.JobOutline, profile.PersonProfile }.Select(section => string.Join('/', section?.Blocks.Select(b => $"{Wording.Key(b.Text ?? "")}+{string.Join('+', b.Items.Select(i => i.Text))}") ?? []));
        var areas = profile.ResultAreas.Select(a => $"{a.Title?.Text}: {string.Join(" / ", a.Activities.Select(x => x.Text))}");
        return string.Join('|', [profile.Name?.Text, .. sections, .. areas, .. record.Competencies.Select(c => c.Definition?.Text)]);
    }
}
