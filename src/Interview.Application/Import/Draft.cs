using Interviewing.Application.Shared;

namespace Interviewing.Application.Import;

/// <summary>Recognised: read, nobody decided anything yet. Reading: a long document that is read in the background.</summary>
public enum DraftStatus { Recognised, InReview, Published, Reading, Cancelled, Failed }

/// <summary>A library noun that a publication made, or met again and brought up to date; with its version at that moment.</summary>
public sealed record MadeItem(string Path, Guid Id, MadeKind Kind, bool Added, int Version)
{
    /// <summary>It was there already and was changed by this publication.</summary>
    public bool Updated { get; init; }
}

public enum MadeKind { Competency, Profile, Node, Framework }

/// <summary>
/// What was read from a document, and what people decided about it item by item. The record itself never changes; nothing of it is in the library
/// before it is published, and then once.
/// </summary>
public sealed partial class Draft : Root
{
    private const int LongestName = 200;
    private ImportRecord? record;
    private Reviewed? reviewed;

    private Draft() { }

    public Draft(StoredFile file, ImportRecord record, Guid? by, DateTimeOffset at) : this(file, by, at) => Fill(record);

    /// <summary>A long document: kept now, read in the background.</summary>
    public Draft(StoredFile file, Guid? by, DateTimeOffset at)
    {
        (FileId, FileName, Kind, Language, ById, At) = (file.Id, file.Name, DocumentKind.Unrecognised, "", by, at);
        (Status, Words) = (DraftStatus.Reading, FileName.ToLowerInvariant());
    }

    public Guid FileId { get; private set; }
    public string FileName { get; private set; } = "";
    public string? Title { get; private set; }
    /// <summary>File name and title in small letters, for the search of the list.</summary>
    public string Words { get; private set; } = "";
    public DocumentKind Kind { get; private set; }
    public string Language { get; private set; } = "";
    [Secret] public string RecordJson { get; private set; } = "";
    public IReadOnlyList<Decision> Decisions { get; private set; } = [];
    public DraftStatus Status { get; private set; }
    /// <summary>How many questions still stand between this draft and publishing.</summary>
    public int Open { get; private set; }
    public DateTimeOffset At { get; private set; }
    /// <summary>Null when the machine read it.</summary>
    public Guid? ById { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }
    public Guid? EditionId { get; private set; }
    /// <summary>What publishing it made or brought up to date.</summary>
    public IReadOnlyList<MadeItem> Made { get; private set; } = [];
    /// <summary>The earlier version of the document whose library records this publication brought up to date.</summary>
    public Guid? FollowsId { get; private set; }
    /// <summary>The codes of its profiles and competencies, by which a later version of the document is known again.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];
    /// <summary>A person said that this is another document, although it looks like one that was published before.</summary>
    public bool Apart { get; private set; }
    /// <summary>Why it could not be read: the code of the refusal.</summary>
    public string? Failure { get; private set; }

    public bool IsRead => Status is DraftStatus.Recognised or DraftStatus.InReview or DraftStatus.Published;

    /// <summary>The same file, read with what was said about its columns; possible while nobody has decided about what was read before.</summary>
    public void Reread(ImportRecord read)
    {
        Refuse.If(Status != DraftStatus.Recognised, "import.decided-already");
        Fill(read);
        Touch();
    }

    public ImportRecord Read() => record ??= RecordJson.Length > 0 ? ImportJson.FromJson(RecordJson) : Unread();

    /// <summary>The record with what people decided carried out.</summary>
    public Reviewed Review() => reviewed ??= Reviewed.Of(Read(), Decisions);

    /// <summary>The background has read it.</summary>
    public void Finish(ImportRecord read)
    {
        Refuse.If(Status != DraftStatus.Reading, "import.not-reading");
        Fill(read);
        Touch();
    }

    public void Cancel()
    {
        Refuse.If(Status != DraftStatus.Reading, "import.not-reading");
        Status = DraftStatus.Cancelled;
        Touch();
    }

    public void ReadAgain()
    {
        Refuse.If(Status != DraftStatus.Cancelled, "import.not-cancelled");
        Status = DraftStatus.Reading;
        Touch();
    }

    public void Fail(string code)
    {
        (Status, Failure) = (DraftStatus.Failed, code);
        Touch();
    }

    /// <summary>Says whether this is another document than the one it looks like.</summary>
    public void SetApart(bool apart)
    {
        Refuse.If(Status == DraftStatus.Published, "import.published-already");
        Apart = apart;
        Touch();
    }

    public void Publish(Guid edition, DateTimeOffset now)
    {
        Refuse.If(Status == DraftStatus.Published, "import.published-already");
        Refuse.If(!IsRead, "import.not-read");
        var open = DraftReview.ToDos(Read(), Decisions, Review()).Where(todo => !todo.Done).ToList();
        Refuse.If(open.Any(todo => todo.Code == DraftReview.MissingName), "import.names-missing", open.Count(todo => todo.Code == DraftReview.MissingName));
        Refuse.If(open.Count > 0, "import.doubts-open", open.Count);
        (Status, PublishedAt, EditionId) = (DraftStatus.Published, now, edition);
        Touch();
    }

    /// <summary>Remembers what the publication made, for a later version of the document and for taking it back.</summary>
    public void Remember(IReadOnlyList<MadeItem> made, Guid? follows) => (Made, FollowsId) = (made, follows);

    /// <summary>The publication was undone: the draft is again as it was before.</summary>
    public void TakeBack()
    {
        Refuse.If(Status != DraftStatus.Published, "import.not-published");
        (Status, PublishedAt, EditionId, Made, FollowsId) = (DraftStatus.InReview, null, null, [], null);
        Touch();
    }

    private void Fill(ImportRecord read)
    {
        (Kind, Language, RecordJson, record, reviewed) = (read.DocumentKind, read.Language, ImportJson.ToJson(read), read, null);
        Title = read.Title?.Text ?? read.JobProfiles.Select(p => p.Name?.Text).FirstOrDefault() ?? read.Competencies.SelectMany(c => c.Names.Values).FirstOrDefault()?.Text;
        if (Title is { Length: > LongestName }) Title = Title[..LongestName];
        Words = $"{FileName} {Title}".ToLowerInvariant();
        Codes = [.. read.JobProfiles.Select(p => p.Code?.Text).Concat(read.Competencies.Select(c => c.Code)).OfType<string>().Distinct().Take(500)];
        Status = DraftStatus.Recognised;
        Count();
    }

    private ImportRecord Unread() => new()
    {
        Id = FileName, Source = new ImportSource(FileName, "", 0, "", false, ""), DocumentKind = DocumentKind.Unrecognised, Language = Language,
    };

    private void Count() => Open = DraftReview.ToDos(Read(), Decisions, Review()).Count(todo => !todo.Done);
}
