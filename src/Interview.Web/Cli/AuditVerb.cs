using System.CommandLine;
using Interviewing.Application.Audit;

namespace Interviewing.Web.Cli;

internal static class AuditVerb
{
    public static Command Make(Product product)
    {
        Command verify = new("verify", "Checks the chain of the audit trail.");
        verify.SetAction((_, ct) => product.Use(async (door, stop) =>
        {
            var verdict = (await door.Ask(new VerifyAudit(), CommandLine.Machine, stop)).Value;
            Console.WriteLine($"{verdict.Sealed} sealed, {verdict.Unsealed} not sealed yet, head {(verdict.Head.Length == 0 ? "-" : verdict.Head)}");
            if (verdict.FirstBroken is { } broken) throw new CliFault($"The chain is broken at number {broken}.");
            return 0;
        }, ct));
        return new Command("audit", "The audit trail.") { verify };
    }
}
