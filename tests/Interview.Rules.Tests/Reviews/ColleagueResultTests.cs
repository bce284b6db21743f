using FsCheck;
using FsCheck.Fluent;
using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;

namespace Interviewing.Rules.Tests.Reviews;

/// <summary>Whatever colleagues write: fewer than the minimum show nothing, and nothing shown tells who wrote it.</summary>
public class ColleagueResultTests
{
    private static readonly YardCompetency[] Competencies = [Of("a"), Of("b")];
    private static readonly Yardstick Yardstick = new(Yardstick.CurrentSchema, Guid.NewGuid(), "P", LocalText.Of("nl", "Adviseur"), Competencies);

    // Two levels (0: cannot say) and whether something is said.
    private static readonly Gen<(int A, int B, bool Says)[]> Sheets =
        (from a in Gen.Choose(0, 3) from b in Gen.Choose(0, 3) from says in Gen.Choose(0, 1) select (a, b, says == 1)).ArrayOf();

    [Fact]
    public void Below_the_minimum_it_is_always_the_same_nothing() => Prop.ForAll(Sheets.ToArbitrary(), Gen.Choose(3, 6).ToArbitrary(), (sheets, least) =>
        sheets.Length >= least || JsonText.Write(ColleagueResult.Of(Yardstick, Written(sheets), least)) == JsonText.Write(ColleagueResult.None)).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_number_and_every_list_of_sentences_comes_from_at_least_the_minimum() => Prop.ForAll(Sheets.ToArbitrary(), Gen.Choose(3, 6).ToArbitrary(), (sheets, least) =>
    {
        var result = ColleagueResult.Of(Yardstick, Written(sheets), least);
        return result.Competencies.All(c => c.Mean is null ? c.N == 0 : c.N >= least) && (result.Strong.Count == 0 || result.Strong.Count >= least)
            && result.Competencies.Where(c => c.Mean is not null).All(c => c.N == sheets.Count(s => LevelOf(s, c.Competency) > 0)
                && c.Mean * c.N - sheets.Sum(s => LevelOf(s, c.Competency)) is > -1e-9m and < 1e-9m);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_in_which_they_came_makes_no_difference() => Prop.ForAll(Sheets.ToArbitrary(), sheets =>
        JsonText.Write(ColleagueResult.Of(Yardstick, Written(sheets), 3)) == JsonText.Write(ColleagueResult.Of(Yardstick, [.. Written(sheets).Reverse()], 3))).QuickCheckThrowOnFailure();

    private static int LevelOf((int A, int B, bool Says) sheet, Guid competency) => competency == Competencies[0].Id ? sheet.A : sheet.B;

    private static IReadOnlyList<FeedbackSheet> Written((int A, int B, bool Says)[] sheets) => [.. sheets.Select((s, i) =>
    {
        FeedbackSheet sheet = new(Guid.NewGuid(), Guid.NewGuid());
        sheet.Write(Yardstick, [new(Competencies[0].Id, s.A == 0 ? null : s.A), new(Competencies[1].Id, s.B == 0 ? null : s.B)], s.Says ? $"zin {i}" : "", "", handIn: false);
        return sheet;
    })];

    private static YardCompetency Of(string code) => new(Guid.NewGuid(), code, LocalText.Of("nl", code), LocalText.Of("nl", code), false, 2, 1, [.. Enumerable.Range(1, 3).Select(v => new YardStep(v, LocalText.Of("nl", $"{v}"), []))], []);
}
