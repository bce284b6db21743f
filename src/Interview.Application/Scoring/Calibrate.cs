using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Scoring;

/// <summary>A sample answer for the panel to score before the first candidate; the chair or whoever plans writes it.</summary>
[Needs(Permission.ReadProcedure)]
public sealed record MakeCalibration(Guid Procedure, Guid Competency, string Question, string Answer) : ICommand<Guid>, IScoped
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<MakeCalibration, Guid>
    {
        public async Task<Guid> Handle(MakeCalibration request, CancellationToken cancellationToken)
        {
            if (!caller.MayLead(request.Scope)) throw Refusal.NotAllowed;
            var procedure = await db.Procedures.AsNoTracking().Need(request.Procedure, cancellationToken);
            procedure.NotOver();
            var guide = await db.GuideOf(procedure.FrozenId, cancellationToken);
            Refuse.FieldIf(guide.Competencies.All(c => c.Id != request.Competency), "competency", "scoring.item-unknown");
            var now = clock.GetUtcNow();
            return db.Add(new Calibration(procedure.Id, request.Competency, request.Question, request.Answer, caller.Id, await db.HasBegun(procedure.Id, now, cancellationToken), now)).Id;
        }
    }
}

/// <summary>A member's own score of the sample; nobody else's is readable before all are in or the chair shows them.</summary>
[Needs(Permission.Score)]
public sealed record ScoreSample(Guid Procedure, Guid Calibration, int Point, string? Why) : ICommand<Done>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<ScoreSample, Done>
    {
        public async Task<Done> Handle(ScoreSample request, CancellationToken cancellationToken)
        {
            var procedure = await db.Procedures.AsNoTracking().Include(p => p.Seats).Need(request.Procedure, cancellationToken);
            procedure.NotOver();
            var sample = await db.Calibrations.Include(c => c.Marks).Where(c => c.ProcedureId == procedure.Id).Need(request.Calibration, cancellationToken);
            var seats = procedure.Seats.Where(s => s is { IsTaken: true, Scores: true }).ToList();
            var own = seats.FirstOrDefault(s => s.IsOf(caller)) ?? throw Refusal.NotFound;
            var guide = await db.GuideOf(procedure.FrozenId, cancellationToken);
            sample.Give(own.Id, request.Point, request.Why, [.. guide.Scale.Select(p => p.Value)], [.. seats.Select(s => s.Id)], clock.GetUtcNow());
            return Done.It;
        }
    }
}

/// <summary>The chair shows the scores of the sample without waiting for the rest.</summary>
[Needs(Permission.Steer)]
public sealed record ShowCalibration(Guid Procedure, Guid Calibration) : ICommand<Done>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<ShowCalibration, Done>
    {
        public async Task<Done> Handle(ShowCalibration request, CancellationToken cancellationToken)
        {
            (await db.Calibrations.Include(c => c.Marks).Where(c => c.ProcedureId == request.Procedure).Need(request.Calibration, cancellationToken)).Show(clock.GetUtcNow());
            return Done.It;
        }
    }
}

internal static class Leading
{
    public static bool MayLead(this Caller caller, Scope scope) => caller.May(Permission.PlanProcedure, scope) || caller.May(Permission.Steer, scope);

    public static bool IsOf(this PanelSeat seat, Caller caller) => (caller.IdOrNull is { } person && seat.PersonId == person) || (caller.Link is { } link && seat.GuestLinkId == link);
}
