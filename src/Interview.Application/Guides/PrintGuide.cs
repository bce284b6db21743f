using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Guides;

/// <summary>A guide as it goes on paper, whoever writes it: HTML, Word or JSON. <see cref="Text"/> is the frozen document byte for byte, null for a draft.</summary>
public sealed record GuidePaper(FrozenGuide Guide, int Slot, FrozenStamp? Frozen, string? Text)
{
    public string Json => Text ?? JsonText.Write(Guide);
}

/// <summary>That and when it was frozen, and the hash by which two copies are known to be the same.</summary>
public sealed record FrozenStamp(Guid Document, string Hash, DateTimeOffset At, string? By);

/// <summary>Turns the paper into a Word document in one of the guide's languages.</summary>
public interface IGuideDocx
{
    byte[] Write(GuidePaper paper, string language, string author);
}

[Needs(Permission.ReadProcedure)]
public sealed record PrintGuide(Guid Guide) : IQuery<GuidePaper>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<PrintGuide, GuidePaper>
    {
        public async Task<GuidePaper> Handle(PrintGuide request, CancellationToken cancellationToken)
        {
            var guide = await db.GuidesFor(caller, Permission.ReadProcedure).Need(request.Guide, cancellationToken);
            await db.LoadParts(guide, cancellationToken);
            return await db.PaperOf(guide, cancellationToken);
        }
    }
}

internal static class Papers
{
    public static async Task<GuidePaper> PaperOf(this IInterviewDb db, Guide guide, CancellationToken ct)
    {
        if (guide.FrozenDocumentId is { } document)
        {
            var frozen = await db.FrozenDocuments.AsNoTracking().Need(document, ct);
            var by = await db.Persons.AsNoTracking().Where(p => p.Id == frozen.FrozenBy).Select(p => p.Name).FirstOrDefaultAsync(ct);
            return new GuidePaper(frozen.Read(), guide.Minutes, new FrozenStamp(frozen.Id, frozen.Hash, frozen.FrozenAt, by), frozen.Text);
        }
        return new GuidePaper(await db.WriteOut(guide, ct), guide.Minutes, null, null);
    }

    /// <summary>The draft with the texts the library has now. Its parts must be loaded, or are read here for one that is not tracked.</summary>
    public static async Task<FrozenGuide> WriteOut(this IInterviewDb db, Guide guide, CancellationToken ct)
    {
        var profile = await db.Profiles.AsNoTracking().Where(p => p.Id == guide.ProfileId).Select(p => p.Name).FirstAsync(ct);
        var library = await db.LibraryOf([.. guide.Competencies.Select(c => c.CompetencyId)], ct);
        return GuideDocument.Of(guide, profile, library, await db.DefaultScale(ct));
    }
}
