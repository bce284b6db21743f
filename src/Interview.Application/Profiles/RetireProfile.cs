using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Profiles;

/// <summary>Takes a profile out of use. Guides, procedures and employments that have it keep it.</summary>
[Needs(Permission.EditLibrary)]
public sealed record RetireProfile(Guid Profile) : ICommand<Done>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<RetireProfile, Done>
    {
        public async Task<Done> Handle(RetireProfile request, CancellationToken cancellationToken)
        {
            (await db.ProfilesFor(caller, Permission.EditLibrary).Need(request.Profile, cancellationToken)).Retire();
            return Done.It;
        }
    }
}

[Needs(Permission.EditLibrary)]
public sealed record ReviveProfile(Guid Profile) : ICommand<Done>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<ReviveProfile, Done>
    {
        public async Task<Done> Handle(ReviveProfile request, CancellationToken cancellationToken)
        {
            (await db.ProfilesFor(caller, Permission.EditLibrary).Need(request.Profile, cancellationToken)).Revive();
            return Done.It;
        }
    }
}
