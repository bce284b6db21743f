using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

/// <summary>By title, by status or the newest first.</summary>
public enum ProcedureOrder { Newest, Title, Status }

public sealed record ProcedureRow(Guid Id, string Title, LocalText Profile, ProcedureStatus Status, string Owner, int Candidates, int FormsIn, int FormsAsked, DateTimeOffset CreatedAt);

/// <summary>The procedures in which one has a part.</summary>
[Needs(Permission.ReadProcedure)]
public sealed record ListProcedures(string? Search = null, ProcedureStatus? Status = null, ProcedureOrder Order = ProcedureOrder.Newest, bool Descending = false, Slice? Slice = null, bool OnlyRunning = false) : IQuery<Paged<ProcedureRow>>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<ListProcedures, Paged<ProcedureRow>>
    {
        public Task<Paged<ProcedureRow>> Handle(ListProcedures request, CancellationToken cancellationToken)
        {
            var procedures = db.Procedures.AsNoTracking().Saying(request.Search, p => p.Title);
            if (caller.Within(Permission.ReadProcedure, ScopeKind.Procedure) is { } mine) procedures = procedures.Where(p => mine.Contains(p.Id));
            if (request.Status is { } status) procedures = procedures.Where(p => p.Status == status);
            if (request.OnlyRunning) procedures = procedures.Where(p => p.Status != ProcedureStatus.Decided && p.Status != ProcedureStatus.Closed && p.Status != ProcedureStatus.Anonymised);
            IOrderedQueryable<Procedure> ordered = (request.Order, request.Descending) switch
            {
                (ProcedureOrder.Title, false) => procedures.OrderBy(p => p.Title),
                (ProcedureOrder.Title, true) => procedures.OrderByDescending(p => p.Title),
                (ProcedureOrder.Status, false) => procedures.OrderBy(p => p.Status),
                (ProcedureOrder.Status, true) => procedures.OrderByDescending(p => p.Status),
                (ProcedureOrder.Newest, true) => procedures.OrderBy(p => p.CreatedAt),
                (ProcedureOrder.Newest, false) => procedures.OrderByDescending(p => p.CreatedAt),
            };
            return ordered.ThenBy(p => p.Id).Select(p => new ProcedureRow(p.Id, p.Title,
                db.Profiles.Where(f => f.Id == p.ProfileId).Select(f => f.Name).First(), p.Status,
                db.Persons.Where(o => o.Id == p.OwnerId).Select(o => o.Name).First(),
                db.Candidates.Count(c => c.ProcedureId == p.Id),
                db.Scorecards.Count(c => c.ProcedureId == p.Id && c.ExcusedAt == null && c.SealedAt != null),
                db.Scorecards.Count(c => c.ProcedureId == p.Id && c.ExcusedAt == null), p.CreatedAt)).ToPaged(request.Slice ?? new Slice(0), cancellationToken);
        }
    }
}
