using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Profiles;

/// <summary>Puts a competency that a profile asks for in another place, counted from 0. Whoever saw it elsewhere than it stands now is told, so that nobody undoes another's order unseen.</summary>
[Needs(Permission.EditLibrary)]
public sealed record MoveRequirement(Guid Profile, Guid Competency, int From, int To) : ICommand<Saved>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<MoveRequirement, Saved>
    {
        public async Task<Saved> Handle(MoveRequirement request, CancellationToken cancellationToken)
        {
            var saved = new Saved(clock.GetUtcNow());
            var profile = await db.NeedProfile(caller, request.Profile, cancellationToken);
            if (profile.MoveRequirement(request.Competency, request.From, request.To)) db.Remember(profile.Id, request.Competency, "moved", "", "", caller, saved.At);
            return saved;
        }
    }
}
