using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Competencies;

/// <summary>Takes a competency or one of its indicators, questions or tips out of use. What was made with it keeps it; nothing is deleted.</summary>
[Needs(Permission.EditLibrary)]
public sealed record RetireItem(Guid Competency, Guid Item) : ICommand<Saved>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<RetireItem, Saved>
    {
        public async Task<Saved> Handle(RetireItem request, CancellationToken cancellationToken)
        {
            var saved = new Saved(clock.GetUtcNow());
            var competency = await db.NeedToEdit(caller, request.Competency, cancellationToken);
            if (request.Item == competency.Id) competency.Retire();
            else competency.Shelve(request.Item, ItemStatus.Retired);
            db.Remember(competency.Id, request.Item, "retired", "", "", caller, saved.At);
            return saved;
        }
    }
}

/// <summary>Brings it back into use.</summary>
[Needs(Permission.EditLibrary)]
public sealed record ReviveItem(Guid Competency, Guid Item) : ICommand<Saved>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<ReviveItem, Saved>
    {
        public async Task<Saved> Handle(ReviveItem request, CancellationToken cancellationToken)
        {
            var saved = new Saved(clock.GetUtcNow());
            var competency = await db.NeedToEdit(caller, request.Competency, cancellationToken);
            if (request.Item == competency.Id) competency.Revive();
            else competency.Shelve(request.Item, ItemStatus.Active);
            db.Remember(competency.Id, request.Item, "revived", "", "", caller, saved.At);
            return saved;
        }
    }
}
