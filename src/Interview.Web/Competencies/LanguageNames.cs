using Interviewing.Web.Shell;

namespace Interviewing.Web.Competencies;

/// <summary>What a language of the texts is called on the screen; one we have no word for keeps its tag.</summary>
public static class LanguageNames
{
    public static readonly IReadOnlyList<string> Usual = ["nl", "en", "fr"];

    public static string Of(Words words, string tag) => words.Has("library.language." + tag) ? words["library.language." + tag] : tag;
}
