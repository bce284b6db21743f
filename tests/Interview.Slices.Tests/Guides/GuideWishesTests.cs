using Interviewing.Application.Competencies;
using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Profiles;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Guides;

public class GuideWishesTests
{
    [Theory, OnBothDatabases]
    public async Task A_next_round_asks_other_questions_and_says_where_it_cannot(Database database)
    {
        await using var house = await House.On(database);
        var library = await SmallLibrary.In(house, 3);
        var recruiter = await house.Someone(Role.Recruiter);
        var procedure = await house.Asked(new CreateProcedure("Projectleider", library.Profile, false), recruiter);
        var first = await house.Asked(new MakeGuide(library.Profile, library.Competencies, 60, ["nl"], Wishes: new(Opening: 4, Closing: 6, Panel: ["Ellen", "Joost"], Procedure: procedure)), recruiter);
        var one = await house.Asked(new ShowGuide(first), recruiter);
        (one.Plan.OpeningMinutes, one.Plan.ClosingMinutes, one.Procedure).ShouldBe((4, 6, procedure));
        one.Plan.Questions.ShouldAllBe(q => q.Member == one.Members[0].Id || q.Member == one.Members[1].Id);
        one.Findings.Select(f => f.Kind).ShouldNotContain(FindingKind.UnevenSpread);

        var second = await house.Asked(new MakeGuide(library.Profile, library.Competencies, 60, ["nl"], Wishes: new(Procedure: procedure)), recruiter);
        var two = await house.Asked(new ShowGuide(second), recruiter);
        two.Plan.Questions.Select(q => q.Id).Intersect(one.Plan.Questions.Select(q => q.Id)).ShouldBeEmpty();
        // Putting one of the first round back is seen, and its alternatives say so.
        var offered = await house.Asked(new ListAlternatives(second, library.Competencies[0], two.Items[0].Id), recruiter);
        offered.Single(a => a.Question == one.Plan.Questions[0].Id).ShouldSatisfyAllConditions(a => a.AskedBefore.ShouldBeTrue(), a => a.Better.ShouldBeFalse(), a => a.By.ShouldBe(Criterion.Repeats));
        await house.Asked(new SwapQuestion(second, two.Items[0].Id, one.Plan.Questions[0].Id, two.Version), recruiter);
        var changed = await house.Asked(new ShowGuide(second), recruiter);
        changed.Findings.Single(f => f.Kind == FindingKind.AskedBefore).Item.ShouldBe(one.Plan.Questions[0].Id);
        changed.Items[0].Why.ShouldNotBeNull().ShouldSatisfyAllConditions(w => w.Kind.ShouldBe(WhyKind.ByHand), w => w.By.ShouldBe(Criterion.Repeats));

        var choices = await house.Asked(new ChoicesForGuide(library.Profile, procedure), recruiter);
        choices.Rounds.ShouldBeEmpty();
        await house.Asked(new FreezeGuide(first, one.Version), recruiter);
        (await house.Asked(new ChoicesForGuide(library.Profile, procedure), recruiter)).Rounds.ShouldHaveSingleItem().OfProcedure.ShouldBeTrue();
        (await house.Refused(new MakeGuide(library.Profile, library.Competencies, 60, ["nl"], Wishes: new(Procedure: Guid.NewGuid())), recruiter)).ShouldBe(Refusal.NotFoundCode);
    }

    [Theory, OnBothDatabases]
    public async Task Competencies_are_proposed_and_the_mix_and_scale_are_kept(Database database)
    {
        await using var house = await House.On(database);
        var library = await SmallLibrary.In(house, 8);
        var recruiter = await house.Someone(Role.Recruiter);
        var scale = await house.Look(async db =>
        {
            var four = new Scale(SmallLibrary.Text("Vier", "Four", "Quatre"), [.. Enumerable.Range(1, 4).Select(i => new ScalePoint(i, SmallLibrary.Text($"p{i}", $"p{i}", $"p{i}"), LocalText.Empty))], 3);
            db.Add(four);
            await db.SaveChangesAsync();
            return four.Id;
        });
        var id = await house.Asked(new MakeGuide(library.Profile, null, 110, ["nl"], Wishes: new(Scale: scale, Mix: new([QuestionType.PastBehaviour, QuestionType.Situational], true))), recruiter);
        var guide = await house.Asked(new ShowGuide(id), recruiter);
        guide.Plan.Competencies.Count.ShouldBe(6);
        guide.Plan.Competencies.Sum(c => c.Weight).ShouldBe(10);
        guide.Plan.Scale.Count.ShouldBe(4);
        guide.Plan.Questions.GroupBy(q => q.CompetencyId).ShouldAllBe(g => g.Any(q => q.Type == QuestionType.PastBehaviour) && g.Any(q => q.Type == QuestionType.Situational));

        (await house.Refused(new MakeGuide(library.Profile, library.Competencies, 110, ["nl"], Wishes: new(Mix: new([QuestionType.Background], false))), recruiter)).ShouldBe("guides.mix-has-no-questions");
        (await house.Refused(new MakeGuide(library.Profile, null, 110, ["de"]), recruiter)).ShouldBe("guides.nothing-to-propose");
        (await house.Refused(new MakeGuide(library.Profile, null, 60, ["nl"], Wishes: new(Scale: Guid.NewGuid())), recruiter)).ShouldBe("guides.scale-unknown");
        (await house.Refused(new MakeGuide(library.Profile, null, 60, ["nl"], Wishes: new(Panel: ["A", "a"])), recruiter)).ShouldBe("guides.member-twice");
        (await house.Refused(new MakeGuide(library.Profile, library.Competencies, 60, ["nl"], Wishes: new(Opening: 40, Closing: 40)), recruiter)).ShouldBe("guides.too-short");
        (await house.Look(db => db.Set<Guide>().CountAsync())).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Follow_ups_panel_and_reasons_are_edited_and_an_own_question_goes_to_the_library(Database database)
    {
        await using var house = await House.On(database);
        var library = await SmallLibrary.In(house, 4);
        var recruiter = await house.Someone(Role.Recruiter);
        var id = await house.Asked(new MakeGuide(library.Profile, library.Competencies, 90, ["nl", "fr"]), recruiter);
        var guide = await house.Asked(new ShowGuide(id), recruiter);
        var (item, question) = (guide.Items[0].Id, guide.Plan.Questions[0].Id);
        var saved = await house.Asked(new AddGuideProbe(id, item, StarrStep.Result, "nl", "Wat kwam eruit?", guide.Version), recruiter);
        saved = await house.Asked(new DropGuideProbe(id, item, 0, saved.Version), recruiter);
        saved = await house.Asked(new RewordGuide(id, item, "probe.1", "fr", null, "Quel résultat ?"), recruiter);
        var probes = (await house.Asked(new ShowGuide(id), recruiter)).Plan.Questions[0].Probes;
        probes.Select(p => p.Step).ShouldBe([StarrStep.Action, StarrStep.Result]);
        probes[1].Text["fr"].ShouldBe("Quel résultat ?");
        (await house.Asked(new ShowCompetency(library.Competencies[0]), recruiter)).Questions.Single(q => q.Id == question).Probes.Count.ShouldBe(2);
        (await house.Refused(new DropGuideProbe(id, item, 9, saved.Version), recruiter)).ShouldBe(Refusal.NotFoundCode);

        saved = await house.Asked(new SeatMembers(id, ["Ellen", "Joost", "Samira"], saved.Version), recruiter);
        var members = (await house.Asked(new ShowGuide(id), recruiter)).Members;
        saved = await house.Asked(new AssignQuestion(id, item, members[2].Id, saved.Version), recruiter);
        (await house.Asked(new ShowGuide(id), recruiter)).Plan.Questions[0].Member.ShouldBe(members[2].Id);
        saved = await house.Asked(new SpreadQuestions(id, saved.Version), recruiter);
        saved = await house.Asked(new ReasonWeights(id, "Zo staat het in de vacature.", saved.Version), recruiter);
        (await house.Asked(new ShowGuide(id), recruiter)).Findings.Select(f => f.Kind).ShouldNotContain(FindingKind.WeightsWithoutReason);

        saved = await house.Asked(new PutOwnQuestion(id, library.Competencies[0], "nl", "Welke nationaliteit hebt u?", QuestionType.Knowledge, 3, saved.Version, PanelOnly: false), recruiter);
        var own = (await house.Asked(new ShowGuide(id), recruiter)).Items.Single(i => i.IsOwn).Id;
        (await house.Refused(new FreezeGuide(id, saved.Version), recruiter)).ShouldBe("guides.topic-without-reason");
        (await house.Refused(new OfferQuestion(id, own), recruiter)).ShouldBe("guides.offered-topic");
        saved = await house.Asked(new AllowTopic(id, own, "nationality", "De wet eist het voor deze functie.", saved.Version), recruiter);
        var clean = await house.Asked(new PutOwnQuestion(id, library.Competencies[1], "nl", "Hoe leerde u dit vak?", QuestionType.Background, 3, saved.Version), recruiter);
        var stamp = await house.Asked(new FreezeGuide(id, clean.Version), recruiter);
        var offered = (await house.Asked(new ShowGuide(id), recruiter)).Items.Last(i => i.IsOwn);
        var inLibrary = await house.Asked(new OfferQuestion(id, offered.Id), recruiter);
        (await house.Asked(new ShowCompetency(library.Competencies[1]), recruiter)).Questions.Single(q => q.Id == inLibrary).Text["nl"].ShouldBe("Hoe leerde u dit vak?");
        (await house.Asked(new PrintGuide(id), recruiter)).Frozen!.Hash.ShouldBe(stamp.Hash);
        (await house.Refused(new OfferQuestion(id, offered.Id), recruiter)).ShouldBe("guides.offered-already");
    }

    [Theory, OnBothDatabases]
    public async Task A_newer_version_reaches_later_candidates_only_and_is_kept_as_a_deviation(Database database)
    {
        await using var house = await House.On(database);
        var library = await SmallLibrary.In(house, 2);
        var recruiter = await house.Someone(Role.Recruiter);
        var procedure = await house.Asked(new CreateProcedure("Projectleider", library.Profile, false), recruiter);
        var id = await house.Asked(new MakeGuide(library.Profile, library.Competencies, 45, ["nl"], Wishes: new(Procedure: procedure)), recruiter);
        var first = await house.Asked(new FreezeGuide(id, (await house.Asked(new ShowGuide(id), recruiter)).Version), recruiter);
        await house.Asked(new ChooseGuide(procedure, first.Document), recruiter);
        var member = await house.Someone((Role.Panelist, Scope.Procedure(procedure)));
        await house.Asked(new AddSeat(procedure, ((Actor.Person)member).Id, SeatKind.Member, true), recruiter);
        await house.Asked(new SignDeclaration(procedure, true, true, "nl", []), member);
        var begun = await house.Asked(new AddCandidate(procedure, "Kandidaat Een", "een@voorbeeld.test"), recruiter);
        var later = await house.Asked(new AddCandidate(procedure, "Kandidaat Twee", "twee@voorbeeld.test"), recruiter);
        var cards = await house.Asked(new ListMyCards(procedure), member);
        var (old, fresh) = (cards[0].Card, cards[1].Card);
        await house.Asked(new SaveScores(old, "toestel", 1, [new Change(ChangeKind.Rating, library.Competencies[0], 0, RatingOutcome.Scored, 4)]), member);

        (await house.Refused(new ReviseGuide(id, " "), recruiter)).ShouldBe("guides.reason-missing");
        var revision = await house.Asked(new ReviseGuide(id, "Een vraag was onduidelijk."), recruiter);
        var draft = await house.Asked(new ShowGuide(revision), recruiter);
        (draft.Lineage.Number, draft.Lineage.Before, draft.Status).ShouldBe((2, id, GuideStatus.Draft));
        await house.Asked(new PutOwnQuestion(revision, library.Competencies[0], "nl", "Wat leerde u daarvan?", QuestionType.Knowledge, 3, draft.Version), recruiter);
        var second = await house.Asked(new FreezeGuide(revision, (await house.Asked(new ShowGuide(revision), recruiter)).Version), recruiter);

        (await house.Asked(new OpenCard(old), member)).Guide.Questions.Count.ShouldBe(draft.Plan.Questions.Count);
        (await house.Asked(new OpenCard(fresh), member)).Guide.Questions.Count.ShouldBe(draft.Plan.Questions.Count + 1);
        (await house.Asked(new PrintGuide(id), recruiter)).Frozen!.Hash.ShouldBe(first.Hash);
        second.Hash.ShouldNotBe(first.Hash);
        var deviation = await house.Look(db => db.Set<GuideDeviation>().AsNoTracking().SingleAsync());
        (deviation.FromId, deviation.ToId, deviation.Reason, deviation.Keeping).ShouldBe((first.Document, second.Document, "Een vraag was onduidelijk.", 1));
        (await house.Asked(new GetProcedure(procedure), recruiter)).Guide!.Changes.ShouldHaveSingleItem().Keeping.ShouldBe(1);
        (await house.Asked(new ShowGuide(id), recruiter)).Lineage.After.ShouldBe(revision);

        foreach (var (card, sequence) in new[] { (old, 2), (fresh, 1) })
        {
            await house.Asked(new SaveScores(card, "toestel", sequence, [.. library.Competencies.Select(c => new Change(ChangeKind.Rating, c, 99, RatingOutcome.Scored, 3))]), member);
            await house.Asked(new SealCard(card), member);
        }
        (await house.Asked(new CompareScores(procedure), recruiter)).Rows.Count(r => r.Cells.Count == 2).ShouldBe(2);
        (begun, later).ShouldNotBe((later, begun));
    }

    [Theory, OnBothDatabases]
    public async Task A_question_for_the_panel_alone_comes_last_takes_no_time_and_is_scored_with_the_rest(Database database)
    {
        await using var house = await House.On(database);
        var library = await SmallLibrary.In(house, 2);
        var recruiter = await house.Someone(Role.Recruiter);
        var procedure = await house.Asked(new CreateProcedure("Projectleider", library.Profile, false), recruiter);
        var id = await house.Asked(new MakeGuide(library.Profile, library.Competencies, 45, ["nl"], ScoredItems.Questions, new(Panel: ["Ellen", "Joost"], Procedure: procedure)), recruiter);
        var before = await house.Asked(new ShowGuide(id), recruiter);
        await house.Asked(new PutOwnQuestion(id, library.Competencies[0], "nl", "Past de ervaring bij de functie?", QuestionType.Background, 20, before.Version, PanelOnly: true), recruiter);
        var draft = await house.Asked(new ShowGuide(id), recruiter);
        var own = draft.Plan.Questions[^1];
        (own.PanelOnly, own.Member, draft.Plan.Minutes).ShouldBe((true, null, before.Plan.Minutes));
        draft.Findings.Select(f => f.Kind).ShouldNotContain(FindingKind.Unassigned);
        var saved = await house.Asked(new MoveQuestion(id, own.Id, 0, draft.Version), recruiter);
        (await house.Asked(new ShowGuide(id), recruiter)).Plan.Questions[^1].Id.ShouldBe(own.Id);
        var stamp = await house.Asked(new FreezeGuide(id, saved.Version), recruiter);
        await house.Asked(new ChooseGuide(procedure, stamp.Document), recruiter);
        var member = await house.Someone((Role.Panelist, Scope.Procedure(procedure)));
        await house.Asked(new AddSeat(procedure, member.Id, SeatKind.Member, true), recruiter);
        await house.Asked(new SignDeclaration(procedure, true, true, "nl", []), member);
        await house.Asked(new AddCandidate(procedure, "Kandidaat Een", "een@voorbeeld.test"), recruiter);
        var card = (await house.Asked(new ListMyCards(procedure), member))[0].Card;
        var form = await house.Asked(new OpenCard(card), member);
        form.Guide.ScoredIds[^1].ShouldBe(own.Id);
        await house.Asked(new SaveScores(card, "toestel", 1, [.. form.Guide.ScoredIds.SkipLast(1).Select(q => new Change(ChangeKind.Rating, q, 99, RatingOutcome.Scored, 3))]), member);
        (await house.Door.Ask(new SealCard(card), member)).Ok.ShouldBeFalse();
        await house.Asked(new SaveScores(card, "toestel", 2, [new Change(ChangeKind.Rating, own.Id, 99, RatingOutcome.Scored, 4)]), member);
        await house.Asked(new SealCard(card), member);
    }

    [Theory, OnBothDatabases]
    public async Task A_version_that_asks_about_something_else_is_no_version(Database database)
    {
        await using var house = await House.On(database);
        var library = await SmallLibrary.In(house, 2);
        var recruiter = await house.Someone(Role.Recruiter);
        var id = await house.Asked(new MakeGuide(library.Profile, library.Competencies, 45, ["nl"]), recruiter);
        (await house.Refused(new ReviseGuide(id, "Te vroeg"), recruiter)).ShouldBe("guides.not-frozen");
        await house.Asked(new FreezeGuide(id, (await house.Asked(new ShowGuide(id), recruiter)).Version), recruiter);
        var revision = await house.Asked(new ReviseGuide(id, "Andere schaal"), recruiter);
        await house.Look(async db =>
        {
            var scale = new Scale(SmallLibrary.Text("Drie", "Three", "Trois"), [.. Enumerable.Range(1, 3).Select(i => new ScalePoint(i, SmallLibrary.Text($"p{i}", $"p{i}", $"p{i}"), LocalText.Empty))], 2);
            db.Add(scale);
            var guide = await db.Set<Guide>().SingleAsync(g => g.Id == revision);
            guide.Wish(null, null, scale.Id, QuestionMix.Free, [], null, house.Clock.GetUtcNow());
            await db.SaveChangesAsync();
            return 0;
        });
        (await house.Refused(new FreezeGuide(revision, (await house.Asked(new ShowGuide(revision), recruiter)).Version), recruiter)).ShouldBe("guides.revision-other-scale");
        (await house.Asked(new ShowGuide(revision), recruiter)).Status.ShouldBe(GuideStatus.Draft);
    }
}
