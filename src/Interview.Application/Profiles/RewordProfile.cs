using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Profiles;

/// <summary>Changes one text of a profile or of one of its result areas, in one language; the same promise as <see cref="RewordText"/>.</summary>
[Needs(Permission.EditLibrary)]
public sealed record RewordProfile(Guid Profile, Guid Item, string Field, string Language, string? Was, string? Becomes) : ICommand<Saved>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<RewordProfile, Saved>
    {
        public async Task<Saved> Handle(RewordProfile request, CancellationToken cancellationToken)
        {
            var profile = await db.ProfilesFor(caller, Permission.EditLibrary).Need(request.Profile, cancellationToken);
            await db.ResultAreas.Where(a => a.ProfileId == profile.Id).LoadAsync(cancellationToken);
            var saved = new Saved(clock.GetUtcNow());
            if (profile.Reword(request.Item, request.Field, request.Language, request.Was, request.Becomes) is { } change) db.Remember(profile.Id, request.Item, change, caller, saved.At);
            return saved;
        }
    }
}
