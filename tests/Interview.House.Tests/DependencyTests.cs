using System.Reflection;
using System.Text.RegularExpressions;
using Interviewing.Application.Shared;
using Interviewing.Infrastructure;

namespace Interviewing.House.Tests;

public class DependencyTests
{
    private static readonly string[] NotForApplication = ["Npgsql", "Microsoft.Data.Sqlite", "SQLitePCLRaw", "Microsoft.EntityFrameworkCore.Relational", "Microsoft.EntityFrameworkCore.Sqlite", "Microsoft.AspNetCore", "Radzen", "DocumentFormat", "Quartz", "Interview.Infrastructure", "Interview.Web"];

    [Fact]
    public void Application_knows_no_provider_no_web_and_no_file_format() => Foreign(typeof(Door).Assembly).ShouldBeEmpty();

    [Fact]
    public void The_check_bites() => Foreign(typeof(InfrastructureServices).Assembly).ShouldNotBeEmpty();

    [Fact]
    public void Infrastructure_knows_no_web() =>
        typeof(InfrastructureServices).Assembly.GetReferencedAssemblies().Select(r => r.Name).ShouldNotContain("Interview.Web");

    [Fact]
    public void In_the_web_only_Program_sees_Infrastructure_and_nothing_touches_the_database() =>
        Repository.Texts("src/Interview.Web", "*.*").Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal) || f.Path.EndsWith(".razor", StringComparison.Ordinal))
            .Where(f => Breaks(f.Path, f.Text)).Select(f => f.Path).ShouldBeEmpty();

    [Theory]
    [InlineData("src/Interview.Web/Guides/X.razor", "@using Interviewing.Infrastructure")]
    [InlineData("src/Interview.Web/Guides/X.cs", "class X(IInterviewDb db);")]
    [InlineData("src/Interview.Web/Guides/X.cs", "using Microsoft.EntityFrameworkCore;")]
    public void That_check_bites_too(string path, string text) => Breaks(path, text).ShouldBeTrue();

    private static bool Breaks(string path, string text) =>
        !path.EndsWith("/Program.cs", StringComparison.Ordinal)
        && Regex.IsMatch(text, @"Interviewing\.Infrastructure|Microsoft\.EntityFrameworkCore|\bIInterviewDb\b|\bInterviewDb\b|\bDbContext\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    private static IEnumerable<string> Foreign(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(r => r.Name!).Where(n => NotForApplication.Any(f => n.StartsWith(f, StringComparison.Ordinal)));
}
