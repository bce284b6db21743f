using Interviewing.Application.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Shared;

public partial interface IInterviewDb
{
    DbSet<Cycle> Cycles => Set<Cycle>();
    DbSet<CycleStage> CycleStages => Set<CycleStage>();
    DbSet<Review> Reviews => Set<Review>();
    DbSet<ReviewSide> ReviewSides => Set<ReviewSide>();
    DbSet<ReviewAnswer> ReviewAnswers => Set<ReviewAnswer>();
    DbSet<ReviewRemark> ReviewRemarks => Set<ReviewRemark>();
    DbSet<Agreement> Agreements => Set<Agreement>();
    DbSet<ReviewAct> ReviewActs => Set<ReviewAct>();
    DbSet<Evidence> ReviewEvidence => Set<Evidence>();
    DbSet<ColleagueFeedback> ColleagueFeedback => Set<ColleagueFeedback>();
    DbSet<FeedbackInvitation> FeedbackInvitations => Set<FeedbackInvitation>();
    DbSet<FeedbackSheet> FeedbackSheets => Set<FeedbackSheet>();
    DbSet<SelectionStart> SelectionStarts => Set<SelectionStart>();
    DbSet<ReviewEdition> ReviewEditions => Set<ReviewEdition>();
}
