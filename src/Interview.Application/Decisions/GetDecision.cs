using Interviewing.Application.Audit;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Decisions;

public sealed record DecidedCandidate(Guid Candidate, string Code, string Name, Advice Advice, string? Reason);

public sealed record DecisionView(string Title, string By, DateTimeOffset At, string Reasons, IReadOnlyList<DecidedCandidate> Candidates, Guid? Appointed, Guid? Reserve, DateOnly? ReserveUntil, string? LowerReason)
{
    public DecidedCandidate? Of(Guid? candidate) => Candidates.FirstOrDefault(c => c.Candidate == candidate);
}

/// <summary>What was decided, by whom, when and why; not found while nothing was.</summary>
[Needs(Permission.ReadResults), Discloses(nameof(Procedure))]
public sealed record GetDecision(Guid Procedure) : IQuery<DecisionView>, IScoped
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db) : IRequestHandler<GetDecision, DecisionView>
    {
        public async Task<DecisionView> Handle(GetDecision request, CancellationToken cancellationToken) => await db.DecisionOf(request.Procedure, cancellationToken) ?? throw Refusal.NotFound;
    }
}

internal static class Made
{
    public static async Task<DecisionView?> DecisionOf(this IInterviewDb db, Guid procedure, CancellationToken ct)
    {
        var found = await (from d in db.Decisions.AsNoTracking()
                           join p in db.Procedures on d.ProcedureId equals p.Id
                           join person in db.Persons on d.By equals person.Id
                           where p.Id == procedure
                           select new { Decision = d, p.Title, person.Name }).FirstOrDefaultAsync(ct);
        if (found is null) return null;
        var candidates = await (from c in db.Candidates.AsNoTracking()
                                join i in db.CandidateIdentities on c.Id equals i.Id
                                where c.ProcedureId == procedure
                                orderby c.Number
                                select new { c.Id, c.Code, i.Name }).ToListAsync(ct);
        var decision = found.Decision;
        return new(found.Title, found.Name, decision.At, decision.Reasons, [.. candidates.Select(c =>
        {
            var advice = decision.Advised.First(a => a.Candidate == c.Id);
            return new DecidedCandidate(c.Id, c.Code, c.Name, advice.Advice, advice.Reason);
        })], decision.AppointedId, decision.ReserveId, decision.ReserveUntil, decision.LowerReason);
    }
}
