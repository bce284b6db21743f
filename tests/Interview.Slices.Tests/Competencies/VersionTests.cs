using Interviewing.Application.Competencies;
using Interviewing.Application.Competencies.Exchange;
using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Competencies;

/// <summary>One competency of a published edition is changed as a newer version: seen first, then only what is ticked goes along.</summary>
public class VersionTests
{
    [Theory, OnBothDatabases]
    public async Task A_newer_version_moves_only_what_is_ticked(Database database)
    {
        await using var house = await House.On(database);
        var keeper = await house.Someone((Role.LibraryManager, Scope.Organisation), (Role.Recruiter, Scope.Organisation));
        var library = await SmallLibrary.In(house, 3);
        var old = library.Competencies[0];
        var stays = await house.Asked(new MakeProfile(library.Edition, "BLIJFT", "nl", "Blijft", ""), keeper);
        await house.Asked(new RequireCompetency(stays, old, 3, 2), keeper);
        var (moves, kept, frozen) = (await Guide(), await Guide(), await Guide());
        var stamp = await house.Asked(new FreezeGuide(frozen, (await house.Asked(new ShowGuide(frozen), keeper)).Version), keeper);
        await AddPlan(house, old);
        var other = await SmallLibrary.In(house, 1, "ANDER");
        await house.Asked(new LinkCompetency(old, other.Competencies[0], LinkRelation.Same), keeper);
        var export = await house.Asked(new ExportEdition(library.Edition), keeper);

        var next = await house.Asked(new PrepareVersion(old), keeper);
        var card = await house.Asked(new ShowCompetency(next), keeper);
        (card.Lineage.InPreparation, card.Lineage.Number, card.Lineage.Before, card.Status).ShouldBe((true, 2, old, ItemStatus.Retired));
        (await house.Asked(new ShowVersion(next), keeper)).Lines.ShouldBeEmpty();
        await house.Asked(new RewordText(next, card.Questions[0].Id, "text", "nl", card.Questions[0].Text["nl"], card.Questions[0].Text["nl"] + " En daarna?"), keeper);
        await house.Asked(new RemoveItem(next, card.Questions[1].Id), keeper);
        await house.Asked(new AddIndicator(next, "nl", "Kijkt een jaar vooruit.", Polarity.Positive, 3), keeper);
        // While it is written nobody meets it.
        (await house.Asked(new ExportEdition(library.Edition), keeper)).SaysTheSameAs(export).ShouldBeTrue();
        (await house.Asked(new FindCompetencies(new Slice(), "plannen", Editions: [library.Edition]), keeper)).Found.Rows.Select(r => r.Id).ShouldBe([old]);
        // Whoever looks for it finds it as what it is, not among what is out of use.
        var prepared = await house.Asked(new FindCompetencies(new Slice(), States: [ShelfState.Prepared]), keeper);
        prepared.Found.Rows.Select(r => (r.Id, r.State)).ShouldBe([(next, ShelfState.Prepared)]);
        prepared.Found.Count.ShouldBe(1);
        (prepared.Facets.States[ShelfState.Prepared], prepared.Facets.States.ContainsKey(ShelfState.Retired)).ShouldBe((1, false));
        (await house.Asked(new FindCompetencies(new Slice(), States: [ShelfState.Retired]), keeper)).Found.Rows.ShouldBeEmpty();
        (await house.Asked(new ShowGuide(moves), keeper)).Plan.Questions.ShouldAllBe(q => !q.Text["nl"]!.EndsWith("En daarna?", StringComparison.Ordinal));
        (await house.Refused(new RequireCompetency(stays, next, 1, 1), keeper)).ShouldBe("profiles.competency-retired");
        (await house.Refused(new ReviveItem(next, next), keeper)).ShouldBe("competencies.version-not-published");
        (await house.Refused(new PrepareVersion(old), keeper)).ShouldBe("competencies.version-there");
        (await house.Refused(new PrepareVersion(next), keeper)).ShouldBe("competencies.version-of-retired");
        (await house.Refused(new RemoveCompetency(old), keeper)).ShouldBe("competencies.competency-used");

        var impact = await house.Asked(new ShowVersion(next), keeper);
        impact.Lines.Select(l => $"{l.Sort} {l.Kind}").ShouldBe(["Changed Question", "Removed Question", "Added Indicator"], ignoreOrder: true);
        impact.Reach.Profiles.Select(p => (p.Id, p.Changed, p.Gone)).ShouldBe([(stays, 1, 0), (library.Profile, 1, 0)], ignoreOrder: true);
        impact.Reach.Guides.Select(g => g.Id).ShouldBe([moves, kept], ignoreOrder: true);
        impact.Reach.Plans.ShouldBe(1);
        var recruiter = await house.Someone(Role.Recruiter);
        (await house.Refused(new PublishVersion(next), recruiter)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(new PublishVersion(next), await house.Someone((Role.LibraryManager, Scope.Framework(other.Framework))))).ShouldBe(Refusal.NotFoundCode);

        var done = await house.Asked(new PublishVersion(next, new Migration([library.Profile], [moves], Plans: true)), keeper);
        (done.Profiles, done.Guides, done.Plans).ShouldBe((1, 1, 1));
        var now = await house.Asked(new ShowCompetency(next), keeper);
        (now.Code, now.Status, now.Lineage.InPreparation).ShouldBe(("C-01", ItemStatus.Active, false));
        var was = await house.Asked(new ShowCompetency(old), keeper);
        (was.Code, was.Status, was.Lineage.After, was.Profiles).ShouldBe(("C-01~1", ItemStatus.Retired, next, 1));
        (await house.Asked(new FindCompetencies(new Slice(), States: [ShelfState.Retired, ShelfState.Prepared]), keeper)).Found.Rows.Select(r => (r.Id, r.State)).ShouldBe([(old, ShelfState.Retired)]);
        (await Asks(house, library.Profile)).ShouldBe([next, library.Competencies[1], library.Competencies[2]], ignoreOrder: true);
        (await Asks(house, stays)).ShouldBe([old]);
        (await house.Asked(new ShowGuide(moves), keeper)).Plan.Competencies.Select(c => c.Id).ShouldContain(next);
        (await house.Asked(new ShowGuide(kept), keeper)).Plan.Competencies.Select(c => c.Id).ShouldBe(library.Competencies);
        (await house.Asked(new PrintGuide(frozen), keeper)).Frozen!.Hash.ShouldBe(stamp.Hash);
        (await house.Look(db => db.Set<Interviewing.Application.Development.Goal>().Select(g => g.CompetencyId).SingleAsync())).ShouldBe(next);
        (await house.Asked(new ShowCrosswalk(library.Edition, other.Edition), keeper)).Rows.Single(r => r.Id == next).Links.ShouldHaveSingleItem().Relation.ShouldBe(LinkRelation.Same);
        (await house.Refused(new PublishVersion(next), keeper)).ShouldBe("competencies.version-not-prepared");
        (await house.Asked(new ReadHistory(next, new Slice()), keeper)).Rows.ShouldContain(h => h.Field == "version" && h.Who != null);

        // And a third version after it; what was never published can be thrown away.
        var third = await house.Asked(new PrepareVersion(next), keeper);
        await house.Asked(new RemoveCompetency(third), keeper);
        third = await house.Asked(new PrepareVersion(next), keeper);
        await house.Asked(new PublishVersion(third), keeper);
        (await house.Asked(new FindCompetencies(new Slice(), Editions: [library.Edition]), keeper)).Found.Rows.Select(r => r.Code).ShouldBe(["C-01", "C-02", "C-03"], ignoreOrder: true);

        Task<Guid> Guide() => house.Asked(new MakeGuide(library.Profile, library.Competencies, 60, ["nl"]), keeper);
    }

    [Theory, OnBothDatabases]
    public async Task Of_two_who_bring_one_version_into_use_at_once_one_is_told_in_a_sentence(Database database)
    {
        await using var house = await House.On(database);
        await using var elsewhere = house.Twin();
        var (one, two) = (await house.Someone(Role.LibraryManager), await house.Someone(Role.LibraryManager));
        var library = await SmallLibrary.In(house, 3);
        foreach (var competency in library.Competencies)
        {
            var next = await house.Asked(new PrepareVersion(competency), one);
            var answers = await Task.WhenAll(house.Door.Ask(new PublishVersion(next), one), elsewhere.Door.Ask(new PublishVersion(next), two));
            answers.Count(a => a.Ok).ShouldBe(1);
            answers.Single(a => !a.Ok).Reasons.ShouldHaveSingleItem().Code.ShouldBe("competencies.version-not-prepared");
        }
        var draft = await house.Asked(new MakeEdition(library.Framework, "2029"), one);
        var young = await house.Asked(new MakeCompetency(draft, null, "JONG", "nl", "Jong", ""), one);
        (await house.Refused(new PrepareVersion(young), one)).ShouldBe("competencies.edition-not-published");
        (await house.Refused(new ShowVersion(young), one)).ShouldBe("competencies.version-not-prepared");
    }

    private static Task<List<Guid>> Asks(House house, Guid profile) => house.Look(db => db.Set<RequiredCompetency>().Where(r => r.ProfileId == profile).Select(r => r.CompetencyId).ToListAsync());

    private static Task<int> AddPlan(House house, Guid competency) => house.Look(async db =>
    {
        var person = await db.Set<Person>().FirstAsync();
        var plan = new Interviewing.Application.Development.Plan(person.Id, null, null, false, house.Clock.GetUtcNow());
        plan.AddGoal(competency, LocalText.Of("nl", "Plannen"), 1, 2, 3);
        db.Add(plan);
        return await db.SaveChangesAsync();
    });
}
