using System.Diagnostics;
using System.Text.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Interviewing.Web.Tests.Cli;

public sealed class GuideVerbTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("interview-cli-").FullName;

    [Fact]
    public async Task It_lists_profiles_and_writes_a_guide_in_each_form()
    {
        var list = await Run("guide", "--list");
        list.Code.ShouldBe(0);
        var code = list.Out.Split('\n')[0].Split('\t')[0];
        foreach (var ending in new[] { "docx", "html", "json" })
            (await Run("guide", "--profile", code, "--minutes", "60", "--language", "fr", "--out", $"g.{ending}")).ShouldSatisfyAllConditions(r => r.Error.ShouldBe(""), r => r.Code.ShouldBe(0));

        using (var word = WordprocessingDocument.Open(Path.Combine(folder, "g.docx"), false))
            new OpenXmlValidator(FileFormatVersions.Office2019).Validate(word).ShouldBeEmpty();
        var html = await File.ReadAllTextAsync(Path.Combine(folder, "g.html"));
        html.ShouldContain("lang=\"fr\"");
        html.ShouldContain("@page");
        html.ShouldNotContain("<script");
        var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "g.json"))).RootElement;
        json.GetProperty("languages")[0].GetString().ShouldBe("fr");
        json.GetProperty("questions").GetArrayLength().ShouldBeGreaterThan(3);

        await Refused("There is no profile with the code NOPE.", "--profile", "NOPE", "--out", "x.docx");
        await Refused("Choose an interview of 15 to 240 minutes.", "--profile", code, "--minutes", "5", "--out", "x.docx");
        await Refused("20 minutes is too short", "--profile", code, "--minutes", "20", "--out", "x.docx");
        await Refused("has no questions in the language de", "--profile", code, "--language", "de", "--out", "x.docx");
        await Refused("Cannot write", "--profile", code, "--out", "no/such/folder/x.docx");
    }

    [Theory]
    [InlineData("'x.pdf' ends in none of", "--profile", "GEM-ADV-IV", "--out", "x.pdf")]
    [InlineData("Say which profile", "--out", "x.docx")]
    [InlineData("Say where to write", "--profile", "GEM-ADV-IV")]
    public async Task What_it_can_know_without_a_database_makes_none(string sentence, params string[] args)
    {
        await Refused(sentence, args);
        Directory.Exists(Path.Combine(folder, "data")).ShouldBeFalse();
    }

    private async Task Refused(string sentence, params string[] args)
    {
        var run = await Run(["guide", .. args]);
        run.Code.ShouldBe(2);
        run.Error.Trim().ShouldContain(sentence);
        run.Error.Trim().Split('\n').Length.ShouldBe(1);
        Directory.GetFiles(folder, "x.*").ShouldBeEmpty();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<(int Code, string Out, string Error)> Run(params string[] args)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Interview.Web.dll"), .. args])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["Logging__LogLevel__Default"] = "None", ["Data__Folder"] = Path.Combine(folder, "data") },
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
