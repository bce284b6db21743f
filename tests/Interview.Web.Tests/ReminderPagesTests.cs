using System.Net;
using System.Text;
using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Web.Tests;

[Collection(OneSite.Name)]
public class ReminderPagesTests(WholeSite whole)
{
    [Fact]
    public async Task A_link_from_a_letter_is_looked_at_without_signing_in_and_only_the_button_switches_off()
    {
        var (person, _) = await whole.Somebody(Role.Employee);
        var token = Convert.ToHexStringLower(Guid.NewGuid().ToByteArray()) + Convert.ToHexStringLower(Guid.NewGuid().ToByteArray());
        await Sent(person, token);
        using Surfer anybody = new(whole.Site);
        var page = await anybody.Page($"/mail/off/{token}");
        page.QuerySelector("h1")!.TextContent.ShouldBe("Deze herinneringen uitzetten?");
        page.QuerySelector("li")!.TextContent.ShouldBe("Actie uit het plan");
        (await Muted(person)).ShouldBeEmpty();
        using (var looked = await anybody.Get($"/mail/off/{token}")) looked.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);

        // As a mail program does it: no cookie, no token of a form (RFC 8058).
        using HttpClient program = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = whole.Site.Address };
        for (var time = 0; time < 2; time++)
        {
            using FormUrlEncodedContent click = new([new("List-Unsubscribe", "One-Click")]);
            using var answer = await program.PostAsync($"/mail/off/{token}", click);
            ((int)answer.StatusCode).ShouldBeInRange(200, 303);
        }
        (await Muted(person)).ShouldBe([ReminderKind.PlanActionDue]);
        (await anybody.Page($"/mail/off/{token}")).QuerySelector("form button.btn-1").ShouldBeNull();
        await anybody.Page($"/mail/off/{new string('0', 64)}", HttpStatusCode.NotFound);
        using FormUrlEncodedContent again = new([new("List-Unsubscribe", "One-Click")]);
        using var unknown = await program.PostAsync($"/mail/off/{new string('0', 64)}", again);
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Why_a_letter_came_is_for_its_receiver_who_signs_in_first()
    {
        using var employee = await whole.SignedIn(Role.Employee);
        using Surfer anybody = new(whole.Site);
        var id = await Sent(Guid.NewGuid(), "x");
        await employee.Page($"/reminders/{id}", HttpStatusCode.NotFound);
        using var turned = await anybody.Get($"/reminders/{id}");
        turned.StatusCode.ShouldBe(HttpStatusCode.Found);
        Surfer.Goes(turned)!.ShouldStartWith("/account/sign-in");
    }

    [Theory]
    [InlineData("Zomer;2027-07-10;2027-08-21", "/admin/reminders/calendar?loaded=1")]
    [InlineData("Zomer;morgen;overmorgen\nzo niet", "/admin/reminders/calendar?why=reminders.calendar-line")]
    public async Task A_calendar_is_loaded_or_the_page_says_which_line_is_wrong(string text, string goes)
    {
        using var administrator = await whole.SignedIn(Role.Administrator);
        var page = await administrator.Page("/admin/reminders/calendar");
        var token = page.QuerySelector("form[enctype] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using MultipartFormDataContent form = [];
        form.Add(new StringContent(token), "__RequestVerificationToken");
        form.Add(new StringContent($"Regio {Guid.NewGuid():N}"), "name");
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", "vakanties.csv");
        using var answer = await administrator.Http.PostAsync("/admin/reminders/calendar", form);
        Surfer.Goes(answer)!.ShouldStartWith(goes);
        var after = await administrator.Page(Surfer.Goes(answer)!);
        (after.QuerySelector(".callout")?.ClassList.Contains(goes.Contains("loaded") ? "ok" : "bad")).ShouldBe(true);
        using var closed = await whole.SignedIn(Role.Recruiter);
        using var stranger = await closed.Get("/admin/reminders/calendar");
        stranger.StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Every_page_of_reminders_has_its_words_in_every_language(string language)
    {
        using var administrator = await whole.SignedIn(Role.Administrator, language);
        string[] paths = ["/admin/reminders", "/admin/reminders/messages", "/admin/reminders/messages?show=stopped", "/admin/reminders/calendar", "/admin/reminders/addresses", "/reminders", .. Policies.Kinds.Select(k => $"/admin/reminders/rules/{k}".ToLowerInvariant())];
        foreach (var path in paths) (await administrator.Page(path)).QuerySelector("h1")!.TextContent.ShouldNotBeNullOrWhiteSpace(path);
        await administrator.Page("/admin/reminders/rules/interviewinvitation", HttpStatusCode.NotFound);
    }

    private Task<Guid> Sent(Guid person, string token) => whole.Site.Look(async db =>
    {
        Reminder reminder = new(ReminderKind.PlanActionDue, Guid.NewGuid(), ReceiverKind.Person, person, "2026-12-15/-1d", whole.Site.Clock.GetUtcNow());
        db.Add(reminder);
        await db.SaveChangesAsync();
        await db.Set<Reminder>().Where(r => r.Id == reminder.Id).ExecuteUpdateAsync(s => s.SetProperty(r => r.Status, ReminderStatus.Sent).SetProperty(r => r.OffHash, OneTimeLink.HashOf(token)));
        return reminder.Id;
    });

    private Task<IReadOnlyList<ReminderKind>> Muted(Guid person) => whole.Site.Look(async db => (await db.Set<Wishes>().AsNoTracking().FirstOrDefaultAsync(w => w.Id == person))?.Muted ?? []);
}
