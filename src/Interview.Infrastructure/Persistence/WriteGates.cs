using Interviewing.Application.Shared;

namespace Interviewing.Infrastructure.Persistence;

/// <summary>SQLite has one writer: those of this process stand in line here instead of failing on a busy file.</summary>
internal sealed class SqliteWriteGate : IWriteGate, IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);

    public async Task<IDisposable> Enter(CancellationToken ct)
    {
        await one.WaitAsync(ct);
        return new Leave(one);
    }

    public void Dispose() => one.Dispose();

    private sealed class Leave(SemaphoreSlim one) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0) one.Release();
        }
    }
}

internal sealed class OpenWriteGate : IWriteGate
{
    private static readonly Task<IDisposable> Open = Task.FromResult<IDisposable>(new Nothing());

    public Task<IDisposable> Enter(CancellationToken ct) => Open;

    private sealed class Nothing : IDisposable
    {
        public void Dispose() { }
    }
}
