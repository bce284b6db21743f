using Interviewing.Application.Competencies;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Guides;

/// <summary>What a guide can be made with besides profile, competencies, time and languages; what is left out has a default.</summary>
public sealed record GuideWishes(int? Opening = null, int? Closing = null, IReadOnlyList<string>? Panel = null, Guid? Scale = null, QuestionMix? Mix = null, Guid? Procedure = null, IReadOnlyList<Guid>? Earlier = null, bool EvidenceAtExtremes = false)
{
    public static GuideWishes None { get; } = new();
}

/// <summary>From a profile and a choice to a guide with its questions proposed; used to keep one and to print one without keeping it.</summary>
internal static class Drafting
{
    /// <summary>As many as practice puts into one talk.</summary>
    public const int UsualCompetencies = 6;

    public static Guide Draft(Profile profile, IReadOnlyList<RequiredCompetency> chosen, IReadOnlyDictionary<Guid, LibraryCompetency> library,
        int minutes, IReadOnlyList<string> languages, ScoredItems scores, GuideWishes wishes, IReadOnlySet<Guid> asked, Guid? madeBy, DateTimeOffset now)
    {
        Refuse.FieldIf(chosen.Count == 0, "competencies", "guides.no-competencies");
        var guide = new Guide(profile.Id, profile.Name, minutes, languages, scores, madeBy, now);
        guide.Wish(wishes.Opening, wishes.Closing, wishes.Scale, wishes.Mix ?? QuestionMix.Free, wishes.Earlier ?? [], wishes.Procedure, now);
        guide.AskEvidence(wishes.EvidenceAtExtremes);
        foreach (var required in chosen) guide.Choose(required.CompetencyId, required.Level, required.Weight);

        foreach (var id in chosen.Select(c => c.CompetencyId)) Check(library[id], languages, guide.Mix);
        var choice = Choices(guide, library, asked);
        var proposed = Proposal.Of(choice, guide.MinutesForQuestions, guide.Mix.OneOfEach);
        Refuse.FieldIf(proposed is null, "minutes", "guides.too-short", minutes, Proposal.Shortest(choice, guide.Mix.OneOfEach)!.Value + guide.OpeningMinutes + guide.ClosingMinutes);
        foreach (var question in proposed!) guide.Put(question.Competency, question.Question, question.Minutes, now);
        guide.Seat(wishes.Panel ?? [], now);
        return guide;
    }

    /// <summary>The competencies of a guide with what may be asked about them now, as the proposal and its comparison see them.</summary>
    public static List<ProposalCompetency> Choices(Guide guide, IReadOnlyDictionary<Guid, LibraryCompetency> library, IReadOnlySet<Guid> asked) =>
        [.. guide.Competencies.OrderBy(c => c.Order).Select(c => new ProposalCompetency(c.CompetencyId, c.Weight, [.. library[c.CompetencyId].Indicators.Select(i => i.Id)],
            [.. library[c.CompetencyId].Askable(guide.Languages).Where(q => guide.Mix.Allows(q.Type)).Select(q => new ProposalQuestion(q.Id, q.Minutes, q.Touches, q.Type, asked.Contains(q.Id)))]))];

    /// <summary>
    /// The competencies to ask about when nobody chose: those with questions, the heaviest first, as many as are usual and fit with one question each; in the profile's order.
    /// </summary>
    public static List<RequiredCompetency> Propose(IReadOnlyList<RequiredCompetency> required, IReadOnlyDictionary<Guid, LibraryCompetency> library, IReadOnlyList<string> languages, QuestionMix mix, int minutes)
    {
        HashSet<Guid> taken = [];
        var left = minutes;
        foreach (var one in required.OrderByDescending(r => r.Weight).ThenBy(r => r.Order))
        {
            if (taken.Count == UsualCompetencies) break;
            var shortest = library[one.CompetencyId].Askable(languages).Where(q => mix.Allows(q.Type)).Select(q => (int?)q.Minutes).Min();
            if (shortest is not { } needed || (taken.Count > 0 && needed > left)) continue;
            taken.Add(one.CompetencyId);
            left -= needed;
        }
        return [.. required.Where(r => taken.Contains(r.CompetencyId))];
    }

    private static void Check(LibraryCompetency competency, IReadOnlyList<string> languages, QuestionMix mix)
    {
        var name = competency.Name.In(languages[0]).Text;
        Refuse.FieldIf(!competency.Askable([]).Any(), "competencies", "guides.competency-has-no-questions", name);
        foreach (var language in languages)
            Refuse.FieldIf(!competency.Askable([language]).Any(), "languages", "guides.language-has-no-texts", name, language);
        Refuse.FieldIf(!competency.Askable(languages).Any(), "languages", "guides.languages-have-no-common-question", name);
        Refuse.FieldIf(!competency.Askable(languages).Any(q => mix.Allows(q.Type)), "mix", "guides.mix-has-no-questions", name);
    }
}
