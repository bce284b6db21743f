using Interviewing.Application.Audit;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Decisions;

public sealed record DecidedCandidate(Guid Candidate, string Code, string Name, CandidateOutcome Outcome, string? Reason);

public sealed record DecisionView(string Title, string By, DateTimeOffset At, string Reasons, IReadOnlyList<DecidedCandidate> Candidates);

/// <summary>What was decided, by whom, when and why; not found while nothing was.</summary>
[Needs(Permission.ReadResults), Discloses(nameof(Procedure))]
public sealed record GetDecision(Guid Procedure) : IQuery<DecisionView>, IScoped
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db) : IRequestHandler<GetDecision, DecisionView>
    {
        public async Task<DecisionView> Handle(GetDecision request, CancellationToken cancellationToken)
        {
            var found = await (from d in db.Decisions.AsNoTracking()
                               join p in db.Procedures on d.ProcedureId equals p.Id
                               join person in db.Persons on d.By equals person.Id
                               where p.Id == request.Procedure
                               select new { Decision = d, p.Title, person.Name }).FirstOrDefaultAsync(cancellationToken) ?? throw Refusal.NotFound;
            var candidates = await (from c in db.Candidates.AsNoTracking()
                                    join i in db.CandidateIdentities on c.Id equals i.Id
                                    where c.ProcedureId == request.Procedure
                                    orderby c.Number
                                    select new { c.Id, c.Code, i.Name }).ToListAsync(cancellationToken);
            return new(found.Title, found.Name, found.Decision.At, found.Decision.Reasons, [.. candidates.Select(c =>
            {
                var outcome = found.Decision.Outcomes.First(o => o.Candidate == c.Id);
                return new DecidedCandidate(c.Id, c.Code, c.Name, outcome.Outcome, outcome.Reason);
            })]);
        }
    }
}
