using Interviewing.Application.Audit;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Scoring;

/// <summary>One score as it was sealed and as it is now; null where it is no number, with what it is instead.</summary>
public sealed record ExportedScore(string Code, string? Candidate, string Member, LocalText Competency, LocalText? Question, RatingValue First, RatingValue Last, string? Reason, DateTimeOffset? RevealedAt);

public sealed record ExportedScores(string Title, IReadOnlyList<string> Languages, IReadOnlyList<ExportedScore> Scores);

/// <summary>Every revealed score of a procedure, in the order of candidates, items and members.</summary>
[Needs(Permission.TakeDossier), Discloses(nameof(Procedure))]
public sealed record ExportScores(Guid Procedure) : IQuery<ExportedScores>, IScoped
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<ExportScores, ExportedScores>
    {
        public async Task<ExportedScores> Handle(ExportScores request, CancellationToken cancellationToken)
        {
            var procedure = await db.Procedures.AsNoTracking().Need(request.Procedure, cancellationToken);
            var guide = await db.GuideOf(procedure.FrozenId, cancellationToken);
            var guides = await db.GuidesOf(procedure, cancellationToken);
            var showNames = procedure.ShowsNames || caller.May(Permission.PlanProcedure, request.Scope);
            var candidates = await db.Candidates.AsNoTracking().Where(c => c.ProcedureId == procedure.Id && c.RevealedAt != null).OrderBy(c => c.Number)
                .Select(c => new { c.Id, c.Code, c.RevealedAt, Name = showNames ? db.CandidateIdentities.Where(i => i.Id == c.Id).Select(i => i.Name).FirstOrDefault() : null }).ToListAsync(cancellationToken);
            var members = await db.ScoringMembers(procedure.Id, cancellationToken);
            var trails = (await db.TrailsOf(procedure.Id, cancellationToken)).ToLookup(t => (t.Candidate, t.Item, t.Seat));
            return new(procedure.Title, guide.Languages,
                [.. from candidate in candidates
                    let own = guides[candidate.Id]
                    from item in own.ScoredIds
                    from member in members
                    from trail in trails[(candidate.Id, item, member.Seat)]
                    select new ExportedScore(candidate.Code, candidate.Name, member.Name, own.CompetencyOf(item).Name, own.Questions.FirstOrDefault(q => q.Id == item)?.Text, trail.First, trail.Last,
                        trail.Steps.Count == 0 ? null : string.Join(" / ", trail.Steps.Select(s => s.Reason)), candidate.RevealedAt)]);
        }
    }
}
