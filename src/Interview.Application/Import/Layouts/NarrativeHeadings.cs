using System.Collections.Concurrent;

namespace Interviewing.Application.Import;

/// <summary>Finds the title and the section headings of a narrative profile, and tells them from sentences that open with the same words.</summary>
internal sealed class NarrativeHeadings
{
    public const string Context = "narrative.context", Outline = "narrative.outline", Activities = "narrative.activities", Person = "narrative.person",
        Summary = "narrative.summary", Purpose = "purpose", Requirements = "requirements";
    public const int Longest = 140;
    private const int LongestTitle = 12;
    private static readonly ConcurrentDictionary<string, NarrativeHeadings> Cache = new(StringComparer.Ordinal);

    private readonly HeadingMatcher sections;
    private readonly HeadingMatcher whole;
    private readonly HeadingMatcher kinds;
    private readonly LabelFile file;
    private readonly (string Key, string[] Words)[] tellTale;

    private NarrativeHeadings(LabelFile file)
    {
        this.file = file;
        sections = HeadingMatcher.For(file, Context, Outline, Activities, Person, Summary);
        whole = HeadingMatcher.For(file, Purpose, Requirements);
        kinds = HeadingMatcher.For(file, "narrative.kind");
        tellTale = [.. new[] { Summary, Activities, Person, Outline }.Select(key => (key, (string[])[.. file.Labels[key.Replace(".", ".word.", StringComparison.Ordinal)].Select(word => Wording.Letters(word))]))];
    }

    public static NarrativeHeadings For(LabelFile file) => Cache.GetOrAdd(file.Language, _ => new NarrativeHeadings(file));

    /// <summary>A line that is a section heading beyond doubt: a label alone, or a firm one with what it is about.</summary>
    public HeadingHit? Section(SourceLine line)
    {
        if (line.Bullet is not null and not '1' || line.Text.Length is 0 or > Longest) return null;
        var text = WithoutNumber(line.Text);
        // In small letters only the label itself, as it should be written, is a heading.
        if (!StartsLikeHeading(text)) return (whole.Match(text) ?? sections.Match(text)) is { Rest.Length: 0, Distance: 0, IsFirm: true } small && text[^1] != '.' ? small : null;
        if (whole.Match(text) is { Rest.Length: 0 } plain) return plain;
        return sections.Match(text) is { } hit && (hit.Rest.Length == 0 || (hit.IsFirm && MayNameSomething(hit.Rest) && !IsSentence(hit))) ? hit : null;
    }

    /// <summary>The line near the top that says what the document is, most often with the name of the function behind it.</summary>
    public (SourceLine Line, HeadingHit Hit)? TitleOf(SourceDocument document)
    {
        (SourceLine Line, HeadingHit Hit)? title = null;
        foreach (var line in document.Lines.Where(line => line is { IsBlank: false, Bullet: null }).Take(15))
        {
            if (KindOf(line) is { } hit)
            {
                if (title is null || (hit.Distance == 0 && title.Value.Hit.Distance > 0) || (hit.Rest.Length > 0 && hit.Distance <= title.Value.Hit.Distance && IsBetter(line.Text, title.Value.Line.Text, title.Value.Hit))) title = (line, hit);
            }
            else if (Section(line) is not null) break;
        }
        return title;
    }

    // A running header may stand above the title: the kind alone, or the title with something behind it.
    private static bool IsBetter(string line, string title, HeadingHit hit)
    {
        var (shorter, longer) = (Wording.Letters(hit.Rest.Length == 0 ? title : line), Wording.Letters(hit.Rest.Length == 0 ? line : title));
        return longer.Length > shorter.Length && longer.StartsWith(shorter, StringComparison.Ordinal);
    }

    private HeadingHit? KindOf(SourceLine line)
    {
        if (line.Text.Length > Longest) return null;
        var hit = kinds.Match(line.Text) ?? kinds.MatchEnd(line.Text);
        if (!StartsLikeHeading(line.Text) && (hit is not { Distance: 0 } || line.Text[^1] is '.' or ',' or ';')) return null;
        // A heading of a section may be a letter or two away from the word for the whole.
        if (hit is { Distance: > 0 } && Section(line) is { } section && section.Distance < hit.Distance) return null;
        return hit is not null && hit.Rest.Count(c => c == ' ') < LongestTitle && !hit.Rest.Contains(". ", StringComparison.Ordinal) ? hit : null;
    }

    /// <summary>The section headings among the lines of the body, in order.</summary>
    public Dictionary<int, HeadingHit> Find(IReadOnlyList<FlowLine> lines)
    {
        var found = new Dictionary<int, HeadingHit>();
        string? part = null;
        var tight = lines.Count(line => line.AfterBlank) * 20 < lines.Count;
        for (var i = 0; i < lines.Count; i++)
        {
            if ((Heading(lines, i, part) ?? ByWord(lines, i, part, tight)) is not { } hit) continue;
            found[i] = hit;
            part = hit.Key;
        }
        return found;
    }

    private HeadingHit? Heading(IReadOnlyList<FlowLine> lines, int at, string? part)
    {
        var line = lines[at];
        if (line.Bullet is not null and not '1' || line.Text.Length is 0 or > Longest) return null;
        var text = WithoutNumber(line.Text);
        var hit = whole.Match(text) is { Rest.Length: 0 } plain ? plain : sections.Match(text);
        if (hit is null || (!StartsLikeHeading(text) && (hit.Distance > 0 || text[^1] == '.' || !(at == 0 || line.AfterBlank || lines[at - 1].EndsClosed)))) return null;
        var next = at + 1 < lines.Count ? lines[at + 1] : null;
        var apart = line.AfterBlank && (next is null || next.AfterBlank || next.Bullet is not null) && (hit.IsFirm || hit.Rest.Length == 0);
        if (!apart && !StandsAlone(lines, at)) return null;
        // Among the activities the same words head a group of them.
        if (part == Activities && next?.Bullet is not null && (hit.Key == Activities || (!hit.IsFirm && hit.Rest.Length > 0 && line.Text[^1] == ':'))) return null;
        if (hit.Rest.Length == 0) return hit;
        if (!MayNameSomething(hit.Rest) || IsSentence(hit)) return null;
        return hit.IsFirm || (part != hit.Key && (line.AfterBlank || at == 0 || lines[at - 1].EndsClosed) && !GoesOnLow(next)) ? hit : null;
    }

    // A short line of its own with a tell-tale word in it: a heading in words that no label knows.
    private HeadingHit? ByWord(IReadOnlyList<FlowLine> lines, int at, string? part, bool tight)
    {
        var line = lines[at];
        if (part is null || line.Bullet is not null || line.Text.Length is 0 or > 90 || line.EndsClosed || !(line.AfterBlank || line.Source.Heading > 0 || (tight && lines[at - 1].EndsClosed))) return null;
        var next = at + 1 < lines.Count ? lines[at + 1] : null;
        if (next is null || !StartsLikeHeading(line.Text) || !StandsAlone(lines, at) || GoesOnLow(next)) return null;
        var words = Wording.WordsOf(line.Text).Select(word => Wording.Letters(word)).ToList();
        if (words.Count > 8) return null;
        foreach (var (key, known) in tellTale)
        {
            if (key == part || (part == Activities && next.Bullet is not null && key != Summary) || (key == Activities && part is Person or Summary)) continue;
            if (words.Exists(word => known.Any(k => Math.Abs(k.Length - word.Length) < 2 && LabelMatcher.Distance(k, word) <= (k.Length >= 8 ? 1 : 0)))) return new HeadingHit(key, line.Text, "", true, 1);
        }
        return null;
    }

    // Not the second half of a sentence: what stands before it has ended.
    private bool StandsAlone(IReadOnlyList<FlowLine> lines, int at) =>
        at == 0 || lines[at].Source.Heading > 0 || lines[at - 1].EndsClosed || ((lines[at].AfterBlank || lines[at].AfterBreak) && !Paragraphs.Hangs(lines[at - 1].Text, file))
        || lines[at - 1].Bullet is not null || lines[at - 1].Text.Length < 60;

    private static bool GoesOnLow(FlowLine? next) => next is { Bullet: null, AfterBlank: false, StartsLow: true };

    /// <summary>'3 Tasks' and '3.1 Tasks' are called 'Tasks'.</summary>
    public static string WithoutNumber(string text)
    {
        var at = 0;
        while (at < text.Length && at < 6 && (char.IsAsciiDigit(text[at]) || text[at] == '.')) at++;
        return at > 0 && char.IsAsciiDigit(text[0]) && at + 1 < text.Length && text[at] == ' ' && char.IsUpper(text[at + 1]) ? text[(at + 1)..] : text;
    }

    private static bool StartsLikeHeading(string text) => !char.IsLower(text[0]);

    // 'The job has three parts': what an article opens is a heading only when what follows belongs to the noun.
    private bool IsSentence(HeadingHit hit)
    {
        var first = Wording.Letters(Wording.WordsOf(hit.AsFound).FirstOrDefault() ?? "");
        if (!file.Labels["article"].Contains(first, StringComparer.Ordinal)) return false;
        var next = Wording.WordsOf(hit.Rest).FirstOrDefault() ?? "";
        return next.Length > 0 && char.IsLower(next[0]) && !file.Labels["narrative.link"].Contains(next, StringComparer.OrdinalIgnoreCase);
    }

    private static bool MayNameSomething(string rest) => rest[^1] is not ('.' or ';' or ',' or '?' or '!') && rest.Count(c => c == ' ') < LongestTitle;
}
