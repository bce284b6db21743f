namespace Interviewing.Application.Import;

/// <summary>Where the lines of a function description go until the next label.</summary>
internal enum UfoField
{
    None, Preamble, AfterKind, Name, Code, Family, Series, Group, Purpose, AreaTitle, Framework, Result, Activities, Outline,
    Competencies, CompetencyName, Definition, RequiredLevel, Indicators, Questions, Tips, Requirements, Characteristics, Levels, Scale,
}

/// <summary>One pass over the blocks of a function description: a label says to which part the texts behind it belong.</summary>
internal sealed class UfoReading
{
    private readonly LabelFile file;
    private readonly RecordBuilder build;
    private readonly IReadOnlyList<Block> blocks;
    private readonly FunctionHeader header;
    private readonly ResultAreas areas;
    private readonly CompetencyList competencies;
    private readonly PayLevels levels;
    private readonly List<FoundText> requirements = [];
    private readonly List<FoundText> characteristics = [];
    private SectionInProgress? outline;
    private TextInProgress? purpose;
    private UfoField field = UfoField.Preamble;
    private Block? label;
    private SourceLine? first;

    public UfoReading(SourceDocument document, LabelFile file)
    {
        this.file = file;
        var labels = LabelMatcher.For(file, UfoDescription.Keys);
        build = new RecordBuilder(document, file.Language);
        header = new FunctionHeader(build, labels);
        areas = new ResultAreas(build, file);
        competencies = new CompetencyList(build, file);
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
        if (field == UfoField.Levels && hit.Key is "level" or "scale" or "indicative-scale" && InLevels(block, hit)) return;
        field = hit.Key switch
        {
            "kind" => header.Kind(hit),
            "name" => UfoField.Name,
            // Among the competencies the word for a name is that of one of them.
            "function-name" => field == UfoField.Competencies || !competencies.IsEmpty ? competencies.Start(block, UfoField.CompetencyName) : UfoField.Name,
            "code" => UfoField.Code,
            "family" => UfoField.Family,
            "series" => UfoField.Series,
            "group" => UfoField.Group,
            "purpose" => UfoField.Purpose,
            "result-area" or "core-activity" => areas.Start(block, hit),
            "framework" or "result" or "activities" => areas.Part(block, hit),
            "competencies" => UfoField.Competencies,
            "competency" => competencies.Start(block, UfoField.CompetencyName),
            "definition" => competencies.IsEmpty && NextKey(at) is "purpose" or "result-areas" or "result-area" or "core-activity" or "framework" or "family" ? UfoField.Outline : competencies.StartDefinition(block),
            "required-level" => competencies.Part(block, UfoField.RequiredLevel),
            "indicators" => competencies.Part(block, UfoField.Indicators),
            "questions" => competencies.Part(block, UfoField.Questions),
            "tips" => competencies.Part(block, UfoField.Tips),
            "requirements" => UfoField.Requirements,
            "characteristics" => UfoField.Characteristics,
            "levels" => UfoField.Levels,
            "level" => !competencies.IsEmpty && hit.Rest.Length > 0 ? UfoField.RequiredLevel : LevelHeader(block),
            "scale" or "indicative-scale" => hit.Number is { } number ? Scale(block, number) : UfoField.Scale,
            _ => UfoField.None,
        };
    }

    // A label that nothing followed: the value is null, and a reviewer is told.
    private void EmptyLabel()
    {
        if (label is null) return;
        if (field is UfoField.Name or UfoField.Code or UfoField.Family or UfoField.Series or UfoField.Group or UfoField.Purpose or UfoField.AreaTitle or UfoField.Framework or UfoField.Result
            or UfoField.Definition or UfoField.Indicators or UfoField.Questions or UfoField.Tips or UfoField.Activities)
            build.Find("empty-label", PathOf(field), label.First.Number, label.Text, note: "No value follows this label.");
        label = null;
    }

    private void OnEmpty(int at, Block block)
    {
        // A bullet without words keeps its place only when nested bullets hang under it.
        if (field != UfoField.Activities || !areas.KeepsEmpty(block, at + 1 < blocks.Count ? blocks[at + 1] : null)) build.Discard(block, DiscardReason.EmptyBullet);
    }

    private void OnText(int at, Block block)
    {
        first ??= block.First;
        if (competencies.IsName(blocks, at, field))
        {
            field = competencies.StartNamed(block, definitionFollows: NextKey(at) == "definition");
            label = null;
            return;
        }
        var under = label;
        label = null;
        switch (field)
        {
            case UfoField.Preamble: field = header.Preamble(block); break;
            case UfoField.AfterKind: header.AfterKind(block); break;
            case UfoField.Name or UfoField.Code or UfoField.Family or UfoField.Series or UfoField.Group: header.Value(field, block, under); break;
            case UfoField.Purpose: purpose = TextInProgress.Extend(build, purpose, block, PathOf(field)); break;
            case UfoField.AreaTitle or UfoField.Framework or UfoField.Result or UfoField.Activities: field = areas.Text(field, block); break;
            case UfoField.Outline: Outline(block); break;
            case UfoField.CompetencyName or UfoField.Definition or UfoField.RequiredLevel or UfoField.Indicators or UfoField.Questions or UfoField.Tips: field = competencies.Text(field, block); break;
            case UfoField.Requirements: requirements.Add(build.Take(block)); break;
            case UfoField.Characteristics: characteristics.Add(build.Take(block)); break;
            case UfoField.Levels: levels.Row(block); break;
            case UfoField.Scale: header.Scale(block); field = UfoField.None; break;
            case UfoField.Competencies or UfoField.None: build.Discard(block, DiscardReason.Fragment); break;
        }
    }

    private void Outline(Block block)
    {
        outline ??= new SectionInProgress(null, build.TraceOf(block));
        if (block.Kind == BlockKind.Text) outline.Paragraph(build.Take(block));
        else outline.Bullet(build.Take(block));
    }

    private string? NextKey(int at)
    {
        for (var i = at + 1; i < blocks.Count; i++) if (blocks[i].Kind == BlockKind.Label) return blocks[i].Label!.Key;
        return null;
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

    private UfoField LevelHeader(Block block)
    {
        InLevels(block, block.Label!);
        return UfoField.Levels;
    }

    private UfoField Scale(Block block, int number)
    {
        header.Scale(block, number);
        label = null;
        return UfoField.None;
    }

    private string PathOf(UfoField of) => of switch
    {
        UfoField.AreaTitle or UfoField.Framework or UfoField.Result or UfoField.Activities => areas.PathOf(of),
        UfoField.Definition or UfoField.Indicators or UfoField.Questions or UfoField.Tips => competencies.PathOf(of),
        UfoField.Family or UfoField.Series or UfoField.Group => "job_profiles[0].job_" + of.ToString().ToLowerInvariant(),
        _ => "job_profiles[0]." + of.ToString().ToLowerInvariant(),
    };

    private ImportRecord Assemble(string id)
    {
        var start = build.At(first ?? build.Document.Lines[0], first ?? build.Document.Lines[0]);
        var readAreas = areas.Done();
        var found = competencies.Done();
        var described = outline?.Done();
        var hasProfile = readAreas.Count + levels.Rows.Count + requirements.Count + characteristics.Count > 0 || (described, purpose) is not (null, null) || header.SaysAnything;
        var profile = header.Profile() with
        {
            SuggestedName = header.Name is null ? NameSuggestions.ForFunction(file.Language, purpose?.Text, readAreas.Select(area => area.Title?.Text ?? "")) : null,
            Purpose = purpose?.Done(), JobOutline = described, DominantCharacteristics = characteristics, ResultAreas = readAreas, Requirements = requirements, Levels = levels.Rows,
            Competencies = [.. found.Select((competency, i) => new FoundNeed(i, competency.Code, null, 1, competency.Trace))],
            Trace = start,
        };
        if (hasProfile && header.Name is null)
        {
            build.Find("missing-name", "job_profiles[0].name", first?.Number, null, profile.SuggestedName?.In(file.Language),
                "The document names no function; the name is a suggestion only.", ask: true);
        }
        return new ImportRecord
        {
            Id = id, Source = build.Document.Source, DocumentKind = DocumentKind.UfoFunctionDescription, KindLabel = header.KindLabel, Language = file.Language, Title = header.Title,
            JobProfiles = hasProfile ? [profile] : [], Competencies = found,
        };
    }
}
