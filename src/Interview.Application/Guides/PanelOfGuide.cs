using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Guides;

/// <summary>Names the panel; the questions are spread over it again.</summary>
[Needs(Permission.EditGuide)]
public sealed record SeatMembers(Guid Guide, IReadOnlyList<string> Names, int Version) : ICommand<GuideSaved>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<SeatMembers, GuideSaved>
    {
        public async Task<GuideSaved> Handle(SeatMembers request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var guide = await db.NeedGuide(caller, request.Guide, request.Version, cancellationToken);
            guide.Seat(request.Names, now);
            return new GuideSaved(guide.Version, now);
        }
    }
}

/// <summary>Spreads the questions over the panel so that everyone asks about as long; questions, order and minutes stay.</summary>
[Needs(Permission.EditGuide)]
public sealed record SpreadQuestions(Guid Guide, int Version) : ICommand<GuideSaved>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<SpreadQuestions, GuideSaved>
    {
        public async Task<GuideSaved> Handle(SpreadQuestions request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var guide = await db.NeedGuide(caller, request.Guide, request.Version, cancellationToken);
            guide.Divide(now);
            return new GuideSaved(guide.Version, now);
        }
    }
}

/// <summary>Says who of the panel asks a question; null for nobody yet.</summary>
[Needs(Permission.EditGuide)]
public sealed record AssignQuestion(Guid Guide, Guid Item, Guid? Member, int Version) : ICommand<GuideSaved>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<AssignQuestion, GuideSaved>
    {
        public async Task<GuideSaved> Handle(AssignQuestion request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var guide = await db.NeedGuide(caller, request.Guide, request.Version, cancellationToken);
            guide.Assign(request.Item, request.Member, now);
            return new GuideSaved(guide.Version, now);
        }
    }
}
