using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Search
{
    public enum SearchKind { Competency, Profile, Question }

    /// <summary>What is found of one subject in one language, folded and stemmed; written in the same save as the subject.</summary>
    [NotAudited]
    public sealed class SearchEntry
    {
        public const int LongestSort = 200;

        /// <summary>Every subject has an entry in these: the languages of the screens, by which lists are sorted.</summary>
        public static readonly IReadOnlyList<string> Always = ["nl", "en", "fr"];

        private SearchEntry() { }

        public SearchEntry(SearchKind kind, Guid subject, string language) => (Kind, SubjectId, Language) = (kind, subject, language);

        public long Id { get; private set; }
        public SearchKind Kind { get; private set; }
        public Guid SubjectId { get; private set; }
        public string Language { get; private set; } = "";
        /// <summary>There is no text in this language; what stands here is that of another, as a reader of this one sees it.</summary>
        public bool StandsIn { get; private set; }
        /// <summary>The title folded, by which a list is sorted.</summary>
        public string Sort { get; private set; } = "";
        /// <summary>Stems of the title only, each with a space on both sides.</summary>
        public string Title { get; private set; } = "";
        /// <summary>Stems of all texts, in the same way.</summary>
        public string Words { get; private set; } = "";

        /// <summary>Takes the texts, which are in the language of <paramref name="spoken"/>.</summary>
        public void Say(string spoken, string title, string other)
        {
            StandsIn = spoken != Language;
            var sort = Stems.Fold(title.Trim());
            Sort = sort.Length > LongestSort ? sort[..LongestSort] : sort;
            (Title, Words) = ($" {Stems.Of(title, spoken)} ", $" {Stems.Of($"{title} {other}", spoken)} ");
        }
    }

    /// <summary>A noun that can be found. Only what stands on the root itself, so that a save with half the parts loaded loses nothing.</summary>
    public interface ISearchable : IHasId
    {
        SearchKind SearchKind { get; }

        /// <summary>Per language: title, and other texts.</summary>
        IEnumerable<(string Language, string Title, string Other)> SearchTexts();
    }

    public sealed record SearchHit(Guid SubjectId, bool InTitle);

    /// <summary>Full text over <see cref="SearchEntry"/>, with each database's own index and the same results on both.</summary>
    public interface ISearchIndex
    {
        /// <summary>Ids of the subjects in which every word stands (as the beginning of a word), in any language. Empty words give no hit.</summary>
        IQueryable<Guid> Matching(IInterviewDb db, SearchKind kind, string text);

        /// <summary>Whether more entries than this, of whatever kind, have every word. Stops counting there.</summary>
        Task<bool> HasMore(IInterviewDb db, string text, int than, CancellationToken ct);
    }
}

namespace Interviewing.Application.Shared
{
    using Interviewing.Application.Search;

    public partial interface IInterviewDb
    {
        DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();
    }
}
