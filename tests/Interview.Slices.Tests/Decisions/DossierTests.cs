using System.Security.Cryptography;
using Interviewing.Application.Decisions;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Interviewing.Slices.Tests.Procedures;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Interviewing.Slices.Tests.Decisions;

public class DossierTests
{
    [Theory, OnBothDatabases]
    public async Task The_file_says_everything_that_an_objection_asks_for(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Decided(house);
        var issued = await house.Asked(new IssueDossier(vacancy.Id), vacancy.Recruiter);
        issued.Checksum!.Length.ShouldBe(64);
        foreach (var language in new[] { "nl", "en", "fr" })
        {
            var outline = DossierOutline.Of(issued, house.Provider.GetRequiredService<IWords>(), language, TimeZoneInfo.Utc);
            var text = Flat(outline);
            foreach (var said in new[]
            {
                issued.Checksum, issued.Content.Guide.Hash, "Noemt een voorbeeld.", "Belde zelf terug.", "Bij nader inzien sterker", "Ik zie dit anders", "Ruime ervaring", "Gehoord en gewogen", "Kandidaat Achternaam1 (K1)",
                vacancy.Guide.Questions[1].Text["nl"]!,
            }) text.ShouldContain(said, Case.Sensitive, language);
            text.ShouldNotContain("[decisions.");
            // Each form by its fingerprint, and the moment before which nobody read another's.
            foreach (var hash in await house.Look(db => db.Set<Scorecard>().Select(c => c.SealedHash).ToListAsync())) text.ShouldContain(hash!);
        }
        var nl = Flat(DossierOutline.Of(issued, house.Provider.GetRequiredService<IWords>(), "nl", TimeZoneInfo.Utc));
        nl.ShouldContain("geen lid kon een score van een ander lezen vóór 24 november 2026 08:");
        nl.ShouldContain("2 → 4 in het overleg");
        issued.Content.Timeline.Select(m => m.Key).ShouldBeSubsetOf(["made", "frozen", "sealed", "revealed", "talk-opened", "talk-closed", "revised", "decided"]);
        issued.Content.Timeline.Select(m => m.At).ShouldBeInOrder();
    }

    [Theory, OnBothDatabases]
    public async Task It_is_made_once_after_the_decision_and_only_by_whoever_may_take_it(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        await vacancy.Fill(vacancy.Anna, 0, _ => 5);
        foreach (var other in new[] { vacancy.Anna, vacancy.Observer, vacancy.Outsider }) (await house.Refused(new IssueDossier(vacancy.Id), other)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(new IssueDossier(vacancy.Id), vacancy.Chair)).ShouldBe("decisions.not-made");
        // Before it the draft grows with what may be read, and says no more.
        var draft = await house.Asked(new ReadDossier(vacancy.Id), vacancy.Chair);
        (draft.Checksum, draft.Content.Candidates[0].Items.Count, draft.Content.Candidates[0].Name, draft.Content.Candidates[0].Forms[0].Hash).ShouldBe((null, 0, null, null));
        await vacancy.Fill(vacancy.Bert, 0, _ => 5);
        await house.Asked(new RecordDecision(vacancy.Id, "Past", [new(vacancy.Candidates[0], Advice.Appointable, null)], new Choice(vacancy.Candidates[0])), vacancy.Chair);
        var first = await house.Asked(new IssueDossier(vacancy.Id), vacancy.Chair);
        house.Clock.Advance(TimeSpan.FromMinutes(20));
        var again = await house.Asked(new IssueDossier(vacancy.Id), vacancy.Recruiter);
        (again.Checksum, again.MadeAt).ShouldBe((first.Checksum, first.MadeAt));
        JsonText.Write(again.Content).ShouldBe(JsonText.Write(first.Content));
    }

    [Theory, OnBothDatabases]
    public async Task Whether_a_file_is_unaltered_is_told_to_whoever_holds_it(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Decided(house);
        var issued = await house.Asked(new IssueDossier(vacancy.Id), vacancy.Chair);
        var bytes = System.Text.Encoding.UTF8.GetBytes($"<html>{issued.Checksum}</html>");
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        (await house.Refused(new RecordDossierCopy(vacancy.Id, "nl", "pdf", hash), vacancy.Chair)).ShouldBe("decisions.copy-wrong");
        (await house.Refused(new RecordDossierCopy(vacancy.Id, "nl", "html", "xyz"), vacancy.Chair)).ShouldBe("decisions.copy-wrong");
        await house.Asked(new RecordDossierCopy(vacancy.Id, "nl", "html", hash), vacancy.Chair);
        var verdict = await house.Asked(new VerifyDossier(hash, issued.Checksum), vacancy.Outsider);
        (verdict.Verdict, verdict.Title, verdict.Checksum, verdict.Format).ShouldBe((DossierVerdict.Unaltered, "Adviseur ruimte", issued.Checksum, "html"));
        var other = new string('a', 64);
        (await house.Asked(new VerifyDossier(other, issued.Checksum), vacancy.Outsider)).Verdict.ShouldBe(DossierVerdict.Altered);
        var unknown = await house.Asked(new VerifyDossier(other, null), vacancy.Outsider);
        (unknown.Verdict, unknown.Title, unknown.Checksum).ShouldBe((DossierVerdict.Unknown, null, null));
        // What is kept here is checked too.
        await house.Look(db => db.Set<Dossier>().ExecuteUpdateAsync(d => d.SetProperty(x => x.Text, x => x.Text + " ")));
        (await house.Asked(new VerifyDossier(hash, issued.Checksum), House.Machine)).Verdict.ShouldBe(DossierVerdict.Damaged);
    }

    [Theory, OnBothDatabases]
    public async Task Every_revealed_score_goes_along_in_an_export_and_no_other(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house, candidates: 2);
        foreach (var member in new[] { vacancy.Anna, vacancy.Bert }) await vacancy.Fill(member, 0, i => i == 0 ? null : 4);
        await vacancy.Fill(vacancy.Anna, 1, _ => 1);
        foreach (var other in new[] { vacancy.Anna, vacancy.Observer }) (await house.Refused(new ExportScores(vacancy.Id), other)).ShouldBe(Refusal.NotAllowedCode);
        var rows = (await house.Asked(new ExportScores(vacancy.Id), vacancy.Chair)).Scores;
        rows.Count.ShouldBe(6);
        rows.ShouldAllBe(r => r.Code == "K1" && r.Candidate == null);
        rows.Select(r => r.First.Point).ShouldBe([null, null, 4, 4, 4, 4]);
    }

    /// <summary>Two candidates, a talk with a change and a dissent, a decision against the numbers.</summary>
    internal static async Task<Vacancy> Decided(House house)
    {
        var vacancy = await Vacancy.In(house, candidates: 2);
        var card = await vacancy.CardOf(vacancy.Anna);
        await house.Asked(new SaveScores(card, "n", 1, [new Change(ChangeKind.Note, vacancy.Guide.Questions[0].Id, 1000, Text: "Belde zelf terug.")]), vacancy.Anna);
        for (var c = 0; c < 2; c++)
        {
            await vacancy.Fill(vacancy.Anna, c, i => i == 0 ? 2 : 4 + c);
            await vacancy.Fill(vacancy.Bert, c, _ => 5);
        }
        var (candidate, item) = (vacancy.Candidates[0], vacancy.Guide.ScoredIds[0]);
        await house.Asked(new OpenConsensus(vacancy.Id, candidate), vacancy.Chair);
        await house.Asked(new ReviseScore(vacancy.Id, candidate, item, RatingOutcome.Scored, 4, "Bij nader inzien sterker"), vacancy.Anna);
        await house.Asked(new RecordDissent(vacancy.Id, candidate, item, "Ik zie dit anders"), vacancy.Bert);
        await house.Asked(new CloseConsensus(vacancy.Id, candidate), vacancy.Chair);
        await house.Asked(new RecordDecision(vacancy.Id, "Gehoord en gewogen", [new(candidate, Advice.Appointable, null), new(vacancy.Candidates[1], Advice.WithAttention, "Nog geen ervaring")],
            new Choice(candidate, LowerReason: "Ruime ervaring")), vacancy.Chair);
        return vacancy;
    }

    private static string Flat(Outline outline) => string.Join("\n", outline.Blocks.Select(b => b switch
    {
        Block.Heading h => h.Text, Block.Paragraph p => p.Text, Block.Bullet x => $"{x.Lead} {x.Text}", Block.Table t => string.Join("\n", t.Rows.Select(r => string.Join(" | ", r))), _ => "",
    }));
}
