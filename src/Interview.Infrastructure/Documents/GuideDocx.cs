using System.Globalization;
using Interviewing.Application.Guides;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;

namespace Interviewing.Infrastructure.Documents;

/// <summary>The guide, or the blank form, as an editable Word document: the same model as the printed page.</summary>
internal sealed class GuideDocx(IWords words) : IGuideDocx
{
    public byte[] Write(GuidePaper paper, string language, string author, PaperWish? wish = null)
    {
        wish ??= PaperWish.Plain;
        var title = paper.Guide.Title.In(language).Text;
        var kind = words.In(language, wish.Form ? "guides.paper.form" : "guides.paper.kind");
        using var sheet = new WordSheet(language, wish.Form ? $"{kind} · {title}" : title, author, paper.Frozen?.At);
        sheet.Header($"{kind} · {title}");
        sheet.Footer(paper.Frozen is { } stamp
            ? words.In(language, "guides.paper.frozen", stamp.At.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo(language)), stamp.Hash[..16])
            : words.In(language, "guides.paper.draft"));
        foreach (var (copy, number) in wish.Copies.Select((c, i) => (c, i)))
        {
            if (number > 0) sheet.NextPage();
            var page = new Page(words, sheet, paper, language, copy);
            if (wish.Form) page.Form();
            else page.Guide(wish.Notes);
        }
        return sheet.Close();
    }

    /// <summary>One copy: of a member of the panel, or of nobody in particular.</summary>
    private sealed class Page(IWords words, WordSheet sheet, GuidePaper paper, string language, GuideMember? copy)
    {
        private const int NoteLines = 4, FormLines = 5;

        private readonly FrozenGuide guide = paper.Guide;
        // A competency with several questions is scored once, where the form on the screen does so too.
        private readonly HashSet<Guid> scored = [.. FormPlan.Of(paper.Guide).Where(s => s.Scored is not null).Select(s => s.NoteId)];

        public void Guide(bool notes)
        {
            Head(Say("guides.paper.summary", guide.Minutes, Count("guides.count.competencies", guide.Competencies.Count), Count("guides.count.questions", guide.Questions.Count)));
            sheet.Heading(1, Say("guides.paper.opening"), Minutes(guide.OpeningMinutes));
            sheet.Paragraph("Spoken", guide.Opening.In(language));
            foreach (var (question, place) in Places(panelOnly: false)) Question(question, place, notes);
            sheet.Heading(1, Say("guides.paper.closing"), Minutes(guide.ClosingMinutes));
            sheet.Paragraph("Spoken", guide.Closing.In(language));
            foreach (var (question, place) in Places(panelOnly: true)) Question(question, place, notes);
        }

        public void Form()
        {
            Head(Say("guides.paper.form-of", Say("guides.paper.kind"), guide.Number));
            foreach (var step in FormPlan.Of(guide).Where(s => s.Scored is not null))
            {
                sheet.Heading(1, step.Competency.Name.In(language).Text, Say("guides.paper.step", step.Number));
                foreach (var question in FormPlan.AskedFor(guide, step)) sheet.Paragraph("Spoken", question.Text.In(language));
                Anchors(FormPlan.Points(guide, step).Where(p => !p.Anchor.IsEmpty).Select(p => (p.Value, p.Label, p.Anchor)).ToList());
                Boxes();
                sheet.Heading(2, Say("guides.paper.evidence"), null);
                sheet.Lines(FormLines);
            }
            sheet.Table([[Say("guides.paper.date"), "", Say("guides.paper.signature"), ""]], hasHead: false, headColumns: [0, 2]);
        }

        private void Head(string summary)
        {
            sheet.Paragraph("Title", guide.Title.In(language));
            sheet.Paragraph("Subtitle", summary);
            if (paper.Members.Count > 0) sheet.Paragraph("Subtitle", Say("guides.paper.panel", string.Join(", ", paper.Members.Select(m => m.Name))));
            List<string> cells = [Say("guides.paper.candidate"), "", Say("guides.paper.member"), copy?.Name ?? ""];
            if (paper.FormCodeFor(copy?.Id) is { } code) cells.AddRange([Say("guides.paper.code"), code]);
            sheet.Table([cells], hasHead: false, headColumns: [0, 2, 4]);
        }

        private void Question(FrozenQuestion question, int place, bool notes)
        {
            sheet.Heading(1, Say("guides.paper.question", place, guide.CompetencyOf(question.CompetencyId).Name.In(language).Text), question.PanelOnly ? Say("guides.paper.after") : Minutes(question.Minutes));
            if (paper.NameOf(question.Member) is { } asks) sheet.Paragraph("Subtitle", copy is not null && question.Member == copy.Id ? Say("guides.paper.you-ask") : Say("guides.paper.asks", asks));
            sheet.Paragraph("Spoken", question.Text.In(language));
            foreach (var probe in question.Probes)
                sheet.Bullet(Say($"competencies.starrstep.{probe.Step.ToString().ToLowerInvariant()}"), probe.Text.In(language));
            Anchors(guide.AnchorsBeside(question).Select(a => (a.Value, a.Label, a.Anchor)).ToList());
            if (notes)
            {
                sheet.Heading(2, Say("guides.paper.notes"), null);
                sheet.Lines(NoteLines);
            }
            if (scored.Contains(question.Id)) Boxes();
        }

        private void Anchors(List<(int Point, LocalText Label, LocalText Text)> anchors)
        {
            if (anchors.Count > 0)
                sheet.Table([[.. anchors.Select(a => $"{a.Point} {a.Label.In(language).Text}")], [.. anchors.Select(a => a.Text.In(language).Text)]], hasHead: true, headColumns: []);
        }

        private void Boxes() => sheet.Paragraph("Boxes", $"{Say("guides.paper.score")}:  " + string.Join("   ", guide.Scale.Select(p => $"☐ {p.Value}").Append($"☐ {Say("guides.paper.not-observed")}").Append($"☐ {Say("guides.paper.not-asked")}")));

        private IEnumerable<(FrozenQuestion, int)> Places(bool panelOnly) => guide.Questions.Select((q, i) => (q, i + 1)).Where(x => x.q.PanelOnly == panelOnly);

        private string Say(string key, params object?[] args) => words.In(language, key, args);

        private string Minutes(int minutes) => Count("guides.count.minutes", minutes);

        private string Count(string key, int number) => Say(key + (number == 1 || (number == 0 && language == "fr") ? ".one" : ".other"), number);
    }
}
