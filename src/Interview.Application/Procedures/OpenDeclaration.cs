using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

public sealed record DeclaredCandidate(Guid Id, string Code, string? Name);

public sealed record OwnConflict(Guid Candidate, string Nature);

/// <summary>What somebody with a seat is asked to sign, and whom one may know.</summary>
public sealed record Declaration(Guid Procedure, string Title, SeatKind Kind, bool Scores, bool Blind, string Owner, DateTimeOffset? SignedAt, string? SignedWords, IReadOnlyList<DeclaredCandidate> Candidates, IReadOnlyList<OwnConflict> Reported);

/// <summary>The statements that go before the file, for whoever has a seat in it. Names only where the panel may read them.</summary>
[Needs(Permission.Declare)]
public sealed record OpenDeclaration(Guid Procedure) : IQuery<Declaration>, IScoped
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<OpenDeclaration, Declaration>
    {
        public async Task<Declaration> Handle(OpenDeclaration request, CancellationToken cancellationToken)
        {
            var procedure = await db.Procedures.AsNoTracking().Include(p => p.Seats).Need(request.Procedure, cancellationToken);
            var seat = procedure.SeatOf(caller) ?? throw Refusal.NotFound;
            var names = procedure.ShowsNames;
            var candidates = await db.Candidates.AsNoTracking().Where(c => c.ProcedureId == procedure.Id && c.WithdrawnAt == null).OrderBy(c => c.Number)
                .Select(c => new DeclaredCandidate(c.Id, c.Code, names ? db.CandidateIdentities.Where(i => i.Id == c.Id).Select(i => i.Name).FirstOrDefault() : null)).ToListAsync(cancellationToken);
            var reported = await db.Conflicts.AsNoTracking().Where(c => c.SeatId == seat.Id).OrderBy(c => c.ReportedAt).Select(c => new OwnConflict(c.CandidateId, c.Nature)).ToListAsync(cancellationToken);
            var owner = await db.Persons.Where(p => p.Id == procedure.OwnerId).Select(p => p.Name).FirstAsync(cancellationToken);
            return new(procedure.Id, procedure.Title, seat.Kind, seat.Scores, procedure.Blind, owner, seat.DeclaredAt, seat.DeclaredWords, candidates, reported);
        }
    }
}

internal static class OwnSeat
{
    /// <summary>The seat of whoever asks, person or guest; null for somebody without one.</summary>
    public static PanelSeat? SeatOf(this Procedure procedure, Caller caller) =>
        procedure.Seats.FirstOrDefault(s => s.IsTaken && ((s.PersonId is { } person && person == caller.IdOrNull) || (s.GuestLinkId is { } link && link == caller.Link)));
}
