using Interviewing.Application.Identity;
using Microsoft.AspNetCore.Identity;

namespace Interviewing.Infrastructure.Identity;

internal sealed class Accounts(UserManager<IdentityUser<Guid>> users) : IAccounts
{
    public async Task<IReadOnlyList<string>> SetPassword(Guid person, string email, string password, CancellationToken ct)
    {
        var user = await users.FindByIdAsync(person.ToString());
        if (user is null)
        {
            var made = await users.CreateAsync(new IdentityUser<Guid> { Id = person, UserName = email, Email = email, EmailConfirmed = true, LockoutEnabled = true }, password);
            return [.. made.Errors.Select(e => e.Code)];
        }
        var checks = await Task.WhenAll(users.PasswordValidators.Select(v => v.ValidateAsync(users, user, password)));
        if (checks.Any(c => !c.Succeeded)) return [.. checks.SelectMany(c => c.Errors).Select(e => e.Code)];
        if (await users.HasPasswordAsync(user)) await users.RemovePasswordAsync(user);
        var set = await users.AddPasswordAsync(user, password);
        return [.. set.Errors.Select(e => e.Code)];
    }

    public async Task<bool> Exists(Guid person, CancellationToken ct) => await users.FindByIdAsync(person.ToString()) is not null;
}
