using System.Linq.Expressions;
using FluentValidation;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Competencies;

/// <summary>The shape of a new text in one language.</summary>
internal static class Texts
{
    public static void Rules<T>(AbstractValidator<T> rules, Expression<Func<T, string>> language, Expression<Func<T, string>> text)
    {
        rules.RuleFor(language).Must(l => l is not null && Rewording.LanguageTag().IsMatch(l)).WithErrorCode("shared.language-wrong").WithState((_, l) => new object?[] { l });
        rules.RuleFor(text).NotEmpty().WithErrorCode("shared.text-missing");
        rules.RuleFor(text).MaximumLength(4000).WithErrorCode("competencies.text-too-long").WithState(_ => new object?[] { 4000 });
    }
}
