using Interviewing.Application.Shared;
using Microsoft.AspNetCore.Components;

namespace Interviewing.Web.Shell;

public static class TurningAway
{
    public static string SignInAddress(this NavigationManager nav) => $"/account/sign-in?back={Uri.EscapeDataString("/" + nav.ToBaseRelativePath(nav.Uri))}";

    /// <summary>
    /// A page whose own question was refused: to the sign-in page, to the statements that go before a procedure's file, or the page that says there is nothing here.
    /// The same for what does not exist and what is not yours.
    /// </summary>
    public static void TurnAway(this NavigationManager nav, IReadOnlyList<Reason> reasons)
    {
        if (reasons.Any(reason => reason.Code == Refusal.SignInCode)) nav.NavigateTo(nav.SignInAddress(), forceLoad: true);
        else if (reasons.FirstOrDefault(reason => reason.Code == Refusal.DeclareFirstCode) is { } first) nav.NavigateTo($"/procedures/{first.Args[0]}/declare");
        else nav.NotFound();
    }
}
