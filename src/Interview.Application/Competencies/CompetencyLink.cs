using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Competencies
{
    /// <summary>How one competency stands to one of another edition: the first is the same, broader, narrower, or related.</summary>
    public enum LinkRelation { Same, Broader, Narrower, Related }

    /// <summary>A line of the crosswalk between two editions. It stands once; read from the other side, broader is narrower.</summary>
    public sealed class CompetencyLink : Root
    {
        private CompetencyLink() { }

        public CompetencyLink(Competency from, Competency to, LinkRelation relation)
        {
            Refuse.FieldIf(from.Id == to.Id, "to", "competencies.link-to-itself");
            Refuse.FieldIf(from.EditionId == to.EditionId, "to", "competencies.link-in-edition");
            (FromId, ToId, FromEditionId, ToEditionId, Relation) = (from.Id, to.Id, from.EditionId, to.EditionId, relation);
        }

        public Guid FromId { get; private set; }
        public Guid ToId { get; private set; }
        public Guid FromEditionId { get; private set; }
        public Guid ToEditionId { get; private set; }
        public LinkRelation Relation { get; private set; }

        public void Say(LinkRelation relation)
        {
            Relation = relation;
            Touch();
        }

        /// <summary>A newer version takes the place of one of the two.</summary>
        public void Follow(Guid before, Guid next)
        {
            if (FromId == before) FromId = next;
            else if (ToId == before) ToId = next;
            Touch();
        }

        public static LinkRelation Turned(LinkRelation relation) => relation switch
        {
            LinkRelation.Broader => LinkRelation.Narrower,
            LinkRelation.Narrower => LinkRelation.Broader,
            LinkRelation.Same => LinkRelation.Same,
            LinkRelation.Related => LinkRelation.Related,
        };
    }

    /// <summary>Whether lines of a crosswalk can be true together: following 'broader', with what is the same taken as one, nobody comes back to where he was.</summary>
    public static class Crosswalk
    {
        public static bool GoesRound(IReadOnlyCollection<(Guid From, Guid To, LinkRelation Relation)> links)
        {
            Dictionary<Guid, Guid> one = [];
            foreach (var (from, to, relation) in links) if (relation == LinkRelation.Same) one[First(from)] = First(to);
            var broader = links.Where(l => l.Relation is LinkRelation.Broader or LinkRelation.Narrower)
                .Select(l => l.Relation == LinkRelation.Broader ? (Above: First(l.From), Below: First(l.To)) : (Above: First(l.To), Below: First(l.From)))
                .ToLookup(l => l.Above, l => l.Below);
            // Takes away whatever nothing stands above, until nothing is left, or a ring.
            var above = broader.SelectMany(g => g).GroupBy(below => below).ToDictionary(g => g.Key, g => g.Count());
            var free = new Queue<Guid>(broader.Select(g => g.Key).Where(k => !above.ContainsKey(k)));
            while (free.TryDequeue(out var top))
                foreach (var below in broader[top])
                    if (--above[below] == 0) free.Enqueue(below);
            return above.Values.Any(left => left > 0);

            Guid First(Guid id)
            {
                while (one.TryGetValue(id, out var next) && next != id) id = next;
                return id;
            }
        }
    }
}

namespace Interviewing.Application.Shared
{
    using Interviewing.Application.Competencies;

    public partial interface IInterviewDb
    {
        DbSet<CompetencyLink> CompetencyLinks => Set<CompetencyLink>();
    }
}
