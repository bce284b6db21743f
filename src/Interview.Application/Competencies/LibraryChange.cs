using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Competencies
{
    /// <summary>One change of one competency as people read it back: which item, which field, in which language, from what to what, by whom. Never changed.</summary>
    [NotAudited]
    public sealed class LibraryChange : IHasId
    {
        private LibraryChange() { }

        /// <param name="field">The text's field, or added, retired, revived, type, minutes, touches.</param>
        /// <param name="language">Empty for what is no text.</param>
        public LibraryChange(Guid competency, Guid item, string field, string language, string before, string after, Caller caller, DateTimeOffset at)
        {
            (CompetencyId, ItemId, Field, Language, Before, After) = (competency, item, field, language, before, after);
            (ById, At) = (caller.IdOrNull, at);
        }

        public Guid Id { get; private set; } = Guid.CreateVersion7();
        public Guid CompetencyId { get; private set; }
        public Guid ItemId { get; private set; }
        public string Field { get; private set; } = "";
        public string Language { get; private set; } = "";
        public string Before { get; private set; } = "";
        public string After { get; private set; } = "";
        /// <summary>Null when the machine did it.</summary>
        public Guid? ById { get; private set; }
        public DateTimeOffset At { get; private set; }
    }

    internal static class LibraryHistory
    {
        public static void Remember(this IInterviewDb db, Guid competency, Guid item, TextChange change, Caller caller, DateTimeOffset at) =>
            db.Add(new LibraryChange(competency, item, change.Field, change.Language, change.Before, change.After, caller, at));

        public static void Remember(this IInterviewDb db, Guid competency, Guid item, string field, string before, string after, Caller caller, DateTimeOffset at) =>
            db.Add(new LibraryChange(competency, item, field, "", before, after, caller, at));
    }
}

namespace Interviewing.Application.Shared
{
    using Interviewing.Application.Competencies;

    public partial interface IInterviewDb
    {
        DbSet<LibraryChange> LibraryChanges => Set<LibraryChange>();
    }
}
