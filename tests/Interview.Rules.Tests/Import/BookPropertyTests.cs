using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Interviewing.Application.Import;
using Xunit.Abstractions;

namespace Interviewing.Rules.Tests.Import;

public class BookPropertyTests(ITestOutputHelper output)
{
    private static readonly string[] Noise =
    [
        "", "  ", "\f", "12", "- 3 -", "Pagina 4 van 9", "Waterleiding Oosterbeek", "Als", "Als gids", "Als gids:", "En tant que", "Module", "Modulenaam", "Code", "Doel", "C B A1", "Klasse C", "- ", "*", "** x", "zacht\u00AD",
        "3\tX\tY\t8", "9 Iemand Ergens 7", "Pagina Naam functie Functiegroep Schaal", "Resultaatgebied 2", "1. Kop", "Schaal: 10A", "Functiereeks: A: b", "een halve zin en", "Definitie", "* term: uitleg", "|---|---|",
    ];

    [Fact]
    public void Whatever_the_lines_nothing_is_lost_and_nothing_is_made_up()
    {
        string[] pieces = [.. BookSamples.Book.Split('\n'), .. BookSamples.Profile.Split('\n'), .. Noise];
        var documents = Gen.Elements(pieces).ListOf().Where(lines => lines.Any(line => !string.IsNullOrWhiteSpace(line))).Select(lines => string.Join('\n', lines));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150).WithEndSize(150), Prop.ForAll(documents.ToArbitrary(), Promise));
    }

    [Theory]
    [InlineData(BookSamples.Book)]
    [InlineData(BookSamples.Profile)]
    public void A_document_with_lines_missing_swapped_or_strange_keeps_both_promises(string sample)
    {
        var lines = sample.Split('\n');
        var changes = from at in Gen.Choose(0, lines.Length - 1) from other in Gen.Choose(0, lines.Length - 1) from strange in Gen.Elements(Noise) from how in Gen.Choose(0, 3) select (at, other, strange, how);
        var mutants = changes.ListOf().Select(list =>
        {
            var copy = (string[])lines.Clone();
            foreach (var (at, other, strange, how) in list)
            {
                if (how == 0) copy[at] = "";
                else if (how == 1) (copy[at], copy[other]) = (copy[other], copy[at]);
                else if (how == 2) copy[at] = strange;
                else copy[at] = copy[at][..(copy[at].Length / 2)] + "\n" + copy[at][(copy[at].Length / 2)..];
            }
            return string.Join('\n', copy);
        }).Where(text => !string.IsNullOrWhiteSpace(text));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(mutants.ToArbitrary(), Promise));
    }

    [Theory]
    [InlineData(BookSamples.Book)]
    [InlineData(BookSamples.Profile)]
    public void Ten_times_the_text_takes_about_ten_times_the_time(string sample)
    {
        var (one, ten) = (Measured(sample, 40), Measured(sample, 400));
        output.WriteLine($"{one:0} ms, ten times as much {ten:0} ms: {ten / one:0.0} times");
        // A quadratic reader needs a hundred times; the margin is for a busy machine.
        (ten / one).ShouldBeLessThan(25);
    }

    private static double Measured(string sample, int copies)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, copies).Select(i => sample.Replace("leiding", "leiding" + i, StringComparison.Ordinal).Replace("ploeg", "ploeg" + i, StringComparison.Ordinal))));
        DocumentReader.Read("a.txt", bytes);
        return Enumerable.Range(0, 5).Min(_ =>
        {
            var clock = Stopwatch.StartNew();
            DocumentReader.Read("a.txt", bytes);
            return clock.Elapsed.TotalMilliseconds;
        });
    }

    private static void Promise(string text)
    {
        var record = Samples.Read(text);
        Accounts.EveryLineIsAccountedFor(text, record);
        Accounts.NothingIsMadeUp(text, record);
        GoldProjection.ToJson(record).ShouldStartWith("{");
        ImportJson.FromJson(ImportJson.ToJson(record)).Lines.Count.ShouldBe(record.Lines.Count);
    }
}
