using Interviewing.Application.Competencies;

namespace Interviewing.Application.Import;

/// <summary>One competency in one language: definition, ladder with indicators, questions with probes and anchors, tips.</summary>
internal sealed class MarkdownCompetency : MarkdownForm
{
    protected override string Document => "competency";

    protected override ImportRecord Read(RecordBuilder build, FormHead head, LabelFile file)
    {
        var reading = new CompetencyForm(build, head, file);
        foreach (var line in FormLine.Read(build.Document, head.Body)) reading.Next(line);
        var competency = reading.Done();
        return new ImportRecord
        {
            Id = IdOf(build.Document.Source.File), Source = build.Document.Source, DocumentKind = DocumentKind.CompetencyForm, Language = build.Language,
            Framework = Framework(build, head), Competencies = [competency],
        };
    }
}

internal sealed class CompetencyForm(RecordBuilder build, FormHead head, LabelFile file)
{
    private enum Part { Definition, Levels, Indicators, Questions, Tips, Unknown }

    private const string Path = "competencies[0]";
    private readonly LabelMatcher sections = LabelMatcher.For(file, "levels", "indicators", "questions", "tips", "definition");
    private readonly List<FoundLevel> levels = [];
    private readonly List<FoundIndicator> indicators = [];
    private readonly FormQuestions questions = new(build, file, Path);
    private readonly List<FoundTip> tips = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private int droppedIndicators, droppedQuestions, droppedTips;
    private FoundText? name;
    private TextInProgress? definition;
    private TipAudience audience = TipAudience.Employee;
    private Part part = Part.Definition;

    public void Next(FormLine line)
    {
        if (line.Part == FormPart.Heading) Heading(line);
        else if (line.Text.Length == 0) Waste(line, DiscardReason.EmptyBullet);
        else switch (part)
        {
            case Part.Definition: Definition(line); break;
            case Part.Levels or Part.Indicators: Indicator(line); break;
            case Part.Questions: InQuestion(line); break;
            case Part.Tips: Tip(line); break;
            case Part.Unknown: Waste(line, DiscardReason.Fragment); break;
        }
    }

    public FoundCompetency Done()
    {
        if (name is null) build.Find("missing-name", Path + ".name", head.Lines[0].Number, note: "The form has no heading with the name.", ask: true);
        if (head.Value("code") is null) build.Find("empty-label", Path + ".code", head.Lines[0].Number, note: "The head names no code.");
        var asked = questions.Done(indicators.Count);
        return new FoundCompetency
        {
            Code = head.Value("code"), Cluster = head.Text("cluster", build), Definition = definition?.Done(), Levels = levels, Indicators = indicators, Tips = tips,
            Names = name is null ? new Dictionary<string, FoundText>(StringComparer.Ordinal) : new Dictionary<string, FoundText>(StringComparer.Ordinal) { [build.Language] = name },
            Questions = asked,
            DuplicatesDropped = new DuplicatesDropped(droppedIndicators, droppedQuestions, droppedTips),
            Trace = name?.Trace ?? build.At(head.Lines[0], head.Lines[^1]),
        };
    }

    private void Heading(FormLine line)
    {
        if (line.Text.Length == 0) { Waste(line, DiscardReason.EmptyHeading); return; }
        switch (line.Depth)
        {
            case 1 when name is null: name = Take(line); break;
            case 1: Waste(line, DiscardReason.DuplicateTitle); break;
            case 2: Section(line); break;
            default: Under(line); break;
        }
    }

    private void Section(FormLine line)
    {
        part = sections.KeyOf(line.Text) switch
        {
            "levels" => Part.Levels,
            "indicators" => Part.Indicators,
            "questions" => Part.Questions,
            "tips" => Part.Tips,
            "definition" => Part.Definition,
            _ => Part.Unknown,
        };
        if (part == Part.Unknown) Unknown(line);
        else build.Label(line.First);
    }

    private void Under(FormLine line)
    {
        switch (part)
        {
            case Part.Levels: Level(line); break;
            case Part.Questions: Question(line); break;
            case Part.Tips when Audience(line.Text) is { } of: audience = of; build.Label(line.First); break;
            case Part.Definition or Part.Indicators or Part.Tips or Part.Unknown: Unknown(line); break;
        }
    }

    private TipAudience? Audience(string text) => file.KeyIn("audience.", text.TrimEnd(':')) switch
    {
        "employee" => TipAudience.Employee,
        "manager" => TipAudience.Manager,
        _ => null,
    };

    private void Level(FormLine line)
    {
        var text = line.Text;
        var word = text.Split(' ')[0];
        if (file.Labels["level"].Contains(word, StringComparer.OrdinalIgnoreCase)) text = text[word.Length..].TrimStart();
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        var ordinal = digits is > 0 and < 3 ? FormLine.Number(text[..digits])!.Value : levels.Count + 1;
        if (digits == 0 || ordinal != levels.Count + 1)
            build.Find("level-order", $"{Path}.levels[{levels.Count}]", line.First.Number, line.Text, (levels.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), "Levels count up from 1.", ask: true);
        var title = text[digits..].TrimStart('.', ')', ':', '-', '–', '—', ' ');
        build.Item(line.First);
        levels.Add(new FoundLevel(ordinal, title.Length > 0 ? new FoundText(title, line.At(build)) : null, line.At(build)));
    }

    private void Definition(FormLine line)
    {
        if (definition is not null && !build.NothingBetween(definition.LastLine, line.First.Number))
        {
            Waste(line, DiscardReason.Fragment);
            return;
        }
        definition ??= new TextInProgress(line.At(build));
        Account(line);
        definition.Add(new Block(BlockKind.Text, line.Text, line.First, line.Last), build.Document.Words);
    }

    private void Indicator(FormLine line)
    {
        var (positive, text, confidence) = Sign(line);
        if (text.Length == 0) { Waste(line, DiscardReason.EmptyBullet); return; }
        var level = part == Part.Levels && levels.Count > 0 ? levels[^1].Ordinal : (int?)null;
        if (!Fresh($"i{level}{positive}", text, line)) { droppedIndicators++; return; }
        Account(line);
        indicators.Add(new FoundIndicator(text, positive, level, line.At(build, line.Part == FormPart.Item ? confidence : 0.7)));
    }

    private static (bool Positive, string Text, double Confidence) Sign(FormLine line)
    {
        var text = line.Text;
        if (text[0] == '+') return (true, text[1..].TrimStart(), 1);
        if (text.StartsWith("--", StringComparison.Ordinal)) return (false, text.TrimStart('-', ' '), 1);
        if (text[0] is '-' or '−' or '–' or '—') return (false, text[1..].TrimStart(), 1);
        // Without a sign it is taken as behaviour that is asked for.
        return (true, text, 0.9);
    }

    private void Question(FormLine line)
    {
        if (!Fresh("q", line.Text, line)) { droppedQuestions++; part = Part.Questions; return; }
        build.Item(line.First);
        questions.Add(line);
    }

    private void InQuestion(FormLine line)
    {
        if (questions.IsEmpty) { Waste(line, DiscardReason.Fragment); return; }
        Account(line);
        questions.Read(line);
    }

    internal static QuestionType? TypeOf(string? key) => key switch
    {
        "past-behaviour" => QuestionType.PastBehaviour,
        "situational" => QuestionType.Situational,
        "knowledge" => QuestionType.Knowledge,
        "background" => QuestionType.Background,
        "closing" => QuestionType.Closing,
        _ => null,
    };

    private void Tip(FormLine line)
    {
        TipKind? kind = null;
        var text = line.Text;
        if (line.Labelled() is var (label, value) && KindOf(file.KeyIn("tip.", label.Replace('’', '\''))) is { } known) (kind, text) = (known, value);
        if (!Fresh($"t{audience}", text, line)) { droppedTips++; return; }
        Account(line);
        tips.Add(new FoundTip(text, audience, kind, line.At(build, kind is null ? 0.9 : 1)));
    }

    internal static TipKind? KindOf(string? key) => key switch
    {
        "on-the-job" => TipKind.OnTheJob,
        "with-others" => TipKind.WithOthers,
        "course" => TipKind.Course,
        _ => null,
    };

    private bool Fresh(string list, string text, FormLine line)
    {
        if (seen.Add(list + "\n" + Wording.Key(text))) return true;
        build.Duplicate(new Block(BlockKind.Bullet, text, line.First, line.Last) { Inside = Lines(line) });
        return false;
    }

    private FoundText Take(FormLine line)
    {
        Account(line);
        return new FoundText(line.Text, line.At(build));
    }

    private void Account(FormLine line)
    {
        foreach (var each in Lines(line)) build.Item(each);
    }

    private void Unknown(FormLine line)
    {
        Waste(line, DiscardReason.Fragment);
        build.Find("unknown-label", Path, line.First.Number, line.Text, note: "This heading is not known here.", ask: true);
    }

    private void Waste(FormLine line, DiscardReason reason)
    {
        foreach (var each in Lines(line)) build.Discard(each, reason);
    }

    private SourceLine[] Lines(FormLine line) => [.. Enumerable.Range(line.First.Number - 1, line.Last.Number - line.First.Number + 1).Select(i => build.Document.Lines[i])];
}
