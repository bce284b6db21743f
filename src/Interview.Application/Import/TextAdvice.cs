namespace Interviewing.Application.Import;

/// <summary>Advice about wording: what looks like a slip in the source. The text itself stays as it is.</summary>
internal static class TextAdvice
{
    public static void About(ImportRecord record, RecordBuilder build, LabelFile file)
    {
        var rawLines = build.Document.Lines;
        var counts = new Lazy<Dictionary<string, int>>(() => Count(build.Document));
        var firstOf = new Dictionary<string, string>(StringComparer.Ordinal);
        (string Tail, bool IsArticle)[] tails = [.. file.SplitOff.Select(tail => (tail, false)), .. file.Articles.Select(tail => (tail, true))];
        foreach (var item in RecordItems.Of(record))
        {
            if (item.Text is not { Length: > 0 } text) continue;
            Markup(item, rawLines[item.Trace.Line - 1].Raw, build);
            Marks(item, text, build);
            Welded(item, text, build, file, tails, counts);
            if (item.Kind != ItemKind.Activity) continue;
            // Another function may well have the same task.
            var key = item.Path[..(item.Path.IndexOf(']', StringComparison.Ordinal) + 1)] + Wording.Key(text);
            if (firstOf.TryGetValue(key, out var where) && AreaOf(where) != AreaOf(item.Path))
                build.Find("repeated-across-areas", item.Path, item.Trace.Line, null, null, $"Same wording as {where}; both are kept.");
            else firstOf.TryAdd(key, item.Path);
        }
    }

    private static string AreaOf(string path) => path[..(path.LastIndexOf("activities", StringComparison.Ordinal) is > 0 and var end ? end : path.Length)];

    private static void Markup(RecordItem item, string raw, RecordBuilder build)
    {
        var at = raw.IndexOf("~~", StringComparison.Ordinal);
        if (at < 0) return;
        var found = Around(raw, at, 2);
        build.Find("stray-markup", item.Path, item.Trace.Line, found, Wording.Clean(found));
    }

    private static void Marks(RecordItem item, string text, RecordBuilder build)
    {
        for (var i = 1; i < text.Length - 1; i++)
        {
            var (before, c, after) = (text[i - 1], text[i], text[i + 1]);
            if (c == '´' && char.IsLetter(before) && char.IsLetter(after)) Typo(i, 1, "'");
            else if (c == '/' && before == ' ' != (after == ' ') && !char.IsPunctuation(before)) Typo(before == ' ' ? i - 1 : i, 2, "/");
            else if (c == ' ' && before == ',' && char.IsUpper(after) && i + 2 < text.Length && char.IsLower(text[i + 2]) && item.Kind is ItemKind.EmployeeTip or ItemKind.Question)
                Typo(i - 1, 1, ".");
        }

        void Typo(int at, int length, string instead)
        {
            var found = Around(text, at, length);
            var offset = found.IndexOf(text.Substring(at, length), StringComparison.Ordinal);
            build.Find("value-typo", item.Path, item.Trace.Line, found, found[..offset] + instead + found[(offset + length)..]);
        }
    }

    // Two words written as one: the second is a preposition or article, and the first stands elsewhere on its own while the whole does not.
    private static void Welded(RecordItem item, string text, RecordBuilder build, LabelFile file, (string Tail, bool IsArticle)[] tails, Lazy<Dictionary<string, int>> counts)
    {
        foreach (var span in Wording.SpansOf(text))
        {
            var word = text.AsSpan(span.Start, span.Length);
            if (word.Length is < 6 or > 40 || !char.IsLower(word[0])) continue;
            foreach (var (tail, isArticle) in tails)
            {
                if (!word.EndsWith(tail, StringComparison.Ordinal) || word.Length < tail.Length + 3) continue;
                var (whole, head) = (word.ToString(), word[..^tail.Length].ToString());
                if (counts.Value.GetValueOrDefault(whole) > 1 || counts.Value.GetValueOrDefault(head) == 0) continue;
                if (isArticle ? !file.FunctionWords.Contains(head, StringComparer.Ordinal) : head.Length < 4) continue;
                build.Find("missing-space", item.Path, item.Trace.Line, whole, head + " " + tail);
                break;
            }
        }
    }

    // Most words of a document were seen before: only a new one becomes a string of its own.
    private static Dictionary<string, int> Count(SourceDocument document)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var known = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> lower = stackalloc char[64];
        foreach (var line in document.Lines)
        {
            foreach (var (start, length) in Wording.SpansOf(line.Text))
            {
                if (length > lower.Length) continue;
                var word = lower[..line.Text.AsSpan(start, length).ToLowerInvariant(lower)];
                known[word] = known.TryGetValue(word, out var before) ? before + 1 : 1;
            }
        }
        return counts;
    }

    private static string Around(string text, int at, int length)
    {
        var from = at;
        while (from > 0 && at - from < 40 && !(text[from - 1] == ' ' && from < at)) from--;
        var to = at + length;
        while (to < text.Length && to - at < 40 && !(text[to] == ' ' && to > at + length)) to++;
        return text[from..to];
    }
}
