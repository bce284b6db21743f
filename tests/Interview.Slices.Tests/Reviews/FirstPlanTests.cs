using Interviewing.Application.Audit;
using Interviewing.Application.Competencies;
using Interviewing.Application.Decisions;
using Interviewing.Application.Development;
using Interviewing.Application.Identity;
using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;
using Interviewing.Slices.Tests.Procedures;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Reviews;

/// <summary>From a selection to a first plan: only with the yes of the person it is about.</summary>
public class FirstPlanTests
{
    [Theory, OnBothDatabases]
    public async Task With_consent_the_two_lowest_begin_the_plan_with_chosen_tips(Database database)
    {
        await using var house = await House.On(database);
        var (_, hired, start) = await Offered(house);
        var asked = await house.Asked(new GetStart(start), hired);
        (asked.HasConsent, asked.Outcome, asked.Beginnings.Count).ShouldBe((false, null, 0));
        (await house.Refused(new MakeFirstPlan(start, []), hired)).ShouldBe("reviews.start-no-consent");

        await house.Asked(new AnswerStart(start, true), hired);
        var view = await house.Asked(new GetStart(start), hired);
        view.ConsentedAt.ShouldNotBeNull();
        // Its own unit: a mean of n on the scale of the procedure.
        (view.Outcome!.Lowest, view.Outcome.Highest).ShouldBe((1, 5));
        view.Outcome.Competencies.Select(c => (c.Mean, c.N)).ShouldBe([(4m, 2), (2m, 2), (3m, 2)]);
        view.Beginnings.Select(b => b.Measure.Mean).ShouldBe([2m, 3m]);

        var tip = await house.Look(async db =>
        {
            var competency = await db.Set<Competency>().FirstOrDefaultAsync(c => c.Id == view.Beginnings[0].Measure.Competency);
            if (competency is null) return (Guid?)null;
            var made = competency.AddTip(LocalText.Of("nl", "Loop een dag mee"), TipAudience.Employee, TipKind.OnTheJob);
            await db.SaveChangesAsync();
            return made.Id;
        });
        var plan = await house.Asked(new MakeFirstPlan(start, tip is { } id ? [new(id, new(2026, 12, 20))] : []), hired);
        var made = await house.Asked(new GetPlan(plan), hired);
        made.Goals.Count.ShouldBe(2);
        // No step of a ladder is made of a score.
        (await house.Look(db => db.Set<Goal>().Where(g => g.PlanId == plan).Select(g => g.FromLevel).ToListAsync())).ShouldAllBe(l => l == null);
        (await house.Refused(new MakeFirstPlan(start, []), hired)).ShouldBe("reviews.start-planned");
    }

    [Theory, OnBothDatabases]
    public async Task Without_consent_or_after_it_is_taken_back_nothing_of_the_selection_is_there(Database database)
    {
        await using var house = await House.On(database);
        var (vacancy, hired, start) = await Offered(house);
        await house.Asked(new AnswerStart(start, false), hired);
        (await house.Asked(new GetStart(start), hired)).ShouldSatisfyAllConditions(v => v.IsDeclined.ShouldBeTrue(), v => v.Outcome.ShouldBeNull());
        await house.Asked(new AnswerStart(start, true), hired);
        (await house.Asked(new GetStart(start), hired)).Outcome.ShouldNotBeNull();
        await house.Asked(new AnswerStart(start, false), hired);
        (await house.Look(db => db.Set<SelectionStart>().Select(s => s.Kept).SingleAsync())).ShouldBeNull();
        (await house.Look(db => db.Set<AuditDetail>().Select(d => d.Before + d.After).ToListAsync())).ShouldAllBe(t => !t.Contains("\"mean\""));
        foreach (var other in new[] { vacancy.Anna, vacancy.Outsider, vacancy.Recruiter })
        {
            (await house.Refused(new GetStart(start), other)).ShouldBeOneOf(Refusal.NotFoundCode, Refusal.NotAllowedCode);
            (await house.Refused(new AnswerStart(start, true), other)).ShouldBeOneOf(Refusal.NotFoundCode, Refusal.NotAllowedCode);
        }
        (await house.Asked(new ReadOffer(vacancy.Id), vacancy.Recruiter)).IsDeclined.ShouldBeTrue();
    }

    [Theory, OnBothDatabases]
    public async Task An_offer_is_made_once_and_only_for_who_was_appointed(Database database)
    {
        await using var house = await House.On(database);
        var vacancy = await Vacancy.In(house);
        var hired = await house.Someone(Role.Employee);
        (await house.Refused(new OfferStart(vacancy.Id, hired.Id), vacancy.Recruiter)).ShouldBe("reviews.start-nobody-appointed");
        var (decided, person, _) = await Offered(house);
        (await house.Refused(new OfferStart(decided.Id, person.Id), decided.Recruiter)).ShouldBe("reviews.start-offered");
        (await house.Refused(new OfferStart(decided.Id, person.Id), decided.Outsider)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(new OfferStart(decided.Id, person.Id), decided.Anna)).ShouldBe(Refusal.NotAllowedCode);
    }

    private static async Task<(Vacancy Vacancy, Actor.Person Hired, Guid Start)> Offered(House house)
    {
        var vacancy = await Vacancy.In(house);
        foreach (var member in new[] { vacancy.Anna, vacancy.Bert }) await vacancy.Fill(member, 0, i => i switch { 0 => 4, 1 => 2, _ => 3 });
        await house.Asked(new RecordDecision(vacancy.Id, "Past", [new(vacancy.Candidates[0], Advice.Appointable, null)], new Choice(vacancy.Candidates[0])), vacancy.Chair);
        var hired = await house.Someone(Role.Employee);
        return (vacancy, hired, await house.Asked(new OfferStart(vacancy.Id, hired.Id), vacancy.Recruiter));
    }
}
