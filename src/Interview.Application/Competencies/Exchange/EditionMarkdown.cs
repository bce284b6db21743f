using System.Globalization;
using System.Text;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Competencies.Exchange;

/// <summary>
/// The Markdown of an edition: a heading for each thing (its first word says what), its properties as bullets <c>- name: value</c>, texts as
/// <c>- name.language: text</c>. In a value a backslash is written twice and a new line as <c>\n</c>. Written and read by the same list of names.
/// </summary>
public static class EditionMarkdown
{
    public static string Write(EditionDocument edition)
    {
        var page = new Page();
        page.Head(1, "Edition");
        page.Value("schema", edition.Schema);
        page.Text("framework", edition.Framework);
        page.Value("owner", edition.Owner);
        page.Value("licence", edition.Licence);
        page.Value("edition", edition.Edition);
        Each(edition.ClusterLevels, "ClusterLevel");
        Each(edition.ProfileLevels, "ProfileLevel");
        foreach (var branch in edition.Tree)
        {
            page.Head(2, "Branch");
            page.Value("depth", branch.Depth);
            page.Value("kind", branch.Kind);
            page.Text("name", branch.Name);
        }
        foreach (var competency in edition.Competencies) Competency(page, competency);
        foreach (var profile in edition.Profiles) Profile(page, profile);
        return page.ToString();

        void Each(IReadOnlyList<LocalText> names, string word)
        {
            foreach (var name in names)
            {
                page.Head(2, word);
                page.Text("name", name);
            }
        }
    }

    private static void Competency(Page page, CompetencyText competency)
    {
        page.Head(2, "Competency");
        page.Value("code", competency.Code);
        page.Value("branch", competency.Branch);
        page.Text("name", competency.Name);
        page.Text("definition", competency.Definition);
        page.Status(competency.Status, competency.Trace);
        foreach (var level in competency.Levels)
        {
            page.Head(3, "Level");
            page.Text("title", level);
        }
        foreach (var indicator in competency.Indicators)
        {
            page.Head(3, "Indicator");
            page.Text("text", indicator.Text);
            page.Value("polarity", indicator.Polarity);
            page.Value("level", indicator.Level);
            page.Status(indicator.Status, indicator.Trace);
        }
        foreach (var question in competency.Questions)
        {
            page.Head(3, "Question");
            page.Text("text", question.Text);
            page.Value("type", question.Type);
            page.Value("minutes", question.Minutes);
            if (question.Touches.Count > 0) page.Value("touches", string.Join(", ", question.Touches));
            page.Status(question.Status, question.Trace);
            foreach (var probe in question.Probes)
            {
                page.Head(4, "Probe");
                page.Value("step", probe.Step);
                page.Text("text", probe.Text);
            }
            foreach (var anchor in question.Anchors)
            {
                page.Head(4, "Anchor");
                page.Value("point", anchor.Point);
                page.Text("text", anchor.Text);
            }
        }
        foreach (var tip in competency.Tips)
        {
            page.Head(3, "Tip");
            page.Text("text", tip.Text);
            page.Value("audience", tip.Audience);
            page.Value("kind", tip.Kind);
            page.Status(tip.Status, tip.Trace);
        }
    }

    private static void Profile(Page page, ProfileText profile)
    {
        page.Head(2, "Profile");
        page.Value("code", profile.Code);
        page.Value("branch", profile.Branch);
        page.Text("name", profile.Name);
        page.Text("purpose", profile.Purpose);
        page.Value("payScale", profile.PayScale);
        page.Status(profile.Status, profile.Trace);
        foreach (var mark in profile.Characteristics)
        {
            page.Head(3, "Characteristic");
            page.Text("text", mark);
        }
        foreach (var area in profile.ResultAreas)
        {
            page.Head(3, "ResultArea");
            page.Text("title", area.Title);
            page.Text("framework", area.Framework);
            page.Text("result", area.Result);
            page.Status(ItemStatus.Active, area.Trace);
            foreach (var activity in area.Activities)
            {
                page.Head(4, "Activity");
                page.Value("depth", activity.Depth);
                page.Text("text", activity.Text);
            }
        }
        foreach (var required in profile.Requires)
        {
            page.Head(3, "Requires");
            page.Value("code", required.Code);
            page.Value("level", required.Level);
            page.Value("weight", required.Weight);
            if (required.Framework is { } framework) page.Text("framework", framework);
            page.Value("edition", required.Edition);
        }
        if (profile.Grading is { } grading) Grading(page, grading);
    }

    private static void Grading(Page page, Grading grading)
    {
        page.Head(3, "Grading");
        foreach (var name in grading.Classes)
        {
            page.Head(4, "Class");
            page.Value("name", name);
        }
        foreach (var criterion in grading.Criteria)
        {
            page.Head(4, "Criterion");
            page.Text("name", criterion.Name);
            foreach (var cell in criterion.Cells)
            {
                page.Head(5, "Cell");
                page.Text("text", cell);
            }
        }
        foreach (var term in grading.Terms)
        {
            page.Head(4, "Term");
            page.Text("term", term.Term);
            page.Text("text", term.Text);
        }
    }

    public static EditionDocument Read(string text)
    {
        var root = Outline.Of(text);
        var document = new EditionDocument(root.Number("schema"), root.Text("framework"), root.Line("owner") ?? "", root.Line("licence") ?? "", root.Line("edition") ?? "",
            [.. root.Below("ClusterLevel").Select(l => l.Text("name"))], [.. root.Below("ProfileLevel").Select(l => l.Text("name"))],
            [.. root.Below("Branch").Select(b => new BranchText(b.Number("depth"), b.One<NodeKind>("kind"), b.Text("name")))],
            [.. root.Below("Competency").Select(Competency)], [.. root.Below("Profile").Select(Profile)]);
        root.RefuseUnread();
        return document;
    }

    private static CompetencyText Competency(Outline at) => new(at.Line("code") ?? "", at.NumberOrNone("branch"), at.Text("name"), at.Text("definition"), at.Status(), at.Trace(),
        [.. at.Below("Level").Select(l => l.Text("title"))],
        [.. at.Below("Indicator").Select(i => new IndicatorText(i.Text("text"), i.One<Polarity>("polarity"), i.NumberOrNone("level"), i.Status(), i.Trace()))],
        [.. at.Below("Question").Select(q => new QuestionText(q.Text("text"), q.One<QuestionType>("type"), q.Number("minutes"), q.Numbers("touches"),
            [.. q.Below("Probe").Select(p => new Probe(p.One<StarrStep>("step"), p.Text("text")))], [.. q.Below("Anchor").Select(a => new Anchor(a.Number("point"), a.Text("text")))], q.Status(), q.Trace()))],
        [.. at.Below("Tip").Select(t => new TipText(t.Text("text"), t.One<TipAudience>("audience"), t.One<TipKind>("kind"), t.Status(), t.Trace()))]);

    private static ProfileText Profile(Outline at) => new(at.Line("code") ?? "", at.NumberOrNone("branch"), at.Text("name"), at.Text("purpose"), at.Line("payScale"),
        [.. at.Below("Characteristic").Select(c => c.Text("text"))], at.Status(), at.Trace(),
        [.. at.Below("ResultArea").Select(a => new ResultAreaText(a.Text("title"), a.Text("framework"), a.Text("result"), [.. a.Below("Activity").Select(x => new ActivityText(x.Number("depth"), x.Text("text")))], a.Trace()))],
        [.. at.Below("Requires").Select(r => new RequiredText(r.Line("code") ?? "", r.NumberOrNone("level"), r.Number("weight"), r.Text("framework") is { IsEmpty: false } framework ? framework : null, r.Line("edition")))],
        at.Below("Grading").Select(Grading).FirstOrDefault());

    private static Grading Grading(Outline at) => new([.. at.Below("Class").Select(c => c.Line("name") ?? "")],
        [.. at.Below("Criterion").Select(c => new GradingCriterion(c.Text("name"), [.. c.Below("Cell").Select(x => x.Text("text"))]))],
        [.. at.Below("Term").Select(t => new GradingTerm(t.Text("term"), t.Text("text")))]);

    private sealed class Page
    {
        private readonly StringBuilder text = new();

        public void Head(int depth, string word)
        {
            if (text.Length > 0) text.Append('\n');
            text.Append('#', depth).Append(' ').Append(word).Append('\n');
        }

        public void Value(string name, object? value)
        {
            if (value is null or "") return;
            text.Append("- ").Append(name).Append(": ").Append(Outline.Escaped(Convert.ToString(value, CultureInfo.InvariantCulture)!)).Append('\n');
        }

        public void Text(string name, LocalText value)
        {
            foreach (var (language, words) in value.All) Value($"{name}.{language}", words);
        }

        public void Status(ItemStatus status, Trace? trace)
        {
            if (status != ItemStatus.Active) Value("status", status);
            if (trace is null) return;
            Value("source", trace.File);
            Value("page", trace.Page);
            Value("line", trace.Line);
            Value("stored", trace.StoredFile);
        }

        public override string ToString() => text.ToString();
    }
}
