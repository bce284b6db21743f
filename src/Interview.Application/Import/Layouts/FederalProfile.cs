namespace Interviewing.Application.Import;

/// <summary>
/// The generic profile of a federal service: a purpose, roles ('Als ...', some of them optional) with a statement and example tasks, a matrix of criteria and
/// classes, and definitions that its cells refer to.
/// </summary>
internal sealed class FederalProfile : Layout
{
    private static readonly string[] Keys =
    [
        "kind", "name", "function-name", "code", "function-code", "family", "series", "group", "purpose", "result-areas", "result-area", "example-tasks", "generic-tasks", "activities", "criteria", "definitions",
    ];

    // A profile has a few hundred lines; what it is shows long before this.
    private const int SampleOfLines = 3000;

    public override double Sureness(SourceDocument document) => Weigh(document).Sureness;

    public override ImportRecord Read(SourceDocument document)
    {
        var (file, _) = Weigh(document);
        return new FederalProfileReading(document, file, Labels(document, file)).Run(IdOf(document.Source.File));
    }

    private static (LabelFile File, double Sureness) Weigh(SourceDocument document) =>
        document.Once("federal", () => LabelFile.All.Select(file => (file, Sureness(document, file))).MaxBy(weighed => weighed.Item2));

    private static double Sureness(SourceDocument document, LabelFile file)
    {
        var count = new Dictionary<string, int>(StringComparer.Ordinal);
        var exact = 0;
        foreach (var hit in (document.Lines.Count > SampleOfLines ? Find(document, file, SampleOfLines) : Labels(document, file)).OfType<LabelHit>())
        {
            count[hit.Key] = count.GetValueOrDefault(hit.Key) + 1;
            if (hit.Distance == 0) exact++;
        }
        var roles = count.GetValueOrDefault("role");
        if (roles == 0) return 0;
        var sure = (roles > 1 ? 0.4 : 0.25) + (count.ContainsKey("example-tasks") ? 0.25 : 0) + (count.ContainsKey("criteria") ? 0.2 : 0)
            + 0.05 * new[] { "purpose", "result-areas", "definitions" }.Count(count.ContainsKey);
        return Math.Min(0.97, sure) + Math.Min(exact, 1000) * 0.00001;
    }

    private static LabelHit?[] Labels(SourceDocument document, LabelFile file) => document.Once("federal labels " + file.Language, () => Find(document, file, document.Lines.Count));

    private static LabelHit?[] Find(SourceDocument document, LabelFile file, int lines)
    {
        var matcher = LabelMatcher.For(file, Keys);
        var roles = new RoleHeading(file);
        var hits = new LabelHit?[Math.Min(lines, document.Lines.Count)];
        bool criteria = false, begun = false;
        for (var i = 0; i < hits.Length; i++)
        {
            hits[i] = LabelOn(document.Lines[i], matcher);
            // The end of a sentence may be a word that is also a label.
            if (hits[i] is { } hit && char.IsLower(document.Lines[i].Text[0]) && document.Lines[i].Text.IndexOf(':', StringComparison.Ordinal) < 0 && (hit.Distance > 0 || (i > 0 && !document.Lines[i - 1].IsBlank && !LineFlow.IsClosed(document.Lines[i - 1].Text)))) hits[i] = null;
            hits[i] ??= roles.On(document, i);
            // Inside the matrix every line is a cell until the definitions, which may have lost their heading.
            if (criteria && hits[i]?.Key is not ("definitions" or "example-tasks") && !(hits[i]?.Key == "role" && roles.HasTasks(document, i))) hits[i] = Term(document.Lines[i]);
            // The word for the whole document comes back as a header over its pages.
            if (hits[i] is { Key: "kind" } && begun) hits[i] = null;
            if (hits[i]?.Key is not { } key) continue;
            criteria = key == "criteria";
            begun |= key is "role" or "example-tasks" or "result-areas";
        }
        return hits;
    }

    private static LabelHit? Term(SourceLine line) =>
        line.Bullet == '*' && line.Text.IndexOf(':', StringComparison.Ordinal) is > 1 and <= 50 ? new LabelHit("definitions", "*", null, line.Text, 0) : null;

    private static LabelHit? LabelOn(SourceLine line, LabelMatcher matcher)
    {
        if (line.Text.Length is 0 or > 400 || !matcher.MayStart(line.Text) || matcher.Match(line.Text) is not { } hit) return null;
        if (line.Bullet is not null && !(hit.Key == "definitions" && line.Bullet == '*') && !(hit.Distance == 0 && hit.Rest.Length == 0 && hit.Key is "example-tasks" or "criteria" or "result-areas")) return null;
        return hit.Number is not null && hit.Key != "result-area" ? null : hit;
    }
}

/// <summary>The heading of a role: 'Als coördinator', 'En tant que coach (facultatif)'. A sentence may begin with the same word; it does not look like a heading.</summary>
internal sealed class RoleHeading(LabelFile file)
{
    private readonly LabelMatcher role = LabelMatcher.For(file, "role");
    private readonly LabelMatcher areas = LabelMatcher.For(file, "result-area");
    private readonly LabelMatcher optional = LabelMatcher.For(file, "optional");
    private readonly LabelMatcher tasks = LabelMatcher.For(file, "example-tasks", "generic-tasks", "activities");

    public LabelHit? On(SourceDocument document, int at)
    {
        var line = document.Lines[at];
        if (line.Text.Length is 0 or > 140 || line.Bullet is not (null or '1')) return null;
        var text = line.Text;
        int? number = null;
        if (!role.MayStart(text) && !areas.MayStart(text)) return null;
        if (areas.MatchStart(text) is { Distance: <= 1 } area)
        {
            var word = area.Rest.Split(' ', ':', '.')[0];
            number = int.TryParse(word, System.Globalization.NumberStyles.None, null, out var digits) ? digits : LabelMatcher.Roman(word);
            text = (number is null ? area.Rest : area.Rest[word.Length..]).TrimStart(':', '.', '-', '–', ' ');
        }
        if (role.MatchStart(text) is not { Distance: 0 } hit) return null;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var title = colon < 0 ? text : text[..colon];
        if (title.Length > 90 || title.Split(' ').Length > 11 || (colon < 0 && text[^1] is '.' or ';' or ',' or '?')) return null;
        if (!LooksAhead(document, at, small: char.IsLower(text[0]))) return null;
        return new LabelHit("role", title.Trim(), number, text, 0);
    }

    // Under a role stand a statement and tasks; a heading in small letters must also stand apart.
    private bool LooksAhead(SourceDocument document, int at, bool small)
    {
        var lines = document.Lines;
        if (small && at > 0 && !lines[at - 1].IsBlank) return false;
        var seen = 0;
        for (var i = at + 1; i < lines.Count && seen < 14; i++)
        {
            if (lines[i].IsBlank) continue;
            seen++;
            if (lines[i].Bullet is not null || tasks.Match(lines[i].Text) is not null) return true;
            if (role.MatchStart(lines[i].Text) is { Distance: 0 } && char.IsUpper(lines[i].Text[0]) && lines[i].Text.Length < 90) return !small;
        }
        return !small && seen > 0 && (at == 0 || lines[at - 1].IsBlank || lines[at].StartsPage) && lines[at + 1].IsBlank;
    }

    /// <summary>Example tasks follow soon: not even a cell of a table could look like this.</summary>
    public bool HasTasks(SourceDocument document, int at)
    {
        var seen = 0;
        for (var i = at + 1; i < document.Lines.Count && seen < 10; i++)
        {
            if (document.Lines[i].IsBlank) continue;
            seen++;
            if (document.Lines[i].Bullet is null && tasks.Match(document.Lines[i].Text) is not null) return true;
        }
        return false;
    }

    /// <summary>The title as it stands, the bare role, and whether it is marked as optional.</summary>
    public (string Title, string Role, bool Optional) Read(string text)
    {
        var title = text.TrimEnd(':', ' ');
        var bare = title;
        var marked = false;
        var open = bare.LastIndexOf('(');
        if (open > 0 && optional.KeyOf(bare[open..]) is not null) (bare, marked) = (bare[..open].TrimEnd(), true);
        else if (bare.LastIndexOfAny([' ', '-', '–', ',']) is > 0 and var gap && optional.ExactKeyOf(bare[gap..]) is not null) (bare, marked) = (bare[..gap].TrimEnd(' ', '-', '–', ','), true);
        return (title, role.MatchStart(bare)?.Rest ?? bare, marked);
    }
}
