using System.Diagnostics;
using System.Globalization;
using System.Text;
using Interviewing.Application.Import;

namespace Interviewing.Bench;

/// <summary>How long and how much memory the reading of documents takes: a function book, five megabytes, and ten times the text.</summary>
internal static class Import
{
    private const int Megabytes = 5;
    private const string Once = "import-once";

    public static bool Is(string[] args) => args is ["import" or Once, ..];

    public static async Task<int> Run(string[] args)
    {
        if (args[0] == Once) return ReadOnce();
        var (name, book) = FunctionBook();
        Console.WriteLine($"{Environment.ProcessorCount} processors");
        Console.WriteLine($"function book ({name}, {book.Length / 1024} kB), warm, best of 20: {Best(20, book):F1} ms");
        Console.WriteLine($"{Megabytes} MB of text in a process of its own: {await Child()}");
        var one = Best(5, Bytes(400_000));
        var ten = Best(5, Bytes(4_000_000));
        Console.WriteLine($"growth: 0.4 MB {one:F0} ms, 4 MB {ten:F0} ms, best of 5: {ten / one:F1} times");
        return 0;
    }

    // A cold reading, as the first upload of the day is one.
    private static int ReadOnce()
    {
        var bytes = Bytes(Megabytes * 1024 * 1024);
        var (before, started) = (Process.GetCurrentProcess().PeakWorkingSet64, Process.GetCurrentProcess().TotalProcessorTime);
        var clock = Stopwatch.StartNew();
        var record = DocumentReader.Read("lang.txt", bytes);
        var seconds = clock.Elapsed.TotalSeconds;
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{seconds:F2} s ({(process.TotalProcessorTime - started).TotalSeconds:F2} s of processor), peak {process.PeakWorkingSet64 / 1024 / 1024} MB (before reading {before / 1024 / 1024} MB), {RecordItems.Of(record).Count} items"));
        return 0;
    }

    private static async Task<string> Child()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(Import).Assembly.Location);
        start.ArgumentList.Add(Once);
        // As a small server runs; the bench itself uses the collector of a large one.
        start.Environment["DOTNET_gcServer"] = "0";
        using var child = Process.Start(start)!;
        var said = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        return said.Trim();
    }

    private static (string Name, byte[] Bytes) FunctionBook()
    {
        if (Environment.GetEnvironmentVariable("INTERVIEW_DOCUMENTS") is { Length: > 0 } folder && Directory.Exists(folder) && Directory.GetFiles(folder, "003_*.txt") is [var file, ..])
            return (Path.GetFileName(file), File.ReadAllBytes(file));
        return ("own text", Bytes(34_000));
    }

    private static byte[] Bytes(int characters) => Encoding.UTF8.GetBytes(OwnText.Of(characters));

    private static double Best(int times, byte[] bytes)
    {
        DocumentReader.Read("a.txt", bytes);
        return Enumerable.Range(0, times).Min(_ =>
        {
            var clock = Stopwatch.StartNew();
            DocumentReader.Read("a.txt", bytes);
            return clock.Elapsed.TotalMilliseconds;
        });
    }
}
