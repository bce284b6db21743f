using System.CommandLine;
using Interviewing.Web.FirstStart;

namespace Interviewing.Web.Cli;

internal static class DemoVerb
{
    public static Command Make(Product product)
    {
        Command demo = new("demo", "Loads the demo organisation into an installation that has nobody yet, and prints its sign-ins.");
        demo.SetAction((_, ct) => product.With(async (services, stop) =>
        {
            await FirstContent.Load(services, demo: true, stop);
            FirstContent.Welcome(services.GetRequiredService<IConfiguration>(), ["http://localhost:5080"]);
            return 0;
        }, ct));
        return demo;
    }
}
