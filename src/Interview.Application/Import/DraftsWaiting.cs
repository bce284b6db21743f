using Interviewing.Application.Shared;
using Interviewing.Application.Today;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Import;

/// <summary>A document that somebody uploaded and did not publish yet waits on that person's home page.</summary>
internal sealed class DraftsWaiting : IWaiting
{
    public async Task<IReadOnlyList<WaitingItem>> For(Guid person, IInterviewDb db, CancellationToken ct) =>
        await db.Drafts.AsNoTracking().Where(d => d.ById == person && d.Status != DraftStatus.Published && d.Kind != DocumentKind.Unrecognised)
            .OrderBy(d => d.At).Take(20).Select(d => new WaitingItem("import.waiting", d.At, $"/import/{d.Id}", d.FileName, d.Open)).ToListAsync(ct);
}
