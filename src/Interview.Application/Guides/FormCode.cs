namespace Interviewing.Application.Guides;

/// <summary>
/// What stands on a printed form: which frozen guide it belongs to, which member of the panel wrote it (0: nobody in particular) and a check character.
/// Thirty-one characters that are not mistaken for each other; one wrong character, or two next to each other exchanged, is noticed.
/// </summary>
public static class FormCode
{
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int GuideLength = 8;

    public static string Of(string hash, int member)
    {
        var number = Convert.ToUInt64(hash[..12], 16);
        Span<char> code = stackalloc char[GuideLength + 2];
        for (var i = 0; i < GuideLength; i++, number /= (ulong)Letters.Length) code[i] = Letters[(int)(number % (ulong)Letters.Length)];
        code[GuideLength] = Letters[member % Letters.Length];
        code[GuideLength + 1] = Letters[Check(code[..^1])];
        return $"{code[..4]}-{code[4..8]}-{code[8..]}";
    }

    /// <summary>The member's number when the code was made for this guide; null when it was not, or was misread.</summary>
    public static int? MemberOf(string code, string hash)
    {
        var read = new string([.. code.ToUpperInvariant().Where(c => c != '-' && !char.IsWhiteSpace(c))]);
        if (read.Length != GuideLength + 2 || read.Any(c => !Letters.Contains(c)) || Letters[Check(read.AsSpan()[..^1])] != read[^1]) return null;
        var member = Letters.IndexOf(read[GuideLength]);
        return Of(hash, member).Replace("-", "", StringComparison.Ordinal) == read ? member : null;
    }

    // Weights 1, 2, 3 … below a prime: a wrong character and an exchange of neighbours always change the sum.
    private static int Check(ReadOnlySpan<char> code)
    {
        var sum = 0;
        for (var i = 0; i < code.Length; i++) sum += (i + 1) * Letters.IndexOf(code[i]);
        return sum % Letters.Length;
    }
}
