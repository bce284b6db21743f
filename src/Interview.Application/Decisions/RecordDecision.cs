using FluentValidation;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Decisions;

/// <summary>The chair decides, with reasons, once every required form is in or excused and no talk is going on. From then on nothing that was scored changes.</summary>
[Needs(Permission.Decide)]
public sealed record RecordDecision(Guid Procedure, string Reasons, IReadOnlyList<AdviceOn> Advice, Choice Choice) : ICommand<Guid>, IScoped
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Rules : AbstractValidator<RecordDecision>
    {
        public Rules()
        {
            RuleFor(x => x.Reasons).Must(r => !string.IsNullOrWhiteSpace(r)).WithErrorCode("decisions.reasons-missing");
            RuleFor(x => x.Advice).NotEmpty().WithErrorCode("decisions.every-candidate");
            RuleFor(x => x.Choice).NotNull().WithErrorCode("decisions.choice-missing");
        }
    }

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<RecordDecision, Guid>
    {
        public async Task<Guid> Handle(RecordDecision request, CancellationToken cancellationToken)
        {
            var procedure = await db.Procedures.Need(request.Procedure, cancellationToken);
            Refuse.If(procedure.IsOver, "decisions.made-already");
            Refuse.If(procedure.FrozenId is null, "procedures.no-guide");
            var candidates = await db.Candidates.Where(c => c.ProcedureId == procedure.Id).ToListAsync(cancellationToken);
            var forms = await db.Scorecards.Where(c => c.ProcedureId == procedure.Id).ToListAsync(cancellationToken);
            var open = forms.Count(f => !f.IsSettled) + candidates.Count(c => forms.All(f => f.CandidateId != c.Id));
            Refuse.If(open > 0, "decisions.forms-open", open);
            var talks = await db.Consensuses.CountAsync(c => c.ProcedureId == procedure.Id && c.ClosedAt == null, cancellationToken);
            Refuse.If(talks > 0, "decisions.talks-open", talks);
            var decision = db.Add(new Decision(procedure.Id, caller.Id, request.Reasons, request.Advice, request.Choice, [.. candidates.Select(c => c.Id)],
                await IsLower(procedure, request.Choice.Appointed, cancellationToken), clock.GetUtcNow()));
            procedure.Decide();
            foreach (var form in forms) form.Finish();
            foreach (var interview in await db.Interviews.Where(i => i.ProcedureId == procedure.Id).ToListAsync(cancellationToken)) interview.Reach(InterviewStatus.Final);
            return decision.Id;
        }

        // The numbers choose nobody; but whoever chooses against them says why.
        private async Task<bool> IsLower(Procedure procedure, Guid? appointed, CancellationToken ct)
        {
            if (appointed is null) return false;
            var rows = (await db.MatrixOf(procedure, await db.RulesOf(procedure.Id, ct), showNames: false, [], ct)).Rows;
            return rows.FirstOrDefault(r => r.Candidate == appointed)?.Total?.Value is { } own && rows.Any(r => r.Total?.Value > own);
        }
    }
}
