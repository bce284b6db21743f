using System.CommandLine;

namespace Interviewing.Web.Cli;

internal static class MigrateVerb
{
    public static Command Make(Product product)
    {
        Command migrate = new("migrate", "Brings the database up to date and stops.");
        migrate.SetAction((_, ct) => product.Use((_, _) => Task.FromResult(0), ct));
        return migrate;
    }
}
