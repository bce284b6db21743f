using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Guides;

/// <summary>
/// Gives a question that was written for this guide to the library, so that the next guide can ask it; also after freezing, which does not change by it.
/// What touches a forbidden topic stays in its guide.
/// </summary>
[Needs(Permission.EditLibrary)]
public sealed record OfferQuestion(Guid Guide, Guid Item) : ICommand<Guid>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<OfferQuestion, Guid>
    {
        public async Task<Guid> Handle(OfferQuestion request, CancellationToken cancellationToken)
        {
            var guide = await db.NeedGuide(caller, request.Guide, null, cancellationToken);
            var place = guide.Questions.FirstOrDefault(q => q.Id == request.Item) ?? throw Refusal.NotFound;
            Refuse.If(place.QuestionId is null && TopicLint.Of(place.OwnText).Count > 0, "guides.offered-topic");
            var competency = await db.NeedToEdit(caller, place.CompetencyId, cancellationToken);
            var question = competency.AddQuestion(place.OwnText, place.OwnType, place.Minutes, [], place.Probes ?? [], []);
            guide.Offer(place.Id, question.Id);
            db.Add(question);
            db.Remember(competency.Id, question.Id, "added", "", question.Text.ToString(), caller, clock.GetUtcNow());
            return question.Id;
        }
    }
}
