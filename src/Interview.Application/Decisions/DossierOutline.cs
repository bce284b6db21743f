using System.Globalization;
using Interviewing.Application.Scoring;
using Interviewing.Application.Scoring.Agreement;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Decisions;

/// <summary>The file of a procedure in one language, piece by piece, for paper, page and Word alike.</summary>
public sealed class DossierOutline
{
    private readonly IWords words;
    private readonly string language;
    private readonly CultureInfo culture;
    private readonly DossierContent content;
    private readonly TimeZoneInfo zone;
    private readonly List<Block> blocks = [];

    private DossierOutline(DossierContent content, IWords words, string language, TimeZoneInfo zone) =>
        (this.content, this.words, this.language, this.zone, culture) = (content, words, language, zone, CultureInfo.GetCultureInfo(language));

    public static Outline Of(DossierView view, IWords words, string language, TimeZoneInfo zone)
    {
        var outline = new DossierOutline(view.Content, words, language, zone);
        outline.Everything(view);
        return new(language, outline.Say("dossier.kind"), view.Content.Title, outline.Say("dossier.subtitle", outline.In(view.Content.Profile)),
            view.Checksum is { } hash ? outline.Say("dossier.foot", hash[..16]) : outline.Say("dossier.foot.draft"), view.MadeAt, outline.blocks);
    }

    private void Everything(DossierView view)
    {
        if (view.Checksum is { } hash)
        {
            Add(new Block.Paragraph(Say("dossier.checksum", hash)));
            Add(new Block.Paragraph(Say("dossier.verify")));
        }
        else Add(new Block.Paragraph(Say("dossier.draft")));
        Add(new Block.Paragraph(Say("dossier.zone", zone.Id)));
        Decision();
        Guide();
        Panel();
        foreach (var candidate in content.Candidates) Candidate(candidate);
        Agreement();
        Blindness();
        Head(1, Say("dossier.timeline"));
        Rows([Say("dossier.when"), Say("dossier.what")], content.Timeline.Select(m => new[] { When(m.At), Say($"moment.{m.Key}", [.. m.Args]) }));
    }

    private void Decision()
    {
        Head(1, Say("dossier.decision"));
        if (content.Decision is not { } decision)
        {
            Add(new Block.Paragraph(Say("dossier.decision.none")));
            return;
        }
        Add(new Block.Paragraph(Say("dossier.decision.by", decision.By, When(decision.At))));
        Add(new Block.Paragraph(decision.Appointed is { } chosen ? Say("dossier.appointed", chosen) : Say("dossier.nobody")));
        if (decision.Reserve is { } reserve) Add(new Block.Paragraph(Say("dossier.reserve", reserve, decision.ReserveUntil?.ToString("d MMMM yyyy", culture))));
        if (decision.LowerReason is { } lower) Add(new Block.Paragraph(Say("dossier.lower", lower)));
        Add(new Block.Paragraph(decision.Reasons, Spoken: true));
        Rows([Say("dossier.candidate"), Say("dossier.advice"), Say("dossier.reason")], decision.Advice.Select(a => new[] { $"{a.Name} ({a.Code})", Of("advice", a.Advice), a.Reason ?? "–" }));
        Add(new Block.Paragraph(Say("dossier.no-number")));
    }

    private void Guide()
    {
        var guide = content.Guide;
        Head(1, Say("dossier.guide"), Say("dossier.guide.number", guide.Number));
        Add(new Block.Paragraph(Say("dossier.guide.frozen", In(guide.Title), When(guide.FrozenAt))));
        Add(new Block.Paragraph(Say("dossier.guide.hash", guide.Hash)));
        Add(new Block.Paragraph(Say($"dossier.rule.reveal.{content.Rules.Reveal.ToString().ToLowerInvariant()}")));
        Add(new Block.Paragraph(Say("dossier.rule.talk", content.Rules.Range, Say($"dossier.rule.speaking.{content.Rules.Speaking.ToString().ToLowerInvariant()}"))));
        foreach (var deviation in guide.Deviations) Add(new Block.Paragraph(Say("dossier.deviation", When(deviation.At), deviation.Keeping, deviation.Reason)));
        Rows([Say("dossier.competency"), Say("dossier.weight"), Say("dossier.minimum"), Say("dossier.definition")], guide.Competencies.Select(c => new[] { In(c.Name), $"{c.Weight}", c.Minimum?.ToString("0.##", culture) ?? "–", In(c.Definition) }));
        if (guide.WeightReason is { } why) Add(new Block.Paragraph(Say("dossier.weight-reason", why)));
        Head(2, Say("dossier.anchors"));
        Rows([Say("dossier.competency"), .. guide.Scale.Select(p => $"{p.Value} {In(p.Label)}")],
            guide.Competencies.Select(c => (string[])[In(c.Name), .. guide.Scale.Select(p => In((c.Anchors.FirstOrDefault(a => a.Value == p.Value) ?? p).Anchor))]));
        Head(2, Say("dossier.questions"));
        foreach (var question in guide.Questions)
        {
            Add(new Block.Bullet($"{In(question.Competency)} ({Say("dossier.minutes", question.Minutes)})", In(question.Text)));
            if (question.Anchors.Count > 0) Add(new Block.Paragraph(Say("dossier.question-anchors", string.Join("; ", question.Anchors.Select(a => $"{a.Value} = {In(a.Anchor)}")))));
        }
    }

    private void Panel()
    {
        Head(1, Say("dossier.panel"));
        Rows([Say("dossier.name"), Say("dossier.seat"), Say("dossier.scores"), Say("dossier.period"), Say("dossier.statements")], content.Panel.Select(s => new[]
        {
            s.Name, Say($"seat.{s.Kind.ToString().ToLowerInvariant()}"), Say(s.Scores ? "dossier.yes" : "dossier.no"),
            s.To is { } to ? $"{When(s.From)} – {When(to)}{(s.WhyLeft is { } why ? $" ({why})" : "")}" : Say("dossier.since", When(s.From)),
            s.Statements.Count == 0 ? "–" : string.Join("; ", s.Statements.Select(x => $"{Say($"statement.{x.Kind}")} {When(x.At)}{(x.Text is { } text ? $": {text}" : "")}")),
        }));
    }

    private void Candidate(DossierCandidate candidate)
    {
        Head(1, candidate.Name is { } name ? $"{name} ({candidate.Code})" : candidate.Code);
        foreach (var talk in candidate.Talks) Add(new Block.Paragraph(Say("dossier.talk", talk.Local, talk.Zone, talk.Minutes, words.In(language, $"procedures.interviewstatus.{talk.Status.ToString().ToLowerInvariant()}"))));
        foreach (var skip in candidate.Skipped) Add(new Block.Paragraph(Say("dossier.skipped", In(skip.Question), skip.Reason)));
        if (candidate.RevealedAt is null)
        {
            Add(new Block.Paragraph(Say("dossier.hidden")));
            return;
        }
        foreach (var item in candidate.Items)
        {
            Head(2, item.Question is { } question ? $"{In(item.Competency)}: {In(question)}" : In(item.Competency));
            Rows([Say("dossier.member"), Say("dossier.first"), Say("dossier.changes"), Say("dossier.last"), Say("dossier.notes")], item.Scores.Select(s => new[]
            {
                content.NameOf(s.Seat), Score(s.First), s.Steps.Count == 0 ? "–" : string.Join("\n", s.Steps.Select(Step)), Score(s.Last), s.Notes.Count == 0 ? "–" : string.Join("\n", s.Notes),
            }));
            foreach (var dissent in item.Dissents) Add(new Block.Paragraph(Say("dossier.dissent", content.NameOf(dissent.Seat), When(dissent.At), dissent.Reason)));
        }
        if (candidate.Consensus is { } held)
            Add(new Block.Paragraph(Say("dossier.consensus", When(held.OpenedAt), held.OpenedBy, held.ClosedAt is { } closed ? When(closed) : "–", string.Join(", ", held.Order.Select(t => $"{content.NameOf(t.Seat)} ({Say($"turn.{t.Because.ToString().ToLowerInvariant()}")})")))));
        else Add(new Block.Paragraph(Say("dossier.consensus.none")));
        Head(2, Say("dossier.means"));
        Rows([Say("dossier.competency"), Say("dossier.mean-first"), Say("dossier.mean-last"), Say("dossier.rwg")], candidate.Means.Select(m => new[] { In(m.Competency), MeanText(m.First), MeanText(m.Last), FigureText(m.Within) })
            .Append([Say("dossier.total"), TotalText(candidate.FirstTotal), TotalText(candidate.Total), "–"]));
    }

    private void Agreement()
    {
        var agreement = content.Agreement;
        Head(1, Say("dossier.agreement"));
        Add(new Block.Paragraph(Say("dossier.agreement.about", agreement.Candidates, agreement.Members)));
        Add(new Block.Paragraph(Say("dossier.agreement.overall", FigureText(agreement.Overall))));
        Rows([Say("dossier.competency"), Say("dossier.alpha"), Say(agreement.SamePanel ? "dossier.icc.same-raters" : "dossier.icc.other-raters"), Say("dossier.icc.average"), Say("dossier.limits")], agreement.Competencies.Select(c => new[]
        {
            In(content.Guide.Competencies.First(k => k.Id == c.Competency).Name), FigureText(c.Alpha), FigureText(c.Single.Value), FigureText(c.Average.Value),
            c.Single is { Lower: { } low, Upper: { } high } ? $"{Number(low)} – {Number(high)}" : "–",
        }));
        if (agreement.Pairs.Count > 0) Rows([Say("dossier.pair"), Say("dossier.kappa")], agreement.Pairs.Select(p => new[] { $"{content.NameOf(p.One)} – {content.NameOf(p.Other)}", FigureText(p.Kappa.Kappa) }));
        Rows([Say("dossier.member"), Say("dossier.leniency")], agreement.Leniency.Select(l => new[] { content.NameOf(l.Seat), FigureText(l.Difference, signed: true) }));
    }

    private void Blindness()
    {
        Head(1, Say("dossier.blindness"));
        Add(new Block.Paragraph(Say($"dossier.blindness.{content.Rules.Reveal.ToString().ToLowerInvariant()}")));
        foreach (var candidate in content.Candidates)
            Add(new Block.Bullet(candidate.Code, candidate.RevealedAt is { } at ? Say($"dossier.proof.{content.Rules.Reveal.ToString().ToLowerInvariant()}", When(at)) : Say("dossier.proof.hidden")));
        Rows([Say("dossier.candidate"), Say("dossier.member"), Say("dossier.sealed"), Say("dossier.fingerprint")], content.Candidates.SelectMany(c => c.Forms.Select(f => new[]
        {
            c.Code, content.NameOf(f.Seat), f.SealedAt is { } at ? When(at) : f.ExcusedAt is { } excused ? Say("dossier.excused", When(excused), f.WhyExcused) : "–", f.Hash ?? "–",
        })));
    }

    private string Step(TrailStep step) => Say(step.InConsensus ? step.KeyedIn ? "dossier.step.keyed" : "dossier.step.revised" : "dossier.step.corrected", Score(step.Old), Score(step.New), When(step.At), step.Reason);

    private string Score(RatingValue value) => value.Point is { } point ? $"{point}" : words.In(language, $"scoring.ratingoutcome.{value.Outcome.ToString().ToLowerInvariant()}");

    private string MeanText(Mean mean) => mean.Value is { } value
        ? $"{Mean.Round(value, 2).ToString("F2", culture)} (n = {mean.N}{(mean.Range is > 0 ? $", {Plain(mean.Lowest!.Value)}–{Plain(mean.Highest!.Value)}" : "")})"
        : words.In(language, $"scoring.why.{mean.WhyNot}");

    private string TotalText(Composite? total) => total switch
    {
        null => "–",
        { Value: { } value } => $"{Mean.Round(value, 2).ToString("F2", culture)} ({words.In(language, "scoring.n-scores", total.Scores)})",
        { Partial: { } partial } => $"{Mean.Round(partial, 2).ToString("F2", culture)} ({words.In(language, "scoring.k-of-n", total.Heard, total.Asked)})",
        _ => words.In(language, $"scoring.why.{total.WhyNot}", total.Heard, total.Asked),
    };

    private string FigureText(Figure figure, bool signed = false) => figure.Value is { } value
        ? $"{(signed && value > 0 ? "+" : "")}{Number(value)} (n = {figure.N})"
        : words.In(language, $"scoring.why.{figure.WhyNot}");

    // Half away from zero, on the decimal that is nearest.
    private string Number(double value) => Mean.Round((decimal)value, 2).ToString("F2", culture);

    private string Plain(decimal value) => Mean.Round(value, 2).ToString("0.##", culture);

    private string When(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).ToString("d MMMM yyyy HH:mm", culture);

    private string In(LocalText text) => text.In(language).Text;

    private string Of<T>(string name, T value) where T : struct, Enum => Say($"{name}.{value.ToString().ToLowerInvariant()}");

    private string Say(string key, params object?[] args) => words.In(language, $"decisions.{key}", args);

    private void Head(int level, string text, string? right = null) => Add(new Block.Heading(level, text, right));

    private void Rows(string[] head, IEnumerable<string[]> rows) => Add(new Block.Table([head, .. rows]));

    private void Add(Block block) => blocks.Add(block);
}
