using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Development;

/// <summary>The employee, or the manager for an own action, shows that it was done: with words, or with a link when the text is one.</summary>
[Needs(Permission.OwnDevelopment)]
public sealed record AddEvidence(Guid Plan, Guid Action, string Text) : ICommand<Guid>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<AddEvidence, Guid>
    {
        public async Task<Guid> Handle(AddEvidence request, CancellationToken cancellationToken)
        {
            var plan = await db.PlanToProve(request.Plan, request.Action, caller.Id, cancellationToken);
            var kind = request.Text.Trim() is var text && text.Contains("://", StringComparison.Ordinal) && !text.Any(char.IsWhiteSpace) ? EvidenceKind.Link : EvidenceKind.Words;
            return plan.Prove(request.Action, kind, request.Text, null, caller.Id, clock.GetUtcNow()).Id;
        }
    }
}
