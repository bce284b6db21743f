using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Threading.Channels;

namespace Interviewing.Testing;

/// <summary>A message as the server took it, and how its sender came in.</summary>
public sealed record Taken(string From, IReadOnlyList<string> To, string Raw, bool Encrypted, bool SignedIn, string? Login);

/// <summary>
/// Debian's aiosmtpd in a process of its own: STARTTLS with a certificate made for this run, sign-in required, and obedient when it is to refuse, wait or hang up
/// (see tests/mail-server/server.py).
/// </summary>
public sealed class RealMailServer : IAsyncDisposable
{
    public const string User = "interview";
    public const string Password = "een lang wachtwoord";
    private const string Python = "/usr/bin/python3";

    private readonly Process process;
    private readonly string folder;
    private readonly Channel<string> answers = Channel.CreateUnbounded<string>();

    private RealMailServer(Process process, string folder) => (this.process, this.folder) = (process, folder);

    public int Port { get; private set; }

    public ConcurrentQueue<Taken> Messages { get; } = new();

    /// <summary>The certificate of the server, which is its own authority.</summary>
    public string Certificate => Path.Combine(folder, "certificate.pem");

    public static async Task<RealMailServer> Start(params string[] ways)
    {
        if (!File.Exists(Python)) throw new InvalidOperationException("Python is not installed: install the package 'python3-aiosmtpd'.");
        var folder = Directory.CreateTempSubdirectory("interview-smtp-").FullName;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=localhost", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        // The clock of the machine on purpose: that is what the other side looks at.
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(30));
        await File.WriteAllTextAsync(Path.Combine(folder, "certificate.pem"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());

        var script = Path.Combine(AppContext.BaseDirectory, "mail-server", "server.py");
        ProcessStartInfo start = new(Python, [script, Path.Combine(folder, "certificate.pem"), Path.Combine(folder, "key.pem"), User, Password, .. ways]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        RealMailServer server = new(Process.Start(start)!, folder);
        _ = server.Listen();
        var said = await server.Answer();
        server.Port = said.StartsWith("port ", StringComparison.Ordinal) ? int.Parse(said[5..], CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"The mail server did not start; is the package 'python3-aiosmtpd' installed? {said}");
        return server;
    }

    /// <summary>Behaves like this from now on; what it took before is in <see cref="Messages"/> then.</summary>
    public async Task Be(string mood)
    {
        await process.StandardInput.WriteLineAsync(mood);
        await process.StandardInput.FlushAsync();
        await Answer();
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<string> Answer()
    {
        using CancellationTokenSource patience = new(TimeSpan.FromMinutes(1));
        return await answers.Reader.ReadAsync(patience.Token);
    }

    private async Task Listen()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith('{')) Messages.Enqueue(JsonSerializer.Deserialize<Taken>(line, JsonSerializerOptions.Web)!);
            else answers.Writer.TryWrite(line);
        }
        answers.Writer.TryWrite(await process.StandardError.ReadToEndAsync());
    }
}
