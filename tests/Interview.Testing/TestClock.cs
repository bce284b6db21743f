namespace Interviewing.Testing;

/// <summary>A clock whose now is shifted but whose timers are real.</summary>
public sealed class TestClock : TimeProvider
{
    private long shift;

    public TestClock() { }

    public TestClock(DateTimeOffset start) => Set(start);

    public override DateTimeOffset GetUtcNow() => TimeProvider.System.GetUtcNow().AddTicks(Interlocked.Read(ref shift));

    public void Set(DateTimeOffset now) => Interlocked.Exchange(ref shift, (now - TimeProvider.System.GetUtcNow()).Ticks);

    public void Advance(TimeSpan by) => Interlocked.Add(ref shift, by.Ticks);
}
