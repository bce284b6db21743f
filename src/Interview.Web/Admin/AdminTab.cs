using Interviewing.Application.Identity;

namespace Interviewing.Web.Admin;

/// <summary>One room of administration and what it takes to enter it. Whoever adds an administration page adds its line to <see cref="All"/>.</summary>
public sealed record AdminTab(string Name, string Href, Permission Needs)
{
    public static readonly IReadOnlyList<AdminTab> All = [new("people", "/admin/people", Permission.ManagePeople), new("reminders", "/admin/reminders", Permission.ManageSystem), new("labels", "/admin/labels", Permission.ManageSystem), new("audit", "/admin/audit", Permission.ReadAudit)];

    public string Words => $"admin.tab.{Name}";
}
