using System.Linq.Expressions;
using FluentValidation;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Identity;

/// <summary>Long enough and not one character over and over; nothing about capitals or signs.</summary>
internal static class Passwords
{
    private const int Shortest = 12;
    private const int Longest = 200;

    public static void PasswordRules<T>(this AbstractValidator<T> rules, Expression<Func<T, string>> password)
    {
        rules.RuleFor(password).Cascade(CascadeMode.Stop)
            .MinimumLength(Shortest).WithErrorCode("identity.password-too-short").WithState(_ => new object?[] { Shortest })
            .MaximumLength(Longest).WithErrorCode("identity.password-too-long").WithState(_ => new object?[] { Longest });
    }

    public static void Refuse(IReadOnlyList<string> codes)
    {
        if (codes.Count == 0) return;
        Shared.Refuse.If(codes.Contains("ConcurrencyFailure"), Refusal.Changed);
        throw Refusal.At("password", "identity.password-too-simple");
    }
}
