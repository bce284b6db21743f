using Interviewing.Application.Identity;

namespace Interviewing.Application.Reviews;

/// <summary>As whom somebody reads a talk.</summary>
public enum ReadsAs { Employee, Manager, Higher, Hr }

internal static class ReviewReaders
{
    /// <summary>
    /// The talks that the asker may read: the own ones always; what is shared also as the next-higher manager, or as HR, where its stage says so. Everybody else
    /// is told that there is none.
    /// </summary>
    public static IQueryable<Review> ReadableBy(this IQueryable<Review> reviews, Caller caller)
    {
        var (me, hr) = (caller.Id, caller.May(Permission.ManageCycles, Scope.Organisation));
        return reviews.Where(r => r.EmployeeId == me || r.ManagerId == me || (r.SharedAt != null && (r.HigherId == me || (hr && r.HrReads))));
    }

    public static ReadsAs ReaderOf(this Review review, Guid person) =>
        person == review.EmployeeId ? ReadsAs.Employee : person == review.ManagerId ? ReadsAs.Manager : person == review.HigherId ? ReadsAs.Higher : ReadsAs.Hr;
}
