using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Guides;

/// <summary>From a profile and a choice to a guide with its questions proposed; used to keep one and to print one without keeping it.</summary>
internal static class Drafting
{
    public static Guide Draft(Profile profile, IReadOnlyList<RequiredCompetency> chosen, IReadOnlyDictionary<Guid, LibraryCompetency> library,
        int minutes, IReadOnlyList<string> languages, ScoredItems scores, Guid? madeBy, DateTimeOffset now)
    {
        Refuse.FieldIf(chosen.Count == 0, "competencies", "guides.no-competencies");
        var guide = new Guide(profile.Id, profile.Name, minutes, languages, scores, madeBy, now);
        foreach (var required in chosen) guide.Choose(required.CompetencyId, required.Level, required.Weight);

        string Name(Guid id) => library[id].Name.In(languages[0]).Text;
        foreach (var id in chosen.Select(c => c.CompetencyId))
        {
            Refuse.FieldIf(!library[id].Askable([]).Any(), "competencies", "guides.competency-has-no-questions", Name(id));
            foreach (var language in languages)
                Refuse.FieldIf(!library[id].Askable([language]).Any(), "languages", "guides.language-has-no-texts", Name(id), language);
            Refuse.FieldIf(!library[id].Askable(languages).Any(), "languages", "guides.languages-have-no-common-question", Name(id));
        }
        var choice = chosen.Select(c => new ProposalCompetency(c.CompetencyId, c.Weight, [.. library[c.CompetencyId].Indicators.Select(i => i.Id)],
            [.. library[c.CompetencyId].Askable(languages).Select(q => new ProposalQuestion(q.Id, q.Minutes, q.Touches))])).ToList();
        var proposed = Proposal.Of(choice, guide.MinutesForQuestions);
        Refuse.FieldIf(proposed is null, "minutes", "guides.too-short", minutes, Proposal.Shortest(choice)!.Value + guide.OpeningMinutes + guide.ClosingMinutes);
        foreach (var question in proposed!) guide.Put(question.Competency, question.Question, question.Minutes, now);
        return guide;
    }
}
