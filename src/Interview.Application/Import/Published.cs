using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Import;

/// <summary>How parts of a reviewed record read once they are in the library; the same for publishing and for comparing.</summary>
internal static class Published
{
    public static string? Title(FoundArea area) => area.Title?.Text ?? area.Result?.Text ?? area.Framework?.Text;

    public static string Boundary(Reviewed reviewed, FoundArea area, string path)
    {
        if (area.Framework is not { } found || reviewed.IsDropped(path + ".framework")) return "";
        return string.Join("; ", found.Items.Where((_, i) => !reviewed.IsDropped($"{path}.framework.items[{i}]")).Select(item => item.Text));
    }

    public static IReadOnlyList<Activity> Activities(Reviewed reviewed, IReadOnlyList<FoundActivity> found, string path, string language) =>
        [.. found.Select((activity, i) => (activity, at: $"{path}[{i}]")).Where(x => !reviewed.IsDropped(x.at))
            .Select(x => new Activity(LocalText.Of(language, x.activity.Text), Activities(reviewed, x.activity.Children, x.at + ".children", language)))];

    /// <summary>Activities as text, a line each, to be read beside another version.</summary>
    public static string Lines(IReadOnlyList<Activity> activities, string language, int depth = 0) =>
        string.Join('\n', activities.SelectMany(a => new[] { new string('–', depth) + (depth > 0 ? " " : "") + a.Text[language], Lines(a.Children, language, depth + 1) }).Where(line => line.Length > 0));
}
