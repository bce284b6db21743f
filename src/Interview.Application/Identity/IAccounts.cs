namespace Interviewing.Application.Identity;

/// <summary>The sign-in store. A person's account has the person's id; here only what a use case needs of it.</summary>
public interface IAccounts
{
    /// <summary>Makes the account if there is none yet and sets its password; reasons (codes) when the password is not acceptable.</summary>
    Task<IReadOnlyList<string>> SetPassword(Guid person, string email, string password, CancellationToken ct);

    Task<bool> Exists(Guid person, CancellationToken ct);

    /// <summary>Whether this is the password; takes as long for somebody who has none or does not exist.</summary>
    Task<bool> Proves(Guid? person, string password, CancellationToken ct);

    /// <summary>What the browser needs to make a passkey, and what we must remember until it answers.</summary>
    Task<PasskeyQuestion> NewPasskey(Guid person, string name);

    /// <summary>Keeps the passkey if the answer fits the question.</summary>
    Task<bool> AddPasskey(Guid person, string answer, string memory, string label);

    Task<PasskeyQuestion> AskPasskey();

    /// <summary>Whose passkey answered, or null.</summary>
    Task<Guid?> ProvesPasskey(string answer, string memory);

    Task<IReadOnlyList<PasskeyRow>> Passkeys(Guid person);

    Task<bool> RemovePasskey(Guid person, string id);
}

public sealed record PasskeyQuestion(string Options, string Memory);

public sealed record PasskeyRow(string Id, string Label, DateTimeOffset MadeAt);
