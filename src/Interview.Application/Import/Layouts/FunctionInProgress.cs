namespace Interviewing.Application.Import;

/// <summary>One norm function while its lines come by.</summary>
internal sealed class FunctionInProgress(SourceLine start, RecordBuilder build, LabelFile file)
{
    private readonly List<FoundText> characteristics = [];
    private readonly List<FoundText> modules = [];
    private readonly List<AreaInProgress> areas = [];
    private readonly Dictionary<string, NodeInProgress> nodes = new(StringComparer.Ordinal);
    private TextInProgress? purpose;
    private FoundPayScale? scale;
    private FoundText? title;
    private bool opened;
    private string? repeated;

    public string? KindLabel { get; set; }
    public string? TasksLabel { get; set; }
    public FoundText? Name { get; private set; }
    public FoundText? Code { get; private set; }
    /// <summary>The name, or the line under the heading that will be it.</summary>
    public string? Called => (Name ?? title)?.Text;
    public string? SeriesName => nodes.GetValueOrDefault("series")?.Name?.Text;
    public string? GroupName => nodes.GetValueOrDefault("group")?.Name?.Text;
    public AreaInProgress? Last => areas.Count > 0 ? areas[^1] : null;
    public bool HasName => Name is not null || opened;
    /// <summary>Nothing of it was read yet.</summary>
    public bool IsFresh => (Name, Code, purpose, scale, title) is (null, null, null, null, null) && characteristics.Count + areas.Count + nodes.Count + modules.Count == 0;
    public bool IsEmpty => IsFresh;

    public void Opened(string key) => opened |= key is "series" or "group" or "dominant-characteristics";

    public void TakeName(Block block)
    {
        if (Name is not null) { build.Discard(block, DiscardReason.Fragment); return; }
        var (name, code) = NameAndCode(block.Text);
        Name = build.Take(block with { Text = name });
        if (code is not null) Code ??= new FoundText(code, Name.Trace);
    }

    // Name and code on one line.
    private (string Name, string? Code) NameAndCode(string text)
    {
        var labels = LabelMatcher.For(file, "code", "function-code");
        for (var gap = text.IndexOf(' ', StringComparison.Ordinal); gap > 0; gap = text.IndexOf(' ', gap + 1))
            if (gap < 200 && text.Length - gap < 60 && labels.Match(text[(gap + 1)..]) is { Distance: 0, Rest.Length: > 0 } hit && hit.Rest.Any(char.IsAsciiDigit)) return (text[..gap], hit.Rest);
        return (text, null);
    }

    public void TakeCode(Block block)
    {
        if (Code is null) Code = build.Take(block);
        else build.Discard(block, DiscardReason.Fragment);
    }

    /// <summary>A line right under the heading of the function is its name when no label says so.</summary>
    public void Title(Block block)
    {
        if (title is null && block is { Kind: BlockKind.Text, Text.Length: <= 80 } && block.Text[^1] is not ('.' or ';' or ',')) title = build.Take(block, 0.7);
        else build.Discard(block, DiscardReason.Fragment);
    }

    public void Node(Block block, string kind, Block? label)
    {
        repeated = label is null ? repeated : null;
        if (repeated == kind) { build.Discard(block, DiscardReason.Fragment); return; }
        if (!nodes.TryGetValue(kind, out var node)) nodes[kind] = node = new NodeInProgress(label?.Label!.AsFound ?? kind, build);
        else if (label is not null)
        {
            // The same label again, without a function between: its value is kept apart, not welded to the first.
            build.Discard(block, DiscardReason.Fragment);
            repeated = kind;
            return;
        }
        node.Add(block);
    }

    public bool Has(string kind) => nodes.ContainsKey(kind);

    public void TakePurpose(Block block)
    {
        if (purpose is not null && !build.Follows(purpose.LastLine, block)) { build.Discard(block, DiscardReason.Fragment); return; }
        build.Item(block);
        purpose ??= new TextInProgress(build.TraceOf(block));
        purpose.Add(block, build.Document.Words);
    }

    // A bullet that repeats the last words of the one before is a wrapped line that was read twice.
    public void Characteristic(Block block)
    {
        if (characteristics.Count > 0 && block.Text.Length < 40 && Repeats(characteristics[^1].Text, block.Text))
        {
            build.Discard(block, DiscardReason.Fragment);
            build.Find("fragment", "", block.First.Number, block.Text, note: "Repeats the last words of the item before.");
            return;
        }
        characteristics.Add(build.Take(block, block.Kind == BlockKind.Bullet ? 1 : 0.9));
    }

    private static bool Repeats(string whole, string part)
    {
        var (a, b) = (Wording.Key(whole), Wording.Key(part));
        return b.Length > 3 && b.Count(c => c == ' ') < 3 && a.Length > b.Length && a.EndsWith(b, StringComparison.OrdinalIgnoreCase) && !char.IsLetterOrDigit(a[^(b.Length + 1)]);
    }

    public void Add(Block block, int? number)
    {
        opened = true;
        areas.Add(new AreaInProgress(block.First, build.Document.Limits) { Number = number, ActivitiesLabel = TasksLabel });
    }

    public void SetScale(Block block, string value, bool indicative)
    {
        if (scale is not null) { build.Discard(block, DiscardReason.Fragment); return; }
        build.Item(block);
        scale = new FoundPayScale(value, indicative, PayScaleOrigin.Body, null, value, build.TraceOf(block));
    }

    public void Module(Block block)
    {
        if (block.Text.All(c => !char.IsLetterOrDigit(c)) || (file.Labels.GetValueOrDefault("none") ?? []).Contains(block.Text.TrimEnd('.'), StringComparer.OrdinalIgnoreCase)) build.Discard(block, DiscardReason.EmptyBullet);
        else modules.Add(build.Take(block));
    }

    public FoundProfile Read(string path, (int Index, OverviewRow Row)? overview, Overview? table)
    {
        Name ??= title;
        if (title is not null && Name is not null && title != Name) build.Discard(build.Document.Lines[title.Trace.Line - 1], Wording.Letters(title.Text) == Wording.Letters(Name.Text) ? DiscardReason.DuplicateTitle : DiscardReason.Fragment);
        if (Name is null) build.Find("missing-name", path + ".name", start.Number, null, null, "This function has no name in the text.", ask: true);
        if (scale is null && overview is { Row.Scale: { } value })
            scale = new FoundPayScale(value, table!.Indicative, PayScaleOrigin.Overview, overview.Value.Index, value, overview.Value.Row.Trace);
        if (table is not null && overview is null && Name is not null) build.Find("no-overview-row", path, Name.Trace.Line, Name.Text, note: "The overview has no row with this name.");
        return new FoundProfile
        {
            Name = Name, LevelSuffix = Suffix(Name?.Text), Code = Code, PayScale = scale, Purpose = purpose?.Done(),
            JobFamily = nodes.GetValueOrDefault("family")?.Read(), JobSeries = nodes.GetValueOrDefault("series")?.Read(), JobGroup = nodes.GetValueOrDefault("group")?.Read(),
            DominantCharacteristics = characteristics, ResultAreas = [.. areas.Select((area, i) => area.Read(build, file, $"{path}.result_areas[{i}]"))],
            ModuleRefs = modules, Trace = build.At(start, start),
        };
    }

    internal static string? Suffix(string? name) => name?.Split(' ') is { Length: > 1 } words && LabelMatcher.Roman(words[^1]) is not null ? words[^1] : null;
}

/// <summary>A series or group: its name, and the paragraph that describes it.</summary>
internal sealed class NodeInProgress(string label, RecordBuilder build)
{
    private TextInProgress? description;

    public FoundText? Name { get; private set; }

    public void Add(Block block)
    {
        if (Name is null && block.Text.Length <= 120) { Name = build.Take(block with { Text = block.Text.TrimEnd(':', ' ') }); return; }
        if (description is not null && !build.Follows(description.LastLine, block)) { build.Discard(block, DiscardReason.Fragment); return; }
        build.Item(block);
        description ??= new TextInProgress(build.TraceOf(block));
        description.Add(block, build.Document.Words);
    }

    public FoundNode? Read()
    {
        var text = description?.Done();
        if (Name is null) return text is null ? null : new FoundNode(text.Text, null, label, text.Trace);
        return new FoundNode(Name.Text, text?.Text, label, Name.Trace) { DescriptionTrace = text?.Trace };
    }
}

internal sealed class ModuleInProgress(SourceLine start, RecordBuilder build, LabelFile file)
{
    private readonly List<AreaInProgress> areas = [];
    private TextInProgress? purpose;
    private FoundText? code;

    public string? TasksLabel { get; set; }
    public FoundText? Name { get; private set; }
    public AreaInProgress? Last => areas.Count > 0 ? areas[^1] : null;
    public bool IsFresh => (Name, code, purpose) is (null, null, null) && areas.Count == 0;

    public void TakeName(Block block)
    {
        if (Name is null) Name = build.Take(block);
        else build.Discard(block, DiscardReason.Fragment);
    }

    public void TakeCode(Block block)
    {
        if (code is null && block.Text.Any(char.IsLetterOrDigit)) code = build.Take(block);
        else build.Discard(block, DiscardReason.Fragment);
    }

    public void TakePurpose(Block block)
    {
        if (purpose is not null && !build.Follows(purpose.LastLine, block)) { build.Discard(block, DiscardReason.Fragment); return; }
        build.Item(block);
        purpose ??= new TextInProgress(build.TraceOf(block));
        purpose.Add(block, build.Document.Words);
    }

    public void Add(Block block, int? number) => areas.Add(new AreaInProgress(block.First, build.Document.Limits) { Number = number, ActivitiesLabel = TasksLabel });

    public FoundModule? Read(string path, int? row)
    {
        var groups = areas.Select((area, i) => area.Read(build, file, $"{path}.task_groups[{i}]")).ToList();
        if (Name is null && groups.Count == 0 && code is null && purpose is null) return null;
        var name = Name ?? groups.Select(group => group.Title).FirstOrDefault(title => title is not null) ?? new FoundText("", build.At(start, start, 0.5));
        return new FoundModule { Name = name, LevelSuffix = FunctionInProgress.Suffix(Name?.Text), Code = code, Purpose = purpose?.Done(), TaskGroups = groups, OverviewRow = row };
    }
}
