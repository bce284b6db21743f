using System.Runtime.CompilerServices;

namespace Interviewing.House.Tests;

/// <summary>The source tree as text, for rules that the compiled assemblies no longer show.</summary>
internal static class Source
{
    public static string Root { get; } = Find();

    public static IEnumerable<(string Path, string Text)> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(f => f.Replace('\\', '/'))
            .Where(f => !f.Contains("/obj/") && !f.Contains("/bin/") && !f.Contains("/Migrations/"))
            .Order(StringComparer.Ordinal)
            .Select(f => (Path.GetRelativePath(Root, f).Replace('\\', '/'), File.ReadAllText(f)));

    private static string Find([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Interview.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Interview.sln not found above the tests");
    }
}
