namespace Interviewing.Application.Import;

/// <summary>The unit that the heading of the context names; where the text spells the same name otherwise, the text is followed.</summary>
internal static class UnitName
{
    public static string? In(SectionInProgress context, LabelFile file)
    {
        if (context.Heading is not { } heading) return null;
        foreach (var word in file.Labels["unit"])
        {
            var at = Behind(heading, word, 0);
            if (at < 0 || at >= heading.Length || !char.IsUpper(heading[at])) continue;
            var unit = heading[at..].TrimEnd('.', ':', ' ');
            var letters = Wording.Letters(unit);
            foreach (var text in context.Texts)
                for (var from = Behind(text, word, 0); from >= 0; from = Behind(text, word, from))
                    if (SameLetters(text, from, letters) is { } spelled) return spelled;
            return unit;
        }
        return null;
    }

    private static int Behind(string text, string word, int from)
    {
        var at = text.IndexOf(word + " ", from, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? -1 : at + word.Length + 1;
    }

    private static string? SameLetters(string text, int from, string letters)
    {
        var to = from;
        var count = 0;
        for (; to < text.Length && count < letters.Length; to++) if (char.IsLetter(text[to])) count++;
        var piece = text[from..to];
        return count == letters.Length && Wording.Letters(piece) == letters && (to == text.Length || !char.IsLetter(text[to])) ? piece : null;
    }
}
