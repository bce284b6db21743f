using System.Text.RegularExpressions;
using Interviewing.Web.Shell;

namespace Interviewing.House.Tests;

public class RefusalTests
{
    private static readonly Words Words = new(strict: true);

    [Fact]
    public void Every_refusal_has_a_sentence_in_every_language()
    {
        var codes = Codes().ToList();
        codes.Count.ShouldBeGreaterThan(50);
        (from code in codes from language in Languages.All.Select(l => l.Tag) where !Speaks(language, code) select $"{language}: refusal.{code}").ShouldBeEmpty();
    }

    [Fact]
    public void The_check_bites()
    {
        CodesIn("""Refuse.FieldIf(x < 1, "minutes", "guides.no-such-words");""").ShouldBe(["guides.no-such-words"]);
        Speaks("nl", "guides.no-such-words").ShouldBeFalse();
    }

    private static bool Speaks(string language, string code)
    {
        try
        {
            return Words.In(language, "refusal." + code).Length > 0;
        }
        catch (System.Resources.MissingManifestResourceException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Codes() =>
        Repository.Texts("src", "*.cs").Concat(Repository.Texts("src", "*.razor")).SelectMany(f => CodesIn(f.Text)).Distinct().Order(StringComparer.Ordinal);

    // Every way of saying no, and the codes named on its line.
    private static IEnumerable<string> CodesIn(string text) =>
        from line in text.Split('\n')
        where Regex.IsMatch(line, @"Refuse\.(If|FieldIf)\(|new Refusal\(|Refusal\.At\(|new Reason\(|WithErrorCode\(|Code = """, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
        from Match match in Regex.Matches(line, @"""(?<code>[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*)""", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
        select match.Groups["code"].Value;
}
