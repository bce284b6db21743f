using Interviewing.Application.Competencies;
using Interviewing.Application.Profiles;
using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;

namespace Interviewing.Rules.Tests.Reviews;

public class ReviewTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);
    private readonly Guid employee = Guid.NewGuid(), manager = Guid.NewGuid();

    [Fact]
    public void A_competency_without_ladder_is_measured_on_the_scale_and_required_is_its_pass_mark()
    {
        var (profile, competencies) = Library();
        var yardstick = Yardstick.Of(profile, competencies, Scale.Default());
        yardstick.Competencies[0].OnScale.ShouldBeFalse();
        yardstick.Competencies[0].Required.ShouldBe(3);
        yardstick.Competencies[0].Steps.Select(s => s.Value).ShouldBe([1, 2, 3]);
        yardstick.Competencies[0].Steps[1].Indicators.Count.ShouldBe(1);
        yardstick.Competencies[1].OnScale.ShouldBeTrue();
        yardstick.Competencies[1].Required.ShouldBe(3);
        yardstick.Competencies[1].Steps.Count.ShouldBe(5);
    }

    [Fact]
    public void A_required_level_beyond_the_ladder_is_refused()
    {
        var (profile, competencies) = Library();
        profile.Require(competencies[0].Id, 4);
        Code(() => Yardstick.Of(profile, competencies, Scale.Default())).ShouldBe("reviews.level-beyond-ladder");
    }

    [Fact]
    public void The_copy_does_not_move_when_the_library_does()
    {
        var (profile, competencies) = Library();
        Review review = new(employee, manager, null, Yardstick.Of(profile, competencies, Scale.Default()), Now);
        var before = review.Rated;
        competencies[0].Reword(competencies[0].Id, "name", "nl", "Overtuigen", "Iets anders");
        review.Rated.ShouldBe(before);
        review.Yardstick.Competencies[0].Name.ToString().ShouldBe("Overtuigen");
    }

    [Theory]
    [InlineData(true, ReviewStatus.WithManager)]
    [InlineData(false, ReviewStatus.WithEmployee)]
    public void One_side_ready_waits_for_the_other_and_both_share(bool employeeFirst, ReviewStatus between)
    {
        var review = Filled();
        review.Status.ShouldBe(ReviewStatus.Draft);
        review.Ready(employeeFirst ? employee : manager, Now);
        review.Status.ShouldBe(between);
        Code(() => review.Gaps()).ShouldBe("reviews.not-shared");
        review.Ready(employeeFirst ? manager : employee, Now.AddDays(1));
        review.Status.ShouldBe(ReviewStatus.Shared);
        review.SharedAt.ShouldBe(Now.AddDays(1));
        review.Gaps().Select(g => g.Steps).ShouldBe([1, -1]);
    }

    [Fact]
    public void A_blank_keeps_a_side_open_and_names_the_competency()
    {
        var review = Blank();
        review.Say(employee, [new(review.Yardstick.Competencies[0].Id, 2, "", 0)], null);
        var no = Should.Throw<Refusal>(() => review.Ready(employee, Now));
        no.Reasons.Select(r => r.Code).ShouldBe(["reviews.unrated"]);
        no.Reasons[0].Field.ShouldBe($"level-{review.Yardstick.Competencies[1].Id:N}");
    }

    [Fact]
    public void A_ready_side_is_closed_and_a_stranger_has_none()
    {
        var review = Filled();
        review.Ready(employee, Now);
        Code(() => review.Say(employee, [], new("nog iets", 0))).ShouldBe("reviews.side-ready");
        Code(() => review.Ready(employee, Now)).ShouldBe("reviews.side-ready");
        Code(() => review.Say(Guid.NewGuid(), [], null)).ShouldBe(Refusal.NotFoundCode);
    }

    [Fact]
    public void A_level_outside_the_ladder_is_refused()
    {
        var review = Blank();
        Code(() => review.Say(employee, [new(review.Yardstick.Competencies[0].Id, 9, "", 0)], null)).ShouldBe("reviews.level-unknown");
        Code(() => review.Say(employee, [new(review.Yardstick.Competencies[0].Id, 0, "", 0)], null)).ShouldBe("reviews.level-unknown");
    }

    [Fact]
    public void Two_windows_of_one_person_lose_nothing()
    {
        var review = Blank();
        var (first, second) = (review.Yardstick.Competencies[0].Id, review.Yardstick.Competencies[1].Id);
        review.Say(employee, [new(first, 2, "uit het ene venster", 0)], null);
        review.Say(employee, [new(second, 3, "uit het andere venster", 0)], null);
        var no = Should.Throw<Refusal>(() => review.Say(employee, [new(first, 1, "te laat", 0)], null));
        no.Reasons[0].Code.ShouldBe(Refusal.ChangedCode);
        no.Reasons[0].Args.ShouldBe(["2 uit het ene venster", "1 te laat"]);
        review.Say(employee, [new(first, 2, "uit het ene venster", 0)], null);
    }

    private Review Blank()
    {
        var (profile, competencies) = Library();
        return new(employee, manager, null, Yardstick.Of(profile, competencies, Scale.Default()), Now);
    }

    private Review Filled()
    {
        var review = Blank();
        var ids = review.Yardstick.Competencies.Select(c => c.Id).ToList();
        review.Say(employee, [new(ids[0], 3, "zelf", 0), new(ids[1], 3, "", 0)], null);
        review.Say(manager, [new(ids[0], 2, "leiding", 0), new(ids[1], 4, "", 0)], null);
        return review;
    }

    private static (Profile Profile, List<Competency> Competencies) Library()
    {
        var edition = Guid.NewGuid();
        Competency ladder = new(edition, null, "overtuigen", LocalText.Of("nl", "Overtuigen"), LocalText.Of("nl", "Krijgt anderen mee."));
        foreach (var title in new[] { "Legt uit", "Overtuigt", "Verbindt" }) ladder.AddLevel(LocalText.Of("nl", title));
        ladder.AddIndicator(LocalText.Of("nl", "Vraagt wat de ander wil bereiken"), Polarity.Positive, 2);
        Competency flat = new(edition, null, "samenwerken", LocalText.Of("nl", "Samenwerken"), LocalText.Of("nl", "Werkt met anderen."));
        Profile profile = new(edition, null, "ADV", LocalText.Of("nl", "Adviseur"), LocalText.Of("nl", "Adviseert."));
        profile.Require(ladder.Id, 3, 2);
        profile.Require(flat.Id, null);
        return (profile, [ladder, flat]);
    }

    private static string Code(Action act) => Should.Throw<Refusal>(act).Reasons[0].Code;
}
