using System.Security.Cryptography;
using System.Text;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Audit;

/// <summary>
/// One change or disclosure: ids, action and names of fields, never a name, text or score. <see cref="Commitment"/> (hex HMAC-SHA-256 of the details with
/// a random salt) binds it to the erasable <see cref="AuditDetail"/>. Sealing numbers entries and chains their hashes; then none can go missing unseen.
/// </summary>
[NotAudited]
public sealed class AuditEntry
{
    private AuditEntry() { }

    public AuditEntry(DateTimeOffset at, string actorKind, string actor, string ask, string action, string subjectType, string subjectId, string fields, string commitment)
    {
        (At, ActorKind, Actor, Ask, Action) = (at, actorKind, actor, ask, action);
        (SubjectType, SubjectId, Fields, Commitment) = (subjectType, subjectId, fields, commitment);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public DateTimeOffset At { get; private set; }
    /// <summary>person, guest or system.</summary>
    public string ActorKind { get; private set; } = "";
    public string Actor { get; private set; } = "";
    /// <summary>The use case.</summary>
    public string Ask { get; private set; } = "";
    /// <summary>added, changed, removed, disclosed, or an account event.</summary>
    public string Action { get; private set; } = "";
    public string SubjectType { get; private set; } = "";
    public string SubjectId { get; private set; } = "";
    public string Fields { get; private set; } = "";
    public string Commitment { get; private set; } = "";
    /// <summary>Place in the chain, from 1; null until sealed.</summary>
    public long? SealNumber { get; private set; }
    public string? ChainHash { get; private set; }

    public void Seal(long number, string previousHash)
    {
        if (SealNumber is not null) throw new InvalidOperationException("sealed already");
        SealNumber = number;
        ChainHash = HashAfter(previousHash);
    }

    /// <summary>Hex SHA-256 over the previous hash and every field of this entry.</summary>
    public string HashAfter(string previousHash) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f',
        previousHash, SealNumber, Id.ToString("N"), At.UtcTicks / 10, ActorKind, Actor, Ask, Action, SubjectType, SubjectId, Fields, Commitment))));
}

/// <summary>What stood before and after, apart from the trail so that it can be erased; without it the chain still verifies.</summary>
[NotAudited]
public sealed class AuditDetail
{
    private AuditDetail() { }

    public AuditDetail(Guid entry, byte[] salt, string before, string after) => (EntryId, Salt, Before, After) = (entry, salt, before, after);

    public Guid EntryId { get; private set; }
    public byte[] Salt { get; private set; } = [];
    /// <summary>JSON object, field: value.</summary>
    public string Before { get; private set; } = "";
    public string After { get; private set; } = "";

    public static string Commit(byte[] salt, string before, string after) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(before + '\u001f' + after)));
}

/// <summary>Answering this query shows personal data of somebody: at most one entry per person, subject and hour.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DisclosesAttribute(string subject) : Attribute
{
    /// <summary>Name of the request's property that holds the subject's id.</summary>
    public string Subject { get; } = subject;
}
