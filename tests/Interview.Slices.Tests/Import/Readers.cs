using Interviewing.Application.Import;
using Interviewing.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Interviewing.Slices.Tests.Import;

/// <summary>The product's own reader of files, with settings where a test wants other limits.</summary>
internal static class Readers
{
    private static readonly Lazy<IFileText> Usual = new(() => With());

    public static IFileText Files => Usual.Value;

    public static IFileText With(params (string Setting, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => "Import:" + s.Setting, s => (string?)s.Value)).Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddInterviewInfrastructure(configuration).BuildServiceProvider().GetRequiredService<IFileText>();
    }

    public static ImportRecord Read(string name, byte[] bytes) => DocumentReader.Read(Files.Read(name, bytes), Files.Limits);
}
