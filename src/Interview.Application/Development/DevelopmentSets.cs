using Interviewing.Application.Development;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Shared;

public partial interface IInterviewDb
{
    DbSet<Plan> Plans => Set<Plan>();
    DbSet<Goal> Goals => Set<Goal>();
    DbSet<PlanAction> PlanActions => Set<PlanAction>();
    DbSet<ProgressEntry> ProgressEntries => Set<ProgressEntry>();
    DbSet<ActionEvidence> ActionEvidence => Set<ActionEvidence>();
    DbSet<Reflection> Reflections => Set<Reflection>();
}
