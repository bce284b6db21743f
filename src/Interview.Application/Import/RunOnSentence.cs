using System.Text.Json;

namespace Interviewing.Application.Import;

/// <summary>Finds the place where one behaviour or activity is really two. It only proposes; the words that join stand in a data file.</summary>
internal static class RunOnSentence
{
    private const int LongSentence = 14;
    private const int FewWords = 4;
    private static readonly Lazy<Dictionary<string, string[]>> Joining = new(() => JsonSerializer.Deserialize<Dictionary<string, string[]>>(LabelFile.Resource("joining.json"))!);

    /// <summary>End of the first part and beginning of the second; null when the text is one.</summary>
    public static (int At, int To)? Find(RecordItem item, string language) =>
        item.Kind is ItemKind.Positive or ItemKind.Negative or ItemKind.Activity or ItemKind.Characteristic or ItemKind.Requirement && item.Text is { } text
            ? TwoSentences(text) ?? TwoBehaviours(text, Joining.Value.GetValueOrDefault(language, [])) : null;

    private static (int, int)? TwoSentences(string text)
    {
        for (var i = 1; i + 2 < text.Length; i++)
        {
            if (text[i] is not ('.' or ';') || text[i + 1] != ' ') continue;
            var ends = text[i] == ';' || (char.IsUpper(text[i + 2]) && char.IsLower(text[i - 1]) && Words(text[..i]) is [.., { Length: >= 4 }]);
            if (ends && Words(text[..i]).Length >= 3 && Words(text[(i + 2)..]).Length >= 3) return (text[i] == ';' ? i : i + 1, i + 2);
        }
        return null;
    }

    // One 'and' joins two things; a second one in a long sentence usually joins two sentences.
    private static (int, int)? TwoBehaviours(string text, string[] joining)
    {
        var words = Words(text);
        if (words.Length < LongSentence) return null;
        List<(int Word, int At)> joints = [];
        var at = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (joining.Contains(words[i], StringComparer.OrdinalIgnoreCase)) joints.Add((i, at));
            at += words[i].Length + 1;
        }
        if (joints.Count < 2) return null;
        var best = joints.Where(j => j.Word >= FewWords && words.Length - j.Word - 1 >= FewWords).OrderBy(j => Math.Abs(j.Word - words.Length / 2)).FirstOrDefault();
        return best == default ? null : (best.At - 1, best.At + words[best.Word].Length + 1);
    }

    // Texts of the record have single spaces, so that words and places can be counted together.
    private static string[] Words(string text) => text.Split(' ');
}
