using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Reviews;
using Interviewing.Slices.Tests.Reviews;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Interviewing.Slices.Tests.Reminders;

public class LetterTests
{
    [Theory]
    [InlineData("nl", "Gesprek met", "over je ontwikkeling")]
    [InlineData("en", "Review with", "about your development")]
    [InlineData("fr", "Entretien avec", "sur ton développement")]
    public async Task A_letter_speaks_its_readers_language_and_says_where_to_go_and_never_what_was_said(string language, string subject, string text)
    {
        PostBox box = new();
        await using var house = await House.On(Database.Sqlite, s => s.AddSingleton<IPostOffice>(box));
        var team = await Team.In(house);
        await house.Look(async db =>
        {
            (await db.Set<Person>().FirstAsync(p => p.Id == team.Employee.Id)).Prefer(language, Person.DefaultZone);
            return await db.SaveChangesAsync();
        });
        var review = await team.Started();
        await house.Provider.GetRequiredService<ReminderRound>().Run();
        var address = await house.Look(db => db.Set<Person>().Where(p => p.Id == team.Employee.Id).Select(p => p.Email).SingleAsync());
        var letter = box.Letters.Select(l => l.Letter).Where(l => l.ToAddress == address).ShouldHaveSingleItem();
        letter.Subject.ShouldStartWith(subject);
        letter.Text.ShouldContain(text);
        letter.Text.ShouldContain($"http://localhost:5000/reviews/{review}");

        box.Letters.Clear();
        await house.Asked(new SaveSide(review, team.Levels(2, 2, 3, "heel eigen woorden")), team.Employee);
        await house.Asked(new ReadySide(review), team.Employee);
        await house.Provider.GetRequiredService<ReminderRound>().Run();
        box.Letters.ShouldHaveSingleItem().Letter.Text.ShouldNotContain("heel eigen woorden");
        (await house.Look(db => db.Set<Reminder>().CountAsync(r => r.Status == ReminderStatus.Sent))).ShouldBe(3);
    }
}
