using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Interviewing.Application.Today;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

/// <summary>A form to hand in after the talk, a guide to tie for the owner, a decision for the chair.</summary>
internal sealed class WaitingProcedures(TimeProvider clock) : IWaiting
{
    public async Task<IReadOnlyList<WaitingItem>> For(Guid person, IInterviewDb db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var forms = await (from card in db.Scorecards.AsNoTracking()
                           join seat in db.PanelSeats on card.SeatId equals seat.Id
                           join procedure in db.Procedures on card.ProcedureId equals procedure.Id
                           join candidate in db.Candidates on card.CandidateId equals candidate.Id
                           from interview in db.Interviews.Where(i => i.CandidateId == candidate.Id && i.Status != InterviewStatus.Cancelled)
                           where seat.RemovedAt == null && (seat.PersonId == person || seat.GuestLinkId == person) && card.SealedAt == null && card.ExcusedAt == null
                               && (interview.When.Utc <= now || interview.Status == InterviewStatus.InProgress || interview.Status == InterviewStatus.AwaitingScores)
                           select new { card.Id, candidate.Code, procedure.Title, interview.When.Utc }).ToListAsync(ct);
        var guides = await (from procedure in db.Procedures.AsNoTracking()
                            where procedure.OwnerId == person && procedure.Status == ProcedureStatus.Draft
                            select new { procedure.Id, procedure.Title, procedure.CreatedAt }).ToListAsync(ct);
        var decisions = await (from procedure in db.Procedures.AsNoTracking()
                               where procedure.Status == ProcedureStatus.Consensus
                                   && db.PanelSeats.Any(s => s.ProcedureId == procedure.Id && s.RemovedAt == null && s.PersonId == person && s.Kind == SeatKind.Chair)
                               select new { procedure.Id, procedure.Title, Since = db.Candidates.Where(c => c.ProcedureId == procedure.Id).Max(c => c.RevealedAt) }).ToListAsync(ct);
        return
        [
            .. forms.Select(f => new WaitingItem("scoring.waiting-form", f.Utc < now ? f.Utc : now, $"/score/{f.Id}", f.Code, f.Title)),
            .. guides.Select(g => new WaitingItem("procedures.waiting-guide", g.CreatedAt, $"/procedures/{g.Id}", g.Title)),
            .. decisions.Select(d => new WaitingItem("decisions.waiting-decision", d.Since ?? now, $"/procedures/{d.Id}/decision", d.Title)),
        ];
    }
}

/// <summary>Interviews in which one has a seat, by the candidate's code.</summary>
internal sealed class InterviewAgenda : IAgenda
{
    public async Task<IReadOnlyList<AgendaItem>> For(Guid person, DateTimeOffset from, DateTimeOffset until, IInterviewDb db, CancellationToken ct)
    {
        var (first, last) = (from, until);
        var rows = await (from interview in db.Interviews.AsNoTracking()
                          join procedure in db.Procedures on interview.ProcedureId equals procedure.Id
                          join candidate in db.Candidates on interview.CandidateId equals candidate.Id
                          where interview.When.Utc >= first && interview.When.Utc < last && interview.Status != InterviewStatus.Cancelled
                              && db.PanelSeats.Any(s => s.ProcedureId == procedure.Id && s.RemovedAt == null && (s.PersonId == person || s.GuestLinkId == person))
                          select new { interview, procedure.Title, candidate.Code }).ToListAsync(ct);
        return [.. rows.Select(r => new AgendaItem(r.interview.When, r.interview.Minutes, $"{r.Code} · {r.Title}", r.interview.Place.Length > 0 ? r.interview.Place : r.interview.VideoLink,
            $"/procedures/{r.interview.ProcedureId}", $"procedures.interviewstatus.{r.interview.Status.ToString().ToLowerInvariant()}"))];
    }
}
