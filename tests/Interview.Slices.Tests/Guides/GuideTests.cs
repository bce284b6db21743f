using Interviewing.Application.Competencies;
using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Guides;

public class GuideTests
{
    [Theory, OnBothDatabases]
    public async Task A_guide_is_proposed_changed_and_frozen(Database database)
    {
        await using var house = await House.On(database);
        var library = await SmallLibrary.In(house);
        var recruiter = await house.Someone(Role.Recruiter);
        var id = await house.Asked(new MakeGuide(library.Profile, library.Competencies, 60, ["nl", "fr"]), recruiter);
        var guide = await house.Asked(new ShowGuide(id), recruiter);
        guide.Plan.Competencies.Select(c => c.Id).ShouldBe(library.Competencies);
        guide.Plan.Questions.Select(q => q.CompetencyId).Distinct().Count().ShouldBe(5);
        guide.Plan.Minutes.ShouldBeLessThanOrEqualTo(60);
        (guide.MayEdit, guide.MayFreeze, guide.Status).ShouldBe((true, true, GuideStatus.Draft));
        guide.Items.ShouldAllBe(i => i.Why!.Kind == WhyKind.Best && i.Why.Others == i.Others);

        var item = guide.Items[0];
        var others = await house.Asked(new ListAlternatives(id, library.Competencies[0], item.Id), recruiter);
        others.Count.ShouldBe(item.Others);
        var saved = await house.Asked(new SwapQuestion(id, item.Id, others[0].Question, guide.Version), recruiter);
        (await house.Asked(new ShowGuide(id), recruiter)).Plan.Minutes.ShouldBe(others[0].TotalAfter);
        saved = await house.Asked(new MoveQuestion(id, item.Id, 3, saved.Version), recruiter);
        (await house.Asked(new ShowGuide(id), recruiter)).Plan.Questions[3].Id.ShouldBe(others[0].Question);
        saved = await house.Asked(new GiveMinutes(id, item.Id, 4, saved.Version), recruiter);
        saved = await house.Asked(new PutQuestion(id, library.Competencies[1], (await house.Asked(new ListAlternatives(id, library.Competencies[1], null), recruiter))[0].Question, saved.Version), recruiter);
        saved = await house.Asked(new PutOwnQuestion(id, library.Competencies[2], "nl", "Wat leest u <script>alert(1)</script>?", QuestionType.Knowledge, 3, saved.Version), recruiter);
        saved = await house.Asked(new FitGuide(id, 75, 4, 6, saved.Version), recruiter);
        var changed = await house.Asked(new ShowGuide(id), recruiter);
        changed.Version.ShouldBe(saved.Version);
        changed.Plan.Questions.Single(q => q.Id == others[0].Question).Minutes.ShouldBe(4);
        changed.Plan.Questions.Count.ShouldBe(guide.Plan.Questions.Count + 2);
        var own = changed.Items.Single(i => i.IsOwn);
        await house.Asked(new RewordGuide(id, own.Id, "text", "fr", null, "Que lisez-vous ?"), recruiter);
        await house.Asked(new RewordGuide(id, id, "title", "nl", changed.Plan.Title["nl"], "Eerste ronde"), recruiter);
        (await house.Refused(new RewordGuide(id, changed.Items[0].Id, "text", "nl", null, "x"), recruiter)).ShouldBe(Refusal.NotFoundCode);

        var version = (await house.Asked(new ShowGuide(id), recruiter)).Version;
        var stamp = await house.Asked(new FreezeGuide(id, version), recruiter);
        var document = await house.Look(db => db.Set<FrozenDocument>().AsNoTracking().SingleAsync());
        (document.Hash, document.IsUnaltered, document.Id).ShouldBe((stamp.Hash, true, stamp.Document));
        document.Read().Title["nl"].ShouldBe("Eerste ronde");
        document.Read().Questions.Single(q => q.Id == own.Id).Text.All.Keys.ShouldBe(["fr", "nl"]);
        var frozen = await house.Asked(new ShowGuide(id), recruiter);
        (frozen.MayEdit, frozen.Frozen!.Hash, frozen.Findings.Count).ShouldBe((false, stamp.Hash, 0));
        (await house.Refused(new DropQuestion(id, own.Id, frozen.Version), recruiter)).ShouldBe("guides.frozen");
        (await house.Asked(new FrozenDocumentsOf(library.Profile), recruiter)).ShouldHaveSingleItem().Minutes.ShouldBe(frozen.Plan.Minutes);
        (await house.Asked(new FrozenDocumentsOf(Guid.NewGuid()), recruiter)).ShouldBeEmpty();

        var copy = await house.Asked(new CopyGuide(id), recruiter);
        var again = await house.Asked(new ShowGuide(copy), recruiter);
        (again.Status, again.Plan.Questions.Count).ShouldBe((GuideStatus.Draft, frozen.Plan.Questions.Count));
        (await house.Asked(new ListGuides(new Slice(), library.Profile), recruiter)).Count.ShouldBe(2);
        (await house.Asked(new ListGuides(new Slice(), Status: GuideStatus.Frozen), recruiter)).Rows.ShouldHaveSingleItem().Id.ShouldBe(id);
    }

    [Theory, OnBothDatabases]
    public async Task Two_editors_of_one_guide_do_not_overwrite_each_other(Database database)
    {
        await using var house = await House.On(database);
        var library = await SmallLibrary.In(house);
        var (one, two) = (await house.Someone(Role.Recruiter), await house.Someone(Role.Recruiter));
        var id = await house.Asked(new MakeGuide(library.Profile, library.Competencies, 60, ["nl"]), one);
        var seen = await house.Asked(new ShowGuide(id), two);
        await house.Asked(new MoveQuestion(id, seen.Items[0].Id, 2, seen.Version), one);
        (await house.Refused(new DropQuestion(id, seen.Items[1].Id, seen.Version), two)).ShouldBe(Refusal.ChangedCode);
        (await house.Refused(new FreezeGuide(id, seen.Version), two)).ShouldBe(Refusal.ChangedCode);
        (await house.Asked(new ShowGuide(id), two)).Items.Count.ShouldBe(seen.Items.Count);
        // Texts merge all the same.
        await house.Asked(new RewordGuide(id, id, "opening", "nl", seen.Plan.Opening["nl"], "Dag."), two);
        (await house.Refused(new RewordGuide(id, id, "opening", "nl", seen.Plan.Opening["nl"], "Hallo."), one)).ShouldBe(Refusal.ChangedCode);
    }

    [Theory, OnBothDatabases]
    public async Task No_edit_of_the_library_changes_a_frozen_document(Database database)
    {
        await using var house = await House.On(database);
        var library = await SmallLibrary.In(house, 3);
        var editor = await house.Someone((Role.Recruiter, Scope.Organisation), (Role.LibraryManager, Scope.Organisation));
        var id = await house.Asked(new MakeGuide(library.Profile, library.Competencies, 60, ["nl", "en", "fr"]), editor);
        var stamp = await house.Asked(new FreezeGuide(id, (await house.Asked(new ShowGuide(id), editor)).Version), editor);
        var before = await house.Asked(new PrintGuide(id), editor);

        var random = new Random(11);
        for (var i = 0; i < 30; i++)
        {
            var competency = library.Competencies[random.Next(3)];
            var card = await house.Asked(new ShowCompetency(competency), editor);
            var (question, indicator, language) = (card.Questions[random.Next(card.Questions.Count)], card.Indicators[random.Next(card.Indicators.Count)], new[] { "nl", "en", "fr" }[random.Next(3)]);
            Task edit = random.Next(14) switch
            {
                0 => house.Asked(new RewordText(competency, competency, "name", language, card.Name[language], $"Naam {i}"), editor),
                1 => house.Asked(new RewordText(competency, competency, "definition", language, card.Definition[language], random.Next(2) == 0 ? "" : $"Omschrijving {i}"), editor),
                2 => house.Asked(new RewordText(competency, question.Id, "text", language, question.Text[language], $"Vraag {i}"), editor),
                3 => house.Asked(new RewordText(competency, indicator.Id, "text", language, indicator.Text[language], $"Gedrag {i}"), editor),
                4 => house.Asked(new RewordText(competency, question.Id, "anchor.3", language, question.Anchors.FirstOrDefault(a => a.Point == 3)?.Text[language], $"Anker {i}"), editor),
                5 => house.Asked(new TuneQuestion(competency, question.Id, question.Tuning, question.Tuning with { Minutes = 1 + i % 50, Touches = [indicator.Id] }), editor),
                6 => house.Asked(new RetireItem(competency, question.Id), editor),
                7 => house.Asked(new RetireItem(competency, indicator.Id), editor),
                8 => house.Asked(new RetireItem(competency, competency), editor),
                9 => house.Asked(new ReviveItem(competency, competency), editor),
                10 => house.Door.Ask(new RequireCompetency(library.Profile, competency, 1 + i % 3, 1 + i % 10), editor),
                11 => house.Door.Ask(new RemoveItem(competency, card.Tips.Count > 0 ? card.Tips[0].Id : indicator.Id), editor),
                12 => NewVersion(competency, id),
                _ => house.Asked(new StopRequiring(library.Profile, competency), editor),
            };
            await edit;
            var now = await house.Asked(new PrintGuide(id), editor);
            now.Text.ShouldBe(before.Text);
            now.Frozen!.Hash.ShouldBe(stamp.Hash);
            FrozenGuide.HashOf(now.Text!).ShouldBe(stamp.Hash);
        }
        await house.Asked(new RewordProfile(library.Profile, library.Profile, "name", "nl", "Projectleider openbare ruimte", "Andere functie"), editor);
        (await house.Asked(new PrintGuide(id), editor)).Text.ShouldBe(before.Text);

        // Also asked to go along, a frozen guide does not.
        async Task NewVersion(Guid competency, Guid guide)
        {
            if (await house.Door.Ask(new PrepareVersion(competency), editor) is { Ok: true, Value: var next }) await house.Asked(new PublishVersion(next, new Migration([library.Profile], [guide], Plans: true)), editor);
        }
    }

    [Theory, OnBothDatabases]
    public async Task What_cannot_be_made_is_said_and_nothing_is_kept(Database database)
    {
        await using var house = await House.On(database);
        var library = await SmallLibrary.In(house, 2);
        var recruiter = await house.Someone(Role.Recruiter);
        (await house.Refused(new MakeGuide(library.Profile, library.Competencies, 5, ["nl"]), recruiter)).ShouldBe("guides.minutes-wrong");
        (await house.Refused(new MakeGuide(library.Profile, library.Competencies, 16, ["nl"]), recruiter)).ShouldBe("guides.too-short");
        (await house.Refused(new MakeGuide(library.Profile, library.Competencies, 60, ["de"]), recruiter)).ShouldBe("guides.language-has-no-texts");
        (await house.Refused(new MakeGuide(library.Profile, library.Competencies, 60, []), recruiter)).ShouldBe("guides.language-missing");
        (await house.Refused(new MakeGuide(library.Profile, [], 60, ["nl"]), recruiter)).ShouldBe("guides.no-competencies");
        (await house.Refused(new MakeGuide(library.Profile, [Guid.NewGuid()], 60, ["nl"]), recruiter)).ShouldBe("guides.not-in-profile");
        (await house.Refused(new MakeGuide(Guid.NewGuid(), library.Competencies, 60, ["nl"]), recruiter)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new ProposeGuide("NOPE", 60, "nl"), recruiter)).ShouldBe("guides.profile-unknown");
        var bare = await house.Asked(new MakeCompetency(library.Edition, null, "KAAL", "nl", "Kaal", ""), recruiter);
        await house.Asked(new RequireCompetency(library.Profile, bare, null, 1), recruiter);
        var no = await house.Door.Ask(new MakeGuide(library.Profile, [.. library.Competencies, bare], 60, ["nl"]), recruiter);
        (no.Reasons[0].Code, no.Reasons[0].Args[0]).ShouldBe(("guides.competency-has-no-questions", "Kaal"));
        (await house.Look(db => db.Set<Guide>().CountAsync() )).ShouldBe(0);
        (await house.Look(db => db.Set<GuideQuestion>().CountAsync())).ShouldBe(0);
        (await house.Asked(new ListGuidable(), recruiter)).ShouldHaveSingleItem().Code.ShouldBe(library.ProfileCode);
    }

    [Theory, OnBothDatabases]
    public async Task An_impossible_freeze_is_refused_and_the_guide_stays_a_draft(Database database)
    {
        await using var house = await House.On(database);
        var library = await SmallLibrary.In(house, 2);
        var recruiter = await house.Someone(Role.Recruiter);
        var id = await house.Asked(new MakeGuide(library.Profile, library.Competencies, 30, ["nl"]), recruiter);
        var guide = await house.Asked(new ShowGuide(id), recruiter);
        var saved = await house.Asked(new DropQuestion(id, guide.Items[0].Id, guide.Version), recruiter);
        (await house.Refused(new FreezeGuide(id, saved.Version), recruiter)).ShouldBe("guides.competency-without-question");
        foreach (var item in guide.Items.Skip(1)) saved = await house.Asked(new DropQuestion(id, item.Id, saved.Version), recruiter);
        (await house.Refused(new FreezeGuide(id, saved.Version), recruiter)).ShouldBe("guides.no-questions");
        (await house.Asked(new ShowGuide(id), recruiter)).Status.ShouldBe(GuideStatus.Draft);
        (await house.Look(db => db.Set<FrozenDocument>().CountAsync())).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Who_has_no_part_in_a_guide_is_told_that_it_does_not_exist(Database database)
    {
        await using var house = await House.On(database);
        var library = await SmallLibrary.In(house, 4);
        var recruiter = await house.Someone(Role.Recruiter);
        var procedure = Guid.CreateVersion7();
        var id = await house.Asked(new MakeGuide(library.Profile, library.Competencies, 60, ["nl"]), recruiter);
        var version = await house.Look(async db =>
        {
            var guide = await db.Set<Guide>().SingleAsync();
            guide.BelongTo(procedure);
            await db.SaveChangesAsync();
            return guide.Version;
        });
        var (chair, stranger, panelist) = (await house.Someone((Role.Chair, Scope.Procedure(procedure))), await house.Someone((Role.Chair, Scope.Procedure(Guid.NewGuid()))), await house.Someone((Role.Panelist, Scope.Procedure(procedure))));
        (await house.Refused(new ShowGuide(id), stranger)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new FreezeGuide(id, version), stranger)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new PrintGuide(id), await house.Someone(Role.Employee))).ShouldBe(Refusal.NotAllowedCode);
        (await house.Asked(new ShowGuide(id), panelist)).ShouldSatisfyAllConditions(g => g.MayEdit.ShouldBeFalse(), g => g.MayFreeze.ShouldBeFalse());
        (await house.Refused(new FreezeGuide(id, version), panelist)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(new DropQuestion(id, Guid.NewGuid(), version), chair)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Asked(new ShowGuide(id), chair)).ShouldSatisfyAllConditions(g => g.MayEdit.ShouldBeFalse(), g => g.MayFreeze.ShouldBeTrue());
        (await house.Asked(new FreezeGuide(id, version), chair)).Hash.Length.ShouldBe(64);
    }
}
