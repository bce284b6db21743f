using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Scoring;

public sealed record MyCard(Guid Card, Guid Procedure, string Title, string Code, bool Sealed, Appointment? When, InterviewStatus? Interview);

/// <summary>One's own forms: the open ones, or all of one procedure.</summary>
[Needs(Permission.Score)]
public sealed record ListMyCards(Guid? Procedure = null) : IQuery<IReadOnlyList<MyCard>>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<ListMyCards, IReadOnlyList<MyCard>>
    {
        public async Task<IReadOnlyList<MyCard>> Handle(ListMyCards request, CancellationToken cancellationToken)
        {
            var own = db.Own(caller).AsNoTracking().Where(c => c.ExcusedAt == null);
            own = request.Procedure is { } one ? own.Where(c => c.ProcedureId == one) : own.Where(c => c.SealedAt == null);
            var rows = await (from card in own
                              join procedure in db.Procedures on card.ProcedureId equals procedure.Id
                              join candidate in db.Candidates on card.CandidateId equals candidate.Id
                              orderby procedure.Id, candidate.Number
                              select new
                              {
                                  card.Id, card.ProcedureId, procedure.Title, candidate.Code, card.SealedAt,
                                  interview = db.Interviews.Where(i => i.CandidateId == candidate.Id && i.Status != InterviewStatus.Cancelled).OrderByDescending(i => i.When.Utc).FirstOrDefault(),
                              }).ToListAsync(cancellationToken);
            return [.. rows.Select(r => new MyCard(r.Id, r.ProcedureId, r.Title, r.Code, r.SealedAt is not null, r.interview?.When, r.interview?.Status))];
        }
    }
}
