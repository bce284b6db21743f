using Interviewing.Application.Import;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Profiles;

/// <summary>Activities as lines that a person can write: a dash for each step below the first.</summary>
public static class ActivityLines
{
    public static string Of(IReadOnlyList<Activity> activities, string language, int depth = 0) =>
        string.Join('\n', activities.SelectMany(a => new[] { Line(a, language, depth), Of(a.Children, language, depth + 1) }).Where(line => line.Length > 0));

    public static string Tidy(string? text) => string.Join('\n', (text ?? "").Split('\n').Select(Dashed).Where(l => l.Text.Length > 0).Select(l => Written(l.Depth, l.Text)));

    /// <summary>The lines as activities. One that says the same, or nearly, keeps its other languages; with the same number of lines every line keeps its place's.</summary>
    public static IReadOnlyList<Activity> Read(IReadOnlyList<Activity> was, string language, string text)
    {
        var old = Flat(was).ToList();
        var lines = text.Split('\n').Select(Dashed).Where(l => l.Text.Length > 0).ToList();
        // What has no words in this language was not on the screen; leaving it out of the lines must not throw it away.
        Refuse.FieldIf(lines.Count != old.Count && old.Exists(o => !o.Has(language)), "activities", "profiles.activities-differ", old.Count);
        var pairs = lines.Count == old.Count ? lines.Select((_, i) => (Now: i, Was: i)).ToDictionary(p => p.Now, p => p.Was)
            : TextSimilarity.Pairs([.. lines.Select(l => l.Text)], [.. old.Select(o => o[language] ?? "")]).ToDictionary(p => p.Now, p => p.Was);
        var at = 0;
        return Below(0);

        List<Activity> Below(int depth)
        {
            List<Activity> here = [];
            while (at < lines.Count && lines[at].Depth >= depth)
            {
                var number = at++;
                here.Add(new Activity((pairs.TryGetValue(number, out var same) ? old[same] : LocalText.Empty).With(language, lines[number].Text), Below(lines[number].Depth + 1)));
            }
            return here;
        }
    }

    // An activity without words in this language is not shown, so it cannot be kept either unless its line is written.
    private static string Line(Activity activity, string language, int depth) => activity.Text[language] is { } text ? Written(depth, text.ReplaceLineEndings(" ")) : "";

    private static string Written(int depth, string text) => depth == 0 ? text : new string('-', depth) + " " + text;

    private static (int Depth, string Text) Dashed(string line)
    {
        var trimmed = line.Trim();
        var text = trimmed.TrimStart('-', '–');
        return (trimmed.Length - text.Length, text.Trim());
    }

    private static IEnumerable<LocalText> Flat(IReadOnlyList<Activity> activities) => activities.SelectMany(a => Flat(a.Children).Prepend(a.Text));
}
