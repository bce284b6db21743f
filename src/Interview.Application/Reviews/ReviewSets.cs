using Interviewing.Application.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Shared;

public partial interface IInterviewDb
{
    DbSet<Cycle> Cycles => Set<Cycle>();
    DbSet<Review> Reviews => Set<Review>();
    DbSet<ReviewSide> ReviewSides => Set<ReviewSide>();
    DbSet<ReviewAnswer> ReviewAnswers => Set<ReviewAnswer>();
}
