using Interviewing.Application.Competencies;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Guides;

/// <summary>Writes a guide out with every text it needs: for the page, for paper, and to be frozen.</summary>
public static class GuideDocument
{
    public static FrozenGuide Of(Guide guide, LocalText profileName, IReadOnlyDictionary<Guid, LibraryCompetency> library, Scale scale)
    {
        LocalText Keep(LocalText text) => KeepOnly(text, guide.Languages);
        var questions = guide.Questions.OrderBy(q => q.Order).Select(q => Question(q, library[q.CompetencyId], Keep, Reasons(q))).ToList();

        IReadOnlyList<AllowedTopic>? Reasons(GuideQuestion q) => guide.TopicReasons.Where(r => r.Item == q.Id).Select(r => new AllowedTopic(r.Topic, r.Reason)).ToList() is [_, ..] given ? given : null;
        return new FrozenGuide(FrozenGuide.CurrentSchema, guide.Id, Keep(guide.Title), guide.ProfileId, Keep(profileName), guide.Languages, guide.Scores,
            [.. scale.Points.Select(p => new ScalePoint(p.Value, Keep(p.Label), Keep(p.Anchor)))], scale.PassMark,
            guide.OpeningMinutes, Keep(guide.Opening), guide.ClosingMinutes, Keep(guide.Closing),
            [.. guide.Competencies.OrderBy(c => c.Order).Select(c => Competency(c, library[c.CompetencyId], Anchors(questions.Where(q => q.CompetencyId == c.CompetencyId), scale, Keep), Keep))], questions, guide.WeightReason, guide.Number, guide.EvidenceAtExtremes);
    }

    /// <summary>A text in the languages of the guide; where it has none of them, what there is, so that nothing is silently empty.</summary>
    public static LocalText KeepOnly(LocalText text, IReadOnlyList<string> languages)
    {
        var kept = LocalText.Of(text.All.Where(t => languages.Contains(t.Key)));
        return kept.IsEmpty ? text : kept;
    }

    private static FrozenCompetency Competency(GuideCompetency chosen, LibraryCompetency source, IReadOnlyList<ScalePoint> anchors, Func<LocalText, LocalText> keep) =>
        new(source.Id, source.Code, keep(source.Name), keep(source.Definition), chosen.Level, chosen.Weight, null,
            [.. source.Ladder.Select(keep)], [.. source.Indicators.Select(i => i with { Text = keep(i.Text) })], anchors);

    private static FrozenQuestion Question(GuideQuestion place, LibraryCompetency competency, Func<LocalText, LocalText> keep, IReadOnlyList<AllowedTopic>? allowed)
    {
        List<Probe>? own = place.Probes?.Select(p => p with { Text = keep(p.Text) }).ToList();
        if (place.QuestionId is not { } id) return new(place.Id, place.CompetencyId, keep(place.OwnText), place.OwnType, place.Minutes, [], own ?? [], [], place.MemberId, place.PanelOnly, allowed);
        var source = competency.Questions.First(q => q.Id == id);
        var inUse = competency.Indicators.Select(i => i.Id).ToHashSet();
        return new(id, place.CompetencyId, keep(source.Text), source.Type, place.Minutes, [.. source.Touches.Where(inUse.Contains)],
            own ?? [.. source.Probes.Select(p => p with { Text = keep(p.Text) })], [.. source.Anchors.Select(a => a with { Text = keep(a.Text) })], place.MemberId, place.PanelOnly, allowed);
    }

    // A competency is scored by the anchors of its question when it has one; with several, each question brings its own.
    private static List<ScalePoint> Anchors(IEnumerable<FrozenQuestion> questions, Scale scale, Func<LocalText, LocalText> keep) =>
        questions.Where(q => q.Anchors.Count > 0).Take(2).ToList() is [var only]
            ? [.. scale.Points.Select(p => (Point: p, Anchor: only.Anchors.FirstOrDefault(a => a.Point == p.Value))).Where(x => x.Anchor is not null)
                .Select(x => new ScalePoint(x.Point.Value, keep(x.Point.Label), x.Anchor!.Text))]
            : [];
}
