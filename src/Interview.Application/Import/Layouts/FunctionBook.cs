namespace Interviewing.Application.Import;

/// <summary>
/// A book of norm functions: a table in front with page, group and scale of each; then per function its name and code, series and group with their
/// descriptions, dominant characteristics and numbered result areas; modules at the end.
/// </summary>
internal sealed class FunctionBook : Layout
{
    private static readonly string[] Keys =
    [
        "book", "book-part", "kind", "norm-function", "name", "function-name", "code", "function-code", "family", "series", "group", "purpose", "dominant-characteristics", "characteristics",
        "generic-tasks", "result-areas", "result-area", "module", "module-name", "module-code", "module-purpose", "module-tasks", "indicative-scale", "scale", "definitions",
    ];

    // Parts of a university description, which also has result areas.
    private static readonly string[] OtherKeys = ["core-activity", "framework", "result", "indicators", "questions"];

    // What a book is shows in its first functions.
    private const int SampleOfLines = 3000;

    public override double Sureness(SourceDocument document) => Weigh(document).Sureness;

    public override ImportRecord Read(SourceDocument document)
    {
        var (file, _) = Weigh(document);
        return new FunctionBookReading(document, file, Labels(document, file)).Run(IdOf(document.Source.File));
    }

    private static (LabelFile File, double Sureness) Weigh(SourceDocument document) =>
        document.Once("book", () => LabelFile.All.Select(file => (file, Sureness(document, file))).MaxBy(weighed => weighed.Item2));

    private static double Sureness(SourceDocument document, LabelFile file)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        int exact = 0, areas = 0, numbered = 0;
        foreach (var hit in (document.Lines.Count > SampleOfLines ? Find(document, file, SampleOfLines) : Labels(document, file)).OfType<LabelHit>())
        {
            if (hit.Key == "result-area") { areas++; if (hit.Number is not null) numbered++; }
            seen.Add(hit.Key is "function-name" ? "name" : hit.Key is "function-code" ? "code" : hit.Key is "characteristics" ? "dominant-characteristics" : hit.Key);
            if (hit.Distance == 0) exact++;
        }
        if (areas == 0 && !seen.Contains("module-tasks") && !(seen.Contains("series") && seen.Contains("group"))) return 0;
        var others = LabelMatcher.For(file, OtherKeys);
        var foreign = document.Lines.Take(SampleOfLines).Where(line => line.Bullet is null && line.Text.Length is > 0 and < 40).Select(line => others.KeyOf(line.Text.TrimEnd(':', ' '))).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        var sure = 0.1 * new[] { "name", "code", "series", "group", "module-name", "module-tasks" }.Count(seen.Contains)
            + 0.15 * new[] { "dominant-characteristics", "generic-tasks" }.Count(seen.Contains)
            + (numbered > 0 ? 0.25 : areas > 0 ? 0.15 : 0);
        if (foreign > 1) sure /= 3;
        return sure == 0 ? 0 : Math.Min(0.97, sure) + Math.Min(exact, 1000) * 0.00001;
    }

    /// <summary>The label on each line, if it has one.</summary>
    private static LabelHit?[] Labels(SourceDocument document, LabelFile file) => document.Once("book labels " + file.Language, () => Find(document, file, document.Lines.Count));

    private static LabelHit?[] Find(SourceDocument document, LabelFile file, int lines)
    {
        var matcher = LabelMatcher.For(file, Keys);
        var hits = new LabelHit?[Math.Min(lines, document.Lines.Count)];
        for (var i = 0; i < hits.Length; i++)
        {
            var line = document.Lines[i];
            hits[i] = LabelOn(line, matcher);
            // The end of a sentence may be a word that is also a label.
            if (hits[i] is { Key: "book" } || (hits[i] is { } hit && char.IsLower(line.Text[0]) && line.Text.IndexOf(':', StringComparison.Ordinal) < 0 && (hit.Distance > 0 || !MayBeSmall(document.Lines, hits, i)))) hits[i] = null;
        }
        return hits;
    }

    // In small letters a label stands apart, below another one or below a sentence that has ended.
    private static bool MayBeSmall(IReadOnlyList<SourceLine> lines, LabelHit?[] hits, int at) =>
        at == 0 || lines[at - 1].IsBlank || hits[at - 1] is { Rest.Length: 0 } || (hits[at]!.Rest.Length == 0 && lines[at - 1].Text is { Length: > 0 } before && before[^1] is '.' or ';' or '?' or '!');

    private static LabelHit? LabelOn(SourceLine line, LabelMatcher matcher)
    {
        if (line.Bullet is null && line.Cells.Count > 0 && line.Raw.Length <= 2000 && InCells(line.Cells, matcher) is { } cell) return cell;
        var text = line.Text;
        if (text.Length == 0 || !matcher.MayStart(text) || (line.Bullet is not null && !char.IsAsciiDigit(text[^1]) && !text.Contains(':', StringComparison.Ordinal))) return null;
        var whole = matcher.Match(text);
        // '2. Generic tasks': the parts of a function may be numbered.
        if (line.Bullet is '1' or 'a' && whole is { Distance: 0, Rest.Length: 0, Number: null } && whole.AsFound.Length > 8) return whole;
        if (line.Bullet is not null) return whole is { Distance: 0 } && (whole.Key == "result-area" || (whole.Rest.Length > 0 && whole.Key is "name" or "code" or "function-code")) ? whole : null;
        // A short value behind an exact label is not a misspelling of the label.
        if (whole is { Distance: > 0 } && matcher.MatchStart(text) is { Distance: 0 } exact && IsValue(exact, text)) return Checked(exact);
        if (whole is not null && (whole.Number is null || whole.Key is "result-area" or "scale" or "indicative-scale")) return Checked(whole);
        return matcher.MatchStarts(text).FirstOrDefault(start => start.Rest.Length > 0 && IsValue(start, text)) is { } hit ? Checked(hit) : null;
    }

    // A label in one cell, its value in the next.
    private static LabelHit? InCells(IReadOnlyList<string> cells, LabelMatcher matcher)
    {
        if (!matcher.MayStart(cells[0]) || matcher.Match(cells[0]) is not { } hit) return null;
        if (cells.Count == 1) return hit.Rest.Length == 0 ? hit : null;
        if (hit.Rest.Length > 0 || cells.Count > 4) return null;
        var values = cells.Skip(1).Select(cell => cell.TrimStart(':', '=', ' ')).Where(cell => cell.Length > 0).ToList();
        var named = hit.Key is "series" or "group" or "family" && values.Count > 1;
        return hit with { Rest = named ? values[0] + ": " + string.Join(' ', values.Skip(1)) : string.Join(' ', values) };
    }

    // A name or code without a colon is only a label when something that can be one follows.
    private static bool IsValue(LabelHit hit, string line)
    {
        var colon = line.EndsWith(':');
        if (hit.Rest.Length == 0 || (line.Length > 140 && hit.Key is not ("series" or "group"))) return false;
        var capital = !char.IsLower(hit.Rest[0]);
        var sentence = !colon && line[^1] is '.' or ';';
        return hit.Key switch
        {
            "result-area" => Number(hit).Number is not null || (capital && !sentence && line.Contains(':', StringComparison.Ordinal)),
            "series" or "group" or "family" => (capital || colon) && (colon || !char.IsLower(line[0])) && Head(hit.Rest) is { Length: <= 80 } head && (colon || (!sentence && line.Length <= 90) || head.Length < hit.Rest.Length),
            "module-name" or "module-code" => true,
            "code" or "function-code" => (hit.Distance == 0 || hit.AsFound.Length > 8) && IsCode(hit.Rest),
            "name" => hit.Distance == 0 && capital && !sentence,
            "module" => hit.Distance == 0 && capital && !sentence && line.Length <= 60,
            "kind" or "norm-function" => hit.Distance == 0 && capital && !sentence && line.Length <= 80 && !char.IsLower(line[0]),
            _ => false,
        };
    }

    // Short, with a digit or in capitals, and without running words.
    private static bool IsCode(string text) =>
        text.Length <= 20 && (text.Any(char.IsAsciiDigit) || !text.Any(char.IsLower)) && text.Count(c => c == ' ') <= 3 && text.Split(' ').All(word => word.Count(char.IsLower) <= 2);

    private static string Head(string rest) => rest.Split(':')[0].Trim();

    // 'Resultaatgebied 2 Advies' and 'Resultaatgebied: Advies' mean the same as 'Resultaatgebied 2: Advies'.
    private static LabelHit Checked(LabelHit hit)
    {
        if (hit.Key != "result-area" || hit.Number is not null || hit.Rest.Length == 0) return hit.Key is "series" or "group" or "family" ? hit with { Rest = hit.Rest.TrimEnd(':', ' ') } : hit;
        var (number, rest) = Number(hit);
        return hit with { Number = number, Rest = rest };
    }

    private static (int? Number, string Words) Number(LabelHit hit)
    {
        // 'Resultaatgebied nr. 2', 'Result area (2)'.
        var from = hit.Rest.AsSpan().IndexOfAnyInRange('0', '9');
        if (from < 0 || from > 8 || Wording.Letters(hit.Rest.AsSpan(0, from)) is not ("" or "nr" or "no" or "n" or "nummer" or "number" or "num" or "numero")) from = 0;
        var end = from;
        while (end < hit.Rest.Length && char.IsLetterOrDigit(hit.Rest[end])) end++;
        var word = hit.Rest[from..end];
        int? number = int.TryParse(word, System.Globalization.NumberStyles.None, null, out var digits) ? digits : word is "l" ? 1 : LabelMatcher.Roman(word);
        return number is null ? (null, hit.Rest) : (number, hit.Rest[end..].TrimStart(':', '.', ')', '-', '–', '—', ' '));
    }
}
