using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Guides;

/// <summary>A question that could be asked: how many indicators it touches, whether they are the same ones, and how long the guide would be with it.</summary>
public sealed record Alternative(Guid Question, LocalText Text, QuestionType Type, int Minutes, int Touches, bool SameTouches, int TotalAfter);

/// <summary>The questions of a competency that the guide does not ask yet, in library order: instead of one of its places, or as one more.</summary>
[Needs(Permission.EditGuide)]
public sealed record ListAlternatives(Guid Guide, Guid Competency, Guid? Instead) : IQuery<IReadOnlyList<Alternative>>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<ListAlternatives, IReadOnlyList<Alternative>>
    {
        public async Task<IReadOnlyList<Alternative>> Handle(ListAlternatives request, CancellationToken cancellationToken)
        {
            var guide = await db.GuidesFor(caller, Permission.EditGuide).AsNoTracking().Include(g => g.Questions).Need(request.Guide, cancellationToken);
            var place = request.Instead is { } instead ? guide.Questions.FirstOrDefault(q => q.Id == instead) ?? throw Refusal.NotFound : null;
            var total = guide.OpeningMinutes + guide.ClosingMinutes + guide.Questions.Sum(q => q.Minutes) - (place?.Minutes ?? 0);
            var used = guide.Questions.Select(q => q.QuestionId).ToHashSet();
            var all = await db.Questions.AsNoTracking().Where(q => q.CompetencyId == request.Competency).OrderBy(q => q.Order).ThenBy(q => q.Id).ToListAsync(cancellationToken);
            var touched = all.FirstOrDefault(q => q.Id == place?.QuestionId)?.Touches.ToHashSet();
            return [.. all.Where(q => q.Status == ItemStatus.Active && q.Type != QuestionType.Closing && !used.Contains(q.Id) && guide.Languages.Any(q.Text.Has))
                .Select(q => new Alternative(q.Id, q.Text, q.Type, q.Minutes, q.Touches.Count, touched is { Count: > 0 } && touched.SetEquals(q.Touches), total + q.Minutes))];
        }
    }
}
