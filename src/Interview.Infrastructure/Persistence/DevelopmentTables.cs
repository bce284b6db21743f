using Interviewing.Application.Development;
using Interviewing.Application.Identity;
using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Interviewing.Infrastructure.Persistence;

internal sealed class PlanTable : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.ToTable("Plans");
        builder.Property(p => p.GivenBackWith).HasMaxLength(Plan.LongestText);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.EmployeeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.ManagerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Review>().WithMany().HasForeignKey(p => p.ReviewId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Goals).WithOne().HasForeignKey(g => g.PlanId);
        builder.HasMany(p => p.Actions).WithOne().HasForeignKey(a => a.PlanId);
        builder.HasMany(p => p.Progress).WithOne().HasForeignKey(e => e.PlanId);
        builder.HasMany(p => p.Evidence).WithOne().HasForeignKey(e => e.PlanId);
        builder.HasOne<Review>().WithMany().HasForeignKey(p => p.MeasuredById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.EmployeeId, p.Status });
        builder.HasIndex(p => new { p.ManagerId, p.Status });
        // Two windows, one talk: one plan.
        builder.HasIndex(p => p.ReviewId).IsUnique().HasFilter("\"Status\" <> 'Stopped'");
    }
}

internal sealed class GoalTable : IEntityTypeConfiguration<Goal>
{
    public void Configure(EntityTypeBuilder<Goal> builder)
    {
        builder.ToTable("Goals");
        builder.Property(g => g.Wish).HasMaxLength(200);
        builder.HasIndex(g => new { g.PlanId, g.CompetencyId }).IsUnique();
    }
}

internal sealed class PlanActionTable : IEntityTypeConfiguration<PlanAction>
{
    public void Configure(EntityTypeBuilder<PlanAction> builder)
    {
        builder.ToTable("PlanActions");
        builder.Ignore(a => a.IsClosed);
        builder.Ignore(a => a.Terms);
        builder.Property(a => a.Help).HasMaxLength(ActionTerms.LongestHelp);
        builder.Property(a => a.Note).HasMaxLength(Plan.LongestText);
        builder.HasOne<Goal>().WithMany().HasForeignKey(a => a.GoalId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.PlanId, a.TipId });
        builder.HasIndex(a => new { a.OwnerId, a.Status });
    }
}

internal sealed class ProgressEntryTable : IEntityTypeConfiguration<ProgressEntry>
{
    public void Configure(EntityTypeBuilder<ProgressEntry> builder)
    {
        builder.ToTable("ProgressEntries");
        builder.Property(e => e.Note).HasMaxLength(Plan.LongestText);
    }
}

internal sealed class ActionEvidenceTable : IEntityTypeConfiguration<ActionEvidence>
{
    public void Configure(EntityTypeBuilder<ActionEvidence> builder)
    {
        builder.ToTable("ActionEvidence");
        builder.Property(e => e.Text).HasMaxLength(ActionEvidence.LongestText);
        builder.HasOne<PlanAction>().WithMany().HasForeignKey(e => e.ActionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(e => e.FileId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => e.ActionId);
    }
}

internal sealed class ReflectionTable : IEntityTypeConfiguration<Reflection>
{
    public void Configure(EntityTypeBuilder<Reflection> builder)
    {
        builder.ToTable("Reflections");
        builder.HasOne<Plan>().WithMany().HasForeignKey(r => r.PlanId);
        builder.HasIndex(r => new { r.PlanId, r.WriterId });
    }
}
