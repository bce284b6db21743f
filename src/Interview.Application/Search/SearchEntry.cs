using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Search
{
    public enum SearchKind { Competency, Profile, Question }

    /// <summary>What is found of one subject in one language, folded and stemmed; written in the same save as the subject.</summary>
    [NotAudited]
    public sealed class SearchEntry
    {
        private SearchEntry() { }

        public SearchEntry(SearchKind kind, Guid subject, string language, string title, string words) =>
            (Kind, SubjectId, Language, Title, Words) = (kind, subject, language, title, words);

        public long Id { get; private set; }
        public SearchKind Kind { get; private set; }
        public Guid SubjectId { get; private set; }
        public string Language { get; private set; } = "";
        /// <summary>Stems of the title only, each with a space on both sides.</summary>
        public string Title { get; private set; } = "";
        public string Words { get; private set; } = "";

        public void Say(string title, string words) => (Title, Words) = (title, words);
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
