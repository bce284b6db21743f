namespace Interviewing.Application.Import;

/// <summary>One pass over the blocks of a function book.</summary>
internal sealed class FunctionBookReading
{
    private readonly LabelFile file;
    private readonly RecordBuilder build;
    private readonly IReadOnlyList<Block> blocks;
    private readonly Overview? overview;
    private readonly IReadOnlyList<FoundNotice> notices;
    private readonly FunctionBookFront front;
    private readonly List<FunctionInProgress> functions = [];
    private readonly List<ModuleInProgress> modules = [];
    private string field = "";
    private Block? label;
    private readonly HashSet<string> misspelt = new(StringComparer.Ordinal);
    private bool inModule;
    // Labels that stand together, their values after them in the same order.
    private readonly Queue<string> waiting = new();

    public FunctionBookReading(SourceDocument document, LabelFile file, LabelHit?[] labels)
    {
        this.file = file;
        build = new RecordBuilder(document, file.Language) { AsPrinted = true };
        overview = Overview.Find(document, file, labels);
        var table = overview?.Lines ?? new HashSet<int>();
        labels = FunctionHeadings.Among(document, labels, overview);
        var pages = LabelMatcher.For(file, "page");
        var found = Notices.Of(document, labels, line => table.Contains(line.Number) || PageNumbers.Counts(line, pages));
        var opening = Array.FindIndex(labels, hit => hit is not null) is >= 0 and var first ? first : document.Lines.Count;
        if (overview is not null) opening = Math.Min(opening, overview.FirstLine - 1);
        var spoken = new HashSet<int>(table);
        spoken.UnionWith(found.Lines);
        var furniture = RunningLines.Of(document, file, labels, opening, spoken);
        foreach (var line in document.Lines.Where(line => furniture.Contains(line.Number)).Concat(overview?.Repeated ?? []).Concat(found.Repeated)) build.Discard(line, DiscardReason.PageFurniture);
        foreach (var line in overview?.Heads ?? []) build.Label(line);
        notices = found.Take(build);
        spoken.UnionWith(furniture);
        front = new FunctionBookFront(build, file, overview);
        blocks = new FlowReader(document, file, labels, FlowOf, spoken, table).Read();
    }

    private static Flow FlowOf(string key) => key switch
    {
        "series" or "group" or "family" => Flow.Named,
        "purpose" or "module-purpose" => Flow.Paragraph,
        "dominant-characteristics" or "characteristics" or "generic-tasks" or "module-tasks" => Flow.List,
        "result-area" => Flow.Title,
        _ => Flow.Lines,
    };

    public ImportRecord Run(string id)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.Kind == BlockKind.Label) OnLabel(i, block);
            else if (block.Text.Length == 0) OnEmpty(i, block);
            else OnText(i, block);
        }
        CloseLabel();
        var record = Assemble(id);
        TextAdvice.About(record, build, file);
        return build.Close(record);
    }

    private void OnLabel(int at, Block block)
    {
        var hit = block.Label!;
        if (label is { Label.Rest.Length: 0 } && field is "name" or "code" or "scale" && !inModule && hit is { Rest.Length: 0, Number: null } && hit.Key is "name" or "function-name" or "code" or "function-code" or "scale" or "indicative-scale" && build.NothingBetween(label!.Last.Number, block.First.Number))
        {
            if (waiting.Count == 0) waiting.Enqueue(field);
            waiting.Enqueue(hit.Key switch { "function-name" => "name", "function-code" => "code", _ => hit.Key });
            label = block;
            build.Label(block.First);
            return;
        }
        CloseLabel();
        waiting.Clear();
        build.Label(block.First);
        if (hit.Distance > 0 && misspelt.Add(hit.AsFound)) build.Find("label-typo", "", block.First.Number, hit.AsFound, note: "Read as the label it resembles.");
        (label, field) = (block, hit.Key);
        switch (hit.Key)
        {
            case "kind" or "norm-function": Begin(block, hit); break;
            case "name" or "function-name": NameOrCode(block, hit, "name", functions.Count > 0 && functions[^1].HasName); break;
            case "code" or "function-code": NameOrCode(block, hit, "code", functions.Count > 0 && functions[^1].Last is not null); break;
            case "module": OnModule(at, block, hit); break;
            case "module-name": if (!inModule || modules[^1].Name is not null) BeginModule(block); break;
            case "module-code" or "module-purpose": if (!inModule) BeginModule(block); break;
            case "module-tasks": if (!inModule) BeginModule(block); modules[^1].TasksLabel = hit.AsFound; break;
            case "generic-tasks": if (!inModule) NeedFunction(block).TasksLabel = hit.AsFound; break;
            case "result-area": AddArea(block, hit.Number); break;
            case "scale" or "indicative-scale": Scale(block, hit); break;
            case "book-part" or "definitions" or "result-areas": break;
            default:
                inModule = false;
                // After result areas a series starts the next function, also when its heading and name are lost.
                if (hit.Key is "series" or "group" && functions.Count > 0 && functions[^1].Last is not null && functions[^1].Has(hit.Key)) Begin(block, hit with { AsFound = "" });
                NeedFunction(block).Opened(hit.Key);
                break;
        }
    }

    // A label without a value gives null, and the reviewer is told.
    private void CloseLabel()
    {
        if (label is null) return;
        var path = inModule ? $"modules[{modules.Count - 1}]" : $"job_profiles[{functions.Count - 1}]";
        if (field is "name" or "code" or "series" or "group" or "purpose" or "module-name" or "module-code" or "dominant-characteristics" or "result-area")
            build.Find("empty-label", path, label.First.Number, label.Text, note: "No value follows this label.");
        // A heading 'module' that nothing follows says that there is none.
        else if (field == "module") build.Discard(label.First, DiscardReason.EmptyHeading);
        label = null;
    }

    private void Begin(Block block, LabelHit hit)
    {
        inModule = false;
        // The heading of a function and the label of its name may both start it.
        if (functions.Count > 0 && functions[^1].IsFresh) { if (field is not ("name" or "code")) functions[^1].KindLabel ??= hit.AsFound; return; }
        functions.Add(new FunctionInProgress(block.First, build, file) { KindLabel = field is "kind" or "norm-function" ? hit.AsFound : null });
    }

    // The plain words are also those of a module that has just begun.
    private void NameOrCode(Block block, LabelHit hit, string of, bool another)
    {
        field = inModule && modules[^1].Last is null ? "module-" + of : of;
        if (field == of && (functions.Count == 0 || inModule || another)) Begin(block, hit);
    }

    private FunctionInProgress NeedFunction(Block block)
    {
        if (functions.Count == 0) functions.Add(new FunctionInProgress(block.First, build, file));
        return functions[^1];
    }

    // 'Module HR21' above a module's own labels is its heading; under a function the word names a module that belongs to it, or nothing.
    private void OnModule(int at, Block block, LabelHit hit)
    {
        var next = at + 1;
        while (next < blocks.Count && blocks[next].Kind != BlockKind.Label) next++;
        var opens = next < blocks.Count && blocks[next].Label!.Key is "module-name" or "module-code" or "module-tasks" or "module-purpose";
        if (!opens) return;
        BeginModule(block);
        field = "module-heading";
        if (blocks[next].Label!.Key != "module-name" && hit.Rest.Length > 0) field = "module-name";
    }

    private void BeginModule(Block block)
    {
        inModule = true;
        if (modules.Count == 0 || !modules[^1].IsFresh) modules.Add(new ModuleInProgress(block.First, build, file));
    }

    private void AddArea(Block block, int? number)
    {
        if (inModule) modules[^1].Add(block, number);
        else NeedFunction(block).Add(block, number);
    }

    private void Scale(Block block, LabelHit hit)
    {
        if (inModule || functions.Count == 0) return;
        var value = hit.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (value is null) return;
        functions[^1].SetScale(block, value, hit.Key == "indicative-scale");
        (label, field) = (null, "");
    }

    private void OnEmpty(int at, Block block)
    {
        var next = at + 1 < blocks.Count ? blocks[at + 1] : null;
        if (field is "result-area" or "activities" or "headed" && Area is { } area && area.Activities.HasDeeper(block, next))
        {
            build.Item(block);
            area.Activities.Add(block, build.TraceOf(block, 0.7));
            build.Find("empty-parent", "", block.First.Number, note: "A bullet without words holds nested ones.");
        }
        else build.Discard(block, DiscardReason.EmptyBullet);
    }

    private AreaInProgress? Area => inModule ? modules[^1].Last : functions.Count > 0 ? functions[^1].Last : null;

    private void OnText(int at, Block block)
    {
        // A colon or dash on a line of its own stands between a label and its value.
        if (label is { Label.Rest.Length: 0 } && block.Kind == BlockKind.Text && block.Text.All(c => c is ':' or '=' or '|')) { build.Label(block.First); return; }
        var opened = label;
        if (field != "module-heading") label = null;
        if (field.Length == 0 && functions.Count == 0) { front.Add(block); return; }
        if (waiting.TryDequeue(out var next)) field = next;
        switch (field)
        {
            case "module-heading":
                build.Label(block.First);
                label = null;
                break;
            case "book-part": Loose(block); break;
            case "kind" or "norm-function": functions[^1].Title(block); break;
            case "name": functions[^1].TakeName(block); break;
            case "code": functions[^1].TakeCode(block); break;
            case "family" or "series" or "group": functions[^1].Node(block, field, opened); break;
            case "purpose": functions[^1].TakePurpose(block); break;
            case "dominant-characteristics" or "characteristics": functions[^1].Characteristic(block); break;
            case "scale" or "indicative-scale" when functions.Count > 0 && Overview.IsScale(block.Text): functions[^1].SetScale(block, block.Text, field == "indicative-scale"); break;
            case "module" when functions.Count > 0: functions[^1].Module(block); break;
            case "module-name": modules[^1].TakeName(block); break;
            case "module-code": modules[^1].TakeCode(block); break;
            case "module-purpose": modules[^1].TakePurpose(block); break;
            case "result-area" or "activities" or "headed" or "generic-tasks" or "module-tasks": Task(at, block); break;
            default: Loose(block); break;
        }
    }

    private void Loose(Block block)
    {
        if (front.IsRepeated(block)) build.Discard(block, DiscardReason.PageFurniture);
        else build.Discard(block, DiscardReason.Fragment);
    }

    // Under a heading of tasks come headings with bullets under them, or the bullets themselves.
    private void Task(int at, Block block)
    {
        if (field is "generic-tasks" or "module-tasks" or "headed" && IsHeading(at, block))
        {
            AddArea(block, NumberOf(block));
            Area!.Title = Text(block);
            field = "headed";
            return;
        }
        if (field == "generic-tasks" && block.Kind == BlockKind.Text) { Loose(block); return; }
        if (field is "generic-tasks" or "module-tasks")
        {
            AddArea(block, null);
            field = "activities";
        }
        if (field == "result-area" && Area is { Title: null } area && block.Kind == BlockKind.Text)
        {
            area.Title = Text(block);
            return;
        }
        if (Area is not { } into || (block.Kind == BlockKind.Text && into.Activities.HasBullets && block.AfterBlank)) { Loose(block); return; }
        build.Item(block);
        into.Activities.Add(block, build.TraceOf(block, block.Kind == BlockKind.Bullet ? 1 : into.Activities.HasBullets ? 0.6 : 0.9));
    }

    private TextInProgress Text(Block block)
    {
        build.Item(block);
        var text = new TextInProgress(build.TraceOf(block));
        text.Add(block with { Text = block.Text.TrimEnd(':', ' ') }, build.Document.Words);
        return text;
    }

    // A line without a bullet, or with a number, that bullets of another kind follow.
    private bool IsHeading(int at, Block block)
    {
        if (at + 1 >= blocks.Count || blocks[at + 1] is not { Kind: not BlockKind.Label } next) return false;
        if (block.First.Bullet == '1') return next.First.Bullet != '1' || MarkAfterNumber(next) != MarkAfterNumber(block);
        return next is { Kind: BlockKind.Bullet, First.Bullet: not '1' } && (block is { Kind: BlockKind.Text, Text.Length: <= 100 } && block.Text[^1] is not ('.' or ':' or ';' or ',') && (block.AfterBlank || field != "headed"));
    }

    private static char MarkAfterNumber(Block block) => block.First.Raw.AsSpan().TrimStart().TrimStart("0123456789") is { Length: > 0 } rest ? rest[0] : ' ';

    private static int? NumberOf(Block block)
    {
        var raw = block.First.Raw.AsSpan().TrimStart();
        var digits = 0;
        while (digits < raw.Length && char.IsAsciiDigit(raw[digits])) digits++;
        return int.TryParse(raw[..digits], System.Globalization.NumberStyles.None, null, out var number) ? number : null;
    }

    private ImportRecord Assemble(string id)
    {
        front.Close();
        functions.RemoveAll(function => function.IsEmpty);
        var join = new OverviewJoin(file, [.. functions.Select(f => (f.Called, f.SeriesName, f.GroupName))], [.. modules.Select(m => m.Name?.Text ?? "")]);
        var rows = new List<OverviewRow>();
        foreach (var line in overview?.Rows ?? [])
        {
            foreach (var part in line.Cells ?? build.Between(line.First, line.Last)) build.Item(part);
            rows.Add(join.Row(line, build));
        }
        var rowOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < rows.Count; i++) if (rows[i].Matches is { } path) rowOf[path] = i;
        var profiles = new List<FoundProfile>();
        for (var i = 0; i < functions.Count; i++)
            profiles.Add(functions[i].Read($"job_profiles[{i}]", rowOf.TryGetValue($"job_profiles[{i}]", out var row) ? (row, rows[row]) : null, overview));
        var found = modules.Select((module, i) => module.Read($"modules[{i}]", rowOf.TryGetValue($"modules[{i}]", out var row) ? row : null)).OfType<FoundModule>().ToList();
        Advise(rows, profiles, found);
        return new ImportRecord
        {
            Id = id, Source = build.Document.Source, DocumentKind = DocumentKind.Hr21FunctionBook, KindLabel = front.KindLabel ?? functions.Select(f => f.KindLabel).FirstOrDefault(),
            Language = file.Language, Title = front.Title, Organisation = front.Organisation, PublicationStatus = front.Status,
            Overview = rows, JobProfiles = profiles, Modules = found, Notices = notices,
        };
    }

    private void Advise(List<OverviewRow> rows, List<FoundProfile> profiles, List<FoundModule> found)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (row.Match == OverviewMatch.None) build.Find("overview-only", $"overview[{i}]", row.Trace.Line, row.Name, note: "No function or module in this book has this name.");
            if (row.Matches is null || !row.Matches.StartsWith("job_profiles", StringComparison.Ordinal)) continue;
            var profile = profiles[int.Parse(row.Matches.AsSpan(13, row.Matches.Length - 14), System.Globalization.CultureInfo.InvariantCulture)];
            if (row.Match is OverviewMatch.Alias or OverviewMatch.Case) build.Find("name-mismatch", $"overview[{i}].name", row.Trace.Line, row.Name, profile.Name?.Text, "The overview writes this name differently.");
            if (row.Group is { } group && profile.JobGroup is { } own && OverviewJoin.Fold(group) != OverviewJoin.Fold(own.Name))
                build.Find("group-mismatch", $"overview[{i}].group", row.Trace.Line, group, own.Name, "The overview names another group than the description; the description's own is kept.");
        }
        for (var i = 0; i < found.Count; i++) build.Find("no-place", $"modules[{i}]", found[i].Name.Trace.Line, found[i].Name.Text, note: "The library has no place for modules; publishing leaves this one out.");
    }
}
