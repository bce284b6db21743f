using Interviewing.Application.Competencies;

namespace Interviewing.Application.Import;

/// <summary>The questions of a competency form: each with its type, minutes and indicators, its probes and its anchors.</summary>
internal sealed class FormQuestions(RecordBuilder build, LabelFile file, string path)
{
    private sealed class QuestionInProgress(FormLine line)
    {
        public FormLine Line { get; } = line;
        public QuestionType? Type { get; set; }
        public int? Minutes { get; set; }
        public List<int> Touches { get; } = [];
        public List<FoundProbe> Probes { get; } = [];
        public List<FoundAnchor> Anchors { get; } = [];
    }

    private readonly LabelMatcher fields = LabelMatcher.For(file, "question-type", "minutes", "touches");
    private readonly List<QuestionInProgress> questions = [];

    public bool IsEmpty => questions.Count == 0;

    public void Add(FormLine line) => questions.Add(new QuestionInProgress(line));

    /// <summary>A line under the latest question: its facts, a probe or an anchor.</summary>
    public void Read(FormLine line)
    {
        if (line.Part == FormPart.Paragraph && Facts(line)) return;
        // Several probes may stand behind one another on one line.
        foreach (var piece in line.Text.Split("   - ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) ProbeOrAnchor(line with { Text = piece });
    }

    private bool Facts(FormLine line)
    {
        var any = false;
        foreach (var piece in line.Text.Split('·', '•', '|', ';'))
        {
            var colon = piece.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0) continue;
            any |= Fact(line, fields.KeyOf(piece[..colon]), piece[(colon + 1)..].Trim());
        }
        return any;
    }

    private bool Fact(FormLine line, string? key, string value)
    {
        var question = questions[^1];
        switch (key)
        {
            case "question-type":
                question.Type = CompetencyForm.TypeOf(file.KeyIn("type.", value));
                if (question.Type is null) build.Find("unknown-value", $"{path}.questions[{questions.Count - 1}].type", line.First.Number, value, note: "This type of question is not known.", ask: true);
                return true;
            case "minutes":
                question.Minutes = FormLine.Number(value) is > 0 and <= 240 and var minutes ? minutes : null;
                return true;
            case "touches":
                question.Touches.AddRange(value.Split(',', ' ').Select(FormLine.Number).OfType<int>().Distinct().Take(100));
                return true;
            default: return false;
        }
    }

    private void ProbeOrAnchor(FormLine line)
    {
        var question = questions[^1];
        if (line.Labelled() is var (label, value))
        {
            if (AnchorPoint(label) is { } point) { question.Anchors.Add(new FoundAnchor(point, value, line.At(build))); return; }
            if (StepOf(file.KeyIn("step.", label)) is { } step) { question.Probes.Add(new FoundProbe(step, value, line.At(build))); return; }
        }
        question.Probes.Add(new FoundProbe(null, line.Text, line.At(build, line.Part == FormPart.Item ? 0.9 : 0.7)));
    }

    private int? AnchorPoint(string label)
    {
        var words = label.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 2 && file.Labels["anchor"].Contains(words[0], StringComparer.OrdinalIgnoreCase) && FormLine.Number(words[1]) is >= 0 and <= 100 and var point ? point : null;
    }

    private static StarrStep? StepOf(string? key) => key switch
    {
        "situation" => StarrStep.Situation,
        "task" => StarrStep.Task,
        "action" => StarrStep.Action,
        "result" => StarrStep.Result,
        "reflection" => StarrStep.Reflection,
        _ => null,
    };

    public IReadOnlyList<FoundQuestion> Done(int indicators)
    {
        foreach (var (question, at) in questions.Select((question, at) => (question, at)))
        {
            var wrong = question.Touches.Where(n => n < 1 || n > indicators).ToList();
            if (wrong.Count == 0) continue;
            build.Find("unknown-reference", $"{path}.questions[{at}]", question.Line.First.Number, string.Join(", ", wrong), note: "The competency has no indicator with this number.", ask: true);
            question.Touches.RemoveAll(wrong.Contains);
        }
        return [.. questions.Select(q => new FoundQuestion(q.Line.Text, q.Type, q.Minutes, q.Touches, q.Probes, q.Anchors, q.Line.At(build)))];
    }
}
