using System.Text;

namespace Interviewing.Application.Import;

/// <summary>A text that may run over several blocks.</summary>
internal sealed class TextInProgress(ItemTrace start)
{
    private readonly StringBuilder text = new();
    private ItemTrace trace = start;

    public string Text => text.ToString();
    public int LastLine => trace.LastLine;

    /// <summary>The text with a block more. What stands elsewhere under the same label once more is not part of it.</summary>
    public static TextInProgress Extend(RecordBuilder build, TextInProgress? value, Block block, string path)
    {
        if (value is not null && !build.NothingBetween(value.LastLine, block.First.Number))
        {
            build.Discard(block, DiscardReason.Fragment);
            build.Find("repeated-label", path, block.First.Number, RecordBuilder.Short(block.Text), note: "There was a text under this label already.");
            return value;
        }
        build.Item(block);
        value ??= new TextInProgress(build.TraceOf(block));
        value.Add(block, build.Document.Words);
        return value;
    }

    public char Last => text.Length > 0 ? text[^1] : '\0';
    public int Length => text.Length;

    public void Add(Block block, IReadOnlySet<string> words) => Add(block.Text, block.Last, softHyphen: false, words);

    public void Add(string more, SourceLine last, bool softHyphen, IReadOnlySet<string> words, double atMost = 0.9)
    {
        if (text.Length == 0)
        {
            text.Append(more);
            return;
        }
        // Only the end of what is there decides how the next line joins; the whole is not copied each time.
        var tail = Tail(80);
        text.Length -= tail.Length;
        text.Append(Wording.Join(tail, more, softHyphen, words));
        trace = trace with { LastLine = Math.Max(trace.LastLine, last.Number), Confidence = Math.Min(trace.Confidence, atMost) };
    }

    public string Tail(int length)
    {
        length = Math.Min(length, text.Length);
        return text.ToString(text.Length - length, length);
    }

    public FoundText Done() => new(text.ToString(), trace);
}
