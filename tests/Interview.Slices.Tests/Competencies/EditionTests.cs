using Interviewing.Application.Competencies;
using Interviewing.Application.Competencies.Exchange;
using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Competencies;

public class EditionTests
{
    [Theory, OnBothDatabases]
    public async Task A_tree_has_the_levels_its_owner_names_and_branches_move_with_what_hangs_on_them(Database database)
    {
        await using var house = await House.On(database);
        var keeper = await house.Someone(Role.LibraryManager);
        var edition = await house.Asked(new MakeFramework("nl", "Eigen raamwerk", "Gemeente Waterveen", "", "2027"), keeper);
        foreach (var (name, depth) in new[] { ("Domein", 0), ("Thema", 1), ("Cluster", 2), ("Deelcluster", 3) }) await house.Asked(new NameTreeLevel(edition, TreeSide.Competencies, depth, "nl", null, name), keeper);
        await house.Asked(new NameTreeLevel(edition, TreeSide.Competencies, 0, "fr", null, "Domaine"), keeper);
        Guid? at = null;
        foreach (var name in new[] { "Denken", "Oordelen", "Afwegen", "Wegen" }) at = await house.Asked(new AddBranch(edition, TreeSide.Competencies, at, "nl", name), keeper);
        var second = await house.Asked(new AddBranch(edition, TreeSide.Competencies, null, "nl", "Doen"), keeper);
        var competency = await house.Asked(new MakeCompetency(edition, at, "W-1", "nl", "Wegen", "Weegt."), keeper);
        var card = await house.Asked(new ShowEdition(edition), keeper);
        card.ClusterLevels.Select(l => l["nl"]).ShouldBe(["Domein", "Thema", "Cluster", "Deelcluster"]);
        card.ClusterLevels[0]["fr"].ShouldBe("Domaine");
        card.Branches.Select(b => (b.Name["nl"]!, b.Depth, b.Leaves)).ShouldBe([("Denken", 0, 0), ("Oordelen", 1, 0), ("Afwegen", 2, 0), ("Wegen", 3, 1), ("Doen", 0, 0)]);

        var judging = card.Branches[1].Id;
        await house.Asked(new MoveBranch(judging, second, 0), keeper);
        await house.Asked(new MoveBranch(second, null, 0), keeper);
        (await house.Asked(new ShowEdition(edition), keeper)).Branches.Select(b => (b.Name["nl"]!, b.Depth)).ShouldBe([("Doen", 0), ("Oordelen", 1), ("Afwegen", 2), ("Wegen", 3), ("Denken", 0)]);
        (await house.Refused(new MoveBranch(second, at, 0), keeper)).ShouldBe("competencies.branch-under-itself");
        (await house.Refused(new MoveBranch(second, second, 0), keeper)).ShouldBe("competencies.branch-under-itself");
        (await house.Refused(new RemoveBranch(at!.Value), keeper)).ShouldBe("competencies.branch-not-empty");
        await house.Asked(new HangUnder(competency, null), keeper);
        (await house.Asked(new ListLeaves(edition, TreeSide.Competencies, null, new Slice()), keeper)).Rows.ShouldHaveSingleItem().Code.ShouldBe("W-1");
        await house.Asked(new RemoveBranch(at.Value), keeper);
        await house.Asked(new RewordBranch(judging, "nl", "Oordelen", "Beoordelen"), keeper);
        (await house.Refused(new RewordBranch(judging, "nl", "Oordelen", "Keuren"), keeper)).ShouldBe(Refusal.ChangedCode);

        var reader = await house.Someone(Role.Employee);
        (await house.Refused(new AddBranch(edition, TreeSide.Competencies, null, "nl", "x"), reader)).ShouldBe(Refusal.NotAllowedCode);
        var elsewhere = await house.Someone((Role.LibraryManager, Scope.Framework(Guid.NewGuid())));
        (await house.Refused(new MoveBranch(judging, null, 0), elsewhere)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new HangUnder(competency, judging), elsewhere)).ShouldBe(Refusal.NotFoundCode);
    }

    [Theory, OnBothDatabases]
    public async Task A_tree_of_twenty_levels_and_a_code_of_three_hundred_letters_are_refused_and_nothing_is_half_done(Database database)
    {
        await using var house = await House.On(database);
        var keeper = await house.Someone(Role.LibraryManager);
        var edition = await house.Asked(new MakeFramework("nl", "Diep", "", "", "1"), keeper);
        Guid? at = null;
        for (var i = 1; i <= Node.Deepest; i++) at = await house.Asked(new AddBranch(edition, TreeSide.Profiles, at, "nl", $"Stap {i}"), keeper);
        (await house.Refused(new AddBranch(edition, TreeSide.Profiles, at, "nl", "Stap 20"), keeper)).ShouldBe("competencies.tree-too-deep");
        var top = await house.Asked(new AddBranch(edition, TreeSide.Profiles, null, "nl", "Los"), keeper);
        (await house.Refused(new MoveBranch(top, at, 0), keeper)).ShouldBe("competencies.tree-too-deep");
        (await house.Refused(new NameTreeLevel(edition, TreeSide.Profiles, Node.Deepest, "nl", null, "x"), keeper)).ShouldBe("competencies.tree-too-deep");
        var before = await house.Asked(new ExportEdition(edition), keeper);
        before.Tree.Count.ShouldBe(Node.Deepest + 1);
        var deeper = before with { Tree = [.. before.Tree.Take(Node.Deepest), new BranchText(Node.Deepest + 1, NodeKind.Group, LocalText.Of("nl", "Te diep"))] };
        (await house.Refused(new ImportEdition(deeper.ToJson()), keeper)).ShouldBe("competencies.tree-too-deep");

        var code = new string('x', 300);
        (await house.Refused(new MakeCompetency(edition, null, code, "nl", "Lang", ""), keeper)).ShouldBe("competencies.code-wrong");
        (await house.Refused(new MakeProfile(edition, code, "nl", "Lang", ""), keeper)).ShouldBe("profiles.code-wrong");
        var longCode = before with { Competencies = [new CompetencyText(code, null, LocalText.Of("nl", "Lang"), LocalText.Empty, ItemStatus.Active, null, [], [], [], [])] };
        (await house.Refused(new ImportEdition(longCode.ToJson()), keeper)).ShouldBe("competencies.code-wrong");
        (await house.Asked(new ExportEdition(edition), keeper)).SaysTheSameAs(before).ShouldBeTrue();
    }

    [Theory, OnBothDatabases]
    public async Task Of_two_people_who_publish_one_edition_at_once_one_is_told_in_a_sentence(Database database)
    {
        await using var house = await House.On(database);
        await using var elsewhere = house.Twin();
        var (one, other) = (await house.Someone(Role.LibraryManager), await house.Someone(Role.LibraryManager));
        for (var round = 0; round < 4; round++)
        {
            var edition = await house.Asked(new MakeFramework("nl", $"Raamwerk {round}", "", "", "1"), one);
            var answers = await Task.WhenAll(house.Door.Ask(new PublishEdition(edition), one), elsewhere.Door.Ask(new PublishEdition(edition), other));
            answers.Count(a => a.Ok).ShouldBe(1);
            answers.Single(a => !a.Ok).Reasons.ShouldHaveSingleItem().Code.ShouldBe("competencies.edition-not-draft");
        }
        (await house.Refused(new PublishEdition((await SmallLibrary.In(house, 1)).Edition), await house.Someone(Role.Recruiter))).ShouldBe(Refusal.NotAllowedCode);
    }

    [Theory, OnBothDatabases]
    public async Task A_new_edition_tells_what_it_touches_and_moves_only_what_is_ticked(Database database)
    {
        await using var house = await House.On(database);
        var keeper = await house.Someone((Role.LibraryManager, Scope.Organisation), (Role.Recruiter, Scope.Organisation));
        var library = await SmallLibrary.In(house, 4);
        var stays = await house.Asked(new MakeProfile(library.Edition, "BLIJFT", "nl", "Blijft", ""), keeper);
        await house.Asked(new RequireCompetency(stays, library.Competencies[0], 3, 2), keeper);
        var guide = await house.Asked(new MakeGuide(library.Profile, library.Competencies, 60, ["nl"]), keeper);
        var kept = await house.Asked(new MakeGuide(library.Profile, library.Competencies, 60, ["nl"]), keeper);
        var frozen = await house.Asked(new MakeGuide(library.Profile, library.Competencies, 60, ["nl"]), keeper);
        await house.Look(async db => { await Freeze(db, frozen); return 0; });
        await AddPlan(house, library);

        var draft = await house.Asked(new CopyEdition(library.Edition, "2027"), keeper);
        (await house.Asked(new ShowImpact(draft), keeper)).Lines.ShouldBeEmpty();
        var copies = (await house.Asked(new FindCompetencies(new Slice(), Editions: [draft]), keeper)).Found.Rows.ToDictionary(r => r.Code, r => r.Id);
        var card = await house.Asked(new ShowCompetency(copies["C-01"]), keeper);
        await house.Asked(new RewordText(card.Id, card.Questions[0].Id, "text", "nl", card.Questions[0].Text["nl"], card.Questions[0].Text["nl"] + " En daarna?"), keeper);
        await house.Asked(new RemoveItem(card.Id, card.Questions[1].Id), keeper);
        await house.Asked(new AddIndicator(card.Id, "nl", "Kijkt een jaar vooruit.", Polarity.Positive, 3), keeper);
        await house.Asked(new RemoveCompetency(copies["C-04"]), keeper);
        await house.Asked(new MakeCompetency(draft, null, "C-99", "nl", "Nieuw vak", ""), keeper);

        var impact = await house.Asked(new ShowImpact(draft), keeper);
        impact.Against.ShouldBe(library.Edition);
        impact.Lines.Select(l => $"{l.Code} {l.Sort} {l.Kind}").ShouldBe(["C-01 Changed Question", "C-01 Removed Question", "C-01 Added Indicator", "C-04 Removed Competency", "C-99 Added Competency"], ignoreOrder: true);
        impact.Reach.Profiles.Select(p => (p.Id, p.Changed, p.Gone)).ShouldBe([(stays, 1, 0), (library.Profile, 1, 1)], ignoreOrder: true);
        impact.Reach.Guides.Select(g => g.Id).ShouldBe([guide, kept], ignoreOrder: true);
        impact.Reach.Plans.ShouldBe(1);

        var done = await house.Asked(new PublishEdition(draft, library.Edition, new Migration([library.Profile], [guide], Plans: true)), keeper);
        (done.Profiles, done.Guides, done.Plans).ShouldBe((1, 1, 1));
        (await house.Asked(new ShowEdition(library.Edition), keeper)).Status.ShouldBe(EditionStatus.Superseded);
        (await Asks(house, library.Profile)).ShouldBe([copies["C-01"], copies["C-02"], copies["C-03"], library.Competencies[3]], ignoreOrder: true);
        (await Asks(house, stays)).ShouldBe([library.Competencies[0]]);
        (await house.Asked(new ShowProfile(library.Profile), keeper)).Edition.ShouldBe("2027");
        var moved = await house.Asked(new ShowGuide(guide), keeper);
        moved.Plan.Competencies.Select(c => c.Id).ShouldBe([copies["C-01"], copies["C-02"], copies["C-03"], library.Competencies[3]], ignoreOrder: true);
        (await house.Asked(new ShowGuide(kept), keeper)).Plan.Competencies.Select(c => c.Id).ShouldBe(library.Competencies, ignoreOrder: true);
        (await house.Look(db => db.Set<GuideCompetency>().Where(g => g.GuideId == frozen).Select(g => g.CompetencyId).ToListAsync())).ShouldBe(library.Competencies, ignoreOrder: true);
        (await house.Look(db => db.Set<Interviewing.Application.Development.Goal>().Select(g => g.CompetencyId).SingleAsync())).ShouldBe(copies["C-01"]);
        (await house.Refused(new PublishEdition(draft, library.Edition), keeper)).ShouldBe("competencies.edition-not-draft");
        var late = await house.Asked(new MakeEdition(library.Framework, "2028"), keeper);
        (await house.Refused(new PublishEdition(late, library.Edition), keeper)).ShouldBe("competencies.edition-not-published");
        (await house.Asked(new ShowEdition(late), keeper)).Status.ShouldBe(EditionStatus.Draft);
    }

    [Theory, OnBothDatabases]
    public async Task Competencies_of_two_editions_are_linked_and_never_in_a_ring(Database database)
    {
        await using var house = await House.On(database);
        var keeper = await house.Someone(Role.LibraryManager);
        var (a, b, c) = (await SmallLibrary.In(house, 2, "A-1"), await SmallLibrary.In(house, 2, "B-1"), await SmallLibrary.In(house, 2, "C-1"));
        (await house.Refused(new LinkCompetency(a.Competencies[0], a.Competencies[0], LinkRelation.Same), keeper)).ShouldBe("competencies.link-to-itself");
        (await house.Refused(new LinkCompetency(a.Competencies[0], a.Competencies[1], LinkRelation.Related), keeper)).ShouldBe("competencies.link-in-edition");
        await house.Asked(new LinkCompetency(a.Competencies[0], b.Competencies[0], LinkRelation.Broader), keeper);
        await house.Asked(new LinkCompetency(b.Competencies[0], c.Competencies[0], LinkRelation.Broader), keeper);
        (await house.Refused(new LinkCompetency(c.Competencies[0], a.Competencies[0], LinkRelation.Broader), keeper)).ShouldBe("competencies.link-goes-round");
        (await house.Refused(new LinkCompetency(a.Competencies[0], c.Competencies[0], LinkRelation.Narrower), keeper)).ShouldBe("competencies.link-goes-round");
        (await house.Refused(new LinkCompetency(a.Competencies[0], c.Competencies[0], LinkRelation.Same), keeper)).ShouldBe("competencies.link-goes-round");
        (await house.Look(db => db.Set<CompetencyLink>().CountAsync())).ShouldBe(2);
        await house.Asked(new LinkCompetency(a.Competencies[0], c.Competencies[0], LinkRelation.Broader), keeper);

        // The same line seen from the other side; saying it anew changes it and makes no second one.
        var there = await house.Asked(new ShowCrosswalk(b.Edition, a.Edition), keeper);
        there.Rows.Single(r => r.Id == b.Competencies[0]).Links.ShouldHaveSingleItem().Relation.ShouldBe(LinkRelation.Narrower);
        there.Rows.Single(r => r.Id == b.Competencies[1]).Proposed.ShouldBe(a.Competencies[1]);
        await house.Asked(new LinkCompetency(b.Competencies[0], a.Competencies[0], LinkRelation.Same), keeper);
        (await house.Asked(new ShowCrosswalk(a.Edition, b.Edition), keeper)).Rows[0].Links.ShouldHaveSingleItem().Relation.ShouldBe(LinkRelation.Same);
        await house.Asked(new UnlinkCompetency(a.Competencies[0], b.Competencies[0]), keeper);
        (await house.Refused(new UnlinkCompetency(a.Competencies[0], b.Competencies[0]), keeper)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new ShowCrosswalk(a.Edition, a.Edition), keeper)).ShouldBe("competencies.link-in-edition");
        (await house.Refused(new LinkCompetency(a.Competencies[0], b.Competencies[0], LinkRelation.Same), await house.Someone((Role.LibraryManager, Scope.Framework(b.Framework))))).ShouldBe(Refusal.NotFoundCode);
    }

    [Theory, OnBothDatabases]
    public async Task Two_lines_drawn_at_once_do_not_close_a_ring_together(Database database)
    {
        await using var house = await House.On(database);
        await using var elsewhere = house.Twin();
        var keeper = await house.Someone(Role.LibraryManager);
        for (var round = 0; round < 3; round++)
        {
            var (a, b, c) = (await SmallLibrary.In(house, 1, $"A-{round}"), await SmallLibrary.In(house, 1, $"B-{round}"), await SmallLibrary.In(house, 1, $"C-{round}"));
            await house.Asked(new LinkCompetency(a.Competencies[0], b.Competencies[0], LinkRelation.Broader), keeper);
            var answers = await Task.WhenAll(house.Door.Ask(new LinkCompetency(b.Competencies[0], c.Competencies[0], LinkRelation.Broader), keeper), elsewhere.Door.Ask(new LinkCompetency(c.Competencies[0], a.Competencies[0], LinkRelation.Broader), keeper));
            answers.Count(x => x.Ok).ShouldBe(1);
            answers.Single(x => !x.Ok).Reasons[0].Code.ShouldBe("competencies.link-goes-round");
        }
    }

    [Theory, OnBothDatabases]
    public async Task Parts_are_reordered_and_removed_until_somebody_leans_on_them(Database database)
    {
        await using var house = await House.On(database);
        var keeper = await house.Someone((Role.LibraryManager, Scope.Organisation), (Role.Recruiter, Scope.Organisation));
        var library = await SmallLibrary.In(house, 2);
        var own = await house.Asked(new MakeCompetency(library.Edition, null, "EIGEN", "nl", "Eigen", ""), keeper);
        foreach (var title in new[] { "Een", "Twee", "Drie" }) await house.Asked(new AddLevel(own, "nl", title), keeper);
        var high = await house.Asked(new AddIndicator(own, "nl", "Hoog gedrag", Polarity.Positive, 3), keeper);
        var low = await house.Asked(new AddIndicator(own, "nl", "Laag gedrag", Polarity.Negative, 1), keeper);
        var levels = (await house.Asked(new ShowCompetency(own), keeper)).Levels;
        await house.Asked(new ReorderItem(own, levels[2].Id, 0), keeper);
        await house.Asked(new ReorderItem(own, low, 0), keeper);
        var card = await house.Asked(new ShowCompetency(own), keeper);
        card.Levels.Select(l => l.Title["nl"]).ShouldBe(["Drie", "Een", "Twee"]);
        card.Indicators.Select(i => (i.Id, i.Level)).ShouldBe([(low, 2), (high, 1)]);
        await house.Asked(new RemoveItem(own, levels[2].Id), keeper);
        (await house.Asked(new ShowCompetency(own), keeper)).Indicators.Select(i => (i.Id, i.Level)).ShouldBe([(low, (int?)1), (high, null)]);
        var question = await house.Asked(new AddQuestion(own, "nl", "Vraag?", QuestionType.PastBehaviour, 5), keeper);
        var tuned = (await house.Asked(new ShowCompetency(own), keeper)).Questions[0];
        await house.Asked(new TuneQuestion(own, question, tuned.Tuning, tuned.Tuning with { Touches = [low] }), keeper);
        await house.Asked(new RemoveItem(own, low), keeper);
        (await house.Asked(new ShowCompetency(own), keeper)).Questions[0].Touches.ShouldBeEmpty();
        (await house.Asked(new ReadHistory(own, new Slice()), keeper)).Rows.ShouldContain(h => h.Field == "removed" && h.Before == "Laag gedrag");
        await house.Asked(new RemoveCompetency(own), keeper);
        (await house.Refused(new ShowCompetency(own), keeper)).ShouldBe(Refusal.NotFoundCode);
        (await house.Asked(new FindCompetencies(new Slice(), "eigen"), keeper)).Found.Count.ShouldBe(0);

        // The profile asks for level 2 of this one: the ladder stays, and so does the competency.
        var used = await house.Asked(new ShowCompetency(library.Competencies[0]), keeper);
        (await house.Refused(new RemoveItem(used.Id, used.Levels[0].Id), keeper)).ShouldBe("competencies.ladder-used");
        (await house.Refused(new ReorderItem(used.Id, used.Levels[0].Id, 2), keeper)).ShouldBe("competencies.ladder-used");
        (await house.Refused(new RemoveCompetency(used.Id), keeper)).ShouldBe("competencies.competency-used");
        var guide = await house.Asked(new MakeGuide(library.Profile, library.Competencies, 60, ["nl"]), keeper);
        var asked = (await house.Asked(new ShowGuide(guide), keeper)).Plan.Questions[0];
        (await house.Refused(new RemoveItem(asked.CompetencyId, asked.Id), keeper)).ShouldBe("competencies.item-used");
        (await house.Refused(new RemoveItem(used.Id, used.Indicators[0].Id), keeper)).ShouldBe("competencies.item-used");
        await house.Asked(new RemoveItem(used.Id, used.Tips[0].Id), keeper);
        await house.Asked(new RetireItem(asked.CompetencyId, asked.Id), keeper);
        (await house.Refused(new ReorderItem(used.Id, Guid.NewGuid(), 0), keeper)).ShouldBe(Refusal.NotFoundCode);
    }

    private static Task<List<Guid>> Asks(House house, Guid profile) => house.Look(db => db.Set<RequiredCompetency>().Where(r => r.ProfileId == profile).Select(r => r.CompetencyId).ToListAsync());

    private static async Task Freeze(Interviewing.Infrastructure.Persistence.InterviewDb db, Guid guide)
    {
        // Only its state matters here: a frozen guide is no open guide.
        var found = await db.Set<Guide>().SingleAsync(g => g.Id == guide);
        db.Entry(found).Property(g => g.Status).CurrentValue = GuideStatus.Frozen;
        await db.SaveChangesAsync();
    }

    private static Task<int> AddPlan(House house, SmallLibrary library) => house.Look(async db =>
    {
        var person = await db.Set<Person>().FirstAsync();
        var plan = new Interviewing.Application.Development.Plan(person.Id, null, null, false, house.Clock.GetUtcNow());
        plan.AddGoal(library.Competencies[0], LocalText.Of("nl", "Plannen"), 1, 2, 3);
        db.Add(plan);
        return await db.SaveChangesAsync();
    });
}
