using System.Collections.Concurrent;
using Interviewing.Application.Reminders;

namespace Interviewing.Testing;

/// <summary>A post office that keeps what it gets; <see cref="Answer"/> may decide otherwise for one letter.</summary>
public sealed class PostBox : IPostOffice
{
    public ConcurrentQueue<(Letter Letter, string Id)> Letters { get; } = new();

    /// <summary>Asked before the letter is taken; null takes it.</summary>
    public Func<Letter, Posting?> Answer { get; set; } = _ => null;

    public Task<Posting> Post(Letter letter, string messageId, CancellationToken ct)
    {
        if (Answer(letter) is { } other) return Task.FromResult(other);
        Letters.Enqueue((letter, messageId));
        return Task.FromResult<Posting>(new Posting.Taken(messageId));
    }
}
