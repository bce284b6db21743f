using System.Security.Cryptography;

namespace Interviewing.Application.Shared;

/// <summary>A file kept in the database: bytes, SHA-256 (lower-case hex), media type.</summary>
public sealed class StoredFile : IHasId
{
    private StoredFile() { }

    public StoredFile(string name, string mediaType, byte[] bytes, DateTimeOffset at, string? text = null)
    {
        (Name, MediaType, Bytes, Length, At, Text) = (name, mediaType, bytes, bytes.Length, at, text);
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public string Name { get; private set; } = "";
    public string MediaType { get; private set; } = "";
    [Secret] public byte[] Bytes { get; private set; } = [];
    /// <summary>What was read of bytes that are no text themselves; its lines are those that traces name, for life.</summary>
    [Secret] public string? Text { get; private set; }
    public int Length { get; private set; }
    public string Sha256 { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    /// <summary>Only its name and fingerprint stay.</summary>
    public void Forget() => (Bytes, Length) = ([], 0);
}

public partial interface IInterviewDb
{
    Microsoft.EntityFrameworkCore.DbSet<StoredFile> StoredFiles => Set<StoredFile>();
}
