namespace Interviewing.Application.Import;

/// <summary>One pass over the blocks of a generic profile.</summary>
internal sealed class FederalProfileReading
{
    private sealed class Role(AreaInProgress area)
    {
        public AreaInProgress Area { get; } = area;
        public string? Name { get; set; }
        public bool Optional { get; set; }
        public TextInProgress? Statement { get; set; }
    }

    private readonly LabelFile file;
    private readonly RecordBuilder build;
    private readonly RoleHeading headings;
    private readonly IReadOnlyList<Block> blocks;
    private readonly IReadOnlyList<FoundNotice> notices;
    private readonly List<Role> roles = [];
    private readonly List<Block> opening = [];
    private readonly List<Block> orphans = [];
    private readonly CriteriaMatrix matrix;
    private readonly DefinitionList definitions;
    private readonly Dictionary<string, FoundText> head = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> labelOf = new(StringComparer.Ordinal);
    private string field = "";
    private Block? label;
    private Block? purposeLabel;
    private string? kindLabel;
    private FoundText? title;
    private FoundText? organisation;
    private TextInProgress? purpose;

    public FederalProfileReading(SourceDocument document, LabelFile file, LabelHit?[] labels)
    {
        this.file = file;
        build = new RecordBuilder(document, file.Language) { AsPrinted = true };
        headings = new RoleHeading(file);
        var first = Array.FindIndex(labels, hit => hit is not null) is >= 0 and var at ? at : document.Lines.Count;
        // A page may end in the middle of a notice.
        var pages = LabelMatcher.For(file, "page");
        var running = RunningLines.Of(document, file, labels, first, new HashSet<int>());
        var found = Notices.Of(document, labels, line => running.Contains(line.Number) && (!Notices.Says(line.Text) || PageNumbers.Counts(line, pages)));
        var furniture = RunningLines.Of(document, file, labels, first, found.Lines);
        foreach (var line in document.Lines.Where(line => furniture.Contains(line.Number)).Concat(found.Repeated)) build.Discard(line, DiscardReason.PageFurniture);
        notices = found.Take(build);
        var apart = new HashSet<int>(found.Lines);
        apart.UnionWith(furniture);
        definitions = new DefinitionList(build);
        matrix = new CriteriaMatrix(build, file);
        blocks = new FlowReader(document, file, labels, FlowOf, apart).Read();
    }

    private static Flow FlowOf(string key) => key switch
    {
        "purpose" => Flow.Paragraph,
        "role" or "result-area" => Flow.Role,
        "example-tasks" or "generic-tasks" or "activities" => Flow.List,
        _ => Flow.Lines,
    };

    public ImportRecord Run(string id)
    {
        foreach (var block in blocks)
        {
            if (block.Kind == BlockKind.Label) OnLabel(block);
            else if (field == "criteria")
            {
                label = null;
                matrix.Add(block);
            }
            else if (block.Text.Length == 0) build.Discard(block, DiscardReason.EmptyBullet);
            else OnText(block);
        }
        CloseLabel();
        var record = Assemble(id);
        TextAdvice.About(record, build, file);
        return build.Close(record);
    }

    private void OnLabel(Block block)
    {
        CloseLabel();
        var hit = block.Label!;
        (label, field) = (block, hit.Key);
        build.Label(block.First);
        switch (hit.Key)
        {
            case "kind": kindLabel ??= hit.AsFound; break;
            case "function-name": field = "name"; break;
            case "function-code": field = "code"; break;
            case "purpose": purposeLabel ??= block; break;
            case "role" or "result-area": roles.Add(new Role(new AreaInProgress(block.First, build.Document.Limits) { Number = hit.Number })); break;
            case "example-tasks" or "generic-tasks" or "activities":
                if (roles.Count > 0) roles[^1].Area.ActivitiesLabel ??= hit.AsFound;
                break;
            case "criteria": matrix.Heading = block; break;
            case "definitions": definitions.Open(block); break;
        }
        if (hit.Key is "family" or "series" or "group") labelOf.TryAdd(hit.Key, hit.AsFound);
    }

    private void CloseLabel()
    {
        if (label is null) return;
        if (field is "name" or "code" or "family" or "series" or "group" or "example-tasks" or "criteria" or "definitions")
            build.Find("empty-label", "", label.First.Number, label.Text, note: "No value follows this label.");
        label = null;
    }

    private void OnText(Block block)
    {
        label = null;
        switch (field)
        {
            case "" or "kind" or "result-areas" when block.Kind == BlockKind.Text && roles.Count == 0: opening.Add(block); break;
            case "name" or "code" or "family" or "series" or "group": Head(block); break;
            case "purpose": Purpose(block); break;
            case "role" or "result-area": UnderRole(block); break;
            case "example-tasks" or "generic-tasks" or "activities": Task(block); break;
            case "definitions": definitions.Add(block); break;
            default: build.Discard(block, DiscardReason.Fragment); break;
        }
    }

    private void Head(Block block)
    {
        if (!head.ContainsKey(field)) head[field] = build.Take(block);
        else if (block.Kind == BlockKind.Text) opening.Add(block);
        else build.Discard(block, DiscardReason.Fragment);
    }

    private void Purpose(Block block)
    {
        if (purpose is not null && !build.Follows(purpose.LastLine, block)) { orphans.Add(block); return; }
        build.Item(block);
        purpose ??= new TextInProgress(build.TraceOf(block));
        purpose.Add(block, build.Document.Words);
    }

    private void UnderRole(Block block)
    {
        var role = roles[^1];
        if (block.Kind == BlockKind.Bullet) Task(block);
        else if (role.Area.Title is null)
        {
            var (text, name, optional) = headings.Read(block.Text);
            build.Item(block);
            role.Area.Title = new TextInProgress(build.TraceOf(block));
            role.Area.Title.Add(block with { Text = text }, build.Document.Words);
            (role.Name, role.Optional) = (name, optional);
        }
        else if (role.Statement is null || build.Follows(role.Statement.LastLine, block)) role.Statement = Extend(role.Statement, block, 1);
        else orphans.Add(block);
    }

    private TextInProgress Extend(TextInProgress? text, Block block, double confidence)
    {
        build.Item(block);
        text ??= new TextInProgress(build.TraceOf(block, confidence));
        text.Add(block, build.Document.Words);
        return text;
    }

    private void Task(Block block)
    {
        if (roles.Count == 0) { orphans.Add(block); return; }
        field = field is "role" or "result-area" ? "activities" : field;
        var list = roles[^1].Area.Activities;
        if (block.Kind == BlockKind.Text && list.HasBullets) { orphans.Add(block); return; }
        build.Item(block);
        list.Add(block, build.TraceOf(block, block.Kind == BlockKind.Bullet ? 1 : 0.9));
    }

    private ImportRecord Assemble(string id)
    {
        Opening();
        Orphans();
        var terms = definitions.Close();
        var criteria = matrix.Read(terms);
        var areas = roles.Select((role, i) => role.Area.Read(build, file, $"job_profiles[0].result_areas[{i}]") with { Role = role.Name, Optional = role.Optional, Statement = role.Statement?.Done() }).ToList();
        var name = head.GetValueOrDefault("name");
        var suggested = name is null ? NameSuggestions.ForFunction(file.Language, purpose?.Text, areas.Select(area => area.Role ?? "")) : null;
        if (name is null)
        {
            var role = areas.Select(area => area.Role).FirstOrDefault(found => found is { Length: > 0 });
            build.Find("missing-name", "job_profiles[0].name", areas.Count > 0 ? areas[0].Trace.Line : null, null, suggested?.In(file.Language) ?? (role is null ? null : char.ToUpperInvariant(role[0]) + role[1..]),
                "The document names no function; the name is a suggestion only.", ask: true);
        }
        if (purpose is null && purposeLabel is not null) build.Find("empty-label", "job_profiles[0].purpose", purposeLabel.First.Number, purposeLabel.Text, note: "No value follows this label.");
        var start = build.Document.Lines[Math.Min(build.Document.Lines.Count, purposeLabel?.First.Number ?? (areas.Count > 0 ? areas[0].Trace.Line : 1)) - 1];
        var profile = new FoundProfile
        {
            Name = name, LevelSuffix = FunctionInProgress.Suffix(name?.Text), SuggestedName = suggested, Code = head.GetValueOrDefault("code"),
            JobFamily = Node("family"), JobSeries = Node("series"), JobGroup = Node("group"), Purpose = purpose?.Done(),
            ResultAreas = areas, DistinguishingCriteria = criteria, Trace = build.At(start, start),
        };
        return new ImportRecord
        {
            Id = id, Source = build.Document.Source, DocumentKind = DocumentKind.BeFederalGenericProfile, KindLabel = kindLabel, Language = file.Language, Title = title,
            Organisation = organisation is null ? null : new FoundOrganisation(organisation.Text, null, null, organisation.Trace),
            JobProfiles = [profile], Definitions = terms, Notices = notices,
        };
    }

    private FoundNode? Node(string key) => head.TryGetValue(key, out var text) ? new FoundNode(text.Text, null, labelOf[key], text.Trace) : null;

    // Above the purpose: a heading is the name of the function, unless it names an organisation or the kind of document; what is a whole sentence may be the purpose.
    private void Opening()
    {
        var organisations = LabelMatcher.For(file, "organisation-word");
        var kinds = LabelMatcher.For(file, "kind");
        var kept = opening.Where(block => block.Text.Length <= 80 && block.Text.Split(' ').Length <= 8 && block.Text[^1] is not ('.' or ':' or ';' or ',')).ToList();
        var headingsFound = new HashSet<Block>(kept, ReferenceEqualityComparer.Instance);
        foreach (var block in opening)
        {
            if (!headingsFound.Contains(block)) { orphans.Add(block); continue; }
            if (kinds.MatchStart(block.Text) is { Distance: 0 } named && !head.ContainsKey("name"))
            {
                kindLabel ??= named.AsFound;
                head["name"] = build.Take(block with { Text = named.Rest }, 0.7);
            }
            else if (head.TryGetValue("name", out var there) && Wording.Letters(there.Text) == Wording.Letters(block.Text)) build.Discard(block, DiscardReason.DuplicateTitle);
            else if (!head.ContainsKey("name") && ReferenceEquals(block, kept[^1]) && !Wording.WordsOf(block.Text).Any(word => organisations.ExactKeyOf(word) is not null || kinds.KeyOf(word) is not null)) head["name"] = build.Take(block, 0.7);
            else if (organisation is null && Wording.WordsOf(block.Text).Any(word => organisations.ExactKeyOf(word) is not null) && kinds.MatchStart(block.Text) is null) organisation = build.Take(block, 0.7);
            else if (title is null) title = build.Take(block, 0.7);
            else build.Discard(block, DiscardReason.Fragment);
        }
    }

    // A paragraph that the page order tore loose: the purpose that its label lacks, or the statement that its role lacks.
    private void Orphans()
    {
        var above = -1;
        orphans.Sort((a, b) => a.First.Number.CompareTo(b.First.Number));
        for (var i = 0; i < orphans.Count; i++)
        {
            var block = orphans[i];
            if (block.Kind == BlockKind.Text && purpose is null && purposeLabel is not null && !char.IsLower(block.Text[0]))
            {
                purpose = Extend(null, block, 0.7);
                while (i + 1 < orphans.Count && build.Follows(purpose.LastLine, orphans[i + 1])) purpose = Extend(purpose, orphans[++i], 0.7);
                build.Find("misplaced-section", "job_profiles[0].purpose", block.First.Number, null, null, $"The label of the purpose (line {purposeLabel.First.Number}) is empty; this paragraph stands where nothing else fits.");
            }
            else if (block.Kind == BlockKind.Text && RoleAbove(block, ref above) is { Statement: null } role)
            {
                role.Statement = Extend(null, block, 0.7);
                build.Find("misplaced-section", $"job_profiles[0].result_areas[{above}].statement", block.First.Number, null, null, "The statement stands under the tasks of its role.");
            }
            else build.Discard(block, DiscardReason.Fragment);
        }
    }

    // The paragraphs come in order, and so do the roles.
    private Role? RoleAbove(Block block, ref int above)
    {
        while (above + 1 < roles.Count && roles[above + 1].Area.Title is { } title && title.LastLine < block.First.Number) above++;
        return above < 0 ? null : roles[above];
    }
}
