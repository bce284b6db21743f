using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Guides;

/// <summary>A place of the guide beside its question in the document: its own id, and how many other questions could stand there.</summary>
public sealed record GuideItem(Guid Id, Guid Question, bool IsOwn, int Others);

/// <summary>A guide as its page shows it. <see cref="Plan"/> is the frozen document, or the draft written out with the library's texts of now.</summary>
public sealed record GuideCard(Guid Id, int Version, Guid? Procedure, string ProfileCode, GuideStatus Status, int Slot, DateTimeOffset ChangedAt,
    FrozenGuide Plan, IReadOnlyList<GuideItem> Items, IReadOnlyList<Finding> Findings, FrozenStamp? Frozen, bool MayEdit, bool MayFreeze);

[Needs(Permission.ReadProcedure)]
public sealed record ShowGuide(Guid Guide) : IQuery<GuideCard>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<ShowGuide, GuideCard>
    {
        public async Task<GuideCard> Handle(ShowGuide request, CancellationToken cancellationToken)
        {
            var guide = await db.GuidesFor(caller, Permission.ReadProcedure).Need(request.Guide, cancellationToken);
            await db.LoadParts(guide, cancellationToken);
            var places = guide.Questions.OrderBy(q => q.Order).ToList();
            var code = await db.Profiles.AsNoTracking().Where(p => p.Id == guide.ProfileId).Select(p => p.Code).FirstAsync(cancellationToken);
            var competencies = guide.Competencies.Select(c => c.CompetencyId).ToList();
            var questions = await db.Questions.AsNoTracking().Where(q => competencies.Contains(q.CompetencyId)).Select(q => new { q.Id, q.CompetencyId, q.Status, q.Type }).ToListAsync(cancellationToken);
            var paper = await db.PaperOf(guide, cancellationToken);
            var used = places.Select(p => p.QuestionId).ToHashSet();
            var others = questions.Where(q => q.Status == ItemStatus.Active && q.Type != QuestionType.Closing && !used.Contains(q.Id)).ToLookup(q => q.CompetencyId);
            var retired = questions.Where(q => q.Status == ItemStatus.Retired).Select(q => q.Id).ToHashSet();
            var scope = guide.ProcedureId is { } procedure ? Scope.Procedure(procedure) : Scope.Organisation;
            var own = guide.MadeById is not null && guide.MadeById == caller.IdOrNull;
            var draft = guide.Status == GuideStatus.Draft;
            return new GuideCard(guide.Id, guide.Version, guide.ProcedureId, code, guide.Status, guide.Minutes, guide.ChangedAt, paper.Guide,
                [.. places.Select(p => new GuideItem(p.Id, p.QuestionId ?? p.Id, p.QuestionId is null, others[p.CompetencyId].Count()))],
                draft ? PlanCheck.Of(paper.Guide, guide.Minutes, retired) : [], paper.Frozen,
                draft && (own || caller.May(Permission.EditGuide, scope)), draft && (own || caller.May(Permission.EditGuide, scope) || caller.May(Permission.Steer, scope)));
        }
    }
}
