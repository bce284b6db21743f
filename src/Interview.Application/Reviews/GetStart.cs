using Interviewing.Application.Competencies;
using Interviewing.Application.Development;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

/// <summary>A competency with which a first plan can begin, and the tips of the library for it.</summary>
public sealed record Beginning(SelectionMeasure Measure, IReadOnlyList<OfferedTip> Tips);

/// <summary>The offer as the hired person sees it; without consent there is no outcome in it.</summary>
public sealed record StartView(Guid Id, string Title, DateTimeOffset OfferedAt, DateTimeOffset? ConsentedAt, bool HasConsent, bool IsDeclined, SelectionOutcome? Outcome, IReadOnlyList<Beginning> Beginnings, Guid? Plan);

[Needs(Permission.OwnDevelopment)]
public sealed record GetStart(Guid Start) : IQuery<StartView>
{
    private const int MostTips = 6;

    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<GetStart, StartView>
    {
        public async Task<StartView> Handle(GetStart request, CancellationToken cancellationToken)
        {
            var me = caller.Id;
            var found = await (from s in db.SelectionStarts.AsNoTracking()
                               where s.Id == request.Start && s.PersonId == me
                               join p in db.Procedures on s.ProcedureId equals p.Id
                               select new { Start = s, p.Title }).FirstOrDefaultAsync(cancellationToken) ?? throw Refusal.NotFound;
            var (start, outcome) = (found.Start, found.Start.Outcome);
            return new(start.Id, found.Title, start.OfferedAt, start.ConsentedAt, start.HasConsent, start.RefusedAt is not null, outcome, await Beginnings(outcome, cancellationToken), start.PlanId);
        }

        private async Task<IReadOnlyList<Beginning>> Beginnings(SelectionOutcome? outcome, CancellationToken ct)
        {
            if (outcome is null) return [];
            var ids = outcome.Beginnings.Select(b => b.Competency).ToList();
            var tips = (await db.Tips.AsNoTracking().Where(t => ids.Contains(t.CompetencyId) && t.Audience == TipAudience.Employee).OrderBy(t => t.Order)
                .Select(t => new { t.CompetencyId, Of = new OfferedTip(t.Id, t.Text, t.Kind) }).ToListAsync(ct)).ToLookup(t => t.CompetencyId, t => t.Of);
            return [.. outcome.Beginnings.Select(b => new Beginning(b, [.. OfferedTips.ByTurns([.. tips[b.Competency]]).Take(MostTips)]))];
        }
    }
}
