namespace Interviewing.Application.Reviews;

public enum YearKind { Calendar, School }

/// <summary>The windows that most organisations use, as a beginning for one's own: plan, progress, assessment over a calendar or a school year.</summary>
public static class CycleYear
{
    public static (DateOnly From, DateOnly To) Days(YearKind kind, int year) => kind switch
    {
        YearKind.Calendar => (new(year, 1, 1), new(year, 12, 31)),
        YearKind.School => (new(year, 8, 1), new(year + 1, 7, 31)),
    };

    /// <summary>The stages in the order of the year, under these three names.</summary>
    public static IReadOnlyList<StageOutline> Stages(YearKind kind, int year, string plan, string progress, string assessment)
    {
        (DateOnly Opens, DateOnly Ends) Window(int month, int months)
        {
            var opens = new DateOnly(year, 1, 1).AddMonths(month - 1);
            return (opens, opens.AddMonths(months).AddDays(-1));
        }
        var (first, second, third) = kind switch
        {
            YearKind.Calendar => (Window(1, 3), Window(6, 2), Window(11, 2)),
            YearKind.School => (Window(9, 2), Window(14, 2), Window(17, 2)),
        };
        return
        [
            new(plan, first.Opens, first.Ends, new StageForm()),
            new(progress, second.Opens, second.Ends, new StageForm(ReviewsResults: true)),
            new(assessment, third.Opens, third.Ends, new StageForm(ReviewsResults: true, ConfirmedAbove: true)),
        ];
    }
}
