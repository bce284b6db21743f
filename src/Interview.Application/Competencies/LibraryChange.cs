using Interviewing.Application.Identity;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Competencies
{
    /// <summary>One change of one competency or profile as people read it back: which item, which field, in which language, from what to what, by whom. Never changed.</summary>
    [NotAudited]
    public sealed class LibraryChange : IHasId
    {
        private LibraryChange() { }

        /// <param name="field">The text's field, or added, removed, moved, retired, revived, type, minutes, touches and the like.</param>
        /// <param name="language">Empty for what is no text.</param>
        public LibraryChange(Guid subject, Guid item, string field, string language, string before, string after, Caller caller, DateTimeOffset at, Kept? kept = null)
        {
            (SubjectId, ItemId, Field, Language, Before, After) = (subject, item, field, language, before, after);
            (ById, At, Kept) = (caller.IdOrNull, at, kept);
        }

        public Guid Id { get; private set; } = Guid.CreateVersion7();
        /// <summary>The competency or the profile.</summary>
        public Guid SubjectId { get; private set; }
        public Guid ItemId { get; private set; }
        public string Field { get; private set; } = "";
        public string Language { get; private set; } = "";
        public string Before { get; private set; } = "";
        public string After { get; private set; } = "";
        /// <summary>Null when the machine did it.</summary>
        public Guid? ById { get; private set; }
        public DateTimeOffset At { get; private set; }
        public Kept? Kept { get; private set; }
    }

    /// <summary>What is needed to undo a change that texts alone do not tell; one of them.</summary>
    public sealed record Kept(GonePart? Part = null, GoneProbe? Probe = null, IReadOnlyList<Guid>? Touches = null, GoneArea? Area = null, Requirement? Requirement = null);

    internal static class LibraryHistory
    {
        public static void Remember(this IInterviewDb db, Guid subject, Guid item, TextChange change, Caller caller, DateTimeOffset at) =>
            db.Add(new LibraryChange(subject, item, change.Field, change.Language, change.Before, change.After, caller, at));

        public static void Remember(this IInterviewDb db, Guid subject, Guid item, string field, string before, string after, Caller caller, DateTimeOffset at, Kept? kept = null) =>
            db.Add(new LibraryChange(subject, item, field, "", before, after, caller, at, kept));

        /// <summary>Which behaviour a question touched and touches, in the words of that behaviour.</summary>
        public static void RememberTouches(this IInterviewDb db, Competency competency, Guid question, IReadOnlyList<Guid> was, IReadOnlyList<Guid> now, Caller caller, DateTimeOffset at)
        {
            db.Remember(competency.Id, question, "touches", Say(was), Say(now), caller, at, new Kept(Touches: was));

            string Say(IReadOnlyList<Guid> touched) => string.Join('\n', competency.Indicators.Where(i => touched.Contains(i.Id)).OrderBy(i => i.Order).Select(i => i.Text.ToString()));
        }
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
