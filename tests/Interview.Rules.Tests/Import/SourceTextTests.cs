using System.Text;
using Interviewing.Application.Import;
using Interviewing.Application.Shared;

namespace Interviewing.Rules.Tests.Import;

public class SourceTextTests
{
    private const string Text = "Eén idee\nen nog één";

    public static TheoryData<string, bool, byte[]> Encoded => new()
    {
        { "utf-8", false, Encoding.UTF8.GetBytes(Text) },
        { "utf-8", true, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)] },
        { "utf-16", true, [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)] },
        { "utf-16", true, [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)] },
        { "utf-16", false, Encoding.Unicode.GetBytes(Text) },
        { "windows-1252", false, CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Text) },
    };

    [Theory, MemberData(nameof(Encoded))]
    public void Every_encoding_gives_the_same_text(string encoding, bool bom, byte[] bytes)
    {
        var read = SourceText.Read("a.txt", bytes);
        read.Text.ShouldBe(Text);
        (read.Source.Encoding, read.Source.Bom, read.Source.Bytes).ShouldBe((encoding, bom, bytes.Length));
    }

    [Theory]
    [InlineData("a\nb", "lf")]
    [InlineData("a\r\nb", "crlf")]
    [InlineData("a\r\nb\nc", "mixed")]
    [InlineData("alleen", "lf")]
    public void Newlines_are_named(string text, string newline) => SourceText.Read("a.txt", Encoding.UTF8.GetBytes(text)).Source.Newline.ShouldBe(newline);

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t\n ")]
    public void Nothing_is_refused(string text) => Refused(Encoding.UTF8.GetBytes(text)).ShouldBe("import.empty");

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        Refused([0x50, 0x4B, 3, 4, 20, 0, 0, 0, 8, 0, 1, 2, 3]).ShouldBe("import.binary");
        Refused(Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj")).ShouldBe("import.binary");
        var noise = new byte[5000];
        new Random(7).NextBytes(noise);
        Refused(noise).ShouldBe("import.binary");
    }

    [Fact]
    public void More_than_the_limit_is_refused_before_it_is_read() => Refused(new byte[20 * 1024 * 1024 + 1]).ShouldBe("import.too-large");

    [Fact]
    public void Pages_and_lines_are_counted_as_an_editor_does()
    {
        var lines = LineReader.Read("een\r\n  • twee\r\n\fdrie\r\n\r\nvijf");
        lines.Select(l => (l.Page, l.Number, l.Text)).ShouldBe([(1, 1, "een"), (1, 2, "twee"), (2, 3, "drie"), (2, 4, ""), (2, 5, "vijf")]);
        lines[1].Bullet.ShouldBe('•');
        lines[1].Indent.ShouldBe(2);
        lines[2].StartsPage.ShouldBeTrue();
    }

    [Theory]
    [InlineData("**eind**verantwoordelijk", "eindverantwoordelijk")]
    [InlineData("het *hele* plan", "het hele plan")]
    [InlineData("een kenner* op dit vlak", "een kenner* op dit vlak")]
    [InlineData("licht~~donker", "licht donker")]
    [InlineData("<b>vet</b> en <i>schuin</i>", "vet en schuin")]
    [InlineData("a < b en <script>x</script>", "a < b en <script>x</script>")]
    [InlineData("werk\u00ADplaats \u00A0 \t open", "werkplaats open")]
    public void Markup_residue_goes_and_words_stay(string raw, string clean) => Wording.Clean(raw).ShouldBe(clean);

    [Fact]
    public void A_hyphen_at_a_line_end_goes_only_when_the_whole_word_stands_elsewhere()
    {
        var words = new HashSet<string> { "werkplaats" };
        Wording.Join("de werk-", "plaats", false, words).ShouldBe("de werkplaats");
        Wording.Join("algemeen-", "technisch", false, words).ShouldBe("algemeen-technisch");
        Wording.Join("in-", "en uitgaand", false, words).ShouldBe("in- en uitgaand");
    }

    private static string Refused(byte[] bytes) => Should.Throw<Refusal>(() => DocumentReader.Read("a.txt", bytes)).Reasons[0].Code;
}
