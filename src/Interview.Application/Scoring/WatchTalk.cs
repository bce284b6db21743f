using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Scoring;

/// <summary>Where a talk stands, for everybody in the room: which question the chair is at, how many forms are in, how many of the panel are there.</summary>
public sealed record TalkState(InterviewStatus? Status, Guid? Question, int FormsIn, int FormsAsked, bool Revealed, int Here, int Seats, IReadOnlyCollection<Guid> NotAsked);

/// <summary>Read again after each signal, by whoever follows a talk.</summary>
[Needs(Permission.ReadProcedure)]
public sealed record WatchTalk(Guid Procedure, Guid Candidate) : IQuery<TalkState>, IScoped, IUnattended
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<WatchTalk, TalkState>
    {
        public async Task<TalkState> Handle(WatchTalk request, CancellationToken cancellationToken)
        {
            var candidate = await db.Candidates.AsNoTracking().Where(c => c.ProcedureId == request.Procedure).Need(request.Candidate, cancellationToken);
            var interview = await db.TalkWith(candidate.Id, cancellationToken);
            var sitting = interview is null ? null : await db.Sittings.AsNoTracking().FirstOrDefaultAsync(s => s.Id == interview.Id, cancellationToken);
            var forms = await db.Scorecards.Where(c => c.CandidateId == candidate.Id && c.ExcusedAt == null).Select(c => c.SealedAt != null).ToListAsync(cancellationToken);
            var since = clock.GetUtcNow() - Presence.Here;
            var seats = await db.PanelSeats.Where(s => s.ProcedureId == request.Procedure && s.RemovedAt == null && s.Kind != SeatKind.Observer)
                .Select(s => db.Presences.Any(p => p.CandidateId == candidate.Id && p.SeatId == s.Id && p.SeenAt >= since)).ToListAsync(cancellationToken);
            return new(interview?.Status, sitting?.Now?.Question, forms.Count(f => f), forms.Count, candidate.IsRevealed, seats.Count(s => s), seats.Count,
                await db.NotAskedOf(await db.GuideFor(candidate.Id, cancellationToken), candidate.Id, cancellationToken));
        }
    }
}

/// <summary>May the one who holds a stream still hear? Asked before each event; anything but yes ends it.</summary>
[Needs(Permission.ReadProcedure)]
public sealed record FollowTalk(Guid Procedure, Guid Candidate) : IQuery<Done>, IScoped, IUnattended
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db) : IRequestHandler<FollowTalk, Done>
    {
        public async Task<Done> Handle(FollowTalk request, CancellationToken cancellationToken)
        {
            Refuse.If(!await db.Candidates.AnyAsync(c => c.Id == request.Candidate && c.ProcedureId == request.Procedure, cancellationToken), Refusal.NotFound);
            return Done.It;
        }
    }
}

internal static class Talks
{
    /// <summary>The talk a candidate has, had or will have: the latest that was not cancelled.</summary>
    public static Task<Interview?> TalkWith(this IInterviewDb db, Guid candidate, CancellationToken ct) =>
        db.Interviews.AsNoTracking().Where(i => i.CandidateId == candidate && i.Status != InterviewStatus.Cancelled).OrderByDescending(i => i.When.Utc).FirstOrDefaultAsync(ct);

    /// <summary>The version of the guide this candidate is asked from.</summary>
    public static async Task<FrozenGuide> GuideFor(this IInterviewDb db, Guid candidate, CancellationToken ct) =>
        await db.GuideOf(await (from c in db.Candidates where c.Id == candidate join p in db.Procedures on c.ProcedureId equals p.Id select c.FrozenId ?? p.FrozenId).FirstAsync(ct), ct);
}
