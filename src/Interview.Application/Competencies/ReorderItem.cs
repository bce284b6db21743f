using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Competencies;

/// <summary>Puts a level, indicator, question or tip in another place of its list, counted from 0.</summary>
[Needs(Permission.EditLibrary)]
public sealed record ReorderItem(Guid Competency, Guid Item, int Place) : ICommand<Saved>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<ReorderItem, Saved>
    {
        public async Task<Saved> Handle(ReorderItem request, CancellationToken cancellationToken)
        {
            var saved = new Saved(clock.GetUtcNow());
            var competency = await db.NeedToEdit(caller, request.Competency, cancellationToken);
            if (competency.Levels.Any(l => l.Id == request.Item)) Refuse.If(await db.IsLadderUsed(competency.Id, cancellationToken), "competencies.ladder-used");
            competency.Move(request.Item, request.Place);
            db.Remember(competency.Id, request.Item, "moved", "", "", caller, saved.At);
            return saved;
        }
    }
}

/// <summary>Takes a part away that nobody used yet. A used one is retired instead.</summary>
[Needs(Permission.EditLibrary)]
public sealed record RemoveItem(Guid Competency, Guid Item) : ICommand<Saved>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<RemoveItem, Saved>
    {
        public async Task<Saved> Handle(RemoveItem request, CancellationToken cancellationToken)
        {
            var saved = new Saved(clock.GetUtcNow());
            var competency = await db.NeedToEdit(caller, request.Competency, cancellationToken);
            if (competency.Levels.Any(l => l.Id == request.Item)) Refuse.If(await db.IsLadderUsed(competency.Id, cancellationToken), "competencies.ladder-used");
            else Refuse.If(await db.IsPartUsed(competency.Id, request.Item, cancellationToken), "competencies.item-used");
            var gone = competency.Keep(request.Item);
            competency.Remove(request.Item);
            db.Remember(competency.Id, request.Item, "removed", gone.Text.ToString(), "", caller, saved.At, new Kept(Part: gone));
            return saved;
        }
    }
}

/// <summary>Takes a competency away that nothing was built on yet.</summary>
[Needs(Permission.EditLibrary)]
public sealed record RemoveCompetency(Guid Competency) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<RemoveCompetency, Done>
    {
        public async Task<Done> Handle(RemoveCompetency request, CancellationToken cancellationToken)
        {
            var competency = await db.NeedToEdit(caller, request.Competency, cancellationToken);
            Refuse.If(await db.IsUsed(competency.Id, cancellationToken), "competencies.competency-used");
            db.CompetencyLinks.RemoveRange(await db.CompetencyLinks.Where(l => l.FromId == competency.Id || l.ToId == competency.Id).ToListAsync(cancellationToken));
            db.LibraryChanges.RemoveRange(await db.LibraryChanges.Where(h => h.SubjectId == competency.Id).ToListAsync(cancellationToken));
            db.SearchEntries.RemoveRange(await db.SearchEntries.Where(s => s.SubjectId == competency.Id).ToListAsync(cancellationToken));
            db.Competencies.Remove(competency);
            return Done.It;
        }
    }
}

/// <summary>What leans on library items: as long as it does they are retired, never deleted, and their ladder stays as it is.</summary>
internal static class Use
{
    public static async Task<bool> IsUsed(this IInterviewDb db, Guid competency, CancellationToken ct) =>
        await db.RequiredCompetencies.AnyAsync(r => r.CompetencyId == competency, ct) || await db.GuideCompetencies.AnyAsync(g => g.CompetencyId == competency, ct)
        || await db.ReviewAnswers.AnyAsync(a => a.CompetencyId == competency, ct) || await db.Goals.AnyAsync(g => g.CompetencyId == competency, ct) || await db.Competencies.AnyAsync(c => c.ReplacesId == competency, ct);

    /// <summary>Somebody asks for a step of it, or was measured on it.</summary>
    public static async Task<bool> IsLadderUsed(this IInterviewDb db, Guid competency, CancellationToken ct) =>
        await db.RequiredCompetencies.AnyAsync(r => r.CompetencyId == competency && r.Level != null, ct) || await db.GuideCompetencies.AnyAsync(g => g.CompetencyId == competency && g.Level != null, ct)
        || await db.ReviewAnswers.AnyAsync(a => a.CompetencyId == competency, ct) || await db.Goals.AnyAsync(g => g.CompetencyId == competency, ct);

    /// <summary>A question stands in a guide, a tip in a plan; an indicator is used as soon as its competency is measured in a guide or a review.</summary>
    public static async Task<bool> IsPartUsed(this IInterviewDb db, Guid competency, Guid item, CancellationToken ct)
    {
        if (await db.Questions.AnyAsync(q => q.Id == item, ct)) return await db.GuideQuestions.AnyAsync(g => g.QuestionId == item, ct);
        if (await db.Tips.AnyAsync(t => t.Id == item, ct)) return await db.PlanActions.AnyAsync(a => a.TipId == item, ct);
        return await db.GuideCompetencies.AnyAsync(g => g.CompetencyId == competency, ct) || await db.ReviewAnswers.AnyAsync(a => a.CompetencyId == competency, ct);
    }
}
