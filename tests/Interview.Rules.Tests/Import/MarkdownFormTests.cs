using Interviewing.Application.Competencies;
using Interviewing.Application.Import;

namespace Interviewing.Rules.Tests.Import;

public class MarkdownFormTests
{
    [Fact]
    public void A_competency_form_is_read_whole()
    {
        var record = Samples.Read(Samples.CompetencyForm, "plannen.nl.md");
        record.DocumentKind.ShouldBe(DocumentKind.CompetencyForm);
        record.Sureness.ShouldBe(1);
        record.Findings.ShouldBeEmpty();
        record.Discarded.ShouldBeEmpty();
        var competency = record.Competencies.ShouldHaveSingleItem();
        competency.Code.ShouldBe("plannen");
        competency.Cluster!.Text.ShouldBe("Aanpakken");
        competency.Names["nl"].Text.ShouldBe("Vooruit kijken");
        competency.Definition!.Text.ShouldBe("Zet het werk in een volgorde die haalbaar is.");
        competency.Levels.Select(l => (l.Ordinal, l.Title!.Text)).ShouldBe([(1, "Eigen werk"), (2, "Met anderen")]);
        competency.Indicators.Select(i => (i.Level, i.Positive, i.Text)).ShouldBe(
            [(1, true, "Maakt een lijst."), (1, false, "Begint overal tegelijk aan."), (2, true, "Stemt af."), (2, false, "Houdt de planning voor zich.")]);
    }

    [Fact]
    public void Questions_keep_type_minutes_behaviour_probes_and_anchors()
    {
        var questions = Samples.Read(Samples.CompetencyForm).Competencies[0].Questions;
        questions.Select(q => (q.Type, q.Minutes)).ShouldBe([(QuestionType.PastBehaviour, 9), (QuestionType.Situational, 5)]);
        questions[0].Touches.ShouldBe([1, 2, 4]);
        questions[0].Probes.Select(p => (p.Step, p.Text)).ShouldBe([(StarrStep.Situation, "Wat was er aan de hand?"), (StarrStep.Reflection, "Wat doet u nu anders?")]);
        questions[0].Anchors.Select(a => (a.Point, a.Text)).ShouldBe([(1, "Laat het lopen."), (3, "Past aan."), (5, "Neemt anderen mee.")]);
    }

    [Fact]
    public void Tips_know_whom_they_are_for_and_their_kind()
    {
        var tips = Samples.Read(Samples.CompetencyForm).Competencies[0].Tips;
        tips.Select(t => (t.Audience, t.Kind)).ShouldBe(
            [(TipAudience.Employee, TipKind.OnTheJob), (TipAudience.Employee, TipKind.WithOthers), (TipAudience.Employee, TipKind.Course), (TipAudience.Manager, TipKind.OnTheJob)]);
        tips[0].Text.ShouldBe("Plan de vrijdag.");
    }

    [Fact]
    public void A_question_that_touches_an_indicator_that_is_not_there_is_asked_about()
    {
        var record = Samples.Read(Samples.CompetencyForm.Replace("gedrag: 1, 2, 4", "gedrag: 1, 9", StringComparison.Ordinal));
        record.Competencies[0].Questions[0].Touches.ShouldBe([1]);
        record.Findings.ShouldHaveSingleItem().Code.ShouldBe("unknown-reference");
    }

    [Fact]
    public void A_profile_form_is_read_whole()
    {
        var record = Samples.Read(Samples.ProfileForm);
        record.DocumentKind.ShouldBe(DocumentKind.ProfileForm);
        record.Findings.ShouldBeEmpty();
        var profile = record.JobProfiles.ShouldHaveSingleItem();
        (profile.Name!.Text, profile.LevelSuffix, profile.Code!.Text, profile.PayScale!.Value, profile.JobFamily!.Name).ShouldBe(("Responsable d'atelier II", "II", "WP-1", "7", "Atelier"));
        var area = profile.ResultAreas.ShouldHaveSingleItem();
        (area.Framework!.Text, area.Result!.Text).ShouldBe(("Règles de sécurité", "Des outils prêts"));
        area.Activities.Select(a => (a.Text, a.Children.Count)).ShouldBe([("Vérifier les machines", 1), ("Tenir la liste", 0)]);
        profile.Competencies.Select(c => (c.Code, c.Level, c.Weight)).ShouldBe([("plannen", 2, 3), ("samenwerken", 1, 1)]);
    }

    [Fact]
    public void Unknown_headings_are_told_and_their_lines_listed()
    {
        var record = Samples.Read(Samples.CompetencyForm + "\n## Recepten\n- appeltaart");
        record.Findings.ShouldContain(f => f.Code == "unknown-label" && f.Ask);
        record.Discarded.Select(d => d.Text).ShouldBe(["Recepten", "appeltaart"]);
    }

    [Fact]
    public void Windows_line_ends_tabs_and_wide_spaces_change_nothing()
    {
        var plain = Samples.Read(Samples.CompetencyForm);
        var messy = Samples.Read(Samples.CompetencyForm.Replace("\n", "  \r\n", StringComparison.Ordinal).Replace("- ", "-\u00A0 ", StringComparison.Ordinal).Replace("### ", "###\t", StringComparison.Ordinal));
        RecordItems.Of(messy).Select(i => (i.Kind, i.Text)).ShouldBe(RecordItems.Of(plain).Select(i => (i.Kind, i.Text)));
    }

    [Fact]
    public void The_record_comes_back_from_its_json_unchanged()
    {
        foreach (var sample in new[] { Samples.Ufo, Samples.CompetencyForm, Samples.ProfileForm })
        {
            var json = ImportJson.ToJson(Samples.Read(sample));
            ImportJson.ToJson(ImportJson.FromJson(json)).ShouldBe(json);
        }
    }
}
