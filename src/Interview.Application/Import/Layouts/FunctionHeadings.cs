namespace Interviewing.Application.Import;

/// <summary>
/// Names of functions that no label announces: a line that the table in front names as well, or a short line above the code of every function. They are read as if
/// their label stood there.
/// </summary>
internal static class FunctionHeadings
{
    private const int Longest = 80;

    public static LabelHit?[] Among(SourceDocument document, LabelHit?[] labels, Overview? overview)
    {
        var lines = document.Lines;
        var names = overview is null ? [] : overview.Rows.Select(row => row.Name).OfType<string>().Select(OverviewJoin.Fold).ToHashSet(StringComparer.Ordinal);
        var table = overview?.Lines ?? new HashSet<int>();
        List<int> headings = [], inTable = [];
        var codes = 0;
        int before = -1, last = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].IsBlank || table.Contains(lines[i].Number)) continue;
            if (labels[i] is { } hit && last >= 0 && labels[last] is null && MayHead(last, before))
            {
                if (hit.Key is "code" or "function-code") { codes++; headings.Add(last); }
                if (Opens(hit.Key) && names.Contains(OverviewJoin.Fold(lines[last].Text))) inTable.Add(last);
            }
            else if (labels[i] is { Key: "code" or "function-code" }) codes++;
            (before, last) = (last, i);
        }
        if (headings.Count < 2 || headings.Count * 2 < codes) headings.Clear();
        headings.AddRange(inTable);
        if (headings.Count == 0) return labels;
        labels = [.. labels];
        foreach (var i in headings) labels[i] = new LabelHit("name", "", null, lines[i].Text, 0);
        return labels;

        bool MayHead(int i, int above) =>
            lines[i] is { Bullet: null or '1', Text.Length: > 2 and <= Longest } line && line.Text[^1] is not ('.' or ';' or ':' or ',' or '?') && !char.IsLower(line.Text[0])
            && (above < 0 || labels[above] is not { Rest.Length: 0, Key: "name" or "function-name" or "kind" or "norm-function" or "module-name" or "module" or "scale" or "indicative-scale" or "series" or "group" or "family" });
    }

    private static bool Opens(string key) => key is "kind" or "norm-function" or "code" or "function-code" or "series" or "group" or "family" or "purpose" or "scale" or "indicative-scale" or "dominant-characteristics" or "characteristics";
}
