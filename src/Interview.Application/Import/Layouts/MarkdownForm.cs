using System.Globalization;

namespace Interviewing.Application.Import;

/// <summary>Our own forms: a head between two lines of dashes that says what the document is, then headings and lists.</summary>
internal abstract class MarkdownForm : Layout
{
    protected abstract string Document { get; }

    public override double Sureness(SourceDocument document) =>
        FormHead.Of(document) is { } head && string.Equals(head.Value("document"), Document, StringComparison.OrdinalIgnoreCase) ? 1 : 0;

    public override ImportRecord Read(SourceDocument document)
    {
        var head = FormHead.Of(document)!;
        var file = LabelFile.For(head.Value("language"));
        var build = new RecordBuilder(document, head.Value("language")?.ToLowerInvariant() ?? file.Language);
        foreach (var line in head.Lines) build.Label(line);
        foreach (var (key, (_, line)) in head.Values)
        {
            build.Item(line);
            if (!Known.Contains(key)) build.Find("unknown-label", key, line.Number, line.Text, note: "This line of the head is not used.");
        }
        if (head.Value("language") is null) build.Find("empty-label", "language", head.Lines[0].Number, null, file.Language, "The head names no language.");
        var record = Read(build, head, file);
        return build.Close(record);
    }

    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    { "document", "code", "language", "cluster", "family", "series", "group", "scale", "framework", "edition", "title" };

    protected abstract ImportRecord Read(RecordBuilder build, FormHead head, LabelFile file);

    protected static FoundFramework? Framework(RecordBuilder build, FormHead head) =>
        head.Text("framework", build) is { } name ? new FoundFramework(name.Text, head.Value("edition"), name.Trace) : null;
}

/// <summary>The lines between the dashes at the top of a form.</summary>
internal sealed record FormHead(IReadOnlyDictionary<string, (string Value, SourceLine Line)> Values, IReadOnlyList<SourceLine> Lines, int Body)
{
    public static FormHead? Of(SourceDocument document)
    {
        var lines = document.Lines;
        var at = 0;
        while (at < lines.Count && string.IsNullOrWhiteSpace(lines[at].Raw)) at++;
        if (at == lines.Count || !IsFence(lines[at].Raw)) return null;
        var values = new Dictionary<string, (string, SourceLine)>(StringComparer.OrdinalIgnoreCase);
        var head = new List<SourceLine> { lines[at] };
        for (var i = at + 1; i < lines.Count && i - at < 60; i++)
        {
            head.Add(lines[i]);
            if (IsFence(lines[i].Raw)) return new FormHead(values, head, i + 1);
            var colon = lines[i].Raw.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && Wording.Clean(lines[i].Raw[(colon + 1)..]).Trim('"', '\'') is { Length: > 0 } value) values.TryAdd(lines[i].Raw[..colon].Trim(), (value, lines[i]));
        }
        return null;
    }

    public string? Value(string key) => Values.TryGetValue(key, out var found) ? found.Value : null;

    public FoundText? Text(string key, RecordBuilder build) => Values.TryGetValue(key, out var found) ? new FoundText(found.Value, build.At(found.Line, found.Line)) : null;

    private static bool IsFence(string raw) => raw.AsSpan().Trim() is { Length: >= 3 } text && text.TrimStart('-').IsEmpty;
}

internal enum FormPart { Heading, Item, Paragraph }

/// <summary>A heading, a list item or a paragraph of a form, with the lines that wrapped joined.</summary>
internal sealed record FormLine(FormPart Part, int Depth, string Text, SourceLine First, SourceLine Last)
{
    public ItemTrace At(RecordBuilder build, double confidence = 1) => build.At(First, Last, confidence);

    /// <summary>'label: value' with the label short; null when there is no colon.</summary>
    public (string Label, string Value)? Labelled()
    {
        var colon = Text.IndexOf(':', StringComparison.Ordinal);
        return colon is > 0 and <= 40 && Text[(colon + 1)..].Trim() is { Length: > 0 } value ? (Text[..colon].Trim(), value) : null;
    }

    public static IReadOnlyList<FormLine> Read(SourceDocument document, int from)
    {
        var found = new List<FormLine>();
        var text = new System.Text.StringBuilder();
        FormLine? open = null;
        for (var i = from; i < document.Lines.Count; i++)
        {
            var line = document.Lines[i];
            if (line.IsBlank) { Close(); continue; }
            var goesOn = open is not null && line is { Heading: 0, Bullet: null } && open.Part != FormPart.Heading && !StartsField(line.Text);
            if (goesOn)
            {
                if (text.Length > 0) text.Append(' ');
                text.Append(line.Text);
                open = open! with { Last = line };
                continue;
            }
            Close();
            var part = line.Heading > 0 ? FormPart.Heading : line.Bullet is not null ? FormPart.Item : FormPart.Paragraph;
            open = new FormLine(part, line.Heading > 0 ? line.Heading : line.Indent, "", line, line);
            text.Append(SignOf(line)).Append(line.Text);
        }
        Close();
        return found;

        void Close()
        {
            if (open is not null) found.Add(open with { Text = text.ToString() });
            open = null;
            text.Clear();
        }
    }

    // '+ shows' and '− hides' without a dash in front: the glyph is the sign, not the bullet.
    private static string SignOf(SourceLine line) => line.Bullet is '+' or '−' or '–' or '—' ? line.Bullet + " " : "";

    private static bool StartsField(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon is > 0 and <= 20 && char.IsLetter(text[0]) && text.AsSpan(0, colon).Count(' ') <= 1;
    }

    public static int? Number(string text) =>
        int.TryParse(new string([.. text.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit).Take(6)]), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
