namespace Interviewing.Application.Import;

/// <summary>
/// A list whose line ends were lost. A capital directly behind a small letter or closing bracket starts a new item; so does a capitalised word
/// behind a space, unless the word before it is one that asks for more (van, en, …). The second is the weaker sign.
/// </summary>
internal static class GluedItems
{
    public static IReadOnlyList<(string Text, double Confidence)> Split(string text, LabelFile file)
    {
        var items = new List<string>();
        int start = 0;
        var confidence = 1.0;
        for (var i = 1; i < text.Length - 1; i++)
        {
            if (text[i] == ';')
            {
                items.Add(text[start..i].Trim());
                start = i + 1;
                continue;
            }
            if (!char.IsUpper(text[i]) || !char.IsLower(text[i + 1])) continue;
            var before = text[i - 1];
            var glued = char.IsLower(before) || before == ')';
            if (!glued && !(before == ' ' && StartsPhrase(text, i, file))) continue;
            confidence = Math.Min(confidence, glued ? 0.85 : 0.7);
            items.Add(text[start..i].Trim());
            start = i;
        }
        items.Add(text[start..].Trim());
        return [.. items.Where(item => item.Length > 0).Select(item => (item, confidence))];
    }

    private static bool StartsPhrase(string text, int at, LabelFile file)
    {
        var end = at - 1;
        if (end <= 0 || !(char.IsLower(text[end - 1]) || text[end - 1] is ')')) return false;
        var from = end;
        while (from > 0 && end - from < 30 && char.IsLetter(text[from - 1])) from--;
        return !file.FunctionWords.Contains(text[from..end], StringComparer.OrdinalIgnoreCase);
    }
}
