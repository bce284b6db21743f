using System.Text;
using Interviewing.Application.Import;

namespace Interviewing.Rules.Tests.Import;

public class ProgressTests
{
    public static TheoryData<string, DocumentKind> Long => new()
    {
        { Samples.Ufo, DocumentKind.UfoFunctionDescription }, { LayoutSamples.Narrative, DocumentKind.NarrativeFunctionProfile }, { LayoutSamples.School, DocumentKind.SchoolResultList },
        { BookSamples.Book, DocumentKind.Hr21FunctionBook }, { BookSamples.Profile, DocumentKind.BeFederalGenericProfile }, { Books.Dutch, DocumentKind.CompetencyBook },
    };

    [Theory, MemberData(nameof(Long))]
    public void A_long_document_tells_how_far_it_is_in_small_steps_whatever_its_layout(string sample, DocumentKind kind)
    {
        var told = new List<int>();
        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 120).Select(i => sample.Replace("plan", "plan" + i, StringComparison.Ordinal).Replace("ploeg", "ploeg" + i, StringComparison.Ordinal))));
        DocumentReader.Read("lang.txt", bytes, watch: new ReadingWatch(told.Add, CancellationToken.None)).DocumentKind.ShouldBe(kind);
        told.ShouldBe(told.Order().Distinct());
        told[^1].ShouldBeInRange(85, 100);
        told.Zip(told.Skip(1)).Max(step => step.Second - step.First).ShouldBeLessThanOrEqualTo(10);
    }

    [Fact]
    public void A_reading_that_nobody_wants_stops_at_its_next_line()
    {
        using var stop = new CancellationTokenSource();
        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Repeat(Samples.Ufo, 120)));
        var watch = new ReadingWatch(percent => { if (percent >= 50) stop.Cancel(); }, stop.Token);
        Should.Throw<OperationCanceledException>(() => DocumentReader.Read("lang.txt", bytes, watch: watch));
    }
}
