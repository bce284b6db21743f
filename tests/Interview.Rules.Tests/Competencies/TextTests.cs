using Interviewing.Application.Competencies;
using Interviewing.Application.Search;
using Interviewing.Application.Shared;

namespace Interviewing.Rules.Tests.Competencies;

public class TextTests
{
    [Fact]
    public void A_difference_put_together_is_both_texts()
    {
        var random = new Random(1);
        string[] words = ["de", "het", "plan", "werk", "en", "maakt", "bewaakt"];
        for (var i = 0; i < 300; i++)
        {
            var (before, after) = (Some(), Some());
            var pieces = Difference.Of(before, after);
            string.Concat(pieces.Where(p => p.Kind != Piece.New).Select(p => p.Text)).ShouldBe(before);
            string.Concat(pieces.Where(p => p.Kind != Piece.Gone).Select(p => p.Text)).ShouldBe(after);
        }
        string Some() => string.Join(random.Next(4) == 0 ? "  " : " ", Enumerable.Range(0, random.Next(8)).Select(_ => words[random.Next(words.Length)]));
    }

    [Fact]
    public void Only_the_changed_words_are_marked() =>
        Difference.Of("Vertel iets over de planning.", "Vertel eens over uw planning.").ShouldBe(
            [(Piece.Same, "Vertel "), (Piece.Gone, "iets "), (Piece.New, "eens "), (Piece.Same, "over "), (Piece.Gone, "de "), (Piece.New, "uw "), (Piece.Same, "planning.")]);

    [Fact]
    public void What_was_found_is_what_is_marked()
    {
        Hits.In("Plannen en organiseren", "planning").ShouldBe([(true, "Plannen"), (false, " en organiseren")]);
        Hits.In("Bewaakt élke afspraak", "elke").Single(h => h.Hit).Text.ShouldBe("élke");
        Hits.In("<b>script</b>", null).ShouldBe([(false, "<b>script</b>")]);
    }

    [Fact]
    public void A_long_text_is_cut_around_the_hit()
    {
        var text = string.Join(' ', Enumerable.Repeat("woord", 40)) + " afspraken " + string.Join(' ', Enumerable.Repeat("woord", 40));
        var cut = Hits.Around(text, "afspraken", 90);
        cut.ShouldContain("afspraken");
        cut.Length.ShouldBeLessThanOrEqualTo(96);
    }

    [Fact]
    public void Who_saw_an_older_text_gets_both()
    {
        var competency = new Competency(Guid.NewGuid(), null, "C", LocalText.Of("nl", "Oud"), LocalText.Empty);
        competency.Reword(competency.Id, "name", "nl", "Oud", "Nieuw")!.Before.ShouldBe("Oud");
        var no = Should.Throw<Refusal>(() => competency.Reword(competency.Id, "name", "nl", "Oud", "Anders"));
        (no.Reasons[0].Code, no.Reasons[0].Args[0], no.Reasons[0].Args[1]).ShouldBe((Refusal.ChangedCode, "Nieuw", "Anders"));
        competency.Reword(competency.Id, "name", "nl", "Oud", "Nieuw").ShouldBeNull();
    }

    [Fact]
    public void A_text_never_becomes_empty_in_every_language()
    {
        var competency = new Competency(Guid.NewGuid(), null, "C", LocalText.Of("nl", "Naam").With("en", "Name"), LocalText.Empty);
        competency.Reword(competency.Id, "name", "en", "Name", " ");
        Should.Throw<Refusal>(() => competency.Reword(competency.Id, "name", "nl", "Naam", "")).Reasons[0].Code.ShouldBe("shared.text-missing");
        Should.Throw<Refusal>(() => competency.Reword(competency.Id, "name", "no way", "", "x")).Reasons[0].Code.ShouldBe("shared.language-wrong");
    }
}
