namespace Interviewing.Application.Import;

/// <summary>One pass over a school function: fields above, then area after area, each a title and a nested list.</summary>
internal sealed class SchoolReading
{
    private readonly SourceDocument document;
    private readonly LabelFile file;
    private readonly RecordBuilder build;
    private readonly HeadingMatcher kinds;
    private readonly LabelMatcher fields;
    private readonly LabelMatcher parts;
    private readonly IReadOnlyList<FlowLine> lines;
    private readonly Dictionary<int, HeadingHit> headings = [];
    private readonly ScrambledLists lists;
    private readonly List<SchoolArea> areas = [];
    private readonly List<TextInProgress> requirements = [];
    private string? kindLabel;
    private FoundText? title;
    private FoundText? name;
    private FoundText? code;
    private FoundPayScale? scale;
    private TextInProgress? purpose;
    private SourceLine? first;
    private readonly List<FlowLine> above = [];
    private LabelHit? asked;
    private bool inRequirements;

    public SchoolReading(SourceDocument document, LabelFile file)
    {
        (this.document, this.file) = (document, file);
        build = new RecordBuilder(document, file.Language);
        var results = HeadingMatcher.For(file, SchoolResults.Results);
        kinds = HeadingMatcher.For(file, "narrative.kind", "kind");
        fields = LabelMatcher.For(file, "school.name", "code", "scale", "indicative-scale", "purpose");
        parts = LabelMatcher.For(file, "requirements");
        foreach (var line in document.Lines)
            if (line.Bullet is null && results.Match(line.Text) is { } hit) headings[line.Number] = hit;
        (lines, var furniture) = LineFlow.Read(document, file, line => headings.ContainsKey(line.Number));
        foreach (var line in furniture) build.Discard(line, DiscardReason.PageFurniture);
        lists = new ScrambledLists(build, file, lines, line => headings.ContainsKey(line.Source.Number));
    }

    public ImportRecord Run(string id)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Bullet is null && headings.TryGetValue(line.Source.Number, out var hit)) StartArea(line, hit);
            else if (line.Bullet is null && parts.Match(line.Text) is { Rest.Length: 0, Number: null, Distance: 0 } && !line.StartsLow) Requirements(line);
            else if (inRequirements) Requirement(line);
            else if (areas.Count == 0) Above(line);
            else if (line.Bullet is not null) lists.Item(areas[^1], line);
            else if (!lists.GoesOn(areas[^1], line, i + 1 < lines.Count ? lines[i + 1] : null)) BesideItems(line);
        }
        var record = Assemble(id);
        TextAdvice.About(record, build, file);
        return build.Close(record);
    }

    private void StartArea(FlowLine line, HeadingHit hit)
    {
        (asked, inRequirements) = (null, false);
        first ??= line.Source;
        kindLabel ??= hit.AsFound.TrimEnd(':', ' ', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        var (number, title) = Numbered(hit);
        var (words, continued) = WithoutContinued(title.Trim());
        // The same heading again is a header over the next page, not another area.
        if (areas.Count > 0 && (continued || words.Length > 0) && (words.Length == 0 || Wording.Letters(areas[^1].TitleText) == Wording.Letters(words)))
        {
            build.Discard(line.Source, DiscardReason.PageFurniture);
            return;
        }
        build.Label(line.Source);
        var area = new SchoolArea(line.Source, areas.Count, document.Limits.MaxDepth) { Number = number };
        if (title.Length > 0)
        {
            build.Item(line.Source);
            area.Title = new TextInProgress(build.At(line.Source, line.Source));
            area.Title.Add(title, line.Source, softHyphen: false, document.Words);
        }
        areas.Add(area);
    }

    private (string Words, bool Continued) WithoutContinued(string rest)
    {
        var open = rest.LastIndexOf('(');
        var last = open >= 0 ? rest[(open + 1)..] : rest[(rest.LastIndexOf(' ') + 1)..];
        var known = file.Labels["continued"].Any(word => Wording.Letters(word) == Wording.Letters(last));
        if (!known) return (rest.Trim(), false);
        return (rest[..(open >= 0 ? open : rest.Length - last.Length)].TrimEnd(' ', '-', '–', ','), true);
    }

    // 'Results 2: title' or 'Results II – title'.
    private static (int? Number, string Title) Numbered(HeadingHit hit)
    {
        if (ValueOf(hit.AsFound[(hit.AsFound.LastIndexOf(' ') + 1)..]) is { } behindLabel) return (behindLabel, hit.Rest);
        var end = hit.Rest.AsSpan().IndexOfAny(' ', ':', '.');
        return end > 0 && ValueOf(hit.Rest[..end]) is { } number && hit.Rest[end..].TrimStart(':', '.', ' ', '-', '–', '—') is { Length: > 0 } title ? (number, title) : (null, hit.Rest);
    }

    private static int? ValueOf(string word) =>
        int.TryParse(word, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number < 100 ? number : LabelMatcher.Roman(word);

    private void Requirements(FlowLine line)
    {
        inRequirements = true;
        build.Label(line.Source);
    }

    private void Requirement(FlowLine line)
    {
        foreach (var source in line.Inside) build.Item(source);
        if (line.Bullet is not null || requirements.Count == 0 || (line.AfterBlank && LineFlow.IsClosed(requirements[^1].Tail(40)))) requirements.Add(new TextInProgress(build.At(line.Source, line.Inside[^1])));
        requirements[^1].Add(line.Text, line.Inside[^1], softHyphen: false, document.Words);
    }

    private void BesideItems(FlowLine line)
    {
        var area = areas[^1];
        var unfinished = area.Title is null || (!line.AfterBlank && !LineFlow.IsClosed(area.TitleText)) || line.StartsLow || Paragraphs.Hangs(area.TitleText, file);
        if (area.Tree.Roots.Count > 0 || !unfinished)
        {
            foreach (var source in line.Inside) build.Discard(source, DiscardReason.Fragment);
            return;
        }
        foreach (var source in line.Inside) build.Item(source);
        area.Title ??= new TextInProgress(build.At(line.Source, line.Source, 0.9));
        area.Title.Add(line.Text, line.Inside[^1], softHyphen: false, document.Words);
    }

    private void Above(FlowLine line)
    {
        // A label on a line of its own, its value below it.
        if (asked is { } label && line.Bullet is null)
        {
            asked = null;
            Field(line, label with { Rest = line.Text });
        }
        else if (line.Bullet is null && fields.Match(line.Text) is { Rest.Length: 0, Number: null, Distance: 0 } alone && !line.StartsLow)
        {
            asked = alone;
            build.Label(line.Source);
        }
        else if (line.Bullet is null && fields.Match(line.Text) is { Rest.Length: > 0 } field && line.Text.Contains(':', StringComparison.Ordinal)) Field(line, field);
        else if (line.Bullet is null && title is null && (kinds.Match(line.Text) ?? kinds.MatchEnd(line.Text)) is { } kind && !LineFlow.IsClosed(line.Text))
        {
            title = Take(line);
            if (kind.Rest.Length > 0) name ??= new FoundText(kind.Rest, title.Trace with { Confidence = 0.7 });
        }
        else if (purpose is not null && line.Bullet is null && build.NothingBetween(purpose.LastLine, line.Source.Number))
        {
            build.Item(line.Source);
            purpose.Add(line.Text, line.Source, softHyphen: false, document.Words);
        }
        else above.Add(line);
    }

    // Of the short lines above the first area the last one names the function, unless it names the school.
    private void Unlabelled()
    {
        var called = name is null ? above.FindLast(line => line is { Bullet: null, Text.Length: > 2 and <= 80 } && !char.IsLower(line.Text[0]) && !LineFlow.IsClosed(line.Text) && line.Text.Count(c => c == ' ') < 8 && !line.Text.Any(char.IsAsciiDigit) && !IsSchool(line.Text)) : null;
        foreach (var line in above)
        {
            if (line == called) name = Take(line) is var text ? text with { Trace = text.Trace with { Confidence = 0.7 } } : null;
            else foreach (var source in line.Inside) build.Discard(source, DiscardReason.Fragment);
        }
    }

    // 'Het Veenlandencollege', 'Lycée des Trois Vallées'
    private bool IsSchool(string text)
    {
        if (file.Articles.FirstOrDefault(article => text.StartsWith(article + " ", StringComparison.OrdinalIgnoreCase)) is { } article) text = text[(article.Length + 1)..];
        var opens = LabelMatcher.For(file, "school.opens");
        if (opens.ExactKeyOf(text) is not null || opens.MatchWithValue(text) is not null) return true;
        var last = text[(text.LastIndexOf(' ') + 1)..];
        return char.IsUpper(last[0]) && Wording.Letters(last) is var letters && file.Labels["school.closes"].Any(word => letters.EndsWith(Wording.Letters(word), StringComparison.Ordinal));
    }

    private void Field(FlowLine line, LabelHit hit)
    {
        var value = new FoundText(hit.Rest, build.At(line.Source, line.Source));
        switch (hit.Key)
        {
            case "school.name" when name is null: name = value; break;
            case "code" when code is null: code = value; break;
            case "purpose" when purpose is null:
                purpose = new TextInProgress(value.Trace);
                purpose.Add(hit.Rest, line.Source, softHyphen: false, document.Words);
                break;
            case "scale" or "indicative-scale" when scale is null && PayLevels.IsScale(hit.Rest):
                scale = new FoundPayScale(hit.Rest, hit.Key == "indicative-scale", PayScaleOrigin.Body, null, hit.Rest, value.Trace);
                break;
            default: build.Discard(line.Source, DiscardReason.Fragment); return;
        }
        build.Item(line.Source);
    }

    private FoundText Take(FlowLine line)
    {
        foreach (var source in line.Inside) build.Item(source);
        return new FoundText(line.Text, build.At(line.Source, line.Inside[^1]));
    }

    private ImportRecord Assemble(string id)
    {
        Unlabelled();
        var start = build.At(first ?? document.Lines[0], first ?? document.Lines[0]);
        var read = areas.Select(area => area.Done(build)).ToList();
        var profile = new FoundProfile
        {
            Name = name, LevelSuffix = FoundProfile.SuffixOf(name?.Text), Code = code, PayScale = scale, Purpose = purpose?.Done(), ResultAreas = read, Requirements = [.. requirements.Select(requirement => requirement.Done())], Trace = start,
            SuggestedName = name is null ? NameSuggestions.ForFunction(file.Language, null, read.Select(area => area.Title?.Text ?? "")) : null,
        };
        if (name is null) build.Find("missing-name", "job_profiles[0].name", start.Line, null, profile.SuggestedName?.In(file.Language), "The document names no function; the name is a suggestion only.", ask: true);
        return new ImportRecord
        {
            Id = id, Source = document.Source, DocumentKind = DocumentKind.SchoolResultList, KindLabel = kindLabel, Language = file.Language, Title = title, JobProfiles = [profile],
        };
    }
}

/// <summary>One area of results in the making.</summary>
internal sealed class SchoolArea(SourceLine start, int index, int maxDepth)
{
    public int? Number { get; init; }
    public TextInProgress? Title { get; set; }
    public ItemTree Tree { get; } = new(maxDepth);
    public string TitleText => Title?.Text ?? "";
    public string Path => $"job_profiles[0].result_areas[{index}]";

    public FoundArea Done(RecordBuilder build)
    {
        var title = Title?.Done();
        if (title is null) build.Find("empty-label", Path + ".title", start.Number, start.Text, note: "No title follows this label.");
        return new FoundArea { Number = Number, Title = title is null ? null : title with { Text = title.Text.TrimEnd(':', ' ') }, Activities = Tree.Done(), Trace = title?.Trace ?? build.At(start, start, 0.7) };
    }
}
