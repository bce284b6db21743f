namespace Interviewing.Application.Identity;

/// <summary>The sign-in store. A person's account has the person's id; here only what a use case needs of it.</summary>
public interface IAccounts
{
    /// <summary>Makes the account if there is none yet and sets its password; reasons (codes) when the password is not acceptable.</summary>
    Task<IReadOnlyList<string>> SetPassword(Guid person, string email, string password, CancellationToken ct);

    Task<bool> Exists(Guid person, CancellationToken ct);
}
