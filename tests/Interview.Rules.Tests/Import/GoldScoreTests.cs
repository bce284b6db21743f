using System.Text.Json.Nodes;

namespace Interviewing.Rules.Tests.Import;

public class GoldScoreTests
{
    private const string Gold = """
        { "job_profiles": [ { "name": "Kok", "purpose": "Iedereen eet op tijd.",
          "context": { "heading": "De keuken", "blocks": [ { "type": "paragraph", "text": "Er staan vier pannen.", "items": [] } ] },
          "result_areas": [ { "title": "Koken", "number": 2, "optional": true, "framework": { "text": "HygiëneBudget", "items": [ "Hygiëne", "Budget" ] }, "result": "Een maaltijd",
            "activities": [ { "text": "Snijdt groente:", "children": [ { "text": "Wast", "children": [] }, { "text": "Schilt", "children": [] } ] }, { "text": null, "children": [ { "text": "Proeft", "children": [] } ] } ] } ],
          "competencies": [ { "name": null, "description": "Werkt schoon.", "indicators": [ "Wast handen" ], "questions": [], "tips": [ "Kijk mee", "Vraag" ], "duplicates_dropped": { "indicators": 0, "questions": 0, "tips": 2 } } ],
          "levels": [ { "level": "1", "scale": "6", "text": null } ] } ] }
        """;

    [Fact]
    public void The_gold_agrees_with_itself()
    {
        var score = GoldScore.Of(JsonNode.Parse(Gold)!, JsonNode.Parse(Gold)!);
        // name 1, purpose 1, section 3 (heading, type, text), area 1, number 1, optional 1, result 1, frameworks 2, activities 4, description 1, indicator 1, tips 2, dropped 1, level 1
        score.Overall.ShouldBe(new(21, 21, 21));
        score.Kinds["activity"].ShouldBe(new(4, 4, 4));
        score.Kinds["section text"].ShouldBe(new(3, 3, 3));
        score.Differences.ShouldBeEmpty();
    }

    [Fact]
    public void A_wrong_parent_is_wrong_on_both_sides()
    {
        // 'Schilt' hangs under the area instead of under 'Snijdt groente'; 'Budget' is missing; one tip too many.
        var found = Gold.Replace(", { \"text\": \"Schilt\", \"children\": [] } ] }", " ] }, { \"text\": \"Schilt\", \"children\": [] }", StringComparison.Ordinal)
            .Replace("[ \"Hygiëne\", \"Budget\" ]", "[ \"Hygiëne\" ]", StringComparison.Ordinal).Replace("\"Vraag\" ]", "\"Vraag\", \"Nog een\" ]", StringComparison.Ordinal);
        var score = GoldScore.Of(JsonNode.Parse(found)!, JsonNode.Parse(Gold)!);
        score.Kinds["activity"].ShouldBe(new(4, 4, 3));
        score.Kinds["activity"].F1.ShouldBe(0.75);
        score.Kinds["framework item"].ShouldBe(new(2, 1, 1));
        score.Kinds["framework item"].F1.ShouldBe(2.0 / 3);
        score.Kinds["tips"].ShouldBe(new(2, 3, 2));
        score.Kinds["tips"].Precision.ShouldBe(2.0 / 3);
        score.Kinds["tips"].Recall.ShouldBe(1);
        score.Overall.ShouldBe(new(21, 21, 19));
        score.Differences.Count.ShouldBe(4);
    }

    [Fact]
    public void A_wrong_name_moves_everything_that_stands_at_that_name()
    {
        var score = GoldScore.Of(JsonNode.Parse(Gold.Replace("\"Kok\"", "\"Bakker\"", StringComparison.Ordinal))!, JsonNode.Parse(Gold)!);
        // Lost with the name: name, purpose, three of the section, area, description, level.
        score.Overall.ShouldBe(new(21, 21, 13));
    }

    [Fact]
    public void An_invented_kind_counts_as_nothing_right()
    {
        var found = Gold.Replace("\"levels\"", "\"code\": \"X1\", \"levels\"", StringComparison.Ordinal);
        GoldScore.Of(JsonNode.Parse(found)!, JsonNode.Parse(Gold)!).Kinds["code"].F1.ShouldBe(0);
    }

    [Fact]
    public void Repeated_items_count_as_often_as_they_stand()
    {
        var once = JsonNode.Parse("""{ "job_profiles": [ { "name": "Kok", "requirements": [ "Diploma" ] } ] }""")!;
        var twice = JsonNode.Parse("""{ "job_profiles": [ { "name": "Kok", "requirements": [ "Diploma", "diploma", "Diploma." ] } ] }""")!;
        GoldScore.Of(once, twice).Kinds["requirement"].ShouldBe(new(3, 1, 1));
        GoldScore.Sum([GoldScore.Of(once, twice), GoldScore.Of(twice, twice)]).Kinds["requirement"].ShouldBe(new(6, 4, 4));
    }

    [Theory]
    [InlineData("  Wet-\u00a0en\tregel\u00adgeving ;. ", "Wet- en regelgeving")]
    [InlineData("Cafe\u0301", "Caf\u00e9")]
    [InlineData("enz..", "enz")]
    [InlineData("kader : ", "kader")]
    [InlineData("Vraag?", "Vraag?")]
    public void The_key_ignores_white_space_soft_hyphens_and_closing_marks(string text, string key) => GoldScore.Key(text).ShouldBe(key);
}
