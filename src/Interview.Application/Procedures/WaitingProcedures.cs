using Interviewing.Application.Reminders.Planning;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Interviewing.Application.Today;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

/// <summary>Statements to sign, a form to hand in after the talk, ties to judge; for the owner a guide to tie, candidates to plan and forms that stay out; talks to hold and a decision for the chair.</summary>
internal sealed class WaitingProcedures(TimeProvider clock) : IWaiting
{
    public async Task<IReadOnlyList<WaitingItem>> For(Guid person, IInterviewDb db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return [.. await Own(person, db, now, ct), .. await OfOwner(person, db, now, ct), .. await OfChair(person, db, now, ct)];
    }

    private static async Task<IEnumerable<WaitingItem>> Own(Guid person, IInterviewDb db, DateTimeOffset now, CancellationToken ct)
    {
        var statements = await (from seat in db.PanelSeats.AsNoTracking()
                                join procedure in Running(db) on seat.ProcedureId equals procedure.Id
                                where seat.PersonId == person && seat.RemovedAt == null && seat.DeclaredAt == null
                                select new { procedure.Id, procedure.Title, seat.AddedAt }).ToListAsync(ct);
        var forms = await (from card in db.Scorecards.AsNoTracking()
                           join seat in db.PanelSeats on card.SeatId equals seat.Id
                           join procedure in db.Procedures on card.ProcedureId equals procedure.Id
                           join candidate in db.Candidates on card.CandidateId equals candidate.Id
                           from interview in db.Interviews.Where(i => i.CandidateId == candidate.Id && i.Status != InterviewStatus.Cancelled && i.Status != InterviewStatus.NoShow)
                           where seat.RemovedAt == null && seat.PersonId == person && seat.DeclaredAt != null && card.SealedAt == null && card.ExcusedAt == null
                               && (interview.When.Utc <= now || interview.Status == InterviewStatus.InProgress || interview.Status == InterviewStatus.AwaitingScores)
                           select new { card.Id, candidate.Code, procedure.Title, interview.When.Utc }).ToListAsync(ct);
        return
        [
            .. statements.Select(s => new WaitingItem("procedures.waiting-statement", s.AddedAt, $"/procedures/{s.Id}/declare", s.Title)),
            .. forms.Select(f => new WaitingItem("scoring.waiting-form", f.Utc < now ? f.Utc : now, $"/score/{f.Id}", f.Code, f.Title)),
        ];
    }

    private static async Task<IEnumerable<WaitingItem>> OfOwner(Guid person, IInterviewDb db, DateTimeOffset now, CancellationToken ct)
    {
        var own = Running(db).Where(p => p.OwnerId == person);
        var guides = await own.Where(p => p.Status == ProcedureStatus.Draft).Select(p => new { p.Id, p.Title, p.CreatedAt }).ToListAsync(ct);
        var unplanned = await own.Where(p => p.Status != ProcedureStatus.Draft).Select(p => new
        {
            p.Id, p.Title,
            Candidates = db.Candidates.Where(c => c.ProcedureId == p.Id && c.RevealedAt == null && c.WithdrawnAt == null
                && !db.Interviews.Any(i => i.CandidateId == c.Id && i.Status != InterviewStatus.Cancelled && i.Status != InterviewStatus.NoShow)).Select(c => c.AddedAt).ToList(),
        }).ToListAsync(ct);
        var missing = await (from procedure in own
                             from interview in db.Interviews.Where(i => i.ProcedureId == procedure.Id && (i.Status == InterviewStatus.AwaitingScores || (i.Status == InterviewStatus.InProgress && i.When.Utc <= now) || (i.Status == InterviewStatus.Planned && i.When.Utc <= now)))
                             let open = db.Scorecards.Count(c => c.CandidateId == interview.CandidateId && c.SealedAt == null && c.ExcusedAt == null)
                             where open > 0
                             select new { procedure.Id, procedure.Title, interview.When.Utc, interview.Minutes, Open = open }).ToListAsync(ct);
        return
        [
            .. guides.Select(g => new WaitingItem("procedures.waiting-guide", g.CreatedAt, $"/procedures/{g.Id}", g.Title)),
            .. unplanned.Where(u => u.Candidates.Count > 0).Select(u => new WaitingItem(u.Candidates.Count == 1 ? "procedures.waiting-talk.one" : "procedures.waiting-talk.other", u.Candidates.Min(), $"/procedures/{u.Id}/plan", u.Title, u.Candidates.Count)),
            .. missing.Where(m => m.Utc.AddMinutes(m.Minutes) <= now).GroupBy(m => (m.Id, m.Title)).Select(g => new WaitingItem(g.Sum(m => m.Open) == 1 ? "procedures.waiting-forms.one" : "procedures.waiting-forms.other", g.Min(m => m.Utc.AddMinutes(m.Minutes)), $"/procedures/{g.Key.Id}", g.Key.Title, g.Sum(m => m.Open))),
        ];
    }

    private static async Task<IEnumerable<WaitingItem>> OfChair(Guid person, IInterviewDb db, DateTimeOffset now, CancellationToken ct)
    {
        var chaired = Running(db).Where(p => db.PanelSeats.Any(s => s.ProcedureId == p.Id && s.RemovedAt == null && s.PersonId == person && s.Kind == SeatKind.Chair && s.DeclaredAt != null));
        var decisions = await chaired.Where(p => p.Status == ProcedureStatus.Consensus)
            .Select(p => new { p.Id, p.Title, Since = db.Candidates.Where(c => c.ProcedureId == p.Id).Max(c => c.RevealedAt) }).ToListAsync(ct);
        // A talk that was opened and not closed, or scores that lie far apart and no talk yet.
        var revealed = await (from candidate in db.Candidates.AsNoTracking()
                              join procedure in chaired on candidate.ProcedureId equals procedure.Id
                              where candidate.RevealedAt != null
                              select new { candidate.Id, candidate.Code, candidate.RevealedAt, Procedure = procedure.Id, procedure.Title, Going = db.Consensuses.Any(t => t.CandidateId == candidate.Id && t.ClosedAt == null) }).ToListAsync(ct);
        var apart = revealed.Count == 0 ? [] : await db.ScoresApart([.. revealed.Select(r => r.Id)], ct);
        // A tie of the chair is judged by whoever plans.
        var ties = await (from conflict in db.Conflicts.AsNoTracking()
                          join seat in db.PanelSeats on conflict.SeatId equals seat.Id
                          join candidate in db.Candidates on conflict.CandidateId equals candidate.Id
                          join procedure in Running(db) on conflict.ProcedureId equals procedure.Id
                          where conflict.Answer == ConflictAnswer.Open && seat.RemovedAt == null
                              && (seat.Kind == SeatKind.Chair ? procedure.OwnerId == person : chaired.Any(p => p.Id == procedure.Id))
                          select new { procedure.Id, procedure.Title, candidate.Code, conflict.ReportedAt }).ToListAsync(ct);
        return
        [
            .. decisions.Select(d => new WaitingItem("decisions.waiting-decision", d.Since ?? now, $"/procedures/{d.Id}/decision", d.Title)),
            .. revealed.Where(r => r.Going || apart.Contains(r.Id)).Select(r => new WaitingItem(r.Going ? "scoring.waiting-talk.going" : "scoring.waiting-talk.apart", r.RevealedAt ?? now, $"/procedures/{r.Procedure}/consensus/{r.Id}", r.Code, r.Title)),
            .. ties.Select(t => new WaitingItem("procedures.waiting-conflict", t.ReportedAt, $"/procedures/{t.Id}", t.Title, t.Code)),
        ];
    }

    private static IQueryable<Procedure> Running(IInterviewDb db) =>
        db.Procedures.AsNoTracking().Where(p => p.Status != ProcedureStatus.Decided && p.Status != ProcedureStatus.Closed && p.Status != ProcedureStatus.Anonymised);
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
                              && db.PanelSeats.Any(s => s.ProcedureId == procedure.Id && s.RemovedAt == null && s.DeclaredAt != null && s.PersonId == person
                                  && !db.Conflicts.Any(x => x.SeatId == s.Id && x.CandidateId == candidate.Id && x.Answer == ConflictAnswer.Excused))
                          select new { interview, procedure.Title, candidate.Code }).ToListAsync(ct);
        return [.. rows.Select(r => new AgendaItem(r.interview.When, r.interview.Minutes, $"{r.Code} · {r.Title}", r.interview.Place.Length > 0 ? r.interview.Place : r.interview.VideoLink,
            $"/procedures/{r.interview.ProcedureId}", $"procedures.interviewstatus.{r.interview.Status.ToString().ToLowerInvariant()}"))];
    }
}
