using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Competencies;

/// <summary>When a text was saved.</summary>
public sealed record Saved(DateTimeOffset At);

/// <summary>Changes one text in one language. Whoever saw an older text gets both; edits of different items merge.</summary>
[Needs(Permission.EditLibrary)]
public sealed record RewordText(Guid Competency, Guid Item, string Field, string Language, string? Was, string? Becomes) : ICommand<Saved>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<RewordText, Saved>
    {
        public async Task<Saved> Handle(RewordText request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var competency = await db.NeedToEdit(caller, request.Competency, cancellationToken);
            if (competency.Reword(request.Item, request.Field, request.Language, request.Was, request.Becomes) is { } change)
                db.Remember(competency.Id, request.Item, change, caller, now);
            return new Saved(now);
        }
    }
}
