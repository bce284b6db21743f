using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using Interviewing.Application.Guides;
using Interviewing.Application.Shared;

namespace Interviewing.Infrastructure.Documents;

/// <summary>The guide as an editable Word document: the same model as the printed page.</summary>
internal sealed class GuideDocx(IWords words) : IGuideDocx
{
    private const int NoteLines = 4;

    public byte[] Write(GuidePaper paper, string language, string author)
    {
        var guide = paper.Guide;
        using var sheet = new WordSheet(language, guide.Title.In(language).Text, author, paper.Frozen?.At);
        sheet.Header($"{Say("guides.paper.kind")} · {guide.Title.In(language).Text}");
        sheet.Footer(paper.Frozen is { } stamp
            ? Say("guides.paper.frozen", stamp.At.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo(language)), stamp.Hash[..16])
            : Say("guides.paper.draft"));
        sheet.Paragraph("Title", guide.Title.In(language));
        sheet.Paragraph("Subtitle", Say("guides.paper.summary", guide.Minutes, Count("guides.count.competencies", guide.Competencies.Count), Count("guides.count.questions", guide.Questions.Count)));
        sheet.Table([[Say("guides.paper.candidate"), "", Say("guides.paper.member"), ""]], hasHead: false, headColumns: [0, 2]);
        sheet.Heading(1, Say("guides.paper.opening"), Minutes(guide.OpeningMinutes));
        sheet.Paragraph("Spoken", guide.Opening.In(language));
        foreach (var (question, place) in guide.Questions.Select((q, i) => (q, i + 1))) Question(sheet, guide, question, place, language);
        sheet.Heading(1, Say("guides.paper.closing"), Minutes(guide.ClosingMinutes));
        sheet.Paragraph("Spoken", guide.Closing.In(language));
        return sheet.Close();

        string Say(string key, params object?[] args) => words.In(language, key, args);
        string Minutes(int minutes) => Count("guides.count.minutes", minutes);
        string Count(string key, int number) => Say(key + (number == 1 || (number == 0 && language == "fr") ? ".one" : ".other"), number);
    }

    private void Question(WordSheet sheet, FrozenGuide guide, FrozenQuestion question, int place, string language)
    {
        string Say(string key, params object?[] args) => words.In(language, key, args);
        sheet.Heading(1, Say("guides.paper.question", place, guide.CompetencyOf(question.CompetencyId).Name.In(language).Text), Say(question.Minutes == 1 ? "guides.count.minutes.one" : "guides.count.minutes.other", question.Minutes));
        sheet.Paragraph("Spoken", question.Text.In(language));
        foreach (var probe in question.Probes)
        {
            var text = probe.Text.In(language);
            sheet.Bullet(Say($"competencies.starrstep.{probe.Step.ToString().ToLowerInvariant()}"), text);
        }
        var anchors = guide.AnchorsBeside(question);
        if (anchors.Count > 0)
            sheet.Table([[.. anchors.Select(a => $"{a.Value} {a.Label.In(language).Text}")], [.. anchors.Select(a => a.Anchor.In(language).Text)]], hasHead: true, headColumns: []);
        sheet.Heading(2, Say("guides.paper.notes"), null);
        sheet.Lines(NoteLines);
        sheet.Paragraph("Boxes", $"{Say("guides.paper.score")}:  " + string.Join("   ", guide.Scale.Select(p => $"☐ {p.Value}").Append($"☐ {Say("guides.paper.not-observed")}").Append($"☐ {Say("guides.paper.not-asked")}")));
    }
}
