using System.Text;

namespace Interviewing.Application.Import;

/// <summary>The terms under a matrix: 'term: what it means', over as many lines as it takes.</summary>
internal sealed class DefinitionList(RecordBuilder build)
{
    private const int LongestTerm = 60;
    private readonly List<FoundDefinition> found = [];
    private readonly List<SourceLine> lines = [];
    private readonly StringBuilder text = new();
    private string? heading;
    private string? marker;
    private string term = "";

    /// <summary>The heading; stars in front of it mark every term under it.</summary>
    public void Open(Block label)
    {
        Finish();
        heading = Stars(label.First);
    }

    public void Add(Block block)
    {
        var words = block.Text.TrimStart('*', ' ');
        if (block.Text.Length == 0 || words.Length == 0) { build.Discard(block, DiscardReason.EmptyBullet); return; }
        var colon = words.IndexOf(':', StringComparison.Ordinal);
        var names = colon is > 1 and <= LongestTerm && words[..colon].Trim().Split(' ').Length <= 6;
        if (names && (lines.Count == 0 || IsClosed() || block.Kind == BlockKind.Bullet || (block.AfterBlank && text[^1] != ',')))
        {
            Finish();
            term = words[..colon].Trim();
            marker = Stars(block.First) ?? heading;
            text.Append(words[(colon + 1)..].Trim());
        }
        else if (lines.Count == 0) { build.Discard(block, DiscardReason.Fragment); return; }
        else
        {
            var length = Math.Min(80, text.Length);
            var tail = text.ToString(text.Length - length, length);
            text.Length -= length;
            text.Append(Wording.Join(tail, words, lines[^1].EndsInSoftHyphen, build.Document.Words));
        }
        lines.AddRange(block.Inside);
        build.Item(block);
    }

    public IReadOnlyList<FoundDefinition> Close()
    {
        Finish();
        return found;
    }

    private bool IsClosed() => text.Length == 0 || text[^1] is '.' or '…' or ';' or '!';

    private void Finish()
    {
        if (lines.Count > 0) found.Add(new FoundDefinition(marker, term, text.ToString(), build.At(lines[0], lines[^1], lines.Count > 1 ? 0.9 : 1)));
        lines.Clear();
        text.Clear();
    }

    private static string? Stars(SourceLine line)
    {
        var stars = line.Raw.AsSpan().TrimStart();
        var n = 0;
        while (n < stars.Length && n < 4 && stars[n] == '*') n++;
        return n > 0 ? new string('*', n) : null;
    }
}
