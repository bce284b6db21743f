using System.Globalization;
using Interviewing.Application.Identity;
using Interviewing.Infrastructure.Persistence;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace Interviewing.Infrastructure.Identity;

internal sealed class Accounts(UserManager<IdentityUser<Guid>> users, IPasskeyHandler<IdentityUser<Guid>> passkeys, IHttpContextAccessor http, InterviewDb db) : IAccounts
{
    // The hash of a password that nobody has: whoever is unknown takes as long to refuse.
    private static readonly string Nobody = new PasswordHasher<IdentityUser<Guid>>().HashPassword(new IdentityUser<Guid>(), Guid.NewGuid().ToString());

    public async Task<IReadOnlyList<string>> SetPassword(Guid person, string email, string password, CancellationToken ct)
    {
        var user = await Find(person);
        if (user is null)
        {
            var made = new IdentityUser<Guid> { Id = person, UserName = email, Email = email, EmailConfirmed = true, LockoutEnabled = true };
            try
            {
                return [.. (await users.CreateAsync(made, password)).Errors.Select(e => e.Code)];
            }
            catch (InvalidOperationException) when (AlreadyThere(made))
            {
                // Somebody used the same link between the two looks: the manager read that account while it checked the name of this one.
                return [nameof(IdentityErrorDescriber.ConcurrencyFailure)];
            }
        }
        foreach (var validator in users.PasswordValidators)
            if (await validator.ValidateAsync(users, user, password) is { Succeeded: false } no) return [.. no.Errors.Select(e => e.Code)];
        // Through the manager's own change: one save, a new security stamp.
        var set = await users.ResetPasswordAsync(user, await users.GeneratePasswordResetTokenAsync(user), password);
        return [.. set.Errors.Select(e => e.Code)];
    }

    public async Task<bool> Exists(Guid person, CancellationToken ct) => await Find(person) is not null;

    public async Task<bool> Proves(Guid? person, string password, CancellationToken ct)
    {
        var user = person is { } id ? await Find(id) : null;
        var verdict = users.PasswordHasher.VerifyHashedPassword(user ?? new IdentityUser<Guid>(), user?.PasswordHash ?? Nobody, password);
        return user?.PasswordHash is not null && verdict != PasswordVerificationResult.Failed;
    }

    public async Task<PasskeyQuestion> NewPasskey(Guid person, string name)
    {
        var made = await passkeys.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = person.ToString(), Name = name, DisplayName = name }, Http);
        return new(made.CreationOptionsJson, made.AttestationState ?? "");
    }

    public async Task<bool> AddPasskey(Guid person, string answer, string memory, string label)
    {
        var result = await passkeys.PerformAttestationAsync(new PasskeyAttestationContext { CredentialJson = answer, AttestationState = memory, HttpContext = Http });
        if (!result.Succeeded || result.UserEntity.Id != person.ToString() || await Find(person) is not { } user) return false;
        result.Passkey.Name = label;
        return (await users.AddOrUpdatePasskeyAsync(user, result.Passkey)).Succeeded;
    }

    public async Task<PasskeyQuestion> AskPasskey()
    {
        var asked = await passkeys.MakeRequestOptionsAsync(null, Http);
        return new(asked.RequestOptionsJson, asked.AssertionState ?? "");
    }

    public async Task<Guid?> ProvesPasskey(string answer, string memory)
    {
        var result = await passkeys.PerformAssertionAsync(new PasskeyAssertionContext { CredentialJson = answer, AssertionState = memory, HttpContext = Http });
        if (!result.Succeeded) return null;
        return (await users.AddOrUpdatePasskeyAsync(result.User, result.Passkey)).Succeeded ? result.User.Id : null;
    }

    public async Task<IReadOnlyList<PasskeyRow>> Passkeys(Guid person) => await Find(person) is not { } user ? [] :
        [.. (await users.GetPasskeysAsync(user)).OrderBy(p => p.CreatedAt).Select(p => new PasskeyRow(WebEncoders.Base64UrlEncode(p.CredentialId), p.Name ?? "", p.CreatedAt))];

    public async Task<bool> RemovePasskey(Guid person, string id)
    {
        if (await Find(person) is not { } user || !TryDecode(id, out var key) || await users.GetPasskeyAsync(user, key) is null) return false;
        return (await users.RemovePasskeyAsync(user, key)).Succeeded;
    }

    private HttpContext Http => http.HttpContext ?? throw new InvalidOperationException("Passkeys belong to a request of a browser.");

    private bool AlreadyThere(IdentityUser<Guid> made) => db.Users.Local.Any(user => user.Id == made.Id && user != made);

    private Task<IdentityUser<Guid>?> Find(Guid person) => users.FindByIdAsync(person.ToString("D", CultureInfo.InvariantCulture));

    private static bool TryDecode(string text, out byte[] bytes)
    {
        try
        {
            bytes = WebEncoders.Base64UrlDecode(text);
            return true;
        }
        catch (FormatException)
        {
            bytes = [];
            return false;
        }
    }
}
