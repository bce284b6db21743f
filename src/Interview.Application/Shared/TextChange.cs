using System.Text.RegularExpressions;

namespace Interviewing.Application.Shared;

/// <summary>What one edit did to a text in one language.</summary>
public sealed record TextChange(string Field, string Language, string Before, string After, LocalText Text);

/// <summary>A text of a noun that can be changed by itself.</summary>
internal sealed record TextPlace(LocalText Now, Action<LocalText> Put, bool MayBeEmpty = false);

/// <summary>How texts are edited everywhere: field by field, each with the text its editor saw.</summary>
public static partial class Rewording
{
    /// <summary>Null when the text already says so: whoever writes what stands there has lost nothing.</summary>
    public static TextChange? Reword(this LocalText now, string field, string language, string? was, string? becomes, bool mayBeEmpty = false)
    {
        Refuse.FieldIf(!LanguageTag().IsMatch(language), field, "shared.language-wrong", language);
        var (here, next) = (now[language] ?? "", (becomes ?? "").Trim());
        if (here == next) return null;
        Refuse.If(here != (was ?? "").Trim(), Refusal.ChangedText(field, here, next));
        var text = now.With(language, next);
        Refuse.FieldIf(text.IsEmpty && !mayBeEmpty, field, "shared.text-missing");
        return new TextChange(field, language, here, next, text);
    }

    [GeneratedRegex("^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$", RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex LanguageTag();
}
