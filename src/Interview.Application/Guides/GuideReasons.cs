using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Guides;

/// <summary>Records why competencies do not count equally; an empty reason takes it back.</summary>
[Needs(Permission.EditGuide)]
public sealed record ReasonWeights(Guid Guide, string? Reason, int Version) : ICommand<GuideSaved>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<ReasonWeights, GuideSaved>
    {
        public async Task<GuideSaved> Handle(ReasonWeights request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var guide = await db.NeedGuide(caller, request.Guide, request.Version, cancellationToken);
            guide.ReasonWeights(request.Reason, now);
            return new GuideSaved(guide.Version, now);
        }
    }
}

/// <summary>Records for which job-related reason a question may touch a topic that is not asked about otherwise.</summary>
[Needs(Permission.EditGuide)]
public sealed record AllowTopic(Guid Guide, Guid Item, string Topic, string Reason, int Version) : ICommand<GuideSaved>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<AllowTopic, GuideSaved>
    {
        public async Task<GuideSaved> Handle(AllowTopic request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var guide = await db.NeedGuide(caller, request.Guide, request.Version, cancellationToken);
            guide.Allow(request.Item, request.Topic, request.Reason, caller.IdOrNull, now);
            return new GuideSaved(guide.Version, now);
        }
    }
}
