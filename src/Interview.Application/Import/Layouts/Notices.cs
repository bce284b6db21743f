namespace Interviewing.Application.Import;

/// <summary>Copyright, confidentiality and the note about he and she: short paragraphs known by their words, wherever they stand.</summary>
internal sealed class Notices
{
    private const int MostLines = 12;
    private static readonly NoticeKind[] Kinds = [NoticeKind.Copyright, NoticeKind.Confidentiality, NoticeKind.GenderNote];
    private readonly List<(NoticeKind Kind, string Text, List<SourceLine> Lines)> found = [];
    private readonly HashSet<string> texts = new(StringComparer.Ordinal);
    private readonly HashSet<int> lines = [];
    private readonly List<SourceLine> repeated = [];

    public IReadOnlySet<int> Lines => lines;

    public static Notices Of(SourceDocument document, IReadOnlyList<LabelHit?> labels, Func<SourceLine, bool> skip)
    {
        var notices = new Notices();
        var run = new List<SourceLine>();
        var gap = false;
        foreach (var line in document.Lines)
        {
            if (skip(line)) continue;
            if (line.IsBlank) { gap = true; continue; }
            var label = labels[line.Number - 1] is not null;
            var goesOn = run.Count > 0 && !label && line.Bullet is null && (!gap || (char.IsLower(line.Text[0]) && run[^1].Text[^1] != '.'));
            // A heading above a notice does not belong to it.
            if (goesOn && run.Count == 1 && char.IsUpper(line.Text[0]) && run[0].Text[^1] is not (',' or '-' or ':') && LabelFile.All.All(language => Kinds.All(kind => Hits(run[0].Text, language, kind) == 0))) goesOn = false;
            if (!goesOn) notices.Close(run, document);
            gap = false;
            if (!label && line.Text.Length > 0 && (goesOn || line.Bullet is null or '*')) run.Add(line);
        }
        notices.Close(run, document);
        return notices;
    }

    public IReadOnlyList<FoundNotice> Take(RecordBuilder build)
    {
        foreach (var line in found.SelectMany(notice => notice.Lines)) build.Item(line);
        return [.. found.Select(notice => new FoundNotice(notice.Kind, notice.Text, build.At(notice.Lines[0], notice.Lines[^1])))];
    }

    private void Close(List<SourceLine> run, SourceDocument document)
    {
        if (run.Count is > 0 and <= MostLines)
        {
            var text = "";
            for (var i = 0; i < run.Count; i++) text = i == 0 ? run[0].Text : Wording.Join(text, run[i].Text, run[i - 1].EndsInSoftHyphen, document.Words);
            var hits = Kinds.Select(kind => (Kind: kind, Hits: LabelFile.All.Max(language => Hits(text, language, kind)))).MaxBy(kind => kind.Hits);
            if (hits.Hits > 1.4 && text.Length < 1000)
            {
                lines.UnionWith(run.Select(line => line.Number));
                text = text.TrimStart('*', ' ');
                // The same note at the foot of every page is one note.
                if (texts.Add(text)) found.Add((hits.Kind, text, [.. run]));
                else repeated.AddRange(run);
            }
        }
        run.Clear();
    }

    /// <summary>Whether words of a notice stand in a line.</summary>
    public static bool Says(string text) => LabelFile.All.Any(language => Kinds.Any(kind => Hits(text, language, kind) > 0));

    public IReadOnlyList<SourceLine> Repeated => repeated;

    // Words of the trade count whole; short words that other texts have too ('man', 'hij') count half. What a text opens with says what it is.
    private static double Hits(string text, LabelFile file, NoticeKind kind)
    {
        var key = "notice." + System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());
        var hits = 0.0;
        foreach (var phrase in file.Labels.GetValueOrDefault(key) ?? [])
        {
            var at = text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
            if (at < 0 || (at > 0 && char.IsLetter(text[at - 1]))) continue;
            var end = at + phrase.Length;
            if (kind == NoticeKind.GenderNote && end < text.Length && char.IsLetter(text[end])) continue;
            hits += kind == NoticeKind.GenderNote && phrase.Length <= 8 && !phrase.Contains('/', StringComparison.Ordinal) ? 0.5 : 1;
            if (kind != NoticeKind.GenderNote && at <= 1 && (phrase == "©" || end == text.Length || text[end] is ':' or '.' or '!' or ' ' && text.Length < 60)) hits++;
        }
        return hits;
    }
}
