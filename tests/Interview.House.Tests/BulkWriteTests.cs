using System.Text.RegularExpressions;

namespace Interviewing.House.Tests;

/// <summary>ExecuteUpdate and ExecuteDelete pass the audit by, so they stand only here, on tables that are not audited.</summary>
public class BulkWriteTests
{
    // file: the table it writes
    private static readonly Dictionary<string, string> Listed = new()
    {
        ["src/Interview.Application/Identity/Knock.cs"] = "SignInGuards",
        ["src/Interview.Application/Shared/PermissionBehaviour.cs"] = "Sessions",
        ["src/Interview.Application/Reminders/ClaimDueReminders.cs"] = "Reminders",
        ["src/Interview.Application/Reminders/Beat.cs"] = "Pulses",
        ["src/Interview.Application/Reminders/PlanMarked.cs"] = "PlanMarks",
        ["src/Interview.Application/Import/ClaimReading.cs"] = "ImportReadings",
        ["src/Interview.Application/Import/ReportReading.cs"] = "ImportReadings",
    };

    [Fact]
    public void Bulk_writes_stand_only_where_listed() => Found("src").Except(Listed.Keys).ShouldBeEmpty();

    [Fact]
    public void The_list_names_nothing_that_is_gone() => Listed.Keys.Except(Found("src")).ShouldBeEmpty();

    private static IEnumerable<string> Found(string folder) =>
        Repository.Texts(folder, "*.cs").Where(f => Regex.IsMatch(f.Text, @"\.Execute(Update|Delete)(Async)?\s*\(", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))).Select(f => f.Path);
}
