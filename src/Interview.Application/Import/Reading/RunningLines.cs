namespace Interviewing.Application.Import;

/// <summary>
/// Headers and footers of documents whose pages are not marked: page numbers on a line of their own, lines that count up from page to page, and lines that
/// repeat what the document opened with. A label or a list item is never one of them.
/// </summary>
internal static class RunningLines
{
    public static HashSet<int> Of(SourceDocument document, LabelFile file, IReadOnlyList<LabelHit?> labels, int opening, IReadOnlySet<int> spoken)
    {
        var lines = document.Lines;
        var page = PageFurniture.Of(document, file, line => labels[line.Number - 1] is not null);
        var found = new HashSet<int>();
        var values = Values(lines, labels);
        for (var i = 0; i < lines.Count; i++)
            if (MayBe(i) && (IsNumber(lines[i].Raw) || (page.Contains(lines[i].Number) && !IsSentence(lines[i].Text)))) found.Add(lines[i].Number);
        var openings = Openings(lines, opening);
        openings.UnionWith(lines.Where(line => found.Contains(line.Number)).Select(line => Shape(line.Text)).Where(shape => shape.Length > 4));
        var words = LabelMatcher.For(file, "book", "kind", "organisation-word");
        foreach (var same in Enumerable.Range(0, lines.Count).Where(i => MayRepeat(i)).GroupBy(i => Shape(lines[i].Text), StringComparer.Ordinal))
        {
            var at = same.ToList();
            if (at.Count > 1 && CountsUp(at.Select(i => lines[i].Text))) found.UnionWith(at.Select(i => lines[i].Number));
            else if (openings.Contains(same.Key)) found.UnionWith(at.Where(i => i >= opening && (IsAlone(i) || BesidePage(i))).Select(i => lines[i].Number));
            else if (at.Count(BesidePage) > 1 && at.TrueForAll(i => BesidePage(i) || IsAlone(i))) found.UnionWith(at.Select(i => lines[i].Number));
            else if (at.Count > 2 && at.TrueForAll(IsAlone) && Wording.WordsOf(lines[at[0]].Text).Any(word => words.ExactKeyOf(word) is not null)) found.UnionWith(at.Select(i => lines[i].Number));
        }
        // What stands at a page's edge in the middle of a sentence is not part of it.
        for (var i = 0; i < lines.Count; i++)
            if (MayRepeat(i) && BesidePage(i) && char.IsUpper(lines[i].Text[0]) && Interrupts(i)) found.Add(lines[i].Number);
        return found;

        bool Interrupts(int i)
        {
            // What goes on from the line before or in the next line is text.
            if (i > 0 && !lines[i].StartsPage && !Quiet(i - 1)) return false;
            if (i + 1 < lines.Count && !Quiet(i + 1) && !lines[i + 1].StartsPage && !(lines[i + 1].Text.Length > 0 && char.IsUpper(lines[i + 1].Text[0]) && MayRepeat(i + 1))) return false;
            var (before, after) = (Content(i, -1), Content(i, 1));
            return before is { Text: { Length: > 0 } text } && text[^1] is not ('.' or ';' or ':' or '?' or '!' or ')') && labels[before.Number - 1] is null && after is { Bullet: null, Text.Length: > 0 } && char.IsLower(after.Text[0]);
        }

        // The nearest line beyond the page's edge: another line that may be furniture does not count.
        SourceLine? Content(int i, int step)
        {
            var passed = 0;
            for (var n = i + step; n >= 0 && n < lines.Count && passed < 3; n += step)
            {
                if (lines[n].IsBlank || found.Contains(lines[n].Number)) continue;
                if (MayRepeat(n) && BesidePage(n) && lines[n].Text.Length < 60 && char.IsUpper(lines[n].Text[0])) { passed++; continue; }
                return lines[n];
            }
            return null;
        }

        bool MayBe(int i) => labels[i] is null && !values.Contains(i) && !lines[i].IsBlank && !spoken.Contains(lines[i].Number);
        bool MayRepeat(int i) => MayBe(i) && !found.Contains(lines[i].Number) && lines[i] is { Bullet: null, Text.Length: > 2 and <= 120 } && !IsSentence(lines[i].Text);
        bool IsAlone(int i) => (i == 0 || Quiet(i - 1)) && (i + 1 >= lines.Count || Quiet(i + 1) || lines[i + 1].StartsPage);
        bool Quiet(int i) => lines[i].IsBlank || found.Contains(lines[i].Number);
        bool BesidePage(int i) => lines[i].StartsPage || (i + 1 < lines.Count && lines[i + 1].StartsPage) || Near(i, -1) || Near(i, 1);
        bool Near(int i, int step)
        {
            for (var n = i + step; n >= 0 && n < lines.Count && Math.Abs(n - i) < 4; n += step)
            {
                if (found.Contains(lines[n].Number)) return true;
                if (!lines[n].IsBlank) return false;
            }
            return false;
        }
    }

    // A number under a label that asks for one is its value, and so is a name that ends in one. Labels may stand together, their values after them.
    private static HashSet<int> Values(IReadOnlyList<SourceLine> lines, IReadOnlyList<LabelHit?> labels)
    {
        var values = new HashSet<int>();
        var asked = 0;
        bool number = false, together = false;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].IsBlank) continue;
            if (labels[i] is { } hit)
            {
                var asks = hit is { Rest.Length: 0, Number: null, Key: "name" or "function-name" or "code" or "function-code" or "module-code" or "scale" or "indicative-scale" };
                if (!asks || !together) (asked, number) = (0, false);
                if (!asks) continue;
                asked++;
                number |= hit.Key is not ("name" or "function-name");
                together = true;
                continue;
            }
            if (asked == 0) continue;
            asked--;
            together = false;
            if (number || (!lines[i - 1].IsBlank && lines[i].Text.Any(char.IsLetter))) values.Add(i);
        }
        return values;
    }

    /// <summary>The paragraphs of the first page, letters only: what a running header is likely to repeat.</summary>
    private static HashSet<string> Openings(IReadOnlyList<SourceLine> lines, int opening)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var paragraph = "";
        for (var i = 0; i < Math.Min(opening, lines.Count); i++)
        {
            if (lines[i].IsBlank) { paragraph = ""; continue; }
            if (IsSentence(lines[i].Text) || lines[i].Text.Length > 120) continue;
            found.Add(Shape(lines[i].Text));
            if (paragraph.Length > 240) continue;
            paragraph += Shape(lines[i].Text);
            found.Add(paragraph);
        }
        found.Remove("");
        return found;
    }

    private static bool IsSentence(string text) => text.Length > 0 && (text[^1] is '.' or ';' or ':' || (text[^1] == ',' && text.Length > 40));

    private static bool IsNumber(string raw)
    {
        var digits = 0;
        var text = raw.AsSpan().Trim();
        // '20.1.01' is a code.
        if (text.Contains('.') && text.IndexOf('.') < text.Length - 1) return false;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c)) digits++;
            else if (!char.IsWhiteSpace(c) && c is not ('-' or '–' or '—' or '/' or '|' or '[' or ']' or '(' or ')' or '.' or '·' or '•')) return false;
        }
        return digits is > 0 and <= 8;
    }

    // A number that goes up each time, counted from either end of the line: 'page 3 of 12'.
    private static bool CountsUp(IEnumerable<string> texts)
    {
        var numbers = texts.Select(NumbersIn).ToList();
        var least = numbers.Min(line => line.Count);
        for (var n = 0; n < least; n++)
            if (Rises(numbers.Select(line => line[n])) || Rises(numbers.Select(line => line[line.Count - 1 - n]))) return true;
        return false;
    }

    private static bool Rises(IEnumerable<int> numbers)
    {
        var last = -1;
        foreach (var number in numbers)
        {
            if (number <= last) return false;
            last = number;
        }
        return true;
    }

    private static List<int> NumbersIn(string text)
    {
        var found = new List<int>();
        for (var i = 0; i < text.Length && found.Count < 8; i++)
        {
            if (!char.IsAsciiDigit(text[i])) continue;
            var from = i;
            while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
            if (i - from < 5) found.Add(int.Parse(text.AsSpan(from, i - from), System.Globalization.CultureInfo.InvariantCulture));
        }
        return found;
    }

    private static string Shape(string text) => Wording.Letters(text);
}
