using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Interviewing.Application.Import;
using Interviewing.Application.Shared;

namespace Interviewing.Infrastructure.Documents.Reading;

/// <summary>The text of a PDF through the program pdftotext, which keeps columns and pages: started without a shell, fed and read through pipes, ended when it takes too long or says too much.</summary>
internal static class PdfText
{
    // Where Linux can, the program may not take more memory than this.
    private const long Memory = 1024L * 1024 * 1024;
    private const string Limiter = "/usr/bin/prlimit";
    private const int LongestComplaint = 4000;

    public static string Read(ReadOnlyMemory<byte> bytes, ImportLimits limits, CancellationToken ct)
    {
        Refuse.If(Find(limits.PdfToText) is null, "import.pdf-tool");
        using var time = CancellationTokenSource.CreateLinkedTokenSource(ct);
        time.CancelAfter(TimeSpan.FromSeconds(limits.PdfSeconds));
        using var process = Start(Find(limits.PdfToText)!);
        try
        {
            var complaint = Drain(process.StandardError, time.Token);
            var feeding = Feed(process, bytes, time.Token);
            var text = Text(process.StandardOutput, limits, time.Token).GetAwaiter().GetResult();
            feeding.GetAwaiter().GetResult();
            process.WaitForExitAsync(time.Token).GetAwaiter().GetResult();
            Refuse.If(complaint.GetAwaiter().GetResult().Contains("password", StringComparison.OrdinalIgnoreCase), "import.locked");
            Refuse.If(process.ExitCode != 0 && string.IsNullOrWhiteSpace(text), "import.damaged");
            Refuse.If(string.IsNullOrWhiteSpace(text), "import.pdf-no-text");
            return text;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new Refusal("import.too-slow", limits.PdfSeconds);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(string program)
    {
        var limited = File.Exists(Limiter);
        var start = new ProcessStartInfo(limited ? Limiter : program)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, CreateNoWindow = true,
            StandardOutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        if (limited) foreach (var word in new[] { $"--as={Memory}", "--", program }) start.ArgumentList.Add(word);
        foreach (var word in new[] { "-layout", "-enc", "UTF-8", "-eol", "unix", "-", "-" }) start.ArgumentList.Add(word);
        try
        {
            return Process.Start(start) ?? throw new Refusal("import.pdf-tool");
        }
        catch (Win32Exception)
        {
            throw new Refusal("import.pdf-tool");
        }
    }

    private static string? Find(string program)
    {
        if (program.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal)) return File.Exists(program) ? program : null;
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => new[] { Path.Combine(folder, program), Path.Combine(folder, program + ".exe") }).FirstOrDefault(File.Exists);
    }

    private static async Task Feed(Process process, ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(bytes, stop).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program stopped listening; its exit code says why.
        }
    }

    private static async Task<string> Text(StreamReader output, ImportLimits limits, CancellationToken stop)
    {
        var text = new StringBuilder();
        var buffer = new char[16 * 1024];
        int read;
        while ((read = await output.ReadAsync(buffer, stop).ConfigureAwait(false)) > 0)
        {
            Refuse.If(text.Length + read > limits.MaxCharacters, "import.too-much-text", limits.MaxCharacters);
            text.Append(buffer, 0, read);
        }
        return text.Replace('\0', ' ').ToString();
    }

    private static async Task<string> Drain(StreamReader errors, CancellationToken stop)
    {
        var first = new StringBuilder();
        var buffer = new char[4096];
        int read;
        while ((read = await errors.ReadAsync(buffer, stop).ConfigureAwait(false)) > 0)
            if (first.Length < LongestComplaint) first.Append(buffer, 0, read);
        return first.ToString();
    }
}
