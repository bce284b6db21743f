namespace Interviewing.Application.Import;

/// <summary>One pass over a narrative profile: title, then section after section.</summary>
internal sealed class NarrativeReading
{
    private readonly SourceDocument document;
    private readonly LabelFile file;
    private readonly RecordBuilder build;
    private readonly NarrativeHeadings headings;
    private readonly NarrativeAreas areas;
    private readonly CompetencySummary summary;
    private readonly LabelMatcher fields;
    private readonly Dictionary<string, SectionInProgress> sections = new(StringComparer.Ordinal);
    private readonly List<FoundText> requirements = [];
    private FoundText? title;
    private string? kindLabel;
    private FoundText? name;
    private FoundText? code;
    private FoundPayScale? scale;
    private TextInProgress? purpose;

    public NarrativeReading(SourceDocument document, LabelFile file)
    {
        (this.document, this.file) = (document, file);
        build = new RecordBuilder(document, file.Language);
        headings = NarrativeHeadings.For(file);
        areas = new NarrativeAreas(build);
        summary = new CompetencySummary(build, file);
        fields = LabelMatcher.For(file, "name", "code", "scale", "indicative-scale");
    }

    public ImportRecord Run(string id)
    {
        var top = headings.TitleOf(document);
        var (lines, furniture) = LineFlow.Read(document, file, line => line.Number == top?.Line.Number || headings.Section(line) is not null);
        foreach (var line in furniture) build.Discard(line, DiscardReason.PageFurniture);
        var body = Title(lines, top);
        var found = headings.Find(body);
        var blocks = Paragraphs.Join(body, found, document, file);
        var at = Preamble(blocks);
        while (at < blocks.Count)
        {
            var end = at + 1;
            while (end < blocks.Count && blocks[end].Kind != BlockKind.Label) end++;
            Section(blocks[at], [.. blocks.Skip(at + 1).Take(end - at - 1)]);
            at = end;
        }
        var record = Assemble(id);
        TextAdvice.About(record, build, file);
        return build.Close(record);
    }

    private List<FlowLine> Title(IReadOnlyList<FlowLine> lines, (SourceLine Line, HeadingHit Hit)? top)
    {
        if (top is not { } found) return [.. lines];
        kindLabel = found.Hit.AsFound;
        var at = 0;
        while (lines[at].Source.Number != found.Line.Number) at++;
        build.Item(found.Line);
        title = new FoundText(found.Line.Text.TrimEnd('.', ':', ' '), build.At(found.Line, found.Line));
        if (found.Hit.Rest.TrimEnd('.', ';', ':', ' ') is { Length: > 0 } behind)
        {
            name = new FoundText(behind, title.Trace);
            // A long title may be broken over two lines.
            if (at + 1 < lines.Count && lines[at + 1] is { AfterBlank: false, AfterBreak: false, StartsLow: true } more && IsName(more) && !LineFlow.IsClosed(found.Line.Text))
            {
                build.Item(more.Source);
                name = new FoundText(behind + " " + more.Text.TrimEnd('.', ' '), build.At(found.Line, more.Source, 0.9));
                title = new FoundText(title.Text + " " + more.Text.TrimEnd('.', ' '), name.Trace);
                return Without(lines, at, 2);
            }
        }
        else if (at + 2 < lines.Count && IsName(lines[at + 1]) && !Labelled(lines, at + 1))
        {
            var line = lines[at + 1];
            build.Item(line.Source);
            name = new FoundText(line.Text.TrimEnd('.', ' '), build.At(line.Source, line.Source, 0.8));
            title = new FoundText(title.Text + " " + name.Text, build.At(found.Line, line.Source));
            return Without(lines, at, 2);
        }
        return Without(lines, at, 1);
    }

    // A name that says of itself that it is one stands a few lines below.
    private bool Labelled(IReadOnlyList<FlowLine> lines, int at) =>
        lines.Skip(at).Take(4).TakeWhile(line => headings.Section(line.Source) is null).Any(line => fields.Match(line.Text) is { Key: "name" });

    private bool IsName(FlowLine line) => line is { Bullet: null, Text.Length: > 1 and <= 100 } && line.Text[^1] is not ('.' or ':' or ';') && headings.Section(line.Source) is null;

    // The title may come back: as a second title, and as a header in the middle of a sentence.
    private List<FlowLine> Without(IReadOnlyList<FlowLine> lines, int at, int count)
    {
        var same = Wording.Letters(title!.Text);
        var named = name is null ? "" : Wording.Letters(name.Text);
        var body = new List<FlowLine>();
        var cut = false;
        for (var i = 0; i < lines.Count; i++)
        {
            if (i >= at && i < at + count) continue;
            var line = lines[i];
            if (line.Bullet is null && line.Text.Length <= title.Text.Length + 20 && Wording.Letters(line.Text) is var letters && (IsSame(same, letters) || (letters == named && i <= at + count)))
            {
                build.Discard(line.Source, DiscardReason.DuplicateTitle);
                build.Find("duplicate-title", "title", line.Source.Number, line.Text, note: "The title stands here again.");
                cut = true;
                continue;
            }
            body.Add(cut ? line with { AfterBreak = true } : line);
            cut = false;
        }
        return body;
    }

    private static bool IsSame(string title, string letters) =>
        title == letters || (title.Length >= 12 && Math.Abs(title.Length - letters.Length) < 3 && LabelMatcher.Distance(title, letters) < 3);

    // What stands before the first known heading: fields, then the organisation under a heading of its own.
    private int Preamble(IReadOnlyList<Block> blocks)
    {
        var at = 0;
        for (; at < blocks.Count && blocks[at].Kind != BlockKind.Label; at++)
        {
            var block = blocks[at];
            var next = at + 1 < blocks.Count ? blocks[at + 1] : null;
            if (block.Text.Length == 0) build.Discard(block, DiscardReason.EmptyBullet);
            else if (block.First.Number < (title?.Trace.Line ?? 0)) build.Discard(block, DiscardReason.Fragment);
            else if (block.Kind == BlockKind.Text && sections.GetValueOrDefault(NarrativeHeadings.Context) is null or { IsEmpty: true } && fields.Match(block.Text) is { Rest.Length: > 0 } hit) Field(block, hit);
            else if (IsHeading(block, next) && title is null && next is not null && IsHeading(next, at + 2 < blocks.Count ? blocks[at + 2] : null))
            {
                title = build.Take(block, 0.7);
                name ??= title;
            }
            else if (IsHeading(block, next) && !sections.ContainsKey(NarrativeHeadings.Context))
            {
                build.Label(block);
                Section(NarrativeHeadings.Context, block.Text, block);
            }
            else InSection(Section(NarrativeHeadings.Context, null, block), block);
        }
        return at;
    }

    private static bool IsHeading(Block block, Block? next) =>
        block is { Text.Length: > 0 and <= 160 } && (block.Kind == BlockKind.Text || block.Glyph == '1') && !LineFlow.IsClosed(block.Text.TrimEnd(':')) && !char.IsLower(block.Text[0]) && next is { Kind: BlockKind.Text };

    private void Field(Block block, LabelHit hit)
    {
        var value = new FoundText(hit.Rest, build.TraceOf(block));
        switch (hit.Key)
        {
            case "name" when name is null: name = value; break;
            case "code" when code is null: code = value; break;
            case "scale" or "indicative-scale" when scale is null && PayLevels.IsScale(hit.Rest):
                scale = new FoundPayScale(hit.Rest, hit.Key == "indicative-scale", PayScaleOrigin.Body, null, hit.Rest, value.Trace);
                break;
            default: build.Discard(block, DiscardReason.Fragment); return;
        }
        build.Item(block);
    }

    private void Section(Block heading, IReadOnlyList<Block> blocks)
    {
        build.Label(heading);
        var hit = heading.Label!;
        if (blocks.Count == 0) build.Find("empty-label", PathOf(hit.Key), heading.First.Number, heading.Text, note: "Nothing stands under this heading.");
        switch (hit.Key)
        {
            case NarrativeHeadings.Activities: areas.Read(heading, blocks); break;
            case NarrativeHeadings.Summary: summary.Read(blocks); break;
            case NarrativeHeadings.Purpose: foreach (var block in blocks) InPurpose(block); break;
            case NarrativeHeadings.Requirements: foreach (var block in blocks) Requirement(block); break;
            default:
                var section = Section(hit.Key, heading.Text, heading);
                foreach (var block in blocks) InSection(section, block);
                break;
        }
    }

    private SectionInProgress Section(string key, string? heading, Block first)
    {
        // A line above the fields is a heading only until the real one comes.
        if (!sections.TryGetValue(key, out var section) || (section.IsEmpty && heading is not null)) sections[key] = section = new SectionInProgress(heading is null ? null : NarrativeHeadings.WithoutNumber(heading).TrimEnd(':', ' '), build.TraceOf(first));
        return section;
    }

    private void InSection(SectionInProgress section, Block block)
    {
        if (block.Text.Length == 0) build.Discard(block, DiscardReason.EmptyBullet);
        else if (block.Kind == BlockKind.Bullet) section.Bullet(build.Take(block));
        else section.Paragraph(build.Take(block));
    }

    private void InPurpose(Block block)
    {
        if (block.Text.Length == 0) build.Discard(block, DiscardReason.EmptyBullet);
        else purpose = TextInProgress.Extend(build, purpose, block, PathOf(NarrativeHeadings.Purpose));
    }

    private void Requirement(Block block)
    {
        if (block.Text.Length == 0) build.Discard(block, DiscardReason.EmptyBullet);
        else requirements.Add(build.Take(block));
    }

    private static string PathOf(string key) => "job_profiles[0]." + key switch
    {
        NarrativeHeadings.Context => "context",
        NarrativeHeadings.Outline => "job_outline",
        NarrativeHeadings.Person => "person_profile",
        NarrativeHeadings.Activities => "result_areas",
        NarrativeHeadings.Summary => "competencies",
        _ => key,
    };

    private ImportRecord Assemble(string id)
    {
        var start = title?.Trace ?? build.At(document.Lines[0], document.Lines[0]);
        var found = summary.Done();
        var readAreas = areas.Done();
        var context = sections.GetValueOrDefault(NarrativeHeadings.Context);
        var profile = new FoundProfile
        {
            Name = name, LevelSuffix = FoundProfile.SuffixOf(name?.Text), Code = code, PayScale = scale, Purpose = purpose?.Done(),
            SuggestedName = name is null ? NameSuggestions.ForFunction(file.Language, purpose?.Text, readAreas.Select(area => area.Title?.Text ?? "")) : null,
            Context = context?.Done(), JobOutline = sections.GetValueOrDefault(NarrativeHeadings.Outline)?.Done(), PersonProfile = sections.GetValueOrDefault(NarrativeHeadings.Person)?.Done(),
            ResultAreas = readAreas, Requirements = requirements,
            Competencies = [.. found.Select((competency, i) => new FoundNeed(i, competency.Code, null, 1, competency.Trace))],
            Trace = start,
        };
        if (name is null) build.Find("missing-name", "job_profiles[0].name", start.Line, null, profile.SuggestedName?.In(file.Language), "The document names no function; the name is a suggestion only.", ask: true);
        return new ImportRecord
        {
            Id = id, Source = document.Source, DocumentKind = DocumentKind.NarrativeFunctionProfile, KindLabel = kindLabel, Language = file.Language, Title = title,
            Organisation = context is null ? null : UnitName.In(context, file) is { } unit ? new FoundOrganisation(null, null, unit, start) : null,
            JobProfiles = [profile], Competencies = found,
        };
    }
}
