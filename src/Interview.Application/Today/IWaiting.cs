using Interviewing.Application.Shared;

namespace Interviewing.Application.Today;

/// <summary>
/// Something that waits for somebody. <see cref="Key"/> names its words: <c>{Key}.title</c>, <c>{Key}.text</c> (optional) and <c>{Key}.action</c>, each with the
/// same arguments; its first part is the area. <see cref="Path"/> is the page where it is done.
/// </summary>
public sealed record WaitingItem(string Key, DateTimeOffset Since, string Path, params object?[] Args);

/// <summary>A noun that can wait for somebody. Implement it in the noun's folder: every implementation is found and asked. It may take the Caller.</summary>
public interface IWaiting
{
    Task<IReadOnlyList<WaitingItem>> For(Guid person, IInterviewDb db, CancellationToken ct);
}

/// <summary>Where one has to be: an interview or a talk. <see cref="Title"/> and <see cref="Place"/> are data and come as they are; <see cref="StatusKey"/> names words, if any.</summary>
public sealed record AgendaItem(Appointment When, int Minutes, string Title, string? Place, string Path, string? StatusKey = null);

/// <summary>A noun that stands in somebody's agenda. Found and asked like <see cref="IWaiting"/>.</summary>
public interface IAgenda
{
    Task<IReadOnlyList<AgendaItem>> For(Guid person, DateTimeOffset from, DateTimeOffset until, IInterviewDb db, CancellationToken ct);
}
