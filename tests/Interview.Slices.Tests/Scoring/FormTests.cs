using Interviewing.Application.Audit;
using Interviewing.Application.Guides;
using Interviewing.Application.Procedures;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Interviewing.Slices.Tests.Procedures;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Scoring;

/// <summary>What stands on a form besides scores: evidence, private notes, what the guide asks for at the extremes, scores per indicator.</summary>
public class FormTests
{
    [Theory, OnBothDatabases]
    public async Task A_private_note_is_locked_for_its_author_and_gone_at_the_seal(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        var (card, question) = (await vacancy.CardOf(vacancy.Anna), vacancy.Guide.Questions[0].Id);
        await house.Asked(new SaveScores(card, "d", 1, [new Change(ChangeKind.Memo, question, 0, Text: "blauwe trui, derde van links")]), vacancy.Anna);
        (await house.Asked(new OpenCard(card), vacancy.Anna)).Memos[question].ShouldBe("blauwe trui, derde van links");
        var stored = await house.Look(db => db.Set<Memo>().AsNoTracking().SingleAsync());
        (stored.Text, stored.Locked.Contains("blauwe", StringComparison.Ordinal)).ShouldBe(("", false));
        // Another device of the same author sees both versions, in words.
        var clash = await house.Door.Ask(new SaveScores(card, "ander", 1, [new Change(ChangeKind.Memo, question, 1, Text: "rode trui")]), vacancy.Anna);
        clash.Reasons.ShouldHaveSingleItem().Args[0].ShouldBe("blauwe trui, derde van links");
        await house.Asked(new SaveScores(card, "d", 2, [.. vacancy.Guide.ScoredIds.Select(i => Vacancy.Score(i, 3))]), vacancy.Anna);
        (await house.Look(db => db.Set<Memo>().AsNoTracking().SingleAsync())).Locked.ShouldBe(stored.Locked);

        await house.Asked(new SealCard(card), vacancy.Anna);
        (await house.Look(db => db.Set<Memo>().CountAsync())).ShouldBe(0);
        var text = (await vacancy.Stored(card)).SealedText!;
        text.ShouldNotContain("trui");
        (await house.Look(db => db.Set<AuditDetail>().Select(d => d.Before + d.After).ToListAsync())).ShouldAllBe(d => !d.Contains("trui") && !d.Contains(stored.Locked));
    }

    [Theory, OnBothDatabases]
    public async Task Lines_tied_to_behaviour_merge_like_notes_and_are_sealed_with_the_form(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        var (card, indicator) = (await vacancy.CardOf(vacancy.Anna), vacancy.Guide.Competencies[0].Indicators[0].Id);
        await house.Asked(new SaveScores(card, "telefoon", 1, [new Change(ChangeKind.Quote, indicator, 0, Text: "Belde zelf terug.")]), vacancy.Anna);
        var clash = await house.Door.Ask(new SaveScores(card, "laptop", 1, [new Change(ChangeKind.Quote, indicator, 1, Text: "Kwam langs.")]), vacancy.Anna);
        (clash.Reasons[0].Code, clash.Reasons[0].Field).ShouldBe((Refusal.ChangedCode, $"quote.{indicator}"));
        (await house.Door.Ask(new SaveScores(card, "d", 1, [new Change(ChangeKind.Quote, Guid.NewGuid(), 0, Text: "x")]), vacancy.Anna)).Reasons[0].Code.ShouldBe("scoring.item-unknown");
        (await house.Door.Ask(new SaveScores(card, "d", 1, [new Change(ChangeKind.Quote, indicator, 9, Text: new string('x', Quote.Longest + 1))]), vacancy.Anna)).Reasons[0].Code.ShouldBe("scoring.note-long");
        await vacancy.Fill(vacancy.Anna, 0, _ => 3);
        (await vacancy.Stored(card)).SealedText!.ShouldContain("Belde zelf terug.");
        (await house.Asked(new OpenCard(card), vacancy.Anna)).Quotes[indicator].ShouldBe("Belde zelf terug.");
    }

    [Theory, OnBothDatabases]
    public async Task Where_the_guide_asks_for_it_the_extremes_are_only_handed_in_with_evidence(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house, evidence: true);
        var (card, items) = (await vacancy.CardOf(vacancy.Anna), vacancy.Guide.ScoredIds);
        await house.Asked(new SaveScores(card, "d", 1, [Vacancy.Score(items[0], 5), Vacancy.Score(items[1], 1), Vacancy.Score(items[2], 4)]), vacancy.Anna);
        (await house.Asked(new OpenCard(card), vacancy.Anna)).Bare.ShouldBe([items[0], items[1]], ignoreOrder: true);
        var no = await house.Door.Ask(new SealCard(card), vacancy.Anna);
        no.Reasons.Select(r => (r.Code, r.Field)).ShouldBe([("scoring.evidence-missing", $"rating.{items[0]}"), ("scoring.evidence-missing", $"rating.{items[1]}")], ignoreOrder: true);
        // A note under any question of the competency, or a line tied to its behaviour.
        await house.Asked(new SaveScores(card, "d", 2, [new Change(ChangeKind.Note, vacancy.Guide.Questions[0].Id, 9, Text: " "), new Change(ChangeKind.Quote, vacancy.Guide.Competencies[1].Indicators[1].Id, 9, Text: "Liet het liggen.")]), vacancy.Anna);
        (await house.Door.Ask(new SealCard(card), vacancy.Anna)).Reasons.ShouldHaveSingleItem().Field.ShouldBe($"rating.{items[0]}");
        await house.Asked(new SaveScores(card, "d", 3, [new Change(ChangeKind.Note, vacancy.Guide.Questions[0].Id, 9, Text: "Nam anderen mee.")]), vacancy.Anna);
        await house.Asked(new SealCard(card), vacancy.Anna);
        (await vacancy.Stored(card)).Status.ShouldBe(ScorecardStatus.Sealed);
    }

    [Theory, OnBothDatabases]
    public async Task Scores_per_indicator_make_the_competencys_exact_mean_with_n(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house, scores: ScoredItems.Indicators);
        var first = vacancy.Guide.Competencies[0];
        // Of every competency one indicator is asked for and one is its opposite, which is ticked and not scored.
        vacancy.Guide.ScoredIds.ShouldBe(vacancy.Guide.Competencies.Select(c => c.Indicators[0].Id));
        (await house.Door.Ask(new SaveScores(await vacancy.CardOf(vacancy.Anna), "d", 1, [Vacancy.Score(first.Indicators[1].Id, 3)]), vacancy.Anna)).Reasons[0].Code.ShouldBe("scoring.item-unknown");
        await vacancy.Fill(vacancy.Anna, 0, i => i == 0 ? null : 4);
        await vacancy.Fill(vacancy.Bert, 0, _ => 3);
        var row = (await house.Asked(new CompareScores(vacancy.Id), vacancy.Chair)).Rows[0];
        (row.Cells[0].Mean.Value, row.Cells[0].Mean.N).ShouldBe((3m, 1));
        (row.Cells[1].Mean.Value, row.Cells[1].Mean.N).ShouldBe((3.5m, 2));
    }

    [Theory, OnBothDatabases]
    public async Task What_was_posted_without_a_session_waits_a_quarter_of_an_hour_for_its_owner(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        var card = await vacancy.CardOf(vacancy.Anna);
        var fields = new Dictionary<string, string[]> { ["note." + vacancy.Guide.Questions[0].Id] = ["geheim tot de aanmelding"], ["seen"] = ["1"] };
        (await house.Refused(new HoldPost(vacancy.Anna.Id, card, fields), vacancy.Anna)).ShouldBe(Refusal.NotAllowedCode);
        await house.Asked(new HoldPost(vacancy.Anna.Id, card, fields));
        (await house.Look(db => db.Set<HeldPost>().Select(h => h.Locked).SingleAsync())).ShouldNotContain("geheim");
        (await house.Asked(new ReadHeldPost(card), vacancy.Bert)).Post.ShouldBeNull();
        var held = await house.Asked(new ReadHeldPost(card), vacancy.Anna);
        held.Fields.Values.ShouldContain(v => v[0] == "geheim tot de aanmelding");
        await house.Asked(new DropHeldPost(held.Post!.Value), vacancy.Bert);
        (await house.Look(db => db.Set<HeldPost>().CountAsync())).ShouldBe(1);
        house.Clock.Advance(TimeSpan.FromMinutes(15.1));
        (await house.Asked(new ReadHeldPost(card), vacancy.Anna)).Post.ShouldBeNull();
        (await house.Asked(new ForgetHeldPosts())).ShouldBe(1);
        (await house.Look(db => db.Set<HeldPost>().CountAsync())).ShouldBe(0);
    }
}
