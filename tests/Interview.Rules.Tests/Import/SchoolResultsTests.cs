using Interviewing.Application.Import;

namespace Interviewing.Rules.Tests.Import;

public class SchoolResultsTests
{
    private const string Plain = "Te bereiken resultaten: Tuin\n- Houdt de kas in orde:\no Geeft water;\no Ruimt op.\n- Maait het gras.\nTe bereiken resultaten: Verkoop\n- Verkoopt de oogst:\no Telt de kas na.";
    private const string PlainTree = "Tuin[Houdt de kas in orde:(Geeft water;,Ruimt op.),Maait het gras.] Verkoop[Verkoopt de oogst:(Telt de kas na.)]";

    [Fact]
    public void Columns_and_blank_lines_do_not_break_the_tree()
    {
        var record = Samples.Read(LayoutSamples.School);
        (record.DocumentKind, record.KindLabel, record.JobProfiles[0].Name).ShouldBe((DocumentKind.SchoolResultList, "Te bereiken resultaten", null));
        Tree(record).ShouldBe("Zorg voor de tuin[Houdt de kassen in orde:(Geeft water volgens het schema van de week en noteert wat opvalt;,Ruimt dode planten op.),"
            + "Begeleidt leerlingen bij het zaaien:(Legt uit hoe diep een zaadje moet, en let op de afstand tussen de rijen;,Telt de oogst.),Denkt mee over nieuwe perken.,-(Schrijft een verslag voor de tuinkrant.)] "
            + "Verkoop[Verkoopt de oogst op de markt;,Telt de kas na.]");
        record.Findings.Select(f => f.Code).ShouldBe(["column-scramble", "empty-parent", "missing-name"], ignoreOrder: true);
    }

    [Fact]
    public void A_sentence_put_together_from_two_columns_has_to_be_looked_at()
    {
        var joined = Samples.Read(LayoutSamples.School).JobProfiles[0].ResultAreas[0].Activities[1].Children[0];
        joined.Trace.IsDoubtful.ShouldBeTrue();
        joined.Trace.LastLine.ShouldBeGreaterThan(joined.Trace.Line + 4);
    }

    [Theory]
    [InlineData("• ", "- ")]
    [InlineData("- ", "– ", "o ", "◦ ")]
    [InlineData("* ", "o ")]
    [InlineData("■ ", "□ ")]
    [InlineData("1. ", "- ")]
    [InlineData("o ", "- ")]
    [InlineData("-", "o ")]
    public void The_glyph_tells_the_level(params string[] glyphs)
    {
        var at = 0;
        var lines = Plain.Split('\n').Select(line => line[0] == '-' ? glyphs[glyphs.Length > 2 ? at++ % 2 : 0] + line[2..] : line[0] == 'o' ? glyphs[glyphs.Length > 2 ? 2 + at++ % 2 : 1] + line[2..] : line);
        Tree(Samples.Read(string.Join('\n', lines))).ShouldBe(PlainTree);
    }

    [Fact]
    public void With_one_kind_of_glyph_the_indentation_tells_the_level() => Tree(Samples.Read(Plain.Replace("\no ", "\n    - ", StringComparison.Ordinal))).ShouldBe(PlainTree);

    [Fact]
    public void Glyphs_without_line_ends_and_glyphs_alone_on_a_line_are_found()
    {
        Tree(Samples.Read(Plain.Replace("water;\no ", "water; o ", StringComparison.Ordinal))).ShouldBe(PlainTree);
        Tree(Samples.Read(Plain.Replace("\n- ", "\n-\n", StringComparison.Ordinal).Replace("\no ", "\no\n", StringComparison.Ordinal))).ShouldBe(PlainTree);
    }

    [Theory]
    [InlineData("TE BEREIKEN RESULTATEN: Tuin")]
    [InlineData("Te breiken resltaten: Tuin")]
    [InlineData("Te bereiken resultaten Tuin")]
    [InlineData("Te bereiken resultaten – Tuin")]
    [InlineData("Te bereiken resultaten:\n\nTuin")]
    [InlineData("Te bereiken\u00A0resul\u00ADtaten : Tuin")]
    public void The_label_may_be_written_otherwise(string label) => Tree(Samples.Read(Plain.Replace("Te bereiken resultaten: Tuin", label, StringComparison.Ordinal))).ShouldBe(PlainTree);

    [Fact]
    public void Headers_and_footers_stay_out_of_the_sentence_they_cut()
    {
        var text = Plain.Replace("de kas in", "de\n\nPagina 1 van 2\n\fScholenring Oost\n\nkas in", StringComparison.Ordinal).Replace("het gras", "het\n\n- 2 -\n\fScholenring Oost\n\nTe bereiken resultaten: Tuin (vervolg)\ngras", StringComparison.Ordinal);
        var record = Samples.Read(text);
        Tree(record).ShouldBe(PlainTree);
        record.Discarded.Count(d => d.Reason == DiscardReason.PageFurniture).ShouldBe(5);
    }

    [Fact]
    public void Two_lists_in_one_run_are_told_apart_by_the_full_stop_that_ends_the_first()
    {
        const string Text = "Te bereiken resultaten: Tuin\n- Zaait:\n- Oogst:\no Kiest het zaad;\no Meet de diepte;\no Dekt af.\no Snijdt;\no Weegt;\no Noteert.";
        var record = Samples.Read(Text);
        Tree(record).ShouldBe("Tuin[Zaait:(Kiest het zaad;,Meet de diepte;,Dekt af.),Oogst:(Snijdt;,Weegt;,Noteert.)]");
        record.Findings.ShouldContain(f => f.Code == "column-scramble" && f.Ask);
    }

    [Fact]
    public void Where_every_item_ends_in_a_full_stop_it_ends_no_list() =>
        Tree(Samples.Read("Te bereiken resultaten: Tuin\n- Zaait:\no Kiest het zaad.\no Meet de diepte.\no Dekt af.\n- Oogst.")).ShouldBe("Tuin[Zaait:(Kiest het zaad.,Meet de diepte.,Dekt af.),Oogst.]");

    [Fact]
    public void What_stands_above_and_below_is_kept_or_listed()
    {
        var record = Samples.Read("Scholenring Oost\nFunctienaam: Tuinman\nSchaal: 6\n\n" + Plain + "\n\nVastgesteld in mei");
        (record.JobProfiles[0].Name!.Text, record.JobProfiles[0].PayScale!.Value).ShouldBe(("Tuinman", "6"));
        record.Discarded.Select(d => d.Text).ShouldBe(["Scholenring Oost", "Vastgesteld in mei"]);
        Tree(record).ShouldBe(PlainTree);
    }

    [Theory]
    [InlineData("Results to be achieved", "en")]
    [InlineData("Résultats à atteindre", "fr")]
    public void Other_languages_have_their_own_label(string label, string language)
    {
        var record = Samples.Read(Plain.Replace("Te bereiken resultaten", label, StringComparison.Ordinal));
        record.Language.ShouldBe(language);
        Tree(record).ShouldBe(PlainTree);
    }

    private static string Tree(ImportRecord record) =>
        string.Join(' ', record.JobProfiles[0].ResultAreas.Select(a => $"{a.Title?.Text}[{string.Join(',', a.Activities.Select(Tree))}]"));

    private static string Tree(FoundActivity activity) =>
        (activity.Text ?? "-") + (activity.Children.Count == 0 ? "" : $"({string.Join(',', activity.Children.Select(Tree))})");
}
