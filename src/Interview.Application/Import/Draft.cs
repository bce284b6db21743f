using Interviewing.Application.Shared;

namespace Interviewing.Application.Import;

/// <summary>Recognised: read, nobody decided anything yet.</summary>
public enum DraftStatus { Recognised, InReview, Published }

/// <summary>What a person decided about one item of the record, by its path.</summary>
public sealed record Decision(string Path, string? Name = null, bool Dropped = false, bool Seen = false);

/// <summary>
/// What was read from a document, and what people decided about it item by item. The record itself never changes; nothing of it is in the library
/// before it is published, and then once.
/// </summary>
public sealed class Draft : Root
{
    private const int LongestName = 200;
    private ImportRecord? record;

    private Draft() { }

    public Draft(StoredFile file, ImportRecord record, Guid? by, DateTimeOffset at)
    {
        (FileId, FileName, ById, At) = (file.Id, file.Name, by, at);
        Keep(record);
    }

    private void Keep(ImportRecord record)
    {
        (Kind, Language) = (record.DocumentKind, record.Language);
        (RecordJson, this.record) = (ImportJson.ToJson(record), record);
        Title = record.Title?.Text ?? record.JobProfiles.Select(p => p.Name?.Text).FirstOrDefault() ?? record.Competencies.SelectMany(c => c.Names.Values).FirstOrDefault()?.Text;
        if (Title is { Length: > LongestName }) Title = Title[..LongestName];
        Words = $"{FileName} {Title}".ToLowerInvariant();
        Count();
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

    public ImportRecord Read() => record ??= ImportJson.FromJson(RecordJson);

    /// <summary>The same file, read with what was said about its columns; possible while nobody has decided about what was read before.</summary>
    public void ReadAgain(ImportRecord record)
    {
        Refuse.If(Status != DraftStatus.Recognised, "import.decided-already");
        Keep(record);
        Touch();
    }

    /// <summary>Gives a profile or competency its name, if it still is called what its editor saw.</summary>
    public void Name(string path, string? was, string name)
    {
        var item = Find(path);
        Refuse.If(item.Kind is not (ItemKind.Profile or ItemKind.Competency), "import.no-name-here");
        var wanted = name.Trim();
        Refuse.FieldIf(wanted.Length == 0, path, "import.name-missing");
        Refuse.FieldIf(wanted.Length > LongestName, path, "import.name-too-long", LongestName);
        var now = Of(path).Name ?? item.Text;
        Refuse.If((now ?? "") != (was ?? "").Trim() && now != wanted, Refusal.ChangedText(path, now, wanted));
        Decide(Of(path) with { Name = wanted, Seen = true });
    }

    public void Drop(string path)
    {
        Find(path);
        Decide(Of(path) with { Dropped = true });
    }

    /// <summary>Takes back that an item was dropped.</summary>
    public void Restore(string path)
    {
        Find(path);
        Decide(Of(path) with { Dropped = false });
    }

    /// <summary>Somebody looked at what the reader was not sure of, and it is right.</summary>
    public void See(string path)
    {
        Refuse.If(path.Length > 300 || DraftReview.ToDos(Read(), Decisions).All(todo => todo.Path != path), Refusal.NotFound);
        Decide(Of(path) with { Seen = true });
    }

    public void Publish(Guid edition, DateTimeOffset now)
    {
        Refuse.If(Status == DraftStatus.Published, "import.published-already");
        var open = DraftReview.ToDos(Read(), Decisions).Where(todo => !todo.Done).ToList();
        Refuse.If(open.Any(todo => todo.Code == DraftReview.MissingName), "import.names-missing", open.Count(todo => todo.Code == DraftReview.MissingName));
        Refuse.If(open.Count > 0, "import.doubts-open", open.Count);
        (Status, PublishedAt, EditionId) = (DraftStatus.Published, now, edition);
        Touch();
    }

    private Decision Of(string path) => Decisions.FirstOrDefault(d => d.Path == path) ?? new Decision(path);

    private RecordItem Find(string path) => RecordItems.Of(Read()).FirstOrDefault(item => item.Path == path) ?? throw Refusal.NotFound;

    private void Decide(Decision decision)
    {
        Refuse.If(Status == DraftStatus.Published, "import.published-already");
        Decisions = [.. Decisions.Where(d => d.Path != decision.Path), decision];
        Status = DraftStatus.InReview;
        Count();
        Touch();
    }

    private void Count() => Open = DraftReview.ToDos(Read(), Decisions).Count(todo => !todo.Done);
}
