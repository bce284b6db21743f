namespace Interviewing.Application.Reminders;

/// <summary>What became of a letter at the mail server.</summary>
public abstract record Posting
{
    private Posting() { }

    /// <summary>Taken over; the server or the folder has it.</summary>
    public sealed record Taken(string MessageId) : Posting;

    /// <summary>Certainly not taken over. <see cref="ForGood"/>: trying again does not help. <see cref="NoSuchAddress"/>: because there is no such mailbox.</summary>
    public sealed record Refused(string Why, bool ForGood, bool NoSuchAddress = false) : Posting;

    /// <summary>The line broke while the letter was passing: it may have arrived or not.</summary>
    public sealed record Unsure(string Why) : Posting;
}

/// <summary>Takes letters out of the house: a mail server, or a folder when none is configured. Never called inside a command.</summary>
public interface IPostOffice
{
    /// <summary><paramref name="messageId"/> without angle brackets; the same letter tried again has another one.</summary>
    Task<Posting> Post(Letter letter, string messageId, CancellationToken ct);
}

/// <summary>The address of this installation as people outside it type it, for links in mail.</summary>
public interface IHomeAddress
{
    /// <summary>An absolute address for a path that starts with a slash.</summary>
    string Of(string path);
}
