using Interviewing.Application.Audit;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Scoring;

public sealed record EvidenceNote(LocalText Question, string Member, string Text);

public sealed record EvidenceCorrection(LocalText Item, string Member, RatingOutcome Old, int? OldPoint, RatingOutcome New, int? NewPoint, string Reason, DateTimeOffset At);

/// <summary>What the members wrote about one candidate, and what was put right afterwards; nothing before the reveal.</summary>
public sealed record Evidence(string Code, IReadOnlyList<EvidenceNote> Notes, IReadOnlyList<EvidenceCorrection> Corrections);

[Needs(Permission.ReadResults), Discloses(nameof(Candidate))]
public sealed record ReadEvidence(Guid Procedure, Guid Candidate) : IQuery<Evidence>, IScoped
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db) : IRequestHandler<ReadEvidence, Evidence>
    {
        public async Task<Evidence> Handle(ReadEvidence request, CancellationToken cancellationToken)
        {
            var procedure = await db.Procedures.AsNoTracking().Need(request.Procedure, cancellationToken);
            var candidate = await db.Candidates.AsNoTracking().Where(c => c.ProcedureId == procedure.Id && c.RevealedAt != null).Need(request.Candidate, cancellationToken);
            var guide = await db.GuideOf(candidate.FrozenId ?? procedure.FrozenId, cancellationToken);
            var cards = from card in db.Scorecards.AsNoTracking()
                        join seat in db.PanelSeats on card.SeatId equals seat.Id
                        where card.CandidateId == candidate.Id && card.SealedAt != null
                        select new { card.Id, seat.AddedAt, Name = db.Persons.Where(p => p.Id == seat.PersonId).Select(p => p.Name).FirstOrDefault() ?? db.GuestLinks.Where(g => g.Id == seat.GuestLinkId).Select(g => g.Name).FirstOrDefault() ?? "" };
            var notes = await (from note in db.Notes join card in cards on note.CardId equals card.Id where note.Text != "" orderby card.AddedAt select new { note.QuestionId, card.Name, note.Text }).ToListAsync(cancellationToken);
            var corrections = await (from c in db.Corrections join card in cards on c.CardId equals card.Id orderby c.At select new { Correction = c, card.Name }).ToListAsync(cancellationToken);
            var steps = FormPlan.Of(guide);
            return new(candidate.Code,
                [.. steps.SelectMany(s => notes.Where(n => n.QuestionId == s.NoteId).Select(n => new EvidenceNote(s.Question?.Text ?? s.Competency.Name, n.Name, n.Text)))],
                [.. corrections.Select(c => new EvidenceCorrection(guide.CompetencyOf(c.Correction.ItemId).Name, c.Name, c.Correction.OldOutcome, c.Correction.OldPoint, c.Correction.NewOutcome, c.Correction.NewPoint, c.Correction.Reason, c.Correction.At))]);
        }
    }
}
