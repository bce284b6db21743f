using Interviewing.Application.Audit;
using Interviewing.Application.Guides;
using Interviewing.Application.Procedures;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Interviewing.Slices.Tests.Procedures;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Scoring;

public class SaveTests
{
    [Theory, OnBothDatabases]
    public async Task A_message_that_comes_twice_is_applied_once(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        var (card, item) = (await vacancy.CardOf(vacancy.Anna), vacancy.Guide.ScoredIds[0]);
        var first = await vacancy.Rate(vacancy.Anna, card, item, 4, 1);
        await vacancy.Rate(vacancy.Anna, card, item, 2, 2);
        var entries = await house.Look(db => db.Set<AuditEntry>().CountAsync());
        // The answer to the first got lost and the device sends it again: the later value stays.
        var again = await vacancy.Rate(vacancy.Anna, card, item, 4, 1);
        again.Ok.ShouldBeTrue();
        (await vacancy.Stored(card)).Ratings.ShouldHaveSingleItem().Point.ShouldBe(2);
        again.Value.Version.ShouldBe((await vacancy.Stored(card)).Version);
        first.Value.Version.ShouldBeLessThan(again.Value.Version);
        (await house.Look(db => db.Set<AuditEntry>().CountAsync())).ShouldBe(entries);
    }

    [Theory, OnBothDatabases]
    public async Task A_save_while_typing_asks_little_of_the_database(Database database)
    {
        CountQueries queries = new();
        await using var house = await House.On(database, queries.Register);
        var vacancy = await Vacancy.In(house);
        var (card, item) = (await vacancy.CardOf(vacancy.Anna), vacancy.Guide.ScoredIds[0]);
        await vacancy.Rate(vacancy.Anna, card, item, 4, 1);
        queries.Reset();
        (await vacancy.Rate(vacancy.Anna, card, item, 2, 2)).Ok.ShouldBeTrue();
        // Who asks; the form with the item, the receipt and whether anything was skipped; and form, rating, receipt, trail and its detail written, in one message where the database takes one.
        queries.Count.ShouldBe(database == Database.Postgres ? 3 : 7);
        // A guide is read once; a skipped question and more than one item cost one question each.
        queries.Reset();
        (await house.Door.Ask(new SaveScores(card, "phone", 3, [.. vacancy.Guide.ScoredIds.Take(2).Select(i => new Change(ChangeKind.Rating, i, 99, RatingOutcome.Scored, 5))]), vacancy.Anna)).Ok.ShouldBeTrue();
        queries.Count.ShouldBeLessThanOrEqualTo(database == Database.Postgres ? 4 : 11);
    }

    [Theory, OnBothDatabases]
    public async Task Two_devices_merge_different_items_and_see_both_values_of_the_same_one(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        var (card, items) = (await vacancy.CardOf(vacancy.Anna), vacancy.Guide.ScoredIds);
        var seen = (await house.Asked(new OpenCard(card), vacancy.Anna)).Version;
        (await vacancy.Rate(vacancy.Anna, card, items[0], 4, 1, "phone", seen)).Ok.ShouldBeTrue();
        (await vacancy.Rate(vacancy.Anna, card, items[1], 2, 1, "laptop", seen)).Ok.ShouldBeTrue();
        // The same device goes on with what it wrote itself.
        (await vacancy.Rate(vacancy.Anna, card, items[0], 5, 2, "phone", seen)).Ok.ShouldBeTrue();
        var clash = await vacancy.Rate(vacancy.Anna, card, items[0], 1, 2, "laptop", seen);
        var why = clash.Reasons.ShouldHaveSingleItem();
        why.Code.ShouldBe(Refusal.ChangedCode);
        why.Field.ShouldBe($"rating.{items[0]}");
        why.Args.ShouldBe(["5", "1", (await vacancy.Stored(card)).Version]);
        // Equal values are no clash, and whoever has seen theirs may overrule it.
        (await vacancy.Rate(vacancy.Anna, card, items[0], 5, 2, "laptop", seen)).Ok.ShouldBeTrue();
        (await vacancy.Rate(vacancy.Anna, card, items[0], 1, 3, "laptop", (int)why.Args[2]!)).Ok.ShouldBeTrue();
        (await vacancy.Stored(card)).Ratings.Select(r => r.Point).Order().ShouldBe([1, 2]);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_not_allowed_changes_nothing_and_names_the_field(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        var (card, items, question) = (await vacancy.CardOf(vacancy.Anna), vacancy.Guide.ScoredIds, vacancy.Guide.Questions[0].Id);
        var indicator = vacancy.Guide.Competencies[0].Indicators[0].Id;
        var wrong = new (Change Change, string Code)[]
        {
            (Vacancy.Score(items[0], 9), "scoring.point-wrong"),
            (Vacancy.Score(items[0], 0), "scoring.point-wrong"),
            (new Change(ChangeKind.Rating, items[0], 0, RatingOutcome.Scored), "scoring.point-wrong"),
            (new Change(ChangeKind.Rating, items[0], 0, RatingOutcome.NotObserved, 3), "scoring.point-without-score"),
            (new Change(ChangeKind.Rating, items[0], 0, RatingOutcome.NotAsked), "scoring.not-asked-by-chair"),
            (new Change(ChangeKind.Rating, items[0], 0), "scoring.outcome-missing"),
            (Vacancy.Score(question, 3), "scoring.item-unknown"),
            (new Change(ChangeKind.Note, items[0], 0, Text: "x"), "scoring.item-unknown"),
            (new Change(ChangeKind.Note, question, 0, Text: new string('x', Note.Longest + 1)), "scoring.note-long"),
            (new Change(ChangeKind.Tick, question, 0, Mark: TickMark.Shown), "scoring.item-unknown"),
            (new Change(ChangeKind.Tick, indicator, 0, Mark: (TickMark)9), "scoring.mark-missing"),
        };
        foreach (var (change, code) in wrong)
        {
            var answer = await house.Door.Ask(new SaveScores(card, "d", 1, [Vacancy.Score(items[1], 3), change]), vacancy.Anna);
            answer.Reasons.ShouldHaveSingleItem().Code.ShouldBe(code);
            answer.Reasons[0].Field.ShouldBe(change.Field);
        }
        (await house.Refused(new SaveScores(card, "", 1, [Vacancy.Score(items[0], 3)]), vacancy.Anna)).ShouldBe("scoring.device-wrong");
        (await house.Refused(new SaveScores(card, "d", 0, [Vacancy.Score(items[0], 3)]), vacancy.Anna)).ShouldBe("scoring.sequence-wrong");
        (await house.Refused(new SaveScores(card, "d", 1, []), vacancy.Anna)).ShouldBe("scoring.changes-wrong");
        (await house.Refused(new SaveScores(card, "d", 1, [Vacancy.Score(items[0], 3), Vacancy.Score(items[0], 4)]), vacancy.Anna)).ShouldBe("scoring.changes-wrong");
        var stored = await vacancy.Stored(card);
        (stored.Status, stored.Ratings.Count + stored.Notes.Count + stored.Ticks.Count).ShouldBe((ScorecardStatus.Empty, 0));
    }

    [Theory, OnBothDatabases]
    public async Task Someone_elses_form_does_not_exist_not_even_for_the_chair(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        var (card, item) = (await vacancy.CardOf(vacancy.Anna), vacancy.Guide.ScoredIds[0]);
        foreach (var other in new[] { vacancy.Bert, vacancy.Chair })
        {
            (await house.Refused(new OpenCard(card), other)).ShouldBe(Refusal.NotFoundCode);
            (await house.Refused(new SaveScores(card, "d", 1, [Vacancy.Score(item, 1)]), other)).ShouldBe(Refusal.NotFoundCode);
            (await house.Refused(new SealCard(card), other)).ShouldBe(Refusal.NotFoundCode);
            (await house.Refused(new CorrectRating(card, item, RatingOutcome.Scored, 1, "x"), other)).ShouldBe(Refusal.NotFoundCode);
        }
        foreach (var other in new[] { vacancy.Recruiter, vacancy.Observer, vacancy.Outsider }) (await house.Refused(new OpenCard(card), other)).ShouldBe(Refusal.NotAllowedCode);
        (await vacancy.Stored(card)).Version.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Scores_notes_and_ticks_stay_out_of_the_audit_details(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        var card = await vacancy.CardOf(vacancy.Anna);
        await house.Asked(new SaveScores(card, "d", 1, [new Change(ChangeKind.Note, vacancy.Guide.Questions[0].Id, 0, Text: "zegt niets over zichzelf"), Vacancy.Score(vacancy.Guide.ScoredIds[0], 4)]), vacancy.Anna);
        var details = await house.Look(db => (from d in db.Set<AuditDetail>() join e in db.Set<AuditEntry>() on d.EntryId equals e.Id where e.Ask == "SaveScores" select new { e.SubjectType, e.Fields, d.After }).ToListAsync());
        details.ShouldContain(d => d.SubjectType == "Note" && d.Fields.Contains("Text"));
        details.ShouldAllBe(d => !d.After.Contains("zichzelf") && !d.After.Contains("Point") && !d.After.Contains("Outcome"));
    }

    [Theory, OnBothDatabases]
    public async Task The_same_messages_sent_by_two_processes_at_once_are_applied_once_and_lose_nothing(Database database)
    {
        await using var house = await House.On(database);
        await using var twin = house.Twin();
        var vacancy = await Vacancy.In(house, scores: ScoredItems.Questions);
        var (card, items) = (await vacancy.CardOf(vacancy.Anna), vacancy.Guide.ScoredIds);
        await Task.WhenAll(from at in new[] { house, twin } from device in new[] { "a", "b" } select Task.Run(async () =>
        {
            for (var i = 0; i < items.Count; i++)
            {
                var message = new SaveScores(card, device, i + 1, [Vacancy.Score(items[i], 1 + i % 5, seen: int.MaxValue)]);
                // A device repeats whatever was not answered with yes.
                while (!(await at.Door.Ask(message, vacancy.Anna)).Ok) await Task.Delay(5);
            }
        }));
        var stored = await vacancy.Stored(card);
        stored.Ratings.Count.ShouldBe(items.Count);
        for (var i = 0; i < items.Count; i++) stored.Ratings.Single(r => r.ItemId == items[i]).Point.ShouldBe(1 + i % 5);
        (await house.Look(db => db.Set<Receipt>().CountAsync())).ShouldBe(2);
    }
}
