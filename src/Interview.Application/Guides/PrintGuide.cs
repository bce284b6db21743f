using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Guides;

/// <summary>
/// A guide as it goes on paper, whoever writes it: HTML, Word or JSON. <see cref="Text"/> is the frozen document byte for byte, null for a draft;
/// names of the panel stand beside it.
/// </summary>
public sealed record GuidePaper(FrozenGuide Guide, int Slot, FrozenStamp? Frozen, string? Text, IReadOnlyList<GuideMember> Members)
{
    public string Json => Text ?? JsonText.Write(Guide);

    public string? NameOf(Guid? member) => Members.FirstOrDefault(m => m.Id == member)?.Name;

    /// <summary>What stands on a form so that it can be keyed in later: only a frozen guide has one, for a draft may still change.</summary>
    public string? FormCodeFor(Guid? member) => Frozen is { } stamp ? FormCode.Of(stamp.Hash, 1 + Members.Select(m => m.Id).ToList().IndexOf(member ?? Guid.Empty)) : null;

    /// <summary>The copies to print: for one member, for each, or one for all.</summary>
    public IReadOnlyList<GuideMember?> Copies(string? wanted) => wanted == EachMember && Members.Count > 0 ? [.. Members]
        : [Members.FirstOrDefault(m => m.Id.ToString() == wanted)];

    public const string EachMember = "each";
}

/// <summary>The guide to read from, or the form to write on; with or without room for notes; one copy per entry, null for a copy of nobody in particular.</summary>
public sealed record PaperWish(bool Form, bool Notes, IReadOnlyList<GuideMember?> Copies)
{
    public static PaperWish Plain { get; } = new(false, true, [null]);
}

/// <summary>That and when it was frozen, and the hash by which two copies are known to be the same.</summary>
public sealed record FrozenStamp(Guid Document, string Hash, DateTimeOffset At, string? By);

/// <summary>Turns the paper into a Word document in one of the guide's languages.</summary>
public interface IGuideDocx
{
    byte[] Write(GuidePaper paper, string language, string author, PaperWish? wish = null);
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
            return new GuidePaper(frozen.Read(), guide.Minutes, new FrozenStamp(frozen.Id, frozen.Hash, frozen.FrozenAt, by), frozen.Text, guide.Members);
        }
        return new GuidePaper(await db.WriteOut(guide, ct), guide.Minutes, null, null, guide.Members);
    }

    /// <summary>The draft with the texts the library has now. Its parts must be loaded, or are read here for one that is not tracked.</summary>
    public static async Task<FrozenGuide> WriteOut(this IInterviewDb db, Guide guide, CancellationToken ct)
    {
        var profile = await db.Profiles.AsNoTracking().Where(p => p.Id == guide.ProfileId).Select(p => p.Name).FirstAsync(ct);
        return await db.WriteOut(guide, profile, await db.LibraryOf([.. guide.Competencies.Select(c => c.CompetencyId)], ct), ct);
    }

    public static async Task<FrozenGuide> WriteOut(this IInterviewDb db, Guide guide, LocalText profile, IReadOnlyDictionary<Guid, LibraryCompetency> library, CancellationToken ct) =>
        GuideDocument.Of(guide, profile, library, guide.ScaleId is { } scale ? await db.Scales.AsNoTracking().Need(scale, ct) : await db.DefaultScale(ct));
}
