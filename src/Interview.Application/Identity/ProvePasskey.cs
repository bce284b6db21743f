using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Identity;

/// <summary>What the browser is asked of whoever wants to sign in with a passkey; it says nothing about who has one.</summary>
[Needs(Permission.Machine)]
public sealed record AskForPasskey : IQuery<PasskeyQuestion>
{
    internal sealed class Handler(IAccounts accounts) : IRequestHandler<AskForPasskey, PasskeyQuestion>
    {
        public Task<PasskeyQuestion> Handle(AskForPasskey request, CancellationToken cancellationToken) => accounts.AskPasskey();
    }
}

/// <summary>Whose passkey answered. A command: the passkey's counter moves on.</summary>
[Needs(Permission.Machine)]
public sealed record ProvePasskey(string Answer, string Memory) : ICommand<Guid>
{
    internal sealed class Handler(IAccounts accounts) : IRequestHandler<ProvePasskey, Guid>
    {
        public async Task<Guid> Handle(ProvePasskey request, CancellationToken cancellationToken) =>
            await accounts.ProvesPasskey(request.Answer, request.Memory) ?? throw new Refusal("identity.passkey-failed");
    }
}
