using System.Globalization;
using Interviewing.Application.Shared;

namespace Interviewing.Web.Shell;

/// <summary>The id that a field's element has on the page, from the path by which refusals name it: <c>Questions[2].Text</c> is <c>f-questions-2-text</c>.</summary>
public static class FieldIds
{
    public static string Of(string path) =>
        "f-" + string.Join('-', path.ToLower(CultureInfo.InvariantCulture).Split(['.', '[', ']', '_', ' '], StringSplitOptions.RemoveEmptyEntries));

    public static IEnumerable<Reason> About(this IEnumerable<Reason> reasons, string path) => reasons.Where(reason => reason.Field is { } field && Of(field) == Of(path));
}
