using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Guides
{
    /// <summary>A frozen guide as it is kept: its text (JSON of <see cref="FrozenGuide"/>) and the SHA-256 of that text. Never changed after it was made.</summary>
    public sealed class FrozenDocument : IHasId
    {
        private FrozenDocument() { }

        public FrozenDocument(FrozenGuide guide, Guid by, DateTimeOffset at)
        {
            (Text, Hash) = guide.Write();
            (GuideId, FrozenBy, FrozenAt) = (guide.GuideId, by, at);
        }

        public Guid Id { get; private set; } = Guid.CreateVersion7();
        public Guid GuideId { get; private set; }
        public string Text { get; private set; } = "";
        /// <summary>Lower-case hex SHA-256 of <see cref="Text"/> in UTF-8.</summary>
        public string Hash { get; private set; } = "";
        public Guid FrozenBy { get; private set; }
        public DateTimeOffset FrozenAt { get; private set; }

        public bool IsUnaltered => FrozenGuide.HashOf(Text) == Hash;

        public FrozenGuide Read() => FrozenGuide.Read(Text);
    }
}

namespace Interviewing.Application.Shared
{
    using Interviewing.Application.Guides;

    public partial interface IInterviewDb
    {
        DbSet<FrozenDocument> FrozenDocuments => Set<FrozenDocument>();
    }
}
