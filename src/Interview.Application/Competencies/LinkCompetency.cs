using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Competencies;

/// <summary>Says how a competency stands to one of another edition, or says it anew. Whoever may edit the first may say so.</summary>
[Needs(Permission.EditLibrary)]
public sealed record LinkCompetency(Guid From, Guid To, LinkRelation Relation) : ICommand<Saved>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<LinkCompetency, Saved>
    {
        public async Task<Saved> Handle(LinkCompetency request, CancellationToken cancellationToken)
        {
            var from = await db.CompetenciesFor(caller, Permission.EditLibrary).Need(request.From, cancellationToken);
            var to = await db.CompetenciesFor(caller, Permission.ReadLibrary).Need(request.To, cancellationToken);
            // Two lines drawn at once could close a ring that neither of them closes alone; the editions are where they meet, so they are read before the lines.
            var editions = await db.Editions.Where(e => e.Id == from.EditionId || e.Id == to.EditionId).ToListAsync(cancellationToken);
            var links = await db.CompetencyLinks.ToListAsync(cancellationToken);
            if (links.Find(l => l.FromId == from.Id && l.ToId == to.Id) is { } there) there.Say(request.Relation);
            else if (links.Find(l => l.FromId == to.Id && l.ToId == from.Id) is { } turned) turned.Say(CompetencyLink.Turned(request.Relation));
            else links.Add(db.Add(new CompetencyLink(from, to, request.Relation)));
            Refuse.FieldIf(Crosswalk.GoesRound([.. links.Select(l => (l.FromId, l.ToId, l.Relation))]), "relation", "competencies.link-goes-round", from.Name.ToString(), to.Name.ToString());
            foreach (var edition in editions) edition.Rearranged();
            return new Saved(clock.GetUtcNow());
        }
    }
}

/// <summary>Takes a line out of the crosswalk, whichever way it was drawn.</summary>
[Needs(Permission.EditLibrary)]
public sealed record UnlinkCompetency(Guid From, Guid To) : ICommand<Saved>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<UnlinkCompetency, Saved>
    {
        public async Task<Saved> Handle(UnlinkCompetency request, CancellationToken cancellationToken)
        {
            var from = await db.CompetenciesFor(caller, Permission.EditLibrary).Need(request.From, cancellationToken);
            db.CompetencyLinks.Remove(await db.CompetencyLinks.NeedFirst(l => (l.FromId == from.Id && l.ToId == request.To) || (l.FromId == request.To && l.ToId == from.Id), cancellationToken));
            return new Saved(clock.GetUtcNow());
        }
    }
}

public sealed record LinkChoice(Guid Id, string Code, LocalText Name);

public sealed record CrosswalkLine(LinkChoice To, LinkRelation Relation);

/// <summary>A competency of the first edition and how it stands to those of the second; <see cref="Proposed"/> has the same code or the same name.</summary>
public sealed record CrosswalkRow(Guid Id, string Code, LocalText Name, IReadOnlyList<CrosswalkLine> Links, Guid? Proposed);

public sealed record CrosswalkCard(IReadOnlyList<CrosswalkRow> Rows, IReadOnlyList<LinkChoice> Others, int Linked, bool MayEdit);

/// <summary>Two editions side by side.</summary>
[Needs(Permission.ReadLibrary)]
public sealed record ShowCrosswalk(Guid From, Guid To) : IQuery<CrosswalkCard>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<ShowCrosswalk, CrosswalkCard>
    {
        public async Task<CrosswalkCard> Handle(ShowCrosswalk request, CancellationToken cancellationToken)
        {
            Refuse.FieldIf(request.From == request.To, "to", "competencies.link-in-edition");
            var from = await db.EditionsFor(caller, Permission.ReadLibrary).AsNoTracking().Need(request.From, cancellationToken);
            var to = await db.EditionsFor(caller, Permission.ReadLibrary).AsNoTracking().Need(request.To, cancellationToken);
            var (ours, theirs) = (await Choices(from.Id, cancellationToken), await Choices(to.Id, cancellationToken));
            var others = theirs.ToDictionary(o => o.Id);
            var links = await db.CompetencyLinks.AsNoTracking().Where(l => (l.FromEditionId == from.Id && l.ToEditionId == to.Id) || (l.FromEditionId == to.Id && l.ToEditionId == from.Id)).ToListAsync(cancellationToken);
            var lines = links.Select(l => l.FromEditionId == from.Id ? (From: l.FromId, To: l.ToId, l.Relation) : (From: l.ToId, To: l.FromId, Relation: CompetencyLink.Turned(l.Relation))).ToLookup(l => l.From);
            var rows = ours.Select(o => new CrosswalkRow(o.Id, o.Code, o.Name, [.. lines[o.Id].Where(l => others.ContainsKey(l.To)).Select(l => new CrosswalkLine(others[l.To], l.Relation))], lines[o.Id].Any() ? null : Alike(o, theirs))).ToList();
            return new CrosswalkCard(rows, theirs, rows.Count(r => r.Links.Count > 0), caller.May(Permission.EditLibrary, Scope.Framework(from.FrameworkId)));
        }

        private Task<List<LinkChoice>> Choices(Guid edition, CancellationToken ct) =>
            db.Competencies.AsNoTracking().Where(c => c.EditionId == edition && c.Status == ItemStatus.Active).OrderBy(c => c.Code).ThenBy(c => c.Id).Select(c => new LinkChoice(c.Id, c.Code, c.Name)).ToListAsync(ct);

        private static Guid? Alike(LinkChoice one, List<LinkChoice> others) =>
            (others.Find(o => string.Equals(o.Code, one.Code, StringComparison.OrdinalIgnoreCase)) ?? others.Find(o => one.Name.All.Any(n => string.Equals(o.Name[n.Key], n.Value, StringComparison.OrdinalIgnoreCase))))?.Id;
    }
}
