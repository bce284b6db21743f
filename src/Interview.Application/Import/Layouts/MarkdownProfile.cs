namespace Interviewing.Application.Import;

/// <summary>One function profile in one language: purpose, result areas, and the competencies it asks for by code.</summary>
internal sealed class MarkdownProfile : MarkdownForm
{
    protected override string Document => "profile";

    protected override ImportRecord Read(RecordBuilder build, FormHead head, LabelFile file)
    {
        var reading = new ProfileForm(build, head, file);
        foreach (var line in FormLine.Read(build.Document, head.Body)) reading.Next(line);
        var profile = reading.Done();
        return new ImportRecord
        {
            Id = IdOf(build.Document.Source.File), Source = build.Document.Source, DocumentKind = DocumentKind.ProfileForm, Language = build.Language,
            Framework = Framework(build, head), JobProfiles = [profile],
        };
    }
}

internal sealed class ProfileForm(RecordBuilder build, FormHead head, LabelFile file)
{
    private enum Part { None, Purpose, Areas, Competencies, Requirements, Characteristics, Unknown }

    private const string Path = "job_profiles[0]";
    private readonly LabelMatcher sections = LabelMatcher.For(file, "purpose", "result-areas", "competencies", "requirements", "characteristics");
    private readonly LabelMatcher fields = LabelMatcher.For(file, "framework", "result", "activities");
    private readonly LabelMatcher needs = LabelMatcher.For(file, "level", "weight");
    private readonly List<AreaInProgress> areas = [];
    private readonly List<FoundNeed> competencies = [];
    private readonly List<FoundText> requirements = [];
    private readonly List<FoundText> characteristics = [];
    private FoundText? name;
    private TextInProgress? purpose;
    private Part part = Part.None;

    public void Next(FormLine line)
    {
        if (line.Text.Length == 0) { Waste(line, line.Part == FormPart.Heading ? DiscardReason.EmptyHeading : DiscardReason.EmptyBullet); return; }
        if (line.Part == FormPart.Heading) { Heading(line); return; }
        switch (part)
        {
            case Part.Purpose: Extend(line, ref purpose); break;
            case Part.Areas: InArea(line); break;
            case Part.Competencies: Need(line); break;
            case Part.Requirements: requirements.Add(Take(line)); break;
            case Part.Characteristics: characteristics.Add(Take(line)); break;
            case Part.None or Part.Unknown: Waste(line, DiscardReason.Fragment); break;
        }
    }

    public FoundProfile Done()
    {
        if (name is null) build.Find("missing-name", Path + ".name", head.Lines[0].Number, note: "The form has no heading with the name.", ask: true);
        if (head.Value("code") is null) build.Find("empty-label", Path + ".code", head.Lines[0].Number, note: "The head names no code.");
        return new FoundProfile
        {
            Name = name, Code = head.Text("code", build), Purpose = purpose?.Done(),
            LevelSuffix = FoundProfile.SuffixOf(name?.Text),
            JobFamily = Node("family"), JobSeries = Node("series"), JobGroup = Node("group"), PayScale = Scale(),
            ResultAreas = [.. areas.Select((area, i) => area.Read(build, file, $"{Path}.result_areas[{i}]"))],
            Competencies = competencies, Requirements = requirements, DominantCharacteristics = characteristics,
            Trace = name?.Trace ?? build.At(head.Lines[0], head.Lines[^1]),
        };
    }

    private FoundNode? Node(string key) => head.Text(key, build) is { } text ? new FoundNode(text.Text, null, key, text.Trace) : null;

    private FoundPayScale? Scale() =>
        head.Text("scale", build) is { } text ? new FoundPayScale(text.Text, false, PayScaleOrigin.Body, null, text.Text, text.Trace) : null;

    private void Heading(FormLine line)
    {
        switch (line.Depth)
        {
            case 1 when name is null: name = Take(line); break;
            case 1: Waste(line, DiscardReason.DuplicateTitle); break;
            case 2: Section(line); break;
            default:
                if (part == Part.Areas) Area(line);
                else Unknown(line);
                break;
        }
    }

    private void Section(FormLine line)
    {
        part = sections.KeyOf(line.Text) switch
        {
            "purpose" => Part.Purpose,
            "result-areas" => Part.Areas,
            "competencies" => Part.Competencies,
            "requirements" => Part.Requirements,
            "characteristics" => Part.Characteristics,
            _ => Part.Unknown,
        };
        if (part == Part.Unknown) Unknown(line);
        else build.Label(line.First);
    }

    private void Area(FormLine line)
    {
        var area = new AreaInProgress(line.First, build.Document.Limits);
        var title = area.Title;
        Extend(line, ref title);
        area.Title = title;
        areas.Add(area);
    }

    private void InArea(FormLine line)
    {
        if (areas.Count == 0) { Waste(line, DiscardReason.Fragment); return; }
        var area = areas[^1];
        var field = line.Part == FormPart.Paragraph ? fields.Match(line.Text) : null;
        if (field is { Key: "activities" }) { area.ActivitiesLabel ??= field.AsFound; build.Label(line.First); }
        else if (field is { Rest.Length: > 0 }) Field(line, area, field);
        else if (line.Part == FormPart.Item) { Account(line); area.Activities.Add(Block(line), line.At(build)); }
        else Waste(line, DiscardReason.Fragment);
    }

    private void Field(FormLine line, AreaInProgress area, LabelHit field)
    {
        Account(line);
        var value = Block(line with { Text = field.Rest });
        if (field.Key == "framework")
        {
            area.Framework.Add((value, new FoundText(field.Rest, line.At(build))));
            return;
        }
        if (area.Result is not null)
        {
            Waste(line, DiscardReason.Fragment);
            return;
        }
        area.Result = new TextInProgress(line.At(build));
        area.Result.Add(value, build.Document.Words);
    }

    private void Need(FormLine line)
    {
        Account(line);
        var (code, rest) = line.Labelled() is var (label, value) ? (label, value) : (line.Text, "");
        int? level = null;
        var weight = 1;
        foreach (var piece in rest.Split(',', ';', '·'))
        {
            var word = new string([.. piece.TakeWhile(c => !char.IsAsciiDigit(c))]);
            if (FormLine.Number(piece) is not { } number) continue;
            if (needs.KeyOf(word) == "weight") weight = number;
            else level = number;
        }
        if (competencies.Exists(need => string.Equals(need.Code, code, StringComparison.OrdinalIgnoreCase)))
        {
            build.Duplicate(Block(line));
            build.Find("duplicate-list", $"{Path}.competencies", line.First.Number, code, note: "This competency is already asked for.");
            return;
        }
        if (weight is < 1 or > 100) { build.Find("unknown-value", $"{Path}.competencies[{competencies.Count}].weight", line.First.Number, line.Text, "1", "A weight is 1 or more.", ask: true); weight = 1; }
        competencies.Add(new FoundNeed(null, code, level, weight, line.At(build)));
    }

    private void Extend(FormLine line, ref TextInProgress? text)
    {
        if (text is not null && !build.NothingBetween(text.LastLine, line.First.Number))
        {
            Waste(line, DiscardReason.Fragment);
            return;
        }
        Account(line);
        text ??= new TextInProgress(line.At(build));
        text.Add(Block(line), build.Document.Words);
    }

    private static Block Block(FormLine line) => new(line.Part == FormPart.Item ? BlockKind.Bullet : BlockKind.Text, line.Text, line.First, line.Last);

    private FoundText Take(FormLine line)
    {
        Account(line);
        return new FoundText(line.Text, line.At(build));
    }

    private void Unknown(FormLine line)
    {
        Waste(line, DiscardReason.Fragment);
        build.Find("unknown-label", Path, line.First.Number, line.Text, note: "This heading is not known here.", ask: true);
    }

    private void Account(FormLine line)
    {
        foreach (var each in Lines(line)) build.Item(each);
    }

    private void Waste(FormLine line, DiscardReason reason)
    {
        foreach (var each in Lines(line)) build.Discard(each, reason);
    }

    private SourceLine[] Lines(FormLine line) => [.. Enumerable.Range(line.First.Number - 1, line.Last.Number - line.First.Number + 1).Select(i => build.Document.Lines[i])];
}
