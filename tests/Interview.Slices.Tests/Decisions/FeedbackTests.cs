using Interviewing.Application.Decisions;
using Interviewing.Application.Identity;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Interviewing.Slices.Tests.Procedures;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Interviewing.Slices.Tests.Decisions;

public class FeedbackTests
{
    [Theory, OnBothDatabases]
    public async Task An_editor_writes_after_the_decision_the_chair_approves_and_then_it_is_a_letter(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house, candidates: 2);
        var editor = await house.Someone((Role.FeedbackEditor, Scope.Procedure(vacancy.Id)));
        for (var c = 0; c < 2; c++)
        {
            var card = await vacancy.CardOf(vacancy.Anna, c);
            await house.Asked(new SaveScores(card, "n", 1, [new Change(ChangeKind.Note, vacancy.Guide.Questions[0].Id, 1000, Text: "Belde zelf terug.")]), vacancy.Anna);
            foreach (var member in new[] { vacancy.Anna, vacancy.Bert }) await vacancy.Fill(member, c, _ => 4);
        }
        var candidate = vacancy.Candidates[0];
        WriteFeedback write = new(vacancy.Id, candidate, "U belde zelf terug.\n\nEen volgende keer mag u korter zijn.");
        (await house.Refused(write, editor)).ShouldBe("decisions.not-made");
        (await house.Asked(new ListFeedback(vacancy.Id), editor)).Decided.ShouldBeFalse();
        (await house.Refused(new GetFeedback(vacancy.Id, candidate), editor)).ShouldBe(Refusal.NotFoundCode);

        await house.Asked(new RecordDecision(vacancy.Id, "Gehoord", [new(candidate, Advice.WithAttention, "Bondiger"), new(vacancy.Candidates[1], Advice.Appointable, null)], new Choice(vacancy.Candidates[1])), vacancy.Chair);
        foreach (var other in new[] { vacancy.Chair, vacancy.Recruiter, vacancy.Anna }) (await house.Refused(write, other)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(new GetFeedback(vacancy.Id, candidate), vacancy.Anna)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(write with { Text = " " }, editor)).ShouldBe("decisions.feedback-missing");
        var ground = await house.Asked(new GetFeedback(vacancy.Id, candidate), editor);
        ground.Grounds[0].Notes.ShouldBe(["Belde zelf terug."]);
        (ground.Grounds[0].Mean.Value, ground.Grounds[0].Mean.N, ground.MayWrite, ground.MayApprove).ShouldBe((4m, 2, true, false));
        var anna = await house.Look(db => db.Set<Person>().Where(p => p.Id == vacancy.Anna.Id).Select(p => p.Name).SingleAsync());
        JsonText.Write(ground).ShouldNotContain(anna);

        // A member's name, another candidate's name or code: each is named and none gets through.
        foreach (var name in new[] { anna.Split(' ')[0], "Achternaam2", "K2" })
        {
            var refused = await house.Door.Ask(write with { Text = $"U deed het anders dan {name}." }, editor);
            (refused.Reasons[0].Code, refused.Reasons[0].Field, (string)refused.Reasons[0].Args[0]!).ShouldBe(("decisions.feedback-names", "text", name));
        }
        (await house.Refused(new ApproveFeedback(vacancy.Id, candidate), vacancy.Chair)).ShouldBe(Refusal.NotFoundCode);
        await house.Asked(write, editor);
        await house.Asked(write with { Text = "Achternaam1, u belde zelf terug.\nKorter mag." }, editor);
        (await house.Refused(new ApproveFeedback(vacancy.Id, candidate), editor)).ShouldBe(Refusal.NotAllowedCode);
        await house.Asked(new ApproveFeedback(vacancy.Id, candidate), vacancy.Chair);
        (await house.Refused(write, editor)).ShouldBe("decisions.feedback-approved");
        var list = await house.Asked(new ListFeedback(vacancy.Id), vacancy.Recruiter);
        list.Candidates.Select(c => (c.Code, c.Written, c.ApprovedAt is not null)).ShouldBe([("K1", true, true), ("K2", false, false)]);

        var letter = FeedbackLetter.Of(await house.Asked(new GetFeedback(vacancy.Id, candidate), vacancy.Recruiter), house.Provider.GetRequiredService<IWords>(), "Gemeente Waterveen");
        letter.Language.ShouldBe("nl");
        var text = string.Join("\n", letter.Blocks.OfType<Block.Paragraph>().Select(p => p.Text));
        text.ShouldContain("u belde zelf terug.");
        text.ShouldContain("Namens de selectiecommissie, Gemeente Waterveen");
        text.ShouldNotContain(anna);
        text.ShouldNotContain("Achternaam2");
    }
}
