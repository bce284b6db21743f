using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Guides;

/// <summary>
/// A question that could be asked: how many indicators it touches, whether they are the same ones, how long the guide would be with it, whether an earlier
/// round asked it, and by what the plan would become better or worse (null when nothing would change).
/// </summary>
public sealed record Alternative(Guid Question, LocalText Text, QuestionType Type, int Minutes, int Touches, bool SameTouches, int TotalAfter, bool AskedBefore = false, Criterion? By = null, bool Better = false);

/// <summary>The questions of a competency that the guide does not ask yet, in library order: instead of one of its places, or as one more.</summary>
[Needs(Permission.EditGuide)]
public sealed record ListAlternatives(Guid Guide, Guid Competency, Guid? Instead) : IQuery<IReadOnlyList<Alternative>>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<ListAlternatives, IReadOnlyList<Alternative>>
    {
        public async Task<IReadOnlyList<Alternative>> Handle(ListAlternatives request, CancellationToken cancellationToken)
        {
            var guide = await db.NeedGuide(caller, request.Guide, null, cancellationToken);
            var place = request.Instead is { } instead ? guide.Questions.FirstOrDefault(q => q.Id == instead) ?? throw Refusal.NotFound : null;
            if (guide.Competencies.All(c => c.CompetencyId != request.Competency)) throw Refusal.NotFound;
            var total = guide.OpeningMinutes + guide.ClosingMinutes + guide.Questions.Where(q => !q.PanelOnly).Sum(q => q.Minutes) - (place?.Minutes ?? 0);
            var library = await db.LibraryOf([.. guide.Competencies.Select(c => c.CompetencyId)], cancellationToken);
            var reasoning = new Reasoning(guide, library, await db.AskedIn(guide.Earlier, cancellationToken));
            var all = library[request.Competency].Questions;
            var touched = all.FirstOrDefault(q => q.Id == place?.QuestionId)?.Touches.ToHashSet();
            return [.. reasoning.Others(request.Competency).Select(other =>
            {
                var question = all.First(q => q.Id == other.Id);
                var verdict = reasoning.Instead(place is null ? null : place.QuestionId ?? place.Id, other);
                return new Alternative(question.Id, question.Text, question.Type, question.Minutes, question.Touches.Count,
                    touched is { Count: > 0 } && touched.SetEquals(question.Touches), total + question.Minutes, other.WasAsked, verdict?.By, verdict?.Better == true);
            })];
        }
    }
}
