using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Interviewing.Application.Import;

namespace Interviewing.Rules.Tests.Import;

public class ReaderPropertyTests
{
    // Lines that mean something to the layouts, in any order, with noise between.
    private static readonly string[] Pieces =
    [
        .. Samples.Ufo.Split('\n'), .. Samples.CompetencyForm.Split('\n'), .. Samples.ProfileForm.Split('\n'),
        .. LayoutSamples.Narrative.Split('\n'), .. LayoutSamples.School.Split('\n'),
        "o", "•", "o Klein; o En nog een; - Groot", " -  o Dieper", "-Vast", "7", "- 3 -", "Kop | pagina 2", "Kop | pagina 3", "Te bereiken resultaten", "Te bereiken resultaten: Zorg voor de tuin (vervolg)", "en dan verder", "Profiel van de", "a. letter", "b. letter",
        "", "  ", "Kader: a;b", "Niveau 2", "Niveau Schaal", "1 10 tekst", "Salarisschaal: 10A", "Kernactiviteit 3:", "\fPagina 3", "- ", "o dieper", "      • diep", "**vet", "*", "#", "### ", "a~~b",
        "werk-", "plaats", "zacht\u00AD", "Functiebeschrijving Iemand", "Functiefamilie", "Competentie: Iets", "Competentie", "Gewenst niveau", "\u200B", "---", "anker 1: x", "S:", "+ los", "− los", "12.", "<b>", "x:y:z",
    ];

    [Fact]
    public void Whatever_the_lines_nothing_is_lost_and_nothing_is_made_up()
    {
        var documents = Gen.Elements(Pieces).ListOf().Where(lines => lines.Any(line => !string.IsNullOrWhiteSpace(line))).Select(lines => string.Join('\n', lines));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150).WithEndSize(120), Prop.ForAll(documents.ToArbitrary(), Promise));
    }

    [Theory]
    [InlineData(Samples.Ufo)]
    [InlineData(LayoutSamples.Narrative)]
    [InlineData(LayoutSamples.School)]
    public void A_document_with_lines_missing_or_swapped_keeps_both_promises(string sample)
    {
        var lines = sample.Split('\n');
        var mutants = Gen.Choose(0, lines.Length - 1).Two().ListOf().Select(swaps =>
        {
            var copy = (string[])lines.Clone();
            foreach (var (a, b) in swaps)
            {
                if (a == b) copy[a] = "";
                else (copy[a], copy[b]) = (copy[b], copy[a][..(copy[a].Length / 2)]);
            }
            return string.Join('\n', copy);
        }).Where(text => !string.IsNullOrWhiteSpace(text));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(mutants.ToArbitrary(), Promise));
    }

    [Fact]
    public void Any_text_at_all_is_read_or_refused()
    {
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            try
            {
                var source = SourceText.Read("x.txt", Encoding.UTF8.GetBytes(text ?? ""));
                Promise(source.Text);
            }
            catch (Interviewing.Application.Shared.Refusal no)
            {
                no.Reasons[0].Code.ShouldStartWith("import.");
            }
        }));
    }

    [Fact]
    public void Two_hundred_levels_of_nesting_are_kept_within_the_depth_limit()
    {
        var text = new StringBuilder("Kernactiviteit\nVegen\nKader\nRegels\nResultaat\nSchoon\nActiviteit\n");
        for (var i = 0; i < 200; i++) text.Append(' ', 2 * i).Append("- stap ").Append(i).Append('\n');
        var record = Samples.Read(text.ToString());
        ImportJson.FromJson(ImportJson.ToJson(record)).JobProfiles.ShouldHaveSingleItem();
        RecordItems.Of(record).Count(i => i.Kind == ItemKind.Activity).ShouldBe(200);
        RecordItems.Of(record).Max(i => i.Depth).ShouldBeLessThan(10);
        Promise(text.ToString());
    }

    [Fact]
    public void Five_megabytes_of_one_bullet_are_read_once_and_counted()
    {
        var bullet = "  • Vraagt door tot het duidelijk is.\n";
        var text = "Competenties\nOmschrijving\nLuisteren naar mensen.\nGedragsindicatoren\n" + new StringBuilder().Insert(0, bullet, 5_000_000 / bullet.Length) + "Toetsvragen\n• Hoe?\n";
        var clock = Stopwatch.StartNew();
        var record = Samples.Read(text);
        record.Competencies[0].Indicators.ShouldHaveSingleItem();
        record.Competencies[0].DuplicatesDropped.Indicators.ShouldBe(5_000_000 / bullet.Length - 1);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void One_endless_line_and_one_endless_sentence_are_read()
    {
        Promise("Kernactiviteit\n" + new string('a', 400_000) + "\nKader\n" + string.Join('\n', Enumerable.Repeat("van", 20_000)) + "\nResultaat\nx\nActiviteit\n• y **b** *c*");
    }

    [Theory]
    [InlineData(Samples.Ufo)]
    [InlineData(LayoutSamples.Narrative)]
    [InlineData(LayoutSamples.School)]
    public void Ten_times_the_text_takes_about_ten_times_the_time(string sample)
    {
        var (one, ten) = (Copies(sample, 20), Copies(sample, 200));
        double small = double.MaxValue, large = double.MaxValue;
        // Taken in turns, so that a busy moment hits both.
        for (var round = 0; round < 6; round++) (small, large) = (Math.Min(small, Measured(one)), Math.Min(large, Measured(ten)));
        // A quadratic reader needs a hundred times; the margin is for a busy machine.
        (large / small).ShouldBeLessThan(30);
    }

    private static byte[] Copies(string sample, int copies)
    {
        var text = sample.Replace("Niveaus\nNiveauSchaal\n17\n28\n310", "", StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, copies).Select(i => text.Replace("plan", "plan" + i, StringComparison.Ordinal).Replace("leesplein", "leesplein" + i, StringComparison.Ordinal) + "\n")));
    }

    private static double Measured(byte[] bytes)
    {
        var clock = Stopwatch.StartNew();
        DocumentReader.Read("a.txt", bytes);
        return clock.Elapsed.TotalMilliseconds;
    }

    private static void Promise(string text)
    {
        var record = Samples.Read(text);
        Accounts.EveryLineIsAccountedFor(text, record);
        Accounts.NothingIsMadeUp(text, record);
        GoldProjection.ToJson(record).ShouldStartWith("{");
    }
}
