using System.CommandLine;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using Interviewing.Web.Account;

namespace Interviewing.Web.Cli;

internal static class AdminVerb
{
    public static Command Make(Product product)
    {
        Argument<string> email = new("EMAIL") { Description = "Mail address of the new administrator." };
        Command invite = new("invite", "Adds an administrator and prints the one-time link with which this person chooses a password.") { email };
        invite.SetAction((parsed, ct) => product.With(async (services, stop) =>
        {
            var address = parsed.GetRequiredValue(email);
            var made = await services.GetRequiredService<Door>().Ask(new InvitePerson(address.Split('@')[0], address, "nl", Role.Administrator), CommandLine.Machine, stop);
            var link = CommandLine.OrFault(made, services);
            Console.WriteLine(FirstAdministrator.LinkTo(services.GetRequiredService<IConfiguration>(), null, link.Token));
            return 0;
        }, ct));
        return new Command("admin", "People who administer this installation.") { invite };
    }
}
