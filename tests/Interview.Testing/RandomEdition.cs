using Interviewing.Application.Competencies;
using Interviewing.Application.Competencies.Exchange;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;

namespace Interviewing.Testing;

/// <summary>Editions as strange as they may be: texts with markup, new lines and backslashes, languages missing, lists empty, branches anywhere.</summary>
public static class RandomEdition
{
    private static readonly string[] Words = ["plannen", "# kop", "- bullet: x", "\\n", "\\", "élan", "één", "regel\nregel", "a\r\nb", "<b>", "\"citaat\"", "**vet**", "---", "naam.nl: x", "漢字", "‘aan’", "1.", "null", "🙂", "tab\tb"];

    public static EditionDocument Of(Random random, string framework)
    {
        var tree = new List<BranchText>();
        for (var i = random.Next(8); i > 0; i--)
        {
            var depth = tree.Count == 0 || tree[^1].Kind != NodeKind.Cluster ? 1 : 1 + random.Next(Math.Min(tree[^1].Depth + 1, 6));
            tree.Add(new BranchText(depth, NodeKind.Cluster, Unlike(random, tree.Count)));
        }
        var clusters = tree.Count;
        for (var i = random.Next(5); i > 0; i--)
        {
            var depth = tree.Count == clusters ? 1 : 1 + random.Next(Math.Min(tree[^1].Depth + 1, 4));
            tree.Add(new BranchText(depth, depth switch { 1 => NodeKind.Family, 2 => NodeKind.Series, _ => NodeKind.Group }, Unlike(random, tree.Count)));
        }
        List<CompetencyText> competencies = [.. Codes(random, "C", 1 + random.Next(6)).Select(code => Competency(random, code, clusters == 0 || random.Next(3) == 0 ? null : 1 + random.Next(clusters)))];
        List<ProfileText> profiles = [.. Codes(random, "P", random.Next(4)).Select(code => Profile(random, code, tree.Count == clusters || random.Next(3) == 0 ? null : clusters + 1 + random.Next(tree.Count - clusters), competencies))];
        return new EditionDocument(1, LocalText.Of("nl", framework), random.Next(2) == 0 ? "" : "Gemeente Waterveen", random.Next(2) == 0 ? "" : "CC0 \\ eigen", $"editie {random.Next(1000)}",
            [.. Several(random, 3, () => Text(random))], [.. Several(random, 3, () => Text(random))], tree, competencies, profiles);
    }

    private static CompetencyText Competency(Random random, string code, int? branch)
    {
        List<LocalText> levels = [.. Several(random, 8, () => Text(random))];
        List<IndicatorText> indicators = [.. Several(random, 6, () => new IndicatorText(Must(random), One<Polarity>(random), levels.Count == 0 || random.Next(2) == 0 ? null : 1 + random.Next(levels.Count), One<ItemStatus>(random), Where(random)))];
        return new CompetencyText(code, branch, Must(random), Text(random), One<ItemStatus>(random), Where(random), levels, indicators,
            [.. Several(random, 5, () => new QuestionText(Must(random), One<QuestionType>(random), 1 + random.Next(60), [.. Enumerable.Range(1, indicators.Count).Where(_ => random.Next(2) == 0)],
                [.. Several(random, 4, () => new Probe(One<StarrStep>(random), Text(random)))], [.. Enumerable.Range(0, 11).Where(_ => random.Next(4) == 0).Select(point => new Anchor(point, Text(random)))], One<ItemStatus>(random), Where(random)))],
            [.. Several(random, 4, () => new TipText(Must(random), One<TipAudience>(random), One<TipKind>(random), One<ItemStatus>(random), Where(random)))]);
    }

    private static ProfileText Profile(Random random, string code, int? branch, List<CompetencyText> competencies) => new(code, branch, Must(random), Text(random), random.Next(2) == 0 ? null : "10A/11", [.. Several(random, 3, () => Text(random))], One<ItemStatus>(random), Where(random),
        [.. Several(random, 4, () => new ResultAreaText(Must(random), Text(random), Text(random), Activities(random), Where(random)))],
        [.. competencies.Where(_ => random.Next(2) == 0).Select(c => new RequiredText(c.Code, random.Next(2) == 0 ? null : 1 + random.Next(8), 1 + random.Next(10)))],
        random.Next(2) == 0 ? null : Criteria(random));

    private static Grading Criteria(Random random)
    {
        List<string> classes = [.. Several(random, 4, () => random.Next(4) == 0 ? Words[random.Next(Words.Length)] : $"A{random.Next(30)}")];
        return new(classes, [.. Several(random, 4, () => new GradingCriterion(Text(random), [.. classes.Select(_ => Text(random))]))], [.. Several(random, 3, () => new GradingTerm(Text(random), Text(random)))]);
    }

    private static List<ActivityText> Activities(Random random)
    {
        List<ActivityText> activities = [];
        for (var i = random.Next(6); i > 0; i--) activities.Add(new ActivityText(1 + random.Next(Math.Min(activities.Count == 0 ? 1 : activities[^1].Depth + 1, 4)), Text(random)));
        return activities;
    }

    private static IEnumerable<string> Codes(Random random, string letter, int count) => Enumerable.Range(1, 9).OrderBy(_ => random.Next()).Take(count).Order().Select(n => $"{letter}-0{n}");

    private static List<T> Several<T>(Random random, int most, Func<T> one) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => one())];

    private static T One<T>(Random random) where T : struct, Enum => Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)];

    private static Trace? Where(Random random) => random.Next(3) > 0 ? null : new Trace("boek \\ 1.docx", random.Next(2) == 0 ? null : Guid.NewGuid(), random.Next(2) == 0 ? null : 1 + random.Next(90), 1 + random.Next(900));

    private static LocalText Must(Random random) => Text(random) is { IsEmpty: false } text ? text : LocalText.Of("nl", "iets " + random.Next(1000));

    // Branches are known by name, so two that are called the same would be one.
    private static LocalText Unlike(Random random, int number) => LocalText.Of("nl", $"tak {number}").With("fr", random.Next(2) == 0 ? null : $"branche {number}");

    private static LocalText Text(Random random) => new[] { "nl", "en", "fr", "de-BE" }.Where(_ => random.Next(2) == 0).Aggregate(LocalText.Empty, (text, language) => text.With(language, string.Join(' ', Enumerable.Range(0, 1 + random.Next(5)).Select(_ => Words[random.Next(Words.Length)]))));
}
