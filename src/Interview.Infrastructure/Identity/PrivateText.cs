using System.Security.Cryptography;
using Interviewing.Application.Development;
using Microsoft.AspNetCore.DataProtection;

namespace Interviewing.Infrastructure.Identity;

/// <summary>A key per person out of the key ring, so a row copied to somebody else stays closed.</summary>
internal sealed class PrivateText(IDataProtectionProvider protection) : IPrivateText
{
    public string Lock(string text, Guid owner) => For(owner).Protect(text);

    public string? Unlock(string sealedText, Guid owner)
    {
        try
        {
            return For(owner).Unprotect(sealedText);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector For(Guid owner) => protection.CreateProtector("private-text", owner.ToString("N"));
}
