namespace Interviewing.Application.Search;

/// <summary>Where in a text the words stand that were searched for: by the same folding and stems as the index, so that what was found is also what is marked.</summary>
public static class Hits
{
    private static readonly string[] Languages = ["nl", "en", "fr"];

    public static IReadOnlyList<(bool Hit, string Text)> In(string text, string? asked)
    {
        if (string.IsNullOrWhiteSpace(asked)) return [(false, text)];
        var forms = Stems.Asked(asked).SelectMany(f => f).ToList();
        List<(bool Hit, string Text)> pieces = [];
        var start = 0;
        while (start < text.Length)
        {
            var isWord = char.IsLetterOrDigit(text[start]);
            var end = start + 1;
            while (end < text.Length && char.IsLetterOrDigit(text[end]) == isWord) end++;
            var piece = text[start..end];
            var hit = isWord && Stems.Fold(piece) is var folded && (forms.Any(f => folded.StartsWith(f, StringComparison.Ordinal)) || Languages.Any(l => forms.Contains(Stems.Stem(folded, l))));
            if (pieces.Count > 0 && pieces[^1].Hit == hit) pieces[^1] = (hit, pieces[^1].Text + piece);
            else pieces.Add((hit, piece));
            start = end;
        }
        return pieces;
    }

    /// <summary>At most so many letters of a text, around the first hit, cut between words.</summary>
    public static string Around(string text, string? asked, int letters)
    {
        if (text.Length <= letters) return text;
        var before = In(text, asked).TakeWhile(p => !p.Hit).Sum(p => p.Text.Length);
        var from = before >= text.Length || before < letters / 2 ? 0 : text.LastIndexOf(' ', before - letters / 3) + 1;
        var to = Math.Min(text.Length, from + letters);
        if (to < text.Length && text.LastIndexOf(' ', to) is var space && space > from) to = space;
        return (from > 0 ? "… " : "") + text[from..to].TrimEnd() + (to < text.Length ? " …" : "");
    }
}
