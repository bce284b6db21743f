using Interviewing.Application.Competencies;

namespace Interviewing.Application.Import;

/// <summary>The second look at a dictionary: every block to the competency that is being told about.</summary>
internal sealed class BookReading
{
    private enum Field { Preamble, Definition, Indicators, Opposites, Questions, Tips, Loose }

    private sealed class Entry(int index, FoundText name, FoundText? cluster)
    {
        public string Path => $"competencies[{index}]";
        public FoundText Name => name;
        public FoundText? Cluster => cluster;
        public TextInProgress? Definition { get; set; }
        public List<FoundLevel> Levels { get; } = [];
        public List<FoundIndicator> Indicators { get; } = [];
        public List<FoundQuestion> Questions { get; } = [];
        public List<FoundTip> Tips { get; } = [];
        public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);
        public (int Indicators, int Questions, int Tips) Dropped { get; set; }
    }

    private readonly LabelFile file;
    private readonly RecordBuilder build;
    private readonly BookNames names;
    private readonly IReadOnlyList<Block> blocks;
    private readonly List<Entry> entries = [];
    private readonly Dictionary<string, Entry> byName = new(StringComparer.Ordinal);
    private readonly bool signs;
    private Field field = Field.Preamble;
    private Field? part;
    private Entry? entry;
    private FoundText? cluster;
    private FoundText? title;
    private int? level;
    private string? kindLabel;

    public BookReading(SourceDocument document, LabelFile file)
    {
        this.file = file;
        build = new RecordBuilder(document, file.Language);
        names = new BookNames(document, file);
        blocks = names.Blocks;
        foreach (var line in names.Furniture) build.Discard(line, DiscardReason.PageFurniture);
        // Where plus signs mark behaviour that is wanted, a dash marks its opposite.
        signs = blocks.Any(block => block is { Kind: BlockKind.Bullet, First.Bullet: '+' });
    }

    public ImportRecord Run(string id)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (names.StartsAt(i)) i += Begin(i);
            else if (block.Kind == BlockKind.Label) i += OnLabel(i, block);
            else if (block.Text.Length == 0) build.Discard(block, DiscardReason.EmptyBullet);
            else if (block.Kind == BlockKind.Bullet && !(block.First.Bullet == '1' && names.Knows(block.Text))) OnBullet(block);
            else OnText(i, block);
        }
        var record = new ImportRecord
        {
            Id = id, Source = build.Document.Source, DocumentKind = DocumentKind.CompetencyBook, KindLabel = kindLabel, Language = build.Language, Title = title,
            Competencies = [.. entries.Select(Done)],
        };
        TextAdvice.About(record, build, file);
        return build.Close(record);
    }

    private int Begin(int at)
    {
        var labelled = blocks[at].Kind == BlockKind.Label;
        if (labelled) build.Label(blocks[at].First);
        var name = NameOf(blocks[labelled ? at + 1 : at]);
        Open(name);
        (field, part) = (Field.Definition, null);
        return labelled ? 1 : 0;
    }

    private void Open(FoundText name, double confidence = 1)
    {
        entry = new Entry(entries.Count, name with { Trace = name.Trace with { Confidence = Math.Min(confidence, name.Trace.Confidence) } }, cluster);
        entries.Add(entry);
        byName.TryAdd(BookNames.KeyOf(name.Text), entry);
        level = null;
    }

    private FoundText NameOf(Block block)
    {
        build.Item(block);
        return new FoundText(BookWords.Name(block.Text), build.TraceOf(block));
    }

    // How many of the blocks behind the label it took along.
    private int OnLabel(int at, Block block)
    {
        var hit = block.Label!;
        build.Label(block.First);
        switch (hit.Key)
        {
            case "book":
                kindLabel ??= hit.AsFound;
                if (title is null && entries.Count == 0) { title = new FoundText(block.Text, build.TraceOf(block)); build.Item(block); }
                break;
            case "book.definition": field = entry is null ? Field.Loose : Field.Definition; break;
            case "book.indicators": (field, part) = (Field.Indicators, null); break;
            case "book.opposites": (field, part) = (Field.Opposites, null); break;
            case "book.levels": field = Field.Indicators; break;
            case "book.level": return hit.Number is { } number ? Level(block, number, hit.Rest) : 0;
            case "book.questions": Section(at, Field.Questions); break;
            case "book.tips": Section(at, Field.Tips); break;
            case "book.cluster" when hit.Rest.Length > 0: Cluster(blocks[at + 1]); return 1;
            case "book.contents": field = Field.Preamble; break;
            default:
                // 'Competency: Listening' again, in a part of its own: the name stands in the next block.
                if (hit.Key == "book.competency" && hit.Rest.Length > 0) break;
                if (hit.Key == "book.competencies" && entries.Count == 0) field = Field.Preamble;
                break;
        }
        return 0;
    }

    // Questions under a competency, or a part of the book in which names follow.
    private void Section(int at, Field of)
    {
        field = of;
        var names = at + 1 < blocks.Count && blocks[at + 1] is { } next && (IsName(at + 1, next) || (next.Kind == BlockKind.Label && next.Label!.Key == "book.competency") || next is { Kind: BlockKind.Text, First.Heading: > 0 });
        if (!names && entry is not null) return;
        part = of;
        entry = null;
    }

    private int Level(Block block, int ordinal, string title)
    {
        if (entry is null) { build.Discard(block, DiscardReason.Fragment); return 0; }
        if (field is not Field.Opposites) field = Field.Indicators;
        part = null;
        level = ordinal;
        if (entry.Levels.Exists(there => there.Ordinal == ordinal)) return title.Length > 0 && block.Kind == BlockKind.Label ? 0 : Account(block);
        if (ordinal != entry.Levels.Count + 1)
            build.Find("level-order", $"{entry.Path}.levels[{entry.Levels.Count}]", block.First.Number, block.Text, (entry.Levels.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), "Levels count up from 1.", ask: true);
        build.Item(block);
        var words = title.Length > 0 ? new FoundText(title, build.TraceOf(block)) : null;
        entry.Levels.Add(new FoundLevel(ordinal, words, build.TraceOf(block)));
        return block.Kind == BlockKind.Label && title.Length > 0 ? 1 : 0;
    }

    private int Account(Block block)
    {
        build.Label(block.First);
        return 0;
    }

    private void OnText(int at, Block block)
    {
        if (Known(at, block)) return;
        if (entries.Count == 0 && field == Field.Preamble) { if (title is null || !IsCluster(at, block)) Preamble(block); return; }
        if (block.Kind == BlockKind.Text && entry is not null && BookWords.LevelOf(block.Text, file) is var (ordinal, words) && field is not (Field.Questions or Field.Tips)) { Level(block, ordinal, words); return; }
        if (entry is not null && field is not (Field.Questions or Field.Tips) && BookWords.IsStep(block.Text, file)) { Level(block, entry.Levels.Count + 1, block.Text); return; }
        if (BookWords.IsPart(block.Text, file) || (block.First.Heading > 0 && !NamesFollow(at))) { Heading(at, block); return; }
        if (Unknown(at, block)) return;
        if (entry is null) { if (!IsCluster(at, block)) build.Discard(block, DiscardReason.Fragment); return; }
        switch (field)
        {
            case Field.Definition: Define(block); break;
            case Field.Indicators or Field.Opposites when level is { } step && NextIsBullet(at) && entry.Levels.FindIndex(there => there.Ordinal == step && there.Title is null) is >= 0 and var which:
                entry.Levels[which] = entry.Levels[which] with { Title = build.Take(block, 0.9) };
                break;
            case Field.Indicators or Field.Opposites: Indicator(block, 0.7); break;
            case Field.Questions: Question(block, block.Text.EndsWith('?') ? 0.9 : 0.7); break;
            case Field.Tips: Tip(block, 0.7); break;
            case Field.Preamble or Field.Loose: build.Discard(block, DiscardReason.Fragment); break;
        }
    }

    private void OnBullet(Block block)
    {
        if (entry is null) { build.Discard(block, entries.Count == 0 && names.Knows(BookWords.Entry(block.Text)) ? DiscardReason.NavigationResidue : DiscardReason.Fragment); return; }
        switch (field)
        {
            case Field.Questions: Question(block, 1); break;
            case Field.Tips: Tip(block, 1); break;
            case Field.Definition or Field.Indicators or Field.Opposites: Indicator(block, field == Field.Definition && entry.Definition is null ? 0.7 : 1); break;
            case Field.Preamble or Field.Loose: build.Discard(block, DiscardReason.Fragment); break;
        }
    }

    // A name that was told about before: what follows is more about it.
    private bool Known(int at, Block block)
    {
        if (entries.Count == 0)
        {
            if (!names.Knows(BookWords.Entry(block.Text))) return false;
            build.Discard(block, DiscardReason.NavigationResidue);
            return true;
        }
        if (!IsName(at, block) || !byName.TryGetValue(BookNames.KeyOf(block.Text), out var there)) return false;
        build.Label(block.First);
        if (there == entry && part is null && field is not (Field.Questions or Field.Tips)) return true;
        (entry, level) = (there, null);
        field = part ?? Field.Loose;
        return true;
    }

    private bool IsName(int at, Block block) => block.Kind != BlockKind.Label && names.Knows(block.Text) && !names.StartsAt(at) && block.Text.Length <= 90;

    // In a part of its own, a short line in front of a list names a competency; here one that the book does not tell about.
    private bool Unknown(int at, Block block)
    {
        if (part is null || !BookWords.LooksLikeName(block.Text) || !(NextIsBullet(at) || (at + 1 < blocks.Count && blocks[at + 1].Kind == BlockKind.Label))) return false;
        var nearest = names.Nearest(block.Text);
        if (nearest is var (name, distance) && distance <= 2 && byName.TryGetValue(BookNames.KeyOf(name), out var there))
        {
            build.Label(block.First);
            build.Find("name-mismatch", there.Path, block.First.Number, block.Text, name, "Joined with the competency whose name differs by a letter or two.", ask: true);
            entry = there;
        }
        else
        {
            cluster = null;
            Open(NameOf(block), 0.6);
            build.Find("name-does-not-join", entry!.Path, block.First.Number, block.Text, nearest?.Name, "This name is not one of the competencies that the book defines.", ask: true);
        }
        field = part.Value;
        return true;
    }

    private bool NamesFollow(int at) => names.StartsAt(at) || part is not null;

    private bool IsCluster(int at, Block block)
    {
        if (block.First.Heading == 0 || at + 1 >= blocks.Count || !names.StartsAt(at + 1)) return false;
        Cluster(block);
        return true;
    }

    private void Heading(int at, Block block)
    {
        (entry, field, part, level) = (null, Field.Loose, null, null);
        cluster = null;
        if (IsCluster(at, block)) return;
        // Names that follow a heading of unknown words still say whom the next lists are about.
        build.Discard(block, DiscardReason.EmptyHeading);
    }

    private void Cluster(Block block)
    {
        cluster = build.Take(block);
        (entry, field, level) = (null, Field.Loose, null);
    }

    private void Preamble(Block block)
    {
        if (title is not null || block.Text.Length > 200) { build.Discard(block, DiscardReason.Fragment); return; }
        title = build.Take(block);
    }

    private void Define(Block block)
    {
        if (entry!.Levels.Count > 0 || entry.Indicators.Count > 0) { build.Discard(block, DiscardReason.Fragment); return; }
        if (entry.Definition is not null && !build.NothingBetween(entry.Definition.LastLine, block.First.Number)) { build.Discard(block, DiscardReason.Fragment); return; }
        entry.Definition ??= new TextInProgress(build.TraceOf(block));
        entry.Definition.Add(block, build.Document.Words);
        build.Item(block);
    }

    private void Indicator(Block block, double confidence)
    {
        var positive = field != Field.Opposites && !(signs && block.First.Bullet is '-' or '−' or '–' or '—' && block.Kind == BlockKind.Bullet);
        if (Fresh($"i{level}{positive}", block)) entry!.Indicators.Add(new FoundIndicator(block.Text, positive, level, build.Take(block, confidence).Trace));
        else entry!.Dropped = entry.Dropped with { Indicators = entry.Dropped.Indicators + 1 };
    }

    private void Question(Block block, double confidence)
    {
        if (Fresh("q", block)) entry!.Questions.Add(new FoundQuestion(block.Text, null, null, [], [], [], build.Take(block, confidence).Trace));
        else entry!.Dropped = entry.Dropped with { Questions = entry.Dropped.Questions + 1 };
    }

    private void Tip(Block block, double confidence)
    {
        if (Fresh("t", block)) entry!.Tips.Add(new FoundTip(block.Text, TipAudience.Employee, null, build.Take(block, confidence).Trace));
        else entry!.Dropped = entry.Dropped with { Tips = entry.Dropped.Tips + 1 };
    }

    private bool Fresh(string list, Block block)
    {
        if (entry!.Seen.Add(list + Wording.Key(block.Text))) return true;
        build.Duplicate(block);
        return false;
    }

    private bool NextIsBullet(int at) => at + 1 < blocks.Count && blocks[at + 1].Kind == BlockKind.Bullet;

    private FoundCompetency Done(Entry done)
    {
        foreach (var (count, list) in new[] { (done.Dropped.Indicators, "indicators"), (done.Dropped.Questions, "questions"), (done.Dropped.Tips, "tips") })
            if (count > 0) build.Find("duplicate-list", $"{done.Path}.{list}", done.Name.Trace.Line, note: $"{count} repeated, kept once.");
        return new FoundCompetency
        {
            Names = new Dictionary<string, FoundText>(StringComparer.Ordinal) { [build.Language] = done.Name }, Cluster = done.Cluster, Definition = done.Definition?.Done(),
            Levels = done.Levels, Indicators = done.Indicators, Questions = done.Questions, Tips = done.Tips,
            DuplicatesDropped = new DuplicatesDropped(done.Dropped.Indicators, done.Dropped.Questions, done.Dropped.Tips), Trace = done.Name.Trace,
        };
    }
}
