using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Scoring;

/// <summary>What others may know of a form: open, handed in, or excused. Whether anything stands on an open one stays with its author.</summary>
public enum FormState { Open, Sealed, Excused }

/// <summary><see cref="Reason"/> of the excuse is for whoever plans or steers.</summary>
public sealed record FormStatus(Guid Card, Guid Candidate, Guid Seat, FormState State, DateTimeOffset? SealedAt, string? Reason);

/// <summary>Which forms are in. Never a score, nor a number made of scores.</summary>
[Needs(Permission.ReadProcedure)]
public sealed record StatusOfPanel(Guid Procedure) : IQuery<IReadOnlyList<FormStatus>>, IScoped
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<StatusOfPanel, IReadOnlyList<FormStatus>>
    {
        public async Task<IReadOnlyList<FormStatus>> Handle(StatusOfPanel request, CancellationToken cancellationToken) =>
            await db.Statuses(request.Procedure, caller.May(Permission.PlanProcedure, request.Scope) || caller.May(Permission.Steer, request.Scope), cancellationToken);
    }
}

internal static class PanelStatus
{
    public static async Task<IReadOnlyList<FormStatus>> Statuses(this IInterviewDb db, Guid procedure, bool reasons, CancellationToken ct) =>
        [.. (await (from form in db.Scorecards.AsNoTracking()
                    join candidate in db.Candidates on form.CandidateId equals candidate.Id
                    join seat in db.PanelSeats on form.SeatId equals seat.Id
                    where form.ProcedureId == procedure
                    orderby candidate.Number, seat.AddedAt, seat.Id
                    select new { form.Id, form.CandidateId, form.SeatId, form.SealedAt, form.ExcusedAt, form.ExcusedReason }).ToListAsync(ct))
            .Select(f => new FormStatus(f.Id, f.CandidateId, f.SeatId, f.SealedAt is not null ? FormState.Sealed : f.ExcusedAt is not null ? FormState.Excused : FormState.Open,
                f.SealedAt, reasons ? f.ExcusedReason : null))];
}
