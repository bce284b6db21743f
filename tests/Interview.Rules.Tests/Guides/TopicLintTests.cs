using Interviewing.Application.Guides;
using Interviewing.Application.Shared;

namespace Interviewing.Rules.Tests.Guides;

public class TopicLintTests
{
    [Theory]
    [InlineData("nl", "Bent u zwanger, of bent u dat van plan?", "pregnancy")]
    [InlineData("nl", "Hoe regelt u de kinderopvang?", "family")]
    [InlineData("nl", "Wat is uw burgerlijke staat?", "marital-status")]
    [InlineData("nl", "Doet u mee aan de Ramadan?", "religion")]
    [InlineData("nl", "Bij welke politieke partij voelt u zich thuis?", "politics")]
    [InlineData("nl", "Bent u lid van een vakbond?", "trade-union")]
    [InlineData("nl", "Waar komt u écht vandaan?", "origin")]
    [InlineData("nl", "Welke nationaliteit hebt u?", "nationality")]
    [InlineData("nl", "Wat is uw moedertaal?", "mother-tongue")]
    [InlineData("nl", "Hoe vaak was u vorig jaar ziek?", "health")]
    [InlineData("nl", "Hoe oud bent u?", "age")]
    [InlineData("nl", "Wat is uw geaardheid?", "orientation")]
    [InlineData("nl", "Hebt u een strafblad?", "criminal-record")]
    [InlineData("nl", "Hebt u schulden?", "finances")]
    [InlineData("nl", "Deed u militaire dienst?", "military")]
    [InlineData("nl", "Wat zijn uw hobby's?", "memberships")]
    [InlineData("nl", "Komen er erfelijke ziekten voor?", "genetics")]
    [InlineData("nl", "Wat verdient u nu?", "salary-history")]
    [InlineData("en", "Are you planning to have children?", "pregnancy")]
    [InlineData("en", "Where are you really from?", "origin")]
    [InlineData("en", "What is your current salary?", "salary-history")]
    [InlineData("en", "Do you have a disability?", "health")]
    [InlineData("fr", "Avez-vous des enfants ?", "family")]
    [InlineData("fr", "Quelle est votre nationalité ?", "nationality")]
    [InlineData("fr", "Êtes-vous marié·e ou célibataire ?", "marital-status")]
    [InlineData("fr", "Quel était votre dernier salaire ?", "salary-history")]
    public void A_forbidden_topic_is_named(string language, string question, string topic) =>
        TopicLint.Of(question, language).Select(h => h.Topic).ShouldContain(topic);

    [Theory]
    [InlineData("nl", "Vertel over een moment waarop u politiek gevoelige informatie kreeg.")]
    [InlineData("nl", "Hoe houdt u werk en advies gescheiden?")]
    [InlineData("nl", "Wanneer hebt u een plan afgestemd met een ketenpartner?")]
    [InlineData("nl", "Hebt u een werkvergunning, los van uw nationaliteit?")]
    [InlineData("nl", "Welke aanpassingen nodig voor dit gesprek, bijvoorbeeld bij een handicap?")]
    [InlineData("nl", "Wie had er belang bij, en geloofde u dat?")]
    [InlineData("nl", "Hoe hebt u een homogene groep verbreed?")]
    [InlineData("en", "Tell us about a partner organisation that did not agree.")]
    [InlineData("en", "When did you age a budget forecast?")]
    [InlineData("en", "Which passage of the report did you change?")]
    [InlineData("fr", "Racontez une situation où votre projet a pris du retard.")]
    [InlineData("fr", "Comment avez-vous convaincu un partenaire politique ?")]
    [InlineData("de", "Sind Sie schwanger?")]
    public void Words_that_only_look_like_it_are_left_alone(string language, string question) => TopicLint.Of(question, language).ShouldBeEmpty();

    [Fact]
    public void Every_topic_has_words_in_three_languages_and_each_of_them_is_found()
    {
        TopicLint.Codes.Count.ShouldBe(18);
        using var stream = typeof(TopicLint).Assembly.GetManifestResourceStream("Guides.topics.json")!;
        foreach (var topic in System.Text.Json.JsonDocument.Parse(stream).RootElement.EnumerateArray())
            foreach (var language in new[] { "nl", "en", "fr" })
            {
                var terms = topic.GetProperty(language).EnumerateArray().Select(t => t.GetString()!).ToList();
                terms.Count.ShouldBeGreaterThanOrEqualTo(3);
                terms.Distinct().Count().ShouldBe(terms.Count, topic.GetProperty("code").GetString());
                foreach (var term in terms) TopicLint.Of($"Zo, {term.Replace("*", "en").ToUpperInvariant()}!", language).Select(h => h.Topic).ShouldContain(topic.GetProperty("code").GetString(), term);
            }
    }

    [Fact]
    public void A_topic_is_told_once_per_language() =>
        TopicLint.Of(LocalText.Of("nl", "Bent u zwanger? Hebt u een kinderwens?").With("en", "Are you pregnant?")).Select(h => (h.Topic, h.Language)).ShouldBe([("pregnancy", "en"), ("pregnancy", "nl")]);
}
