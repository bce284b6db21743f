using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

/// <summary>Whether the appointed candidate was offered a beginning, to whom, and what that person said. Never what came of it.</summary>
public sealed record OfferView(string Title, string? Appointed, string? Email, string? OfferedTo, DateTimeOffset? OfferedAt, DateTimeOffset? ConsentedAt, bool IsDeclined);

[Needs(Permission.PlanProcedure)]
public sealed record ReadOffer(Guid Procedure) : IQuery<OfferView>, IScoped
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db) : IRequestHandler<ReadOffer, OfferView>
    {
        public async Task<OfferView> Handle(ReadOffer request, CancellationToken cancellationToken) =>
            await (from p in db.Procedures.AsNoTracking()
                   where p.Id == request.Procedure
                   from d in db.Decisions.Where(d => d.ProcedureId == p.Id).DefaultIfEmpty()
                   from i in db.CandidateIdentities.Where(i => i.Id == d.AppointedId).DefaultIfEmpty()
                   from s in db.SelectionStarts.Where(s => s.CandidateId == d.AppointedId).DefaultIfEmpty()
                   from to in db.Persons.Where(x => x.Id == s.PersonId).DefaultIfEmpty()
                   select new OfferView(p.Title, i.Name, i.Email, to.Name, s == null ? null : s.OfferedAt, s == null ? null : s.ConsentedAt, s != null && s.RefusedAt != null))
                .FirstOrDefaultAsync(cancellationToken) ?? throw Refusal.NotFound;
    }
}
