using System.CommandLine;
using System.Text;
using Interviewing.Application.Import;
using Interviewing.Application.Shared;
using Interviewing.Web.Shell;

namespace Interviewing.Web.Cli;

/// <summary>Reads a document. With <c>--dry-run</c> nothing is kept and no database is opened.</summary>
internal static class ImportVerb
{
    public static Command Make(Product product)
    {
        Argument<string> file = new("FILE") { Description = "The document to read." };
        Option<bool> json = new("--json") { Description = "Prints what was read as JSON." };
        Option<string?> shape = new("--as") { Description = "The shape of the JSON: gold is the exchange shape job-profile-gold/1; without it our own, richer record." };
        shape.AcceptOnlyFromAmong("gold");
        Option<bool> dry = new("--dry-run") { Description = "Reads and prints only; keeps nothing." };
        Command import = new("import", "Reads a function document, a competency book or a form (.txt, .md, .docx, .pdf, .xlsx, .csv) and keeps it as a draft to review.") { file, json, shape, dry };
        import.SetAction(async (parsed, ct) =>
        {
            var name = parsed.GetValue(file)!;
            if (!parsed.GetValue(dry))
            {
                return await product.With(async (services, stop) =>
                {
                    var bytes = await Read(name, Files(services).Limits, stop);
                    var record = Recognise(Files(services), name, bytes, stop);
                    var draft = CommandLine.OrFault(await services.GetRequiredService<Door>().Ask(new UploadDocument(Path.GetFileName(name), bytes), CommandLine.Machine, stop), services);
                    // A long document would wait for a server that is not there.
                    await services.GetRequiredService<ReadingDesk>().ReadNext(stop);
                    await Print(record, parsed.GetValue(json), parsed.GetValue(shape), $"Kept as a draft: /import/{draft}");
                    return 0;
                }, ct);
            }
            // The services without their database: only what reads files is asked for.
            await using var app = product.Build();
            var files = Files(app.Services);
            await Print(Recognise(files, name, await Read(name, files.Limits, ct), ct), parsed.GetValue(json), parsed.GetValue(shape), null);
            return 0;
        });
        return import;
    }

    private static IFileText Files(IServiceProvider services) => services.GetRequiredService<IFileText>();

    private static async Task<byte[]> Read(string name, ImportLimits limits, CancellationToken ct)
    {
        if (Directory.Exists(name)) throw new CliFault($"{name} is a folder; name a file.");
        if (!File.Exists(name)) throw new CliFault($"There is no file {name}.");
        try
        {
            // One byte more than is allowed is enough to know that it is too much.
            await using var stream = File.OpenRead(name);
            if (stream.Length > limits.MaxBytes) throw new CliFault(Sentence(new Reason("import.too-large", null, limits.MaxBytes / (1024 * 1024))));
            return await File.ReadAllBytesAsync(name, ct);
        }
        catch (UnauthorizedAccessException)
        {
            throw new CliFault($"{name} may not be read.");
        }
        catch (IOException wrong)
        {
            throw new CliFault($"{name} cannot be read: {wrong.Message.TrimEnd('.')}.");
        }
    }

    private static ImportRecord Recognise(IFileText files, string name, byte[] bytes, CancellationToken ct)
    {
        try
        {
            return DocumentReader.Read(files.Read(Path.GetFileName(name), bytes, ct), files.Limits);
        }
        catch (Refusal no)
        {
            throw new CliFault(Sentence(no.Reasons[0]));
        }
    }

    private static string Sentence(Reason reason) => new Words(strict: false).In("en", "refusal." + reason.Code, [.. reason.Args]);

    private static async Task Print(ImportRecord record, bool json, string? shape, string? kept)
    {
        await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        if (json || shape is not null)
        {
            await output.WriteLineAsync(shape == "gold" ? GoldProjection.ToJson(record) : ImportJson.ToJson(record, indented: true));
            if (kept is not null) await Console.Error.WriteLineAsync(kept);
            return;
        }
        await output.WriteLineAsync($"{record.Source.File}: {System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(record.DocumentKind.ToString())}, {record.Language}");
        await output.WriteLineAsync($"{record.JobProfiles.Count} profiles, {record.JobProfiles.Sum(p => p.ResultAreas.Count)} result areas, {record.Competencies.Count} competencies, "
            + $"{record.Competencies.Sum(c => c.Indicators.Count)} indicators, {record.Competencies.Sum(c => c.Questions.Count)} questions, {record.Competencies.Sum(c => c.Tips.Count)} tips, "
            + $"{record.Discarded.Count} lines discarded, {DraftReview.ToDos(record, []).Count} to answer before publishing");
        if (kept is not null) await output.WriteLineAsync(kept);
    }
}
