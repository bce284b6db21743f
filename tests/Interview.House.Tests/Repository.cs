namespace Interviewing.House.Tests;

/// <summary>Where the sources lie, seen from the compiled test.</summary>
static class Repository
{
    public static string Root { get; } = FindRoot();
    public static string Web { get; } = Path.Combine(Root, "src", "Interview.Web");

    public static IEnumerable<string> Files(string folder, string pattern) => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    /// <summary>The sources of a folder as text, for rules that the compiled assemblies no longer show; generated migrations left out.</summary>
    public static IEnumerable<(string Path, string Text)> Texts(string folder, string pattern) => Files(Path.Combine(Root, folder), pattern)
        .Select(file => (Path: Path.GetRelativePath(Root, file).Replace('\\', '/'), File: file)).Where(f => !f.Path.Contains("/Migrations/", StringComparison.Ordinal))
        .OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => (f.Path, File.ReadAllText(f.File)));

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Interview.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("Interview.sln is not above the tests.");
    }
}
