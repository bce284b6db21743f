using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Profiles.Suggestions;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Profiles;

/// <param name="Lines">The lines of the profile that speak for it.</param>
/// <param name="Ladder">How many levels it has; the required one is chosen afterwards.</param>
public sealed record SuggestedCompetency(Guid Competency, string Code, LocalText Name, LocalText Definition, int Ladder, IReadOnlyList<string> Lines);

/// <summary>What the library offers for a profile, best first, in the language asked for or else one in which the profile is written.</summary>
public sealed record CompetencyProposal(string Language, IReadOnlyList<SuggestedCompetency> Rows);

/// <summary>
/// Proposes competencies for a profile from its purpose, result areas and activities. Only those that are in use and not asked for yet; where the profile's own
/// edition has competencies only those, else all that are published.
/// </summary>
[Needs(Permission.ReadLibrary)]
public sealed record SuggestCompetencies(Guid Profile, string Language = "nl") : IQuery<CompetencyProposal>
{
    public const int Most = 8;
    // Of a large library only those are read whole that name and definition let hope.
    private const int ReadWhole = 200;

    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<SuggestCompetencies, CompetencyProposal>
    {
        public async Task<CompetencyProposal> Handle(SuggestCompetencies request, CancellationToken cancellationToken)
        {
            var profile = await db.ProfilesFor(caller, Permission.ReadLibrary).AsNoTracking().Need(request.Profile, cancellationToken);
            var areas = await db.ResultAreas.AsNoTracking().Where(a => a.ProfileId == profile.Id).OrderBy(a => a.Order).ToListAsync(cancellationToken);
            var language = profile.Name.Has(request.Language) || profile.Purpose.Has(request.Language) ? request.Language : profile.Name.All.Keys.Concat(profile.Purpose.All.Keys).First();
            List<JobLine> job = [.. JobLine.Of(profile.Name[language] ?? "", profile.Purpose[language] ?? "", areas.Select(a => (a.Title[language] ?? "", a.Activities.SelectMany(Flat))))];
            var shelf = await Shelf(profile, cancellationToken);
            var asked = (await db.RequiredCompetencies.AsNoTracking().GroupBy(r => r.CompetencyId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken)).ToDictionary(g => g.Key, g => g.Count);
            var heads = shelf.Where(c => c.Name.Has(language)).Select(c => new Candidate(c.Id, c.Name[language]!, [(c.Name[language]!, 3), (c.Definition[language] ?? "", 2)], asked.GetValueOrDefault(c.Id))).ToList();
            if (heads.Count > ReadWhole)
            {
                var hopeful = Suggestion.Rank(language, job, heads, ReadWhole).Select(s => s.Competency).ToHashSet();
                heads.RemoveAll(c => !hopeful.Contains(c.Id));
            }
            var best = Suggestion.Rank(language, job, await Whole(heads, language, cancellationToken), Most);
            var ids = best.Select(b => b.Competency).ToList();
            var ladders = (await db.Levels.AsNoTracking().Where(l => ids.Contains(l.CompetencyId)).GroupBy(l => l.CompetencyId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken)).ToDictionary(g => g.Key, g => g.Count);
            var known = shelf.ToDictionary(c => c.Id);
            return new CompetencyProposal(language, [.. best.Select(b => new SuggestedCompetency(b.Competency, known[b.Competency].Code, known[b.Competency].Name, known[b.Competency].Definition, ladders.GetValueOrDefault(b.Competency), b.Lines))]);

            IEnumerable<string> Flat(Activity activity) => (activity.Text[language] is { } text ? [text] : Array.Empty<string>()).Concat(activity.Children.SelectMany(Flat));
        }

        private async Task<List<Head>> Shelf(Profile profile, CancellationToken ct)
        {
            var open = db.CompetenciesFor(caller, Permission.ReadLibrary).AsNoTracking().Where(c => c.Status == ItemStatus.Active && !db.RequiredCompetencies.Any(r => r.ProfileId == profile.Id && r.CompetencyId == c.Id));
            var own = open.Where(c => c.EditionId == profile.EditionId);
            var from = await own.AnyAsync(ct) ? own : open.Where(c => db.Editions.Any(e => e.Id == c.EditionId && e.Status == EditionStatus.Published));
            return await from.OrderBy(c => c.Id).Select(c => new Head(c.Id, c.Code, c.Name, c.Definition)).ToListAsync(ct);
        }

        private async Task<List<Candidate>> Whole(List<Candidate> heads, string language, CancellationToken ct)
        {
            var ids = heads.ConvertAll(h => h.Id);
            List<(Guid Competency, LocalText Text, double Weight)> more = [];
            foreach (var l in await db.Levels.AsNoTracking().Where(l => ids.Contains(l.CompetencyId)).Select(l => new { l.CompetencyId, l.Title }).ToListAsync(ct)) more.Add((l.CompetencyId, l.Title, 1.5));
            foreach (var i in await db.Indicators.AsNoTracking().Where(i => ids.Contains(i.CompetencyId) && i.Status == ItemStatus.Active).Select(i => new { i.CompetencyId, i.Text, i.Polarity }).ToListAsync(ct))
                more.Add((i.CompetencyId, i.Text, i.Polarity == Polarity.Positive ? 1 : 0.5));
            foreach (var q in await db.Questions.AsNoTracking().Where(q => ids.Contains(q.CompetencyId) && q.Status == ItemStatus.Active).Select(q => new { q.CompetencyId, q.Text, q.Probes, q.Anchors }).ToListAsync(ct))
            {
                more.Add((q.CompetencyId, q.Text, 0.7));
                more.AddRange(q.Probes.Select(p => (q.CompetencyId, p.Text, 0.3)));
                more.AddRange(q.Anchors.Select(a => (q.CompetencyId, a.Text, 0.5)));
            }
            foreach (var t in await db.Tips.AsNoTracking().Where(t => ids.Contains(t.CompetencyId) && t.Status == ItemStatus.Active).Select(t => new { t.CompetencyId, t.Text }).ToListAsync(ct)) more.Add((t.CompetencyId, t.Text, 0.7));
            var texts = more.Where(m => m.Text.Has(language)).ToLookup(m => m.Competency, m => (m.Text[language]!, m.Weight));
            return heads.ConvertAll(h => h with { Texts = [.. h.Texts, .. texts[h.Id]] });
        }

        private sealed record Head(Guid Id, string Code, LocalText Name, LocalText Definition);
    }
}
