using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Guides;

/// <summary>A place of the guide beside its question in the document: its own id, how many other questions could stand there, and why this one does.</summary>
public sealed record GuideItem(Guid Id, Guid Question, bool IsOwn, int Others, Why? Why = null, bool HasOwnProbes = false, bool Offered = false);

/// <summary>Of which guide this is a newer version, and why; and the newest version that follows it.</summary>
public sealed record GuideLineage(int Number, Guid? Before, string? Reason, Guid? After);

/// <summary>A guide as its page shows it. <see cref="Plan"/> is the frozen document, or the draft written out with the library's texts of now.</summary>
public sealed record GuideCard(Guid Id, int Version, Guid? Procedure, string ProfileCode, GuideStatus Status, int Slot, DateTimeOffset ChangedAt,
    FrozenGuide Plan, IReadOnlyList<GuideItem> Items, IReadOnlyList<GuideMember> Members, IReadOnlyList<Finding> Findings, GuideLineage Lineage, FrozenStamp? Frozen, bool MayEdit, bool MayFreeze);

[Needs(Permission.ReadProcedure)]
public sealed record ShowGuide(Guid Guide) : IQuery<GuideCard>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<ShowGuide, GuideCard>
    {
        public async Task<GuideCard> Handle(ShowGuide request, CancellationToken cancellationToken)
        {
            var guide = await db.GuidesFor(caller, Permission.ReadProcedure).Need(request.Guide, cancellationToken);
            await db.LoadParts(guide, cancellationToken);
            var profile = await db.Profiles.AsNoTracking().Where(p => p.Id == guide.ProfileId).Select(p => new { p.Code, p.Name }).FirstAsync(cancellationToken);
            var scope = guide.ProcedureId is { } procedure ? Scope.Procedure(procedure) : Scope.Organisation;
            var own = guide.MadeById is not null && guide.MadeById == caller.IdOrNull;
            var draft = guide.Status == GuideStatus.Draft;
            var (plan, items, findings, stamp) = draft ? await Draft(guide, profile.Name, cancellationToken) : await Frozen(guide, cancellationToken);
            var after = draft ? null : await db.Guides.Where(g => g.RevisionOf == guide.Id).OrderByDescending(g => g.Number).Select(g => (Guid?)g.Id).FirstOrDefaultAsync(cancellationToken);
            return new GuideCard(guide.Id, guide.Version, guide.ProcedureId, profile.Code, guide.Status, guide.Minutes, guide.ChangedAt, plan, items, guide.Members, findings,
                new(guide.Number, guide.RevisionOf, guide.RevisionReason, after), stamp,
                draft && (own || caller.May(Permission.EditGuide, scope)), draft && (own || caller.May(Permission.EditGuide, scope) || caller.May(Permission.Steer, scope)));
        }

        private async Task<(FrozenGuide, IReadOnlyList<GuideItem>, IReadOnlyList<Finding>, FrozenStamp?)> Draft(Guide guide, LocalText profile, CancellationToken ct)
        {
            var library = await db.LibraryOf([.. guide.Competencies.Select(c => c.CompetencyId)], ct);
            var plan = await db.WriteOut(guide, profile, library, ct);
            var asked = await db.AskedIn(guide.Earlier, ct);
            var reasoning = new Reasoning(guide, library, asked);
            var retired = library.Values.SelectMany(c => c.Questions).Where(q => q.Status == ItemStatus.Retired).Select(q => q.Id).ToHashSet();
            var findings = PlanCheck.Of(plan, guide.Minutes, PlanFacts.None with { Retired = retired, AskedBefore = asked, Members = guide.Members });
            return (plan, [.. guide.Questions.OrderBy(q => q.Order).Select(q => Item(q, reasoning.Of(q)))], findings, null);
        }

        private async Task<(FrozenGuide, IReadOnlyList<GuideItem>, IReadOnlyList<Finding>, FrozenStamp?)> Frozen(Guide guide, CancellationToken ct)
        {
            var paper = await db.PaperOf(guide, ct);
            var skipped = guide.ProcedureId is not { } procedure ? [] : await (
                from s in db.SkippedQuestions
                join c in db.Candidates on s.CandidateId equals c.Id
                where c.ProcedureId == procedure
                group s by s.QuestionId into g
                select new { g.Key, Count = g.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, ct);
            return (paper.Guide, [.. guide.Questions.OrderBy(q => q.Order).Select(q => Item(q, null))], PlanCheck.OfFrozen(paper.Guide, PlanFacts.None with { Skipped = skipped }), paper.Frozen);
        }

        private static GuideItem Item(GuideQuestion place, Why? why) =>
            new(place.Id, place.QuestionId ?? place.Id, place.QuestionId is null, why?.Others ?? 0, why, place.Probes is not null, place.OfferedAs is not null);
    }
}
