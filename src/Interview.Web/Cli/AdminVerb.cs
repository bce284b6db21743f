using System.CommandLine;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using Interviewing.Web.Account;

namespace Interviewing.Web.Cli;

internal static class AdminVerb
{
    public static Command Make(Product product)
    {
        Argument<string> email = new("EMAIL") { Description = "The address of the new administrator." };
        Option<string?> name = new("--name") { Description = "The name; without it the part before the @." };
        Command invite = new("invite", "Makes a one-time link (7 days) for an administrator: a new one, or somebody who is known already.") { email, name };
        invite.SetAction((parsed, ct) => product.With(async (services, stop) =>
        {
            var made = CommandLine.OrFault(await Invite(services.GetRequiredService<Door>(), parsed.GetRequiredValue(email), parsed.GetValue(name), stop), services);
            Console.WriteLine(FirstAdministrator.LinkTo(services.GetRequiredService<IConfiguration>(), null, made.Token));
            return 0;
        }, ct));
        return new Command("admin", "Administration from the machine itself.") { invite };
    }

    private static async Task<Outcome<MadeLink>> Invite(Door door, string address, string? name, CancellationToken ct)
    {
        var found = await door.Ask(new ListPeople(address, Slice: new Slice(0, 200)), CommandLine.Machine, ct);
        if (found.Value.Rows.FirstOrDefault(p => Person.KeyOf(p.Email) == Person.KeyOf(address)) is not { } known)
            return await door.Ask(new InvitePerson(name ?? address.Split('@')[0], address, "nl", Role.Administrator), CommandLine.Machine, ct);
        var given = await door.Ask(new GiveRole(known.Id, Role.Administrator, ScopeKind.Organisation, null, null), CommandLine.Machine, ct);
        return given.Ok ? await door.Ask(new MakeEntryLink(known.Id), CommandLine.Machine, ct) : Outcome.Refused<MadeLink>(new Refusal(given.Reasons));
    }
}
