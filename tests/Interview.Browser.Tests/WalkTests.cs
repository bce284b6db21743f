using Interviewing.Testing;
using Xunit.Abstractions;

namespace Interviewing.Browser.Tests;

/// <summary>The whole chain with real clicks: a function document comes in, and in the end an employee is reminded of a development action.</summary>
public sealed class WalkTests(Chromium chromium, ITestOutputHelper output) : IClassFixture<Chromium>
{
    [Theory, OnBothDatabases]
    public async Task From_a_function_document_to_a_reminded_employee(Database database)
    {
        await using var site = await Site.Start(database, new TestClock(new DateTimeOffset(2026, 11, 24, 8, 10, 0, TimeSpan.Zero)));
        var walk = new Walk(site, chromium, looks: database == Database.Sqlite, output);
        await walk.SignInAndLookAtToday();
        await walk.ImportTheDocument();
        await walk.EditAQuestionOfTheLibrary();
        await walk.MakeAndFreezeAGuide();
        await walk.PlanTheProcedure();
        await walk.ScoreAsTwoMembers();
        await walk.CompareAndDecide();
        await walk.HoldTheReview();
        await walk.MakeThePlan();
        await walk.BeReminded();
    }
}
