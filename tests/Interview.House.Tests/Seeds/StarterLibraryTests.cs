using Interviewing.Application.Competencies;
using Interviewing.Application.Import;

namespace Interviewing.House.Tests.Seeds;

public class StarterLibraryTests
{
    [Fact]
    public void Every_document_is_read_without_a_question_or_a_remark()
    {
        Seed.All.Count.ShouldBe(132);
        Seed.All.SelectMany(seed => seed.Record.Findings.Select(f => $"{seed.Name} line {f.Line}: {f.Code} {f.Found} {f.Note}")
            .Concat(seed.Record.Discarded.Select(d => $"{seed.Name} line {d.Line} is not used: {d.Text}"))
            .Concat(DraftReview.ToDos(seed.Record, []).Select(t => $"{seed.Name} line {t.Line} asks: {t.Code}"))
            .Concat(DraftReview.Remarks(seed.Record, []).Select(t => $"{seed.Name} line {t.Line} remarks: {t.Code} {t.Found}"))).ShouldBeEmpty();
        Seed.All.ShouldAllBe(seed => seed.Record.Language == seed.Language);
    }

    [Fact]
    public void Thirty_two_competencies_stand_in_six_clusters_in_three_languages()
    {
        foreach (var language in Seed.Languages)
        {
            var own = Seed.Library.Where(s => s.Language == language).ToList();
            own.Select(s => s.Competency.Code).Distinct().Count().ShouldBe(32);
            own.Select(s => s.Competency.Cluster!.Text).Distinct().Count().ShouldBe(6);
            own.Select(s => s.Competency.Names[language].Text).Distinct().Count().ShouldBe(32);
            Seed.Profiles.Count(s => s.Language == language).ShouldBe(12);
        }
    }

    [Fact]
    public void Every_competency_is_complete() => Seed.Library.SelectMany(s => Missing(s.Competency).Select(missing => $"{s.Name}: {missing}")).ShouldBeEmpty();

    [Fact]
    public void The_check_of_completeness_bites()
    {
        var whole = Seed.Library.First().Competency;
        Missing(whole with { Indicators = [.. whole.Indicators.Where(i => i.Positive)] }).ShouldContain("behaviour against it");
        Missing(whole with { Questions = [.. whole.Questions.Skip(1), whole.Questions[0] with { Minutes = null, Probes = [], Anchors = [.. whole.Questions[0].Anchors.Skip(1)] }] }).ShouldBe(["minutes of question 6", "probes of question 6", "anchors of question 6"]);
        Missing(whole with { Levels = [], Definition = null, Tips = [.. whole.Tips.Where(t => t.Audience == TipAudience.Employee)] }).ShouldBe(["definition", "three levels", "eight tips", "tips for the manager"]);
    }

    [Fact]
    public void The_three_languages_have_the_same_build()
    {
        Differing(Seed.Library, s => Build(s.Competency)).ShouldBeEmpty();
        Differing(Seed.Profiles, s => Build(s.Profile)).ShouldBeEmpty();
    }

    [Fact]
    public void Profiles_have_purpose_result_areas_and_asked_levels_of_the_library()
    {
        var known = Seed.Library.Select(s => s.Competency.Code).ToHashSet();
        foreach (var profile in Seed.Profiles.Select(s => s.Profile))
        {
            (profile.Purpose?.Text).ShouldNotBeNullOrEmpty();
            profile.ResultAreas.Count.ShouldBeInRange(3, 6);
            profile.ResultAreas.ShouldAllBe(a => a.Result != null && a.Activities.Count >= 3);
            profile.Competencies.Count.ShouldBeInRange(4, 8);
            profile.Competencies.ShouldAllBe(c => known.Contains(c.Code!) && c.Level >= 1 && c.Level <= 3 && c.Weight >= 1);
        }
        Seed.Profiles.Select(s => s.Profile.Code!.Text).Distinct().Count().ShouldBe(12);
    }

    [Fact]
    public void No_sentence_stands_in_it_twice()
    {
        // Six clusters are named by many; everything else is said once.
        var clusters = Seed.Library.Select(s => s.Competency.Cluster!.Text).SelectMany(SeedWords.SentencesOf).ToHashSet();
        var sentences = from seed in Seed.Library
                        from text in seed.Texts
                        from sentence in SeedWords.SentencesOf(text.Text)
                        where !clusters.Contains(sentence)
                        group $"{seed.Name}:{text.Line}" by (seed.Language, sentence);
        sentences.Where(s => s.Count() > 1).Select(s => $"{string.Join(" and ", s)}: {s.Key.sentence}").ShouldBeEmpty();
    }

    [Fact]
    public void Every_text_is_in_the_language_it_says() => Seed.All.SelectMany(s => s.Texts.Where(t => SeedWords.LanguageOf(t.Text) is { } found && found != s.Language).Select(t => $"{s.Name}:{t.Line} {t.Text}"))
        .Concat(Seed.All.Where(s => SeedWords.LanguageOf(string.Join(' ', s.Texts.Select(t => t.Text))) != s.Language).Select(s => $"{s.Name} as a whole")).ShouldBeEmpty();

    [Fact]
    public void Nothing_asks_what_may_not_be_asked_or_says_what_everybody_says() =>
        Seed.All.SelectMany(s => s.Texts.SelectMany(t => SeedWords.UnwantedIn(s.Language, t.Text).Select(u => $"{s.Name}:{t.Line} {u}"))).ShouldBeEmpty();

    [Fact]
    public void The_checks_of_words_bite()
    {
        SeedWords.LanguageOf("What did you do with the plan?").ShouldBe("en");
        SeedWords.LanguageOf("Wat hebt u met het plan gedaan?").ShouldBe("nl");
        SeedWords.LanguageOf("Qu’avez-vous fait de ce plan avec les autres ?").ShouldBe("fr");
        SeedWords.UnwantedIn("nl", "Bent u zwanger, teamspeler?").ShouldBe(["pregnancy: zwanger", "cliche: teamspeler"]);
        SeedWords.UnwantedIn("fr", "Avez-vous un désir d'enfant ?").ShouldBe(["pregnancy: désir d’enfant"]);
        SeedWords.UnwantedIn("en", "The churchyard is closed.").ShouldBeEmpty();
    }

    static IEnumerable<string> Missing(FoundCompetency c)
    {
        if (string.IsNullOrWhiteSpace(c.Definition?.Text)) yield return "definition";
        if (c.Levels.Count != 3 || c.Levels.Any(l => string.IsNullOrWhiteSpace(l.Title?.Text))) yield return "three levels";
        if (c.Indicators.Count is < 6 or > 9) yield return "six to nine indicators";
        if (c.Indicators.All(i => i.Positive)) yield return "behaviour against it";
        if (c.Levels.Any(l => c.Indicators.All(i => i.Level != l.Ordinal))) yield return "behaviour of every level";
        if (c.Questions.Count != 6) yield return "six questions";
        if (c.Questions.Select(q => q.Type).Distinct().Count() < 2) yield return "two types of question";
        foreach (var (question, number) in c.Questions.Select((q, i) => (q, i + 1)))
        {
            if (question.Type is null || question.Minutes is not (>= 3 and <= 15)) yield return $"minutes of question {number}";
            if (question.Touches.Count == 0) yield return $"behaviour of question {number}";
            if (question.Probes.Count < 2 || question.Probes.Any(p => p.Step is null)) yield return $"probes of question {number}";
            if (!question.Anchors.Select(a => a.Point).SequenceEqual([1, 3, 5])) yield return $"anchors of question {number}";
        }
        if (c.Tips.Count != 8) yield return "eight tips";
        if (c.Tips.Any(t => t.Kind is null) || c.Tips.Select(t => t.Kind).Distinct().Count() != 3) yield return "tips of three kinds";
        if (c.Tips.All(t => t.Audience == TipAudience.Employee)) yield return "tips for the manager";
        if (c.Tips.All(t => t.Audience == TipAudience.Manager)) yield return "tips for the employee";
    }

    static IEnumerable<string> Differing(IEnumerable<Seed> seeds, Func<Seed, string> build) =>
        seeds.GroupBy(s => s.Code).Where(g => g.Count() != 3 || g.Select(build).Distinct().Count() != 1).Select(g => g.Key + "\n" + string.Join('\n', g.Select(build)));

    static string Build(FoundCompetency c) => string.Join(" | ", c.Code, c.Levels.Count,
        string.Join(' ', c.Indicators.Select(i => $"{(i.Positive ? '+' : '-')}{i.Level}")),
        string.Join(' ', c.Questions.Select(q => $"{q.Type},{q.Minutes},{string.Join('.', q.Touches)},{string.Join('.', q.Probes.Select(p => p.Step))},{string.Join('.', q.Anchors.Select(a => a.Point))}")),
        string.Join(' ', c.Tips.Select(t => $"{t.Audience},{t.Kind}")));

    static string Build(FoundProfile p) => string.Join(" | ", p.Code?.Text, p.PayScale?.Value, p.JobFamily is null, p.JobSeries is null, p.JobGroup is null,
        string.Join(' ', p.ResultAreas.Select(a => $"{a.Framework is null},{a.Result is null},{Shape(a.Activities)}")), string.Join(' ', p.Competencies.Select(c => $"{c.Code}:{c.Level}:{c.Weight}")));

    static string Shape(IReadOnlyList<FoundActivity> activities) => $"[{string.Join(',', activities.Select(a => Shape(a.Children)))}]";
}
