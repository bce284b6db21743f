using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Import;

/// <summary>Takes a publication out of the library again, all of it, as long as nothing was built on it. The draft and its decisions stay.</summary>
[Needs(Permission.ImportDocuments)]
public sealed record TakeBackImport(Guid Draft) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<TakeBackImport, Done>
    {
        public async Task<Done> Handle(TakeBackImport request, CancellationToken cancellationToken)
        {
            var draft = await db.Drafts.Need(request.Draft, cancellationToken);
            Refuse.If(draft.Status != DraftStatus.Published, "import.not-published");
            var edition = await db.Editions.Need(draft.EditionId!.Value, cancellationToken);
            Refuse.If(!caller.May(Permission.ImportDocuments, Scope.Framework(edition.FrameworkId)), Refusal.NotFound);
            var made = draft.Made;
            Refuse.If(made.Count == 0 || made.Any(m => m.Updated), "import.updated-others");
            var competencies = await Tracked(db.Competencies.Include(c => c.Levels).Include(c => c.Indicators).Include(c => c.Questions).Include(c => c.Tips), MadeKind.Competency);
            var profiles = await Tracked(db.Profiles.Include(p => p.ResultAreas).Include(p => p.Requires), MadeKind.Profile);
            Edited(competencies, c => c.Name);
            Edited(profiles, p => p.Name);
            await new BuiltOn(db, competencies, profiles).RefuseIfAny(draft, cancellationToken);
            await Remove(draft, edition, competencies, profiles, cancellationToken);
            draft.TakeBack();
            return Done.It;

            Task<List<T>> Tracked<T>(IQueryable<T> query, MadeKind kind) where T : Root
            {
                var ids = made.Where(m => m.Kind == kind && m.Added).Select(m => m.Id).ToList();
                return query.Where(noun => ids.Contains(noun.Id)).ToListAsync(cancellationToken);
            }

            void Edited<T>(List<T> nouns, Func<T, LocalText> name) where T : Root
            {
                if (nouns.Find(noun => made.Any(m => m.Id == noun.Id && m.Version != noun.Version)) is { } edited) throw new Refusal("import.edited-since", name(edited).In(draft.Language).Text);
            }
        }

        private async Task Remove(Draft draft, Edition edition, List<Competency> competencies, List<Profile> profiles, CancellationToken ct)
        {
            var (gone, goneProfiles) = (competencies.ConvertAll(c => c.Id), profiles.ConvertAll(p => p.Id));
            db.Profiles.RemoveRange(profiles);
            db.Competencies.RemoveRange(competencies);
            db.LibraryChanges.RemoveRange(await db.LibraryChanges.Where(h => gone.Contains(h.SubjectId) || goneProfiles.Contains(h.SubjectId)).ToListAsync(ct));
            db.SearchEntries.RemoveRange(await db.SearchEntries.Where(s => gone.Contains(s.SubjectId) || goneProfiles.Contains(s.SubjectId)).ToListAsync(ct));
            // A branch that this import made goes too, unless something else hangs on it by now.
            var nodes = await db.Nodes.Where(n => n.EditionId == edition.Id).ToListAsync(ct);
            List<Guid?> used = [.. await db.Competencies.Where(c => c.EditionId == edition.Id && !gone.Contains(c.Id)).Select(c => c.ClusterId).Distinct().ToListAsync(ct),
                .. await db.Profiles.Where(p => p.EditionId == edition.Id && !goneProfiles.Contains(p.Id)).Select(p => p.NodeId).Distinct().ToListAsync(ct)];
            var ours = draft.Made.Where(m => m.Kind == MadeKind.Node).Select(m => m.Id).ToHashSet();
            while (nodes.Find(n => ours.Contains(n.Id) && !used.Contains(n.Id) && nodes.TrueForAll(child => child.ParentId != n.Id)) is { } leaf)
            {
                nodes.Remove(leaf);
                db.Nodes.Remove(leaf);
            }
            if (draft.Made.All(m => m.Kind != MadeKind.Framework) || used.Count > 0 || nodes.Count > 0) return;
            if (await db.Editions.CountAsync(e => e.FrameworkId == edition.FrameworkId, ct) > 1) return;
            if (await db.Competencies.AnyAsync(c => c.EditionId == edition.Id && !gone.Contains(c.Id), ct) || await db.Profiles.AnyAsync(p => p.EditionId == edition.Id && !goneProfiles.Contains(p.Id), ct)) return;
            // Nobody else put anything in the framework that came with this import.
            if (await db.Drafts.AnyAsync(d => d.EditionId == edition.Id && d.Id != draft.Id, ct)) return;
            // Whoever was put in charge of it keeps it, empty.
            if (await db.RoleAssignments.AnyAsync(r => r.ScopeKind == ScopeKind.Framework && r.ScopeId == edition.FrameworkId, ct)) return;
            db.Editions.Remove(edition);
            db.Frameworks.Remove(await db.Frameworks.Need(edition.FrameworkId, ct));
        }
    }
}
