using Interviewing.Application.Shared;
using Interviewing.Application.Today;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Identity;

/// <summary>For administrators: somebody was invited, and the link ran out unused.</summary>
internal sealed class LapsedInvitations(Caller caller, TimeProvider clock) : IWaiting
{
    public async Task<IReadOnlyList<WaitingItem>> For(Guid person, IInterviewDb db, CancellationToken ct)
    {
        if (!caller.MaySomewhere(Permission.ManagePeople)) return [];
        var now = clock.GetUtcNow();
        var rows = await (from link in db.OneTimeLinks.AsNoTracking()
                          join invited in db.Persons on link.PersonId equals invited.Id
                          where link.Purpose == LinkPurpose.Invitation && link.UsedAt == null && link.Until < now && invited.Active
                              && !db.OneTimeLinks.Any(other => other.PersonId == invited.Id && (other.Until > now || other.Purpose == LinkPurpose.Invitation && other.UsedAt != null))
                          orderby link.Until
                          select new { invited.Id, invited.Name, link.Until }).Take(20).ToListAsync(ct);
        return [.. rows.DistinctBy(r => r.Id).Select(r => new WaitingItem("admin.waiting.lapsed", r.Until, $"/admin/people/{r.Id}", r.Name))];
    }
}
