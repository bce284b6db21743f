using System.CommandLine;
using Interviewing.Application.Decisions;
using Interviewing.Web.Decisions;

namespace Interviewing.Web.Cli;

internal static class DossierVerb
{
    public static Command Make(Product product)
    {
        Argument<string> file = new("file") { Description = "The .docx or .html that somebody holds." };
        Command verify = new("verify", "Says whether the file of a procedure is unaltered.") { file };
        verify.SetAction((parsed, ct) => Verify(product, parsed.GetValue(file)!, ct));
        return new Command("dossier", "The file of a procedure.") { verify };
    }

    private static async Task<int> Verify(Product product, string path, CancellationToken ct)
    {
        byte[] bytes;
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > DossierFile.Longest }) throw new CliFault($"'{path}' is larger than {DossierFile.Longest / 1024 / 1024} MB.");
            bytes = await File.ReadAllBytesAsync(path, ct);
        }
        catch (Exception cannot) when (cannot is IOException or UnauthorizedAccessException)
        {
            throw new CliFault($"Cannot read '{path}': {cannot.Message}");
        }
        return await product.Use(async (door, stop) =>
        {
            var found = (await door.Ask(DossierFile.Question(bytes), CommandLine.Machine, stop)).Value;
            var about = $"'{found.Title}', check number {found.Checksum}";
            switch (found.Verdict)
            {
                case DossierVerdict.Unaltered:
                    Console.WriteLine($"Unaltered: handed out {found.IssuedAt:yyyy-MM-dd HH:mm}Z as {found.Format} in {found.Language}, {about}.");
                    return 0;
                case DossierVerdict.Altered: throw new CliFault($"Altered: it carries the check number of {about}, but is none of the files that were handed out.");
                case DossierVerdict.Damaged: throw new CliFault($"Unaltered, but what is kept here of {about} is not.");
                case DossierVerdict.Unknown: default: throw new CliFault("Unknown: it was not handed out here and carries no check number of ours.");
            }
        }, ct);
    }
}
