using System.Collections.Concurrent;
using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Scoring;

internal static class Forms
{
    private const int Kept = 200;

    // A frozen document never changes, so reading its text once is enough.
    private static readonly ConcurrentDictionary<Guid, FrozenGuide> Read = new();

    /// <summary>The frozen guide of a procedure; refused when there is none.</summary>
    public static async Task<FrozenGuide> GuideOf(this IInterviewDb db, Guid? frozen, CancellationToken ct)
    {
        if (frozen is not { } id) throw new Refusal("procedures.no-guide");
        if (Read.TryGetValue(id, out var known)) return known;
        var document = await db.FrozenDocuments.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, ct) ?? throw new Refusal("procedures.no-guide");
        if (!document.IsUnaltered) throw new InvalidOperationException($"Frozen document {id} does not match its hash.");
        if (Read.Count >= Kept) Read.Clear();
        return Read.GetOrAdd(id, document.Read());
    }

    /// <summary>Forms of whoever asks: by the person or the guest link on a seat that is still taken and signed for. Anybody else's does not exist.</summary>
    public static IQueryable<Scorecard> Own(this IInterviewDb db, Caller caller)
    {
        var (person, link) = (caller.IdOrNull, caller.Link);
        return db.Scorecards.Where(c => db.PanelSeats.Any(s => s.Id == c.SeatId && s.RemovedAt == null && s.DeclaredAt != null
            && ((person != null && s.PersonId == person) || (link != null && s.GuestLinkId == link))));
    }

    public static async Task<IReadOnlySet<Guid>> NotAskedOf(this IInterviewDb db, FrozenGuide guide, Guid candidate, CancellationToken ct) =>
        FormPlan.NotAsked(guide, await db.SkippedQuestions.Where(s => s.CandidateId == candidate).Select(s => s.QuestionId).ToListAsync(ct));

    /// <summary>A form for every scoring seat and every candidate who takes part and whose scores are not out yet; none without a frozen guide, none twice, none for who is excused.</summary>
    public static async Task MakeForms(this IInterviewDb db, Procedure procedure, CancellationToken ct, Candidate? fresh = null)
    {
        if (procedure.FrozenId is null) return;
        var candidates = await db.Candidates.Where(c => c.ProcedureId == procedure.Id && c.RevealedAt == null && c.WithdrawnAt == null).ToListAsync(ct);
        if (fresh is not null && !candidates.Contains(fresh)) candidates.Add(fresh);
        var there = (await db.Scorecards.Where(c => c.ProcedureId == procedure.Id).ToListAsync(ct)).ToHashSet();
        var excused = (await db.Conflicts.Where(c => c.ProcedureId == procedure.Id && c.Answer == ConflictAnswer.Excused).Select(c => new { c.SeatId, c.CandidateId }).ToListAsync(ct)).ToHashSet();
        foreach (var candidate in candidates)
        {
            var missing = procedure.Seats.Where(s => s is { IsTaken: true, Scores: true } && !excused.Contains(new { SeatId = s.Id, CandidateId = candidate.Id }) && !there.Any(c => c.SeatId == s.Id && c.CandidateId == candidate.Id)).ToList();
            foreach (var seat in missing) there.Add(db.Add(new Scorecard(procedure.Id, candidate.Id, seat.Id)));
            // A new form changes what 'all forms' means for this candidate, so it may not pass a seal that counts them at the same moment.
            if (missing.Count > 0 && candidate != fresh) candidate.Settle([.. there.Where(c => c.CandidateId == candidate.Id)], default);
        }
    }
}
