namespace Interviewing.Application.Import;

/// <summary>
/// The function description of universities: purpose; result areas as core activity, framework, result and activities; competencies as definition,
/// indicators, test questions and tips; a table of levels and scales.
/// </summary>
internal sealed class UfoDescription : Layout
{
    internal static readonly string[] Keys =
    [
        "kind", "name", "code", "family", "series", "group", "purpose", "result-areas", "result-area", "core-activity", "framework", "result", "activities",
        "competencies", "competency", "definition", "required-level", "indicators", "questions", "tips", "requirements", "characteristics",
        "levels", "level", "indicative-scale", "scale",
    ];

    public override double Sureness(SourceDocument document) => Weigh(document).Sureness;

    public override ImportRecord Read(SourceDocument document)
    {
        var file = Weigh(document).File;
        return new UfoReading(document, file).Run(IdOf(document.Source.File));
    }

    private static (LabelFile File, double Sureness) Weigh(SourceDocument document) =>
        LabelFile.All.Select(file => (file, Sureness(document, LabelMatcher.For(file, Keys)))).MaxBy(weighed => weighed.Item2);

    private static double Sureness(SourceDocument document, LabelMatcher labels)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var exact = 0;
        foreach (var line in document.Lines)
        {
            if (line.Bullet is not null || labels.Match(line.Text) is not { } hit) continue;
            seen[hit.Key] = seen.GetValueOrDefault(hit.Key) + 1;
            if (hit.Distance == 0) exact++;
        }
        var areas = seen.ContainsKey("core-activity") ? 0.45 : seen.ContainsKey("result-area") ? 0.2 : 0;
        if (areas > 0) areas += 0.15 * new[] { "framework", "result", "activities" }.Count(seen.ContainsKey);
        var competencies = seen.ContainsKey("definition") && seen.ContainsKey("indicators") ? 0.35 + 0.15 * new[] { "questions", "tips" }.Count(seen.ContainsKey) : 0;
        var rest = 0.05 * new[] { "purpose", "result-areas", "competencies", "levels" }.Count(seen.ContainsKey);
        // Among languages that share words the one with more exactly written labels wins.
        return areas + competencies == 0 ? 0 : Math.Min(0.98, areas + competencies + rest) + Math.Min(exact, 1000) * 0.00001;
    }
}

/// <summary>One pass over the blocks of a function description.</summary>
internal sealed class UfoReading
{
    private enum Field
    {
        None, Preamble, AfterKind, Name, Code, Family, Series, Group, Purpose, AreaTitle, Framework, Result, Activities, Outline,
        Competencies, CompetencyName, Definition, RequiredLevel, Indicators, Questions, Tips, Requirements, Characteristics, Levels, Scale,
    }

    private readonly LabelFile file;
    private readonly RecordBuilder build;
    private readonly IReadOnlyList<Block> blocks;
    private readonly LabelMatcher labels;
    private readonly List<AreaInProgress> areas = [];
    private readonly List<CompetencyInProgress> competencies = [];
    private readonly List<FoundText> requirements = [];
    private readonly List<FoundText> characteristics = [];
    private readonly List<FoundBlock> outline = [];
    private readonly PayLevels levels;
    private Field field = Field.Preamble;
    private Block? label;
    private string? kindLabel;
    private FoundText? title;
    private TextInProgress? purpose;
    private FoundText? name;
    private FoundText? code;
    private FoundNode? family;
    private FoundNode? series;
    private FoundNode? group;
    private FoundPayScale? scale;
    private SourceLine? first;

    public UfoReading(SourceDocument document, LabelFile file)
    {
        this.file = file;
        labels = LabelMatcher.For(file, UfoDescription.Keys);
        build = new RecordBuilder(document, file.Language);
        levels = new PayLevels(build, file);
        (blocks, var furniture) = BlockReader.Read(document, file, labels);
        foreach (var line in furniture) build.Discard(line, DiscardReason.PageFurniture);
    }

    public ImportRecord Run(string id)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.Kind == BlockKind.Label) OnLabel(i, block);
            else if (block.Text.Length == 0) OnEmpty(i, block);
            else OnText(i, block);
        }
        EmptyLabel();
        var record = Assemble(id);
        TextAdvice.About(record, build, file);
        return build.Close(record);
    }

    private void OnLabel(int at, Block block)
    {
        EmptyLabel();
        var hit = block.Label!;
        build.Label(block.First);
        label = block;
        if (field == Field.Levels && hit.Key is "level" or "scale" or "indicative-scale" && InLevels(block, hit)) return;
        field = hit.Key switch
        {
            "kind" => Kind(hit),
            "name" => Field.Name,
            "code" => Field.Code,
            "family" => Field.Family,
            "series" => Field.Series,
            "group" => Field.Group,
            "purpose" => Field.Purpose,
            "result-area" or "core-activity" => StartArea(block, hit),
            "framework" => WithArea(block, Field.Framework),
            "result" => WithArea(block, Field.Result),
            "activities" => Activities(block),
            "competencies" => Field.Competencies,
            "competency" => StartCompetency(block, Field.CompetencyName),
            "definition" => Definition(at, block),
            "required-level" => WithCompetency(block, Field.RequiredLevel),
            "indicators" => WithCompetency(block, Field.Indicators),
            "questions" => WithCompetency(block, Field.Questions),
            "tips" => WithCompetency(block, Field.Tips),
            "requirements" => Field.Requirements,
            "characteristics" => Field.Characteristics,
            "levels" => Field.Levels,
            "level" => competencies.Count > 0 && hit.Rest.Length > 0 ? Field.RequiredLevel : Header(block),
            "scale" or "indicative-scale" => hit.Number is { } number ? Scale(block, number) : Field.Scale,
            _ => Field.None,
        };
    }

    // A label that nothing followed: the value is null, and a reviewer is told.
    private void EmptyLabel()
    {
        if (label is null) return;
        if (field is Field.Name or Field.Code or Field.Family or Field.Series or Field.Group or Field.Purpose or Field.AreaTitle or Field.Framework or Field.Result
            or Field.Definition or Field.Indicators or Field.Questions or Field.Tips or Field.Activities)
            build.Find("empty-label", PathOf(field), label.First.Number, label.Text, note: "No value follows this label.");
        label = null;
    }

    private void OnEmpty(int at, Block block)
    {
        // A bullet without words keeps its place only when nested bullets hang under it.
        var next = at + 1 < blocks.Count ? blocks[at + 1] : null;
        if (field == Field.Activities && Area.Activities.HasDeeper(block, next))
        {
            build.Item(block);
            Area.Activities.Add(block, build.TraceOf(block, 0.7));
            build.Find("empty-parent", $"job_profiles[0].result_areas[{areas.Count - 1}].activities[{Area.Activities.Count - 1}]", block.First.Number, note: "A bullet without words holds nested ones.");
        }
        else
        {
            build.Discard(block, DiscardReason.EmptyBullet);
        }
    }

    private void OnText(int at, Block block)
    {
        first ??= block.First;
        if (IsCompetencyName(at, block))
        {
            StartCompetency(block, Field.Competencies);
            competencies[^1].Name = build.Take(block, 0.9);
            field = NextKey(at) == "definition" ? Field.Competencies : Field.Definition;
            label = null;
            return;
        }
        var empty = label is not null;
        label = empty && field is Field.Family or Field.Series or Field.Group ? label : null;
        switch (field)
        {
            case Field.Preamble: Preamble(block); break;
            case Field.AfterKind: AfterKind(block); break;
            case Field.Name: One(block, ref name); break;
            case Field.Code: One(block, ref code); break;
            case Field.Family: Node(block, ref family, "job_family"); break;
            case Field.Series: Node(block, ref series, "job_series"); break;
            case Field.Group: Node(block, ref group, "job_group"); break;
            case Field.Purpose: Extend(block, ref purpose); break;
            case Field.AreaTitle: Title(block); break;
            case Field.Framework: Area.Framework.Add((block, build.Take(block))); break;
            case Field.Result: Area.Result = Extend(block, Area.Result); break;
            case Field.Activities: Activity(block); break;
            case Field.Outline: Outline(block); break;
            case Field.CompetencyName: One(block, ref competencies[^1].Name); break;
            case Field.Definition: Definition(block, competencies[^1]); break;
            case Field.RequiredLevel: One(block, ref competencies[^1].RequiredLevel); break;
            case Field.Indicators: competencies[^1].Indicators.Add(block, build); break;
            case Field.Questions: competencies[^1].Questions.Add(block, build); break;
            case Field.Tips: competencies[^1].Tips.Add(block, build); break;
            case Field.Requirements: requirements.Add(build.Take(block)); break;
            case Field.Characteristics: characteristics.Add(build.Take(block)); break;
            case Field.Levels: levels.Row(block); break;
            case Field.Scale: ScaleOf(block); break;
            case Field.Competencies or Field.None: build.Discard(block, DiscardReason.Fragment); break;
        }
    }

    private AreaInProgress Area => areas[^1];

    private Field Kind(LabelHit hit)
    {
        kindLabel ??= hit.AsFound;
        return Field.AfterKind;
    }

    private void Preamble(Block block)
    {
        if (kindLabel is null && labels.MatchWithValue(block.Text) is { Key: "kind" } hit)
        {
            kindLabel = hit.AsFound;
            build.Item(block);
            name = new FoundText(hit.Rest, build.TraceOf(block, 0.7));
            field = Field.AfterKind;
        }
        else if (title is null && IsHeadingLike(block))
        {
            title = build.Take(block, 0.7);
        }
        else
        {
            build.Discard(block, DiscardReason.Fragment);
        }
    }

    private void AfterKind(Block block)
    {
        if (name is null && IsHeadingLike(block)) name = build.Take(block, 0.7);
        else build.Discard(block, name is not null && Wording.Key(name.Text) == Wording.Key(block.Text) ? DiscardReason.DuplicateTitle : DiscardReason.Fragment);
    }

    private static bool IsHeadingLike(Block block) => block is { Kind: BlockKind.Text, Text.Length: <= 100 } && block.Text[^1] is not ('.' or ';' or ',');

    private void One(Block block, ref FoundText? value)
    {
        if (value is null) value = build.Take(block);
        else build.Discard(block, DiscardReason.Fragment);
    }

    // A caption that repeats the label it stands under is a link of the web page, not the family itself.
    private void Node(Block block, ref FoundNode? node, string path)
    {
        var under = label;
        label = null;
        if (node is not null || under is null) { build.Discard(block, DiscardReason.Fragment); return; }
        if (Wording.Letters(block.Text).Contains(Wording.Letters(under.Text), StringComparison.Ordinal))
        {
            build.Discard(block, DiscardReason.NavigationResidue);
            build.Find("empty-label", "job_profiles[0]." + path, block.First.Number, block.Text, note: $"The line under '{under.Text}' is a link caption, not a name.");
            return;
        }
        var text = build.Take(block);
        node = new FoundNode(text.Text, null, under.Text, text.Trace);
    }

    private void Extend(Block block, ref TextInProgress? value)
    {
        if (value is not null && !build.NothingBetween(value.LastLine, block.First.Number))
        {
            build.Discard(block, DiscardReason.Fragment);
            build.Find("repeated-label", PathOf(field), block.First.Number, RecordBuilder.Short(block.Text), note: "There was a text under this label already.");
            return;
        }
        build.Item(block);
        value ??= new TextInProgress(build.TraceOf(block));
        value.Add(block, build.Document.Words);
    }

    private TextInProgress? Extend(Block block, TextInProgress? value)
    {
        Extend(block, ref value);
        return value;
    }

    // Under a title come its activities when the label over them is missing; a line after a gap is neither.
    private void Title(Block block)
    {
        if (Area.Title is null || (block.Kind == BlockKind.Text && !block.AfterBlank))
        {
            Area.Title = Extend(block, Area.Title);
        }
        else if (block.Kind == BlockKind.Bullet)
        {
            field = Field.Activities;
            Activity(block);
        }
        else
        {
            field = Field.None;
            build.Discard(block, DiscardReason.Fragment);
        }
    }

    private Field StartArea(Block block, LabelHit hit)
    {
        // 'Resultaatgebied 2' followed by 'Kernactiviteit' is one area, not two.
        var continues = areas.Count > 0 && hit.Key == "core-activity" && Area is { Title: null, Framework.Count: 0, Result: null, Activities.Count: 0, Number: not null };
        if (!continues) areas.Add(new AreaInProgress(block.First, build.Document.Limits) { Number = hit.Number });
        return Field.AreaTitle;
    }

    private Field WithArea(Block block, Field next)
    {
        // A second framework or result means that the label of a new core activity was lost.
        var another = areas.Count > 0 && ((next == Field.Framework && (Area.Framework.Count > 0 || (Area.Result is not null && Area.Activities.Count > 0))) || (next == Field.Result && Area.Result is not null));
        if (areas.Count == 0 || another) areas.Add(new AreaInProgress(block.First, build.Document.Limits));
        return next;
    }

    private Field Activities(Block block)
    {
        WithArea(block, Field.Activities);
        Area.ActivitiesLabel ??= block.Text;
        return Field.Activities;
    }

    private void Activity(Block block)
    {
        build.Item(block);
        var list = Area.Activities;
        list.Add(block, build.TraceOf(block, block.Kind == BlockKind.Bullet ? 1 : list.HasBullets ? 0.6 : 0.9));
    }

    private Field StartCompetency(Block block, Field next)
    {
        competencies.Add(new CompetencyInProgress(block.First));
        return next;
    }

    private Field WithCompetency(Block block, Field next)
    {
        if (competencies.Count == 0) competencies.Add(new CompetencyInProgress(block.First));
        return next;
    }

    private Field Definition(int at, Block block)
    {
        if (competencies.Count == 0 && NextKey(at) is "purpose" or "result-areas" or "result-area" or "core-activity" or "framework" or "family") return Field.Outline;
        var fresh = competencies.Count > 0 && competencies[^1] is { Definition: null, Indicators.Count: 0, Questions.Count: 0, Tips.Count: 0 };
        return fresh ? Field.Definition : StartCompetency(block, Field.Definition);
    }

    // A list under a definition is one whose label was lost: behaviour, most likely, but a person has to look.
    private void Definition(Block block, CompetencyInProgress competency)
    {
        if (block.Kind == BlockKind.Bullet && competency.Definition is not null)
        {
            competency.Indicators.Add(block, build, 0.6);
            field = Field.Indicators;
        }
        else competency.Definition = Extend(block, competency.Definition);
    }

    private void Outline(Block block)
    {
        var text = build.Take(block);
        if (block.Kind == BlockKind.Text) outline.Add(new FoundBlock(false, text.Text, [], text.Trace));
        else if (outline.Count > 0 && outline[^1].IsList) ((List<FoundText>)outline[^1].Items).Add(text);
        else outline.Add(new FoundBlock(true, null, new List<FoundText> { text }, text.Trace));
    }

    private string? NextKey(int at)
    {
        for (var i = at + 1; i < blocks.Count; i++) if (blocks[i].Kind == BlockKind.Label) return blocks[i].Label!.Key;
        return null;
    }

    /// <summary>A line of its own between two competencies: after a list and right before the labels of the next one.</summary>
    private bool IsCompetencyName(int at, Block block)
    {
        if (block is not { Kind: BlockKind.Text, Text.Length: <= 80 } || block.Text[^1] is '.' or '?' or '!' or ';') return false;
        var after = at + 1 < blocks.Count ? blocks[at + 1] : null;
        var beforeDefinition = after is { Kind: BlockKind.Label, Label.Key: "definition" };
        var beforeText = after is { Kind: BlockKind.Text } && at + 2 < blocks.Count && blocks[at + 2] is { Kind: BlockKind.Label, Label.Key: "indicators" };
        if (field == Field.Competencies) return competencies.LastOrDefault() is not { Name: not null, Definition: null } && (beforeDefinition || beforeText);
        if (competencies.Count == 0) return false;
        var last = competencies[^1];
        var list = field switch { Field.Indicators => last.Indicators, Field.Questions => last.Questions, Field.Tips => last.Tips, _ => null };
        if (list is { HasBullets: true }) return beforeDefinition || beforeText;
        return block.AfterBlank && beforeDefinition && (list is { Count: > 0 } || (field == Field.Definition && last.Definition is not null));
    }

    private bool InLevels(Block block, LabelHit hit)
    {
        label = null;
        if (hit.Rest.Length > 0) return true;
        if (hit.Number is not { } number) levels.Header(block);
        else if (hit.Key == "level") levels.Level(block, number);
        else levels.Row(block with { Kind = BlockKind.Text, Text = number.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        return true;
    }

    private Field Header(Block block)
    {
        InLevels(block, block.Label!);
        return Field.Levels;
    }

    private Field Scale(Block block, int number)
    {
        SetScale(block, number.ToString(System.Globalization.CultureInfo.InvariantCulture), block.First.Text);
        label = null;
        return Field.None;
    }

    private void ScaleOf(Block block)
    {
        if (PayLevels.IsScale(block.Text)) SetScale(block, block.Text, block.First.Text);
        else build.Discard(block, DiscardReason.Fragment);
        field = Field.None;
    }

    private void SetScale(Block block, string value, string found)
    {
        if (scale is not null)
        {
            build.Discard(block, DiscardReason.Fragment);
            return;
        }
        build.Item(block);
        var indicative = labels.Match(found) is { Key: "indicative-scale" };
        scale = new FoundPayScale(value, indicative, PayScaleOrigin.Body, null, found, build.TraceOf(block));
    }

    private string PathOf(Field of) => of switch
    {
        Field.AreaTitle => AreaPath("title"),
        Field.Framework => AreaPath("framework"),
        Field.Result => AreaPath("result"),
        Field.Activities => AreaPath("activities"),
        Field.Definition => CompetencyPath("definition"),
        Field.Indicators => CompetencyPath("indicators"),
        Field.Questions => CompetencyPath("questions"),
        Field.Tips => CompetencyPath("tips"),
        Field.Family => "job_profiles[0].job_family",
        Field.Series => "job_profiles[0].job_series",
        Field.Group => "job_profiles[0].job_group",
        Field.Name or Field.Code or Field.Purpose => "job_profiles[0]." + of.ToString().ToLowerInvariant(),
        _ => "",
    };

    private string AreaPath(string part) => $"job_profiles[0].result_areas[{areas.Count - 1}].{part}";
    private string CompetencyPath(string part) => $"competencies[{competencies.Count - 1}].{part}";

    private ImportRecord Assemble(string id)
    {
        var start = build.At(first ?? build.Document.Lines[0], first ?? build.Document.Lines[0]);
        var readAreas = areas.Select((area, i) => area.Read(build, file, $"job_profiles[0].result_areas[{i}]")).ToList();
        var taken = new List<SuggestedName>();
        var readCompetencies = competencies.Select((competency, i) => competency.Read(build, file, i, taken)).ToList();
        var hasProfile = readAreas.Count + levels.Rows.Count + requirements.Count + characteristics.Count + outline.Count > 0
            || (purpose, name, code, family, series, group, scale) is not (null, null, null, null, null, null, null);
        var profiles = hasProfile ? new[] { Profile(start, readAreas, readCompetencies) } : [];
        if (hasProfile && name is null)
        {
            build.Find("missing-name", "job_profiles[0].name", first?.Number, null, profiles[0].SuggestedName?.In(file.Language),
                "The document names no function; the name is a suggestion only.", ask: true);
        }
        return new ImportRecord
        {
            Id = id, Source = build.Document.Source, DocumentKind = DocumentKind.UfoFunctionDescription, KindLabel = kindLabel, Language = file.Language, Title = title,
            JobProfiles = profiles, Competencies = readCompetencies,
        };
    }

    private FoundProfile Profile(ItemTrace start, List<FoundArea> readAreas, List<FoundCompetency> found) => new()
    {
        Name = name,
        LevelSuffix = name?.Text.Split(' ') is { Length: > 1 } words && LabelMatcher.Roman(words[^1]) is not null ? words[^1] : null,
        SuggestedName = name is null ? NameSuggestions.ForFunction(file.Language, purpose?.Text, readAreas.Select(area => area.Title?.Text ?? "")) : null,
        Code = code, JobFamily = family, JobSeries = series, JobGroup = group, PayScale = scale, Purpose = purpose?.Done(),
        JobOutline = outline.Count > 0 ? new FoundSection(null, outline, outline[0].Trace) : null,
        DominantCharacteristics = characteristics, ResultAreas = readAreas, Requirements = requirements, Levels = levels.Rows,
        Competencies = [.. found.Select((competency, i) => new FoundNeed(i, competency.Code, null, 1, competency.Trace))],
        Trace = start,
    };
}
