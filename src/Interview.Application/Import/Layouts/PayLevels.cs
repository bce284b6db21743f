using System.Globalization;

namespace Interviewing.Application.Import;

/// <summary>
/// The table of levels and scales, also when its columns were glued together: rows count up from 1 and what is left must be a scale from 1 to 18,
/// so that '110' is level 1 with scale 10 and '29' level 2 with scale 9.
/// </summary>
internal sealed class PayLevels(RecordBuilder build, LabelFile file)
{
    private const int HighestScale = 18;
    private readonly List<FoundPayLevel> rows = [];
    private readonly List<string> header = [];
    private readonly HashSet<string> headerWords = HeaderWords(file);
    private int headerLine;
    private (SourceLine Line, string Level)? pending;

    public IReadOnlyList<FoundPayLevel> Rows
    {
        get
        {
            Flush();
            return rows;
        }
    }

    public void Header(Block block)
    {
        if (header.Count > 3 || !build.NothingBetween(headerLine, block.First.Number)) header.Clear();
        header.Add(block.Text);
        headerLine = block.Last.Number;
        build.Label(block.First);
    }

    /// <summary>'Niveau 2' on a line of its own; its scale may follow.</summary>
    public void Level(Block block, int number)
    {
        Flush();
        Wait(block, number.ToString(CultureInfo.InvariantCulture));
    }

    public void Row(Block block)
    {
        var text = block.Kind == BlockKind.Bullet ? Wording.Clean(block.First.Raw) : block.Text;
        if (headerWords.Contains(Wording.Letters(text.Length > 60 ? text[..60] : text)) && !text.Any(char.IsAsciiDigit))
        {
            Header(block with { Text = text });
            return;
        }
        var cells = block.First.Cells.Count > 1 ? block.First.Cells : text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var next = (rows.Count + 1).ToString(CultureInfo.InvariantCulture);
        var first = cells[0].TrimEnd('.', ')');
        if (pending is { } waiting && (!IsScale(first) || !build.NothingBetween(waiting.Line.Number, block.First.Number)))
        {
            Flush();
            next = (rows.Count + 1).ToString(CultureInfo.InvariantCulture);
        }
        if (pending is { } level) Add(block, level.Level, first, Rest(1), text, 0.9, level.Line);
        else if (cells.Count > 1 && IsLevel(first) && IsScale(cells[1])) Add(block, first, cells[1], Rest(2), text, 1);
        else if (first == next && cells.Count == 1) Wait(block, next);
        else if (first.StartsWith(next, StringComparison.Ordinal) && IsScale(first[next.Length..])) Glued(block, next, first[next.Length..], Rest(1), text);
        else if (first == next) Add(block, first, null, Rest(1), text, 0.9);
        else if (rows.Count > 0) Append(block, text);
        else Waste(block);

        string? Rest(int from) => cells.Count > from ? string.Join(' ', cells.Skip(from)) : null;
    }

    private void Glued(Block block, string level, string scale, string? rest, string text)
    {
        build.Find("inferred-level", $"job_profiles[0].levels[{rows.Count}]", block.First.Number, AsFound(text, block.First), $"{level} | {scale}", "Two columns of the table were glued together.");
        Add(block, level, scale, rest, text, 0.6);
    }

    private void Add(Block block, string level, string? scale, string? text, string found, double confidence, SourceLine? from = null)
    {
        build.Item(block);
        var asFound = from is null ? AsFound(found, block.First) : Wording.Clean(from.Raw) + " " + Wording.Clean(block.First.Raw);
        rows.Add(new FoundPayLevel(level, scale, text, asFound, build.At(from ?? block.First, block.Last, confidence)));
        pending = null;
        header.Clear();
    }

    private void Append(Block block, string text)
    {
        var row = rows[^1];
        if ((row.Text?.Length ?? 0) > 20_000)
        {
            Waste(block);
            return;
        }
        build.Item(block);
        rows[^1] = row with { Text = row.Text is null ? text : row.Text + " " + text, Trace = row.Trace with { LastLine = block.Last.Number } };
    }

    // A level that no scale followed.
    private void Flush()
    {
        if (pending is not { } waiting) return;
        rows.Add(new FoundPayLevel(waiting.Level, null, null, Wording.Clean(waiting.Line.Raw), build.At(waiting.Line, waiting.Line, 0.7)));
        pending = null;
    }

    private void Wait(Block block, string level)
    {
        build.Item(block);
        pending = (block.First, level);
    }

    private void Waste(Block block)
    {
        header.Clear();
        build.Discard(block, DiscardReason.Fragment);
    }

    // The head belongs to the row right under it.
    private string AsFound(string row, SourceLine at) => header.Count == 0 || !build.NothingBetween(headerLine, at.Number) ? row : string.Join(' ', header) + " " + row;

    private static bool IsLevel(string text) => (text.Length <= 2 && text.All(char.IsAsciiDigit)) || LabelMatcher.Roman(text) is not null;

    internal static bool IsScale(string text)
    {
        var parts = text.Split('/');
        return parts.Length <= 2 && parts.All(part =>
            part.Length > 0 && int.TryParse(part.AsSpan(0, part.Length - (char.IsAsciiLetter(part[^1]) ? 1 : 0)), NumberStyles.None, CultureInfo.InvariantCulture, out var scale)
            && scale is >= 1 and <= HighestScale && part[0] != '0');
    }

    private static HashSet<string> HeaderWords(LabelFile file)
    {
        var levels = file.Labels["level"].Select(word => Wording.Letters(word)).ToList();
        var scales = file.Labels["scale"].Concat(file.Labels["indicative-scale"]).Select(word => Wording.Letters(word)).ToList();
        return [.. levels, .. scales, .. levels.SelectMany(level => scales.Select(scale => level + scale))];
    }
}
