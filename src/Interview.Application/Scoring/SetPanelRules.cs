using FluentValidation;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Scoring;

/// <summary>How this panel will compare: who reads when, from which difference it talks, who speaks first, and what a competency must reach.</summary>
[Needs(Permission.PlanProcedure)]
public sealed record SetPanelRules(Guid Procedure, RevealRule Reveal, int Range, SpeakingRule Speaking, IReadOnlyList<Minimum> Minimums) : ICommand<Done>, IScoped
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Rules : AbstractValidator<SetPanelRules>
    {
        public Rules() => RuleFor(x => x.Minimums).Must(m => m is { Count: <= 50 } && m.All(x => x is not null)).WithErrorCode("scoring.minimums-wrong");
    }

    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<SetPanelRules, Done>
    {
        public async Task<Done> Handle(SetPanelRules request, CancellationToken cancellationToken)
        {
            var procedure = await db.Procedures.Need(request.Procedure, cancellationToken);
            procedure.NotOver();
            var guide = procedure.FrozenId is { } frozen ? await db.GuideOf(frozen, cancellationToken) : null;
            var rules = await db.PanelRules.FirstOrDefaultAsync(r => r.ProcedureId == procedure.Id, cancellationToken) ?? db.Add(new PanelRules(procedure.Id));
            rules.Set(request.Reveal, request.Range, request.Speaking, request.Minimums, guide, await db.HasBegun(procedure.Id, clock.GetUtcNow(), cancellationToken));
            return Done.It;
        }
    }
}

public sealed record RuledCompetency(Guid Id, LocalText Name, int Weight, decimal? Minimum);

/// <summary><see cref="Fixed"/>: an interview has begun or a form is in, so nothing of it changes any more.</summary>
public sealed record PanelRulesView(string Title, RevealRule Reveal, int Range, SpeakingRule Speaking, bool Fixed, bool MayChange, int Lowest, int Highest, IReadOnlyList<RuledCompetency> Competencies, string? WeightReason);

[Needs(Permission.ReadProcedure)]
public sealed record GetPanelRules(Guid Procedure) : IQuery<PanelRulesView>, IScoped
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<GetPanelRules, PanelRulesView>
    {
        public async Task<PanelRulesView> Handle(GetPanelRules request, CancellationToken cancellationToken)
        {
            var procedure = await db.Procedures.AsNoTracking().Need(request.Procedure, cancellationToken);
            var guide = await db.GuideOf(procedure.FrozenId, cancellationToken);
            var rules = await db.RulesOf(procedure.Id, cancellationToken);
            var begun = procedure.IsOver || await db.HasBegun(procedure.Id, clock.GetUtcNow(), cancellationToken);
            return new(procedure.Title, rules.Reveal, rules.Range, rules.Speaking, begun, !begun && caller.May(Permission.PlanProcedure, request.Scope), guide.Scale.Min(p => p.Value), guide.Scale.Max(p => p.Value),
                [.. guide.Competencies.Select(c => new RuledCompetency(c.Id, c.Name, c.Weight, rules.MinimumOf(c)))], guide.WeightReason);
        }
    }
}

internal static class Ruling
{
    public static async Task<PanelRules> RulesOf(this IInterviewDb db, Guid procedure, CancellationToken ct) =>
        await db.PanelRules.AsNoTracking().FirstOrDefaultAsync(r => r.ProcedureId == procedure, ct) ?? new PanelRules(procedure);

    /// <summary>The first interview has started, or its time has come, or a form is in. What stands on an open form does not count: nobody but its author knows.</summary>
    public static async Task<bool> HasBegun(this IInterviewDb db, Guid procedure, DateTimeOffset now, CancellationToken ct) =>
        await db.Interviews.AnyAsync(i => i.ProcedureId == procedure && i.Status != InterviewStatus.Cancelled && (i.Status != InterviewStatus.Planned || i.When.Utc <= now), ct)
        || await db.Scorecards.AnyAsync(c => c.ProcedureId == procedure && c.SealedAt != null, ct);
}
