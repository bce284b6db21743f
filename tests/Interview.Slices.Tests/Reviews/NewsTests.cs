using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Interviewing.Slices.Tests.Reviews;

/// <summary>Who hears of what, in the own language; never what was said, and nothing twice.</summary>
public class NewsTests
{
    [Theory, OnBothDatabases]
    public async Task Each_step_is_told_to_whoever_has_the_next_one(Database database)
    {
        PostBox box = new();
        await using var house = await House.On(database, s => s.AddSingleton<IPostOffice>(box));
        var team = await Team.In(house);
        var (above, rater) = (await team.Above(), await house.Someone(Role.Employee));
        await house.Look(async db =>
        {
            foreach (var (who, language) in new[] { (team.Employee, "nl"), (team.Manager, "en"), (above, "fr"), (rater, "fr") }) (await db.Set<Person>().FirstAsync(p => p.Id == who.Id)).Prefer(language, Person.DefaultZone);
            return await db.SaveChangesAsync();
        });
        var review = await team.InStage(new StageForm(LeastColleagues: 3, ConfirmedAbove: true));
        await house.Asked(new InviteColleagues(review, [rater.Id]), team.Employee);
        (await Told()).ShouldBe(["nl: je kunt beginnen", "en: the reviews are ready", "fr: collaboration"]);
        // Twice the same news is told twice: each has a day of its own.
        for (var again = 0; again < 2; again++)
        {
            await team.Share(review);
            (await Told()).ShouldBe(["nl: gedeeld"]);
            await house.Asked(new RecordTalk(review, new(2026, 11, 24)), team.Manager);
            (await Told()).ShouldBe(["nl: graag tekenen"]);
            await house.Asked(new AskCorrection(review, "geheime woorden"), team.Employee);
            (await Told()).ShouldBe(["en: correction asked for"]);
            await house.Asked(new AnswerCorrection(review, "geheime woorden"), team.Manager);
            (await Told()).ShouldBe(["nl: antwoord op je correctie"]);
            if (again == 1) break;
            await house.Asked(new ReopenReview(review, "geheime woorden"), team.Manager);
            (await Told()).ShouldBe(["nl: heropend"]);
        }
        await house.Asked(new SignReview(review, "geheime woorden"), team.Employee);
        (await Told()).ShouldBe(["fr: à confirmer"]);

        async Task<List<string>> Told()
        {
            box.Letters.Clear();
            house.Clock.Advance(TimeSpan.FromMinutes(2));
            await house.Provider.GetRequiredService<ReminderRound>().Run();
            box.Letters.ShouldAllBe(l => !l.Letter.Text.Contains("geheime woorden") && !l.Letter.Subject.Contains("geheime"));
            string[] marks = ["je kunt beginnen", "the reviews are ready", "collaboration", "gedeeld", "graag tekenen", "correction asked for", "antwoord op je correctie", "heropend", "à confirmer"];
            return [.. box.Letters.Select(l => $"{l.Letter.Language}: {marks.FirstOrDefault(m => l.Letter.Subject.Contains(m, StringComparison.Ordinal)) ?? l.Letter.Subject}").OrderBy(t => Array.FindIndex(marks, t.EndsWith))];
        }
    }
}
