using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Profiles;

/// <summary>Takes a profile out of use. Guides, procedures and employments that have it keep it.</summary>
[Needs(Permission.EditLibrary)]
public sealed record RetireProfile(Guid Profile) : ICommand<Done>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<RetireProfile, Done>
    {
        public async Task<Done> Handle(RetireProfile request, CancellationToken cancellationToken)
        {
            var profile = await db.ProfilesFor(caller, Permission.EditLibrary).Need(request.Profile, cancellationToken);
            profile.Retire();
            db.Remember(profile.Id, profile.Id, "retired", "", "", caller, clock.GetUtcNow());
            return Done.It;
        }
    }
}

[Needs(Permission.EditLibrary)]
public sealed record ReviveProfile(Guid Profile) : ICommand<Done>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<ReviveProfile, Done>
    {
        public async Task<Done> Handle(ReviveProfile request, CancellationToken cancellationToken)
        {
            var profile = await db.ProfilesFor(caller, Permission.EditLibrary).Need(request.Profile, cancellationToken);
            profile.Revive();
            db.Remember(profile.Id, profile.Id, "revived", "", "", caller, clock.GetUtcNow());
            return Done.It;
        }
    }
}
