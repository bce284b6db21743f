using FluentValidation;
using Interviewing.Application.Audit;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Identity;

/// <summary>What the browser is asked in order to make a passkey for whoever is signed in.</summary>
[Needs(Permission.SignedIn)]
public sealed record PreparePasskey : IQuery<PasskeyQuestion>
{
    internal sealed class Handler(IInterviewDb db, IAccounts accounts, Caller caller) : IRequestHandler<PreparePasskey, PasskeyQuestion>
    {
        public async Task<PasskeyQuestion> Handle(PreparePasskey request, CancellationToken cancellationToken)
        {
            Refuse.If(!await accounts.Exists(caller.Id, cancellationToken), Refusal.NotAllowed);
            return await accounts.NewPasskey(caller.Id, (await db.Persons.Need(caller.Id, cancellationToken)).Name);
        }
    }
}

/// <summary>Keeps the passkey that the browser made.</summary>
[Needs(Permission.SignedIn)]
public sealed record AddPasskey(string Answer, string Memory, string Label) : ICommand<Done>
{
    internal sealed class Rules : AbstractValidator<AddPasskey>
    {
        public Rules() => RuleFor(x => x.Label).MaximumLength(100).WithErrorCode("identity.passkey-label");
    }

    internal sealed class Handler(IInterviewDb db, IAccounts accounts, Caller caller, TimeProvider clock) : IRequestHandler<AddPasskey, Done>
    {
        public async Task<Done> Handle(AddPasskey request, CancellationToken cancellationToken)
        {
            Refuse.If(!await accounts.AddPasskey(caller.Id, request.Answer, request.Memory, request.Label), "identity.passkey-failed");
            db.Note(caller, clock.GetUtcNow(), "passkey-added", caller.Id);
            return Done.It;
        }
    }
}

[Needs(Permission.SignedIn)]
public sealed record RemovePasskey(string Id) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db, IAccounts accounts, Caller caller, TimeProvider clock) : IRequestHandler<RemovePasskey, Done>
    {
        public async Task<Done> Handle(RemovePasskey request, CancellationToken cancellationToken)
        {
            Refuse.If(!await accounts.RemovePasskey(caller.Id, request.Id), Refusal.NotFound);
            db.Note(caller, clock.GetUtcNow(), "passkey-removed", caller.Id);
            return Done.It;
        }
    }
}
