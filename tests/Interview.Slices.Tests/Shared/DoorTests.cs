using Interviewing.Application.Audit;
using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Search;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Interviewing.Slices.Tests.Shared;

public class DoorTests
{
    [Theory, OnBothDatabases]
    public async Task Migrations_leave_nothing_pending(Database database)
    {
        await using var house = await House.On(database);
        (await house.Look(db => Task.FromResult(db.Database.HasPendingModelChanges()))).ShouldBeFalse();
        (await house.Look(db => db.Set<Scale>().SingleAsync())).PassMark.ShouldBe(3);
    }

    [Theory, OnBothDatabases]
    public async Task Permission_is_read_on_every_ask(Database database)
    {
        await using var house = await House.On(database);
        var officer = await house.Someone(Role.PrivacyOfficer);
        (await house.Asked(new VerifyAudit(), officer)).FirstBroken.ShouldBeNull();
        (await house.Refused(new VerifyAudit(), await house.Someone(Role.Employee))).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(new SealAudit(), officer)).ShouldBe(Refusal.NotAllowedCode);

        await house.Look(async db => await db.Set<RoleAssignment>().Where(r => r.PersonId == officer.Id).ExecuteDeleteAsync());
        (await house.Refused(new VerifyAudit(), officer)).ShouldBe(Refusal.NotAllowedCode);
    }

    [Theory, OnBothDatabases]
    public async Task A_session_that_idled_out_is_asked_to_sign_in(Database database)
    {
        await using var house = await House.On(database);
        var officer = await house.Someone(Role.PrivacyOfficer);
        house.Clock.Advance(TimeSpan.FromMinutes(20));
        await house.Asked(new VerifyAudit(), officer);
        house.Clock.Advance(TimeSpan.FromMinutes(20));
        await house.Asked(new VerifyAudit(), officer);
        house.Clock.Advance(TimeSpan.FromMinutes(31));
        (await house.Refused(new VerifyAudit(), officer)).ShouldBe(Refusal.SignInCode);
    }

    [Theory, OnBothDatabases]
    public async Task The_audit_chain_verifies_also_after_its_details_are_erased_and_breaks_when_a_row_is_altered(Database database)
    {
        await using var house = await House.On(database);
        await house.Someone(Role.Recruiter);
        await house.Someone(Role.Recruiter);
        var sealedNow = await house.Asked(new SealAudit(3));
        sealedNow.ShouldBe(3);
        while (await house.Asked(new SealAudit(3)) > 0) { }
        var verdict = await house.Asked(new VerifyAudit());
        verdict.Unsealed.ShouldBe(0);
        verdict.FirstBroken.ShouldBeNull();
        verdict.Sealed.ShouldBeGreaterThanOrEqualTo(4);

        await house.Look(db => db.Set<AuditDetail>().Take(1).ExecuteDeleteAsync());
        (await house.Asked(new VerifyAudit())).FirstBroken.ShouldBeNull();

        await house.Look(db => db.Set<AuditEntry>().Where(e => e.SealNumber == 2).ExecuteUpdateAsync(s => s.SetProperty(e => e.Actor, "else")));
        (await house.Asked(new VerifyAudit())).FirstBroken.ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task Search_forgives_case_accents_plural_and_word_order_alike_on_both(Database database)
    {
        await using var house = await House.On(database);
        var index = house.Provider.GetRequiredService<ISearchIndex>();
        var (plan, client) = await house.Look(async db =>
        {
            var framework = new Framework(LocalText.Of("nl", "Eigen"), "Wij", "");
            var edition = new Edition(framework.Id, "1");
            var plan = new Competency(edition.Id, null, "plan", LocalText.Of("nl", "Plannen en organiseren").With("fr", "Planifier une équipe"), LocalText.Of("nl", "Deelt het werk in."));
            var client = new Competency(edition.Id, null, "klant", LocalText.Of("nl", "Klantgerichtheid"), LocalText.Of("nl", "Zoekt uit wat klanten nodig hebben."));
            db.AddRange(framework, edition, plan, client);
            await db.SaveChangesAsync();
            return (plan.Id, client.Id);
        });
        Task<List<Guid>> Find(string text) => house.Look(db => index.Matching(db, SearchKind.Competency, text).Distinct().ToListAsync());
        (await Find("ORGANISEREN plannen")).ShouldBe([plan]);
        (await Find("planning")).ShouldBe([plan]);
        (await Find("equipes")).ShouldBe([plan]);
        (await Find("klant")).ShouldBe([client]);
        (await Find("klant plannen")).ShouldBeEmpty();
        (await Find("' OR 1=1 --")).ShouldBeEmpty();
        (await Find("\"*)(:&|!")).ShouldBeEmpty();
    }
}
