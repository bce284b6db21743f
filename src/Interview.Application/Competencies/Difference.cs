namespace Interviewing.Application.Competencies;

public enum Piece { Same, Gone, New }

/// <summary>What changed between two texts, word by word: the longest common run of words stays, the rest is gone or new.</summary>
public static class Difference
{
    // Beyond this the table of the comparison grows too large; such texts are shown whole, old and new.
    private const int Most = 600;

    public static IReadOnlyList<(Piece Kind, string Text)> Of(string before, string after)
    {
        var (old, now) = (Words(before), Words(after));
        if (old.Count > Most || now.Count > Most) return [(Piece.Gone, before), (Piece.New, after)];
        var common = Lengths(old, now);
        List<(Piece Kind, string Text)> pieces = [];
        var (i, j) = (0, 0);
        while (i < old.Count || j < now.Count)
        {
            if (i < old.Count && j < now.Count && old[i] == now[j])
            {
                Put(Piece.Same, old[i]);
                (i, j) = (i + 1, j + 1);
            }
            else if (i < old.Count && (j == now.Count || common[i + 1, j] >= common[i, j + 1])) Put(Piece.Gone, old[i++]);
            else Put(Piece.New, now[j++]);
        }
        return pieces;

        void Put(Piece kind, string text)
        {
            if (pieces.Count > 0 && pieces[^1].Kind == kind) pieces[^1] = (kind, pieces[^1].Text + text);
            else pieces.Add((kind, text));
        }
    }

    // A word keeps the space behind it, so that the pieces together are the text again.
    private static List<string> Words(string text)
    {
        List<string> words = [];
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i]) || (i + 1 < text.Length && char.IsWhiteSpace(text[i + 1]))) continue;
            words.Add(text[start..(i + 1)]);
            start = i + 1;
        }
        if (start < text.Length) words.Add(text[start..]);
        return words;
    }

    private static int[,] Lengths(List<string> old, List<string> now)
    {
        var common = new int[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
            for (var j = now.Count - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        return common;
    }
}
