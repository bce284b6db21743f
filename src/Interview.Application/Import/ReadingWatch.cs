namespace Interviewing.Application.Import;

/// <summary>Follows a long reading: is told how far it is, in percent, and may end it.</summary>
public sealed class ReadingWatch(Action<int> tell, CancellationToken stop)
{
    private int last = -1;

    /// <exception cref="OperationCanceledException">The reading is no longer wanted.</exception>
    public void At(int percent)
    {
        stop.ThrowIfCancellationRequested();
        if (percent <= last) return;
        last = percent;
        tell(percent);
    }

    /// <summary>How far a layout is: the last tenth is for putting the record together.</summary>
    public void AtLine(int line, int of) => At(30 + 60 * line / Math.Max(1, of));
}
