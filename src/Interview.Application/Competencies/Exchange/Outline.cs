using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Competencies.Exchange;

/// <summary>A heading of a Markdown document with its bullets and the headings below it; knows its line, and what of it nobody asked for.</summary>
internal sealed partial class Outline
{
    private readonly Dictionary<string, (string Value, int Line)> values = new(StringComparer.Ordinal);
    private readonly List<Outline> below = [];
    private readonly HashSet<string> read = new(StringComparer.Ordinal);
    private readonly string word;
    private readonly int depth, line;
    private bool asked;

    private Outline(string word, int depth, int line) => (this.word, this.depth, this.line) = (word, depth, line);

    public static Outline Of(string text)
    {
        var path = new Stack<Outline>();
        Outline? root = null;
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.EndsWith('\r') ? raw[..^1] : raw;
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (HeadLine().Match(line) is { Success: true } head)
            {
                var one = new Outline(head.Groups["word"].Value, head.Groups["marks"].Length, number);
                while (path.Count > 0 && path.Peek().depth >= one.depth) path.Pop();
                if (root is null && one is { depth: 1, word: "Edition" }) root = one;
                else if (path.TryPeek(out var above) && one.depth == above.depth + 1) above.below.Add(one);
                else throw Refusal.At("file", "competencies.document-line", number, line);
                path.Push(one);
            }
            else if (BulletLine().Match(line) is { Success: true } bullet && path.TryPeek(out var at))
            {
                if (!at.values.TryAdd(bullet.Groups["name"].Value, (Plain(bullet.Groups["value"].Value), number))) throw Refusal.At("file", "competencies.document-twice", number, bullet.Groups["name"].Value);
            }
            else throw Refusal.At("file", "competencies.document-line", number, line);
        }
        if (root is null) throw Refusal.At("file", "competencies.document-no-edition");
        root.asked = true;
        return root;
    }

    public IEnumerable<Outline> Below(string kind)
    {
        foreach (var one in below.Where(b => b.word == kind)) one.asked = true;
        return below.Where(b => b.word == kind);
    }

    public string? Line(string name) => Raw(name)?.Value;

    public LocalText Text(string name)
    {
        var text = LocalText.Empty;
        foreach (var (key, (value, at)) in values.Where(v => v.Key.StartsWith(name + ".", StringComparison.Ordinal)).ToList())
        {
            read.Add(key);
            if (!Rewording.LanguageTag().IsMatch(key[(name.Length + 1)..])) throw Refusal.At("file", "competencies.document-line", at, key);
            text = text.With(key[(name.Length + 1)..], value);
        }
        return text;
    }

    public int Number(string name) => NumberOrNone(name) ?? throw Refusal.At("file", "competencies.document-value", line, name);

    public int? NumberOrNone(string name) => Raw(name) is { } raw ? Whole(raw.Value, raw.Line, name) : null;

    public IReadOnlyList<int> Numbers(string name) => Raw(name) is { } raw ? [.. raw.Value.Split(',', StringSplitOptions.TrimEntries).Select(n => Whole(n, raw.Line, name))] : [];

    public T One<T>(string name) where T : struct, Enum =>
        Raw(name) is { } raw && Enum.TryParse<T>(raw.Value.Trim(), ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : throw Refusal.At("file", "competencies.document-value", Raw(name)?.Line ?? line, name);

    public ItemStatus Status() => Raw("status") is null ? ItemStatus.Active : One<ItemStatus>("status");

    public Trace? Trace() => Line("source") is { } file ? new Trace(file, Raw("stored") is { } stored ? (Guid.TryParse(stored.Value, out var id) ? id : throw Refusal.At("file", "competencies.document-value", stored.Line, "stored")) : null, NumberOrNone("page"), Number("line")) : null;

    /// <summary>A heading or a bullet that means nothing is told, not passed over.</summary>
    public void RefuseUnread()
    {
        Refuse.FieldIf(!asked, "file", "competencies.document-line", line, word);
        foreach (var (name, (_, at)) in values) Refuse.FieldIf(!read.Contains(name), "file", "competencies.document-line", at, name);
        foreach (var one in below) one.RefuseUnread();
    }

    public static string Escaped(string value) => value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);

    private static string Plain(string value)
    {
        StringBuilder plain = new();
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] != '\\' || i + 1 == value.Length) plain.Append(value[i]);
            else plain.Append(value[++i] switch { 'n' => '\n', 'r' => '\r', var other => other });
        }
        return plain.ToString();
    }

    private (string Value, int Line)? Raw(string name)
    {
        if (!values.TryGetValue(name, out var raw)) return null;
        read.Add(name);
        return raw;
    }

    private static int Whole(string text, int at, string name) => int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Refusal.At("file", "competencies.document-value", at, name);

    [GeneratedRegex("^(?<marks>#{1,6}) (?<word>[A-Za-z]+)[ \\t]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HeadLine();

    [GeneratedRegex("^- (?<name>[A-Za-z0-9.-]+):( (?<value>.*))?$", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex BulletLine();
}
