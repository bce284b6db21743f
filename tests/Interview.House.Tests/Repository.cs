namespace Interviewing.House.Tests;

/// <summary>Where the sources lie, seen from the compiled test.</summary>
static class Repository
{
    public static string Root { get; } = FindRoot();
    public static string Web { get; } = Path.Combine(Root, "src", "Interview.Web");

    public static IEnumerable<string> Files(string folder, string pattern) => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Interview.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("Interview.sln is not above the tests.");
    }
}
