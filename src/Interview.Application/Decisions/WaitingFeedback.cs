using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Shared;
using Interviewing.Application.Today;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Decisions;

/// <summary>After a decision: candidates who have been told nothing yet, for whoever writes; what is written and not approved, for the chair.</summary>
internal sealed class WaitingFeedback(TimeProvider clock) : IWaiting
{
    public async Task<IReadOnlyList<WaitingItem>> For(Guid person, IInterviewDb db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var decided = db.Procedures.AsNoTracking().Where(p => p.Status == ProcedureStatus.Decided);
        var write = await (from p in decided
                           join decision in db.Decisions on p.Id equals decision.ProcedureId
                           where db.RoleAssignments.Any(r => r.PersonId == person && r.Role == Role.FeedbackEditor && r.ScopeKind == ScopeKind.Procedure && r.ScopeId == p.Id && (r.Until == null || r.Until > now))
                           let open = db.Candidates.Count(c => c.ProcedureId == p.Id && c.RevealedAt != null && !db.CandidateFeedback.Any(f => f.CandidateId == c.Id))
                           where open > 0
                           select new { p.Id, p.Title, decision.At, Open = open }).ToListAsync(ct);
        var approve = await (from p in decided
                             join feedback in db.CandidateFeedback on p.Id equals feedback.ProcedureId
                             where feedback.ApprovedAt == null && db.PanelSeats.Any(s => s.ProcedureId == p.Id && s.PersonId == person && s.Kind == SeatKind.Chair && s.RemovedAt == null && s.DeclaredAt != null)
                             select new { p.Id, p.Title, feedback.WrittenAt }).ToListAsync(ct);
        return
        [
            .. write.Select(w => new WaitingItem(w.Open == 1 ? "decisions.waiting-feedback.one" : "decisions.waiting-feedback.other", w.At, $"/procedures/{w.Id}/feedback", w.Title, w.Open)),
            .. approve.GroupBy(a => (a.Id, a.Title)).Select(a => new WaitingItem(a.Count() == 1 ? "decisions.waiting-approval.one" : "decisions.waiting-approval.other", a.Min(f => f.WrittenAt), $"/procedures/{a.Key.Id}/feedback", a.Key.Title, a.Count())),
        ];
    }
}
