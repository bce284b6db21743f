using Interviewing.Application.Procedures;
using Interviewing.Application.Scoring;

namespace Interviewing.Rules.Tests.Procedures;

public class StatusTests
{
    [Fact]
    public void A_procedure_goes_forward_only_but_for_talks_that_come_back()
    {
        (from now in Enum.GetValues<ProcedureStatus>() from next in Enum.GetValues<ProcedureStatus>() where Procedure.MayBecome(now, next) && next < now select (now, next))
            .ShouldBe([(ProcedureStatus.Consensus, ProcedureStatus.Running)]);
        Enum.GetValues<ProcedureStatus>().Where(s => Procedure.MayBecome(s, s)).ShouldBeEmpty();
        Procedure.MayBecome(ProcedureStatus.Draft, ProcedureStatus.Decided).ShouldBeFalse();
    }

    [Fact]
    public void What_became_of_a_talk_is_not_undone() =>
        new[] { InterviewStatus.Cancelled, InterviewStatus.NoShow, InterviewStatus.Final }.ShouldAllBe(end => !Enum.GetValues<InterviewStatus>().Any(next => Interview.MayBecome(end, next)));

    [Fact]
    public void A_panel_that_is_small_or_not_the_same_for_everybody_is_named()
    {
        var now = DateTimeOffset.UnixEpoch;
        var procedure = new Procedure("Adviseur", Guid.NewGuid(), true, Guid.NewGuid(), now);
        PanelReport.Of(procedure, [], [], new Dictionary<Guid, string>()).Select(f => f.Words).ShouldBe(["procedures.finding.small", "procedures.finding.no-chair"]);
        var seats = new[] { ("Anna", SeatKind.Chair), ("Bert", SeatKind.Member), ("Cas", SeatKind.Member) }.Select(p => (Name: p.Item1, Seat: procedure.SeatPerson(Guid.NewGuid(), p.Item2, true, now).Id)).ToList();
        var names = seats.ToDictionary(s => s.Seat, s => s.Name);
        var candidates = Enumerable.Range(1, 4).Select(i => (Id: Guid.NewGuid(), Code: $"K{i}", Out: i == 4)).ToList();
        List<FormStatus> forms = [.. from c in candidates from s in seats select new FormStatus(Guid.NewGuid(), c.Id, s.Seat, FormState.Open, null, null)];
        PanelReport.Of(procedure, candidates, forms, names).ShouldBeEmpty();
        // Cas does not score K2; that K4 does not take part any more is not a difference.
        forms = [.. forms.Select(f => f.Candidate == candidates[1].Id && f.Seat == seats[2].Seat || f.Candidate == candidates[3].Id ? f with { State = FormState.Excused } : f)];
        PanelReport.Of(procedure, candidates, forms, names).ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Words.ShouldBe("procedures.finding.without"), f => f.Args.ShouldBe(["K2", "Cas"]));
    }
}
