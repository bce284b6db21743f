using Interviewing.Application.Shared;

namespace Interviewing.Application.Import;

/// <summary>What a person writes for a row of the table of levels: <c>2 9</c>, <c>niveau 2, schaal 9</c>, or the scale alone.</summary>
internal static class PayLevelText
{
    private static readonly char[] Between = [' ', ',', ';', ':', '|', '\t'];

    /// <summary>The row with another wording; level and scale follow from it.</summary>
    public static FoundPayLevel Reword(FoundPayLevel found, string text)
    {
        if (text == found.AsFound || Read(text) is not { } said) return found with { AsFound = text };
        return found with { Level = said.Level ?? found.Level, Scale = said.Scale, AsFound = text };
    }

    public static void Check(string path, string text) => Refuse.FieldIf(Read(text) is null, path, "import.no-scale");

    private static (string? Level, string Scale)? Read(string text)
    {
        var scales = text.Split(Between, StringSplitOptions.RemoveEmptyEntries).Where(PayLevels.IsScale).ToList();
        return scales.Count is 1 or 2 ? (scales.Count == 2 ? scales[0] : null, scales[^1]) : null;
    }
}
