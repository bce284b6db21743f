using Interviewing.Application.Identity;
using Interviewing.Application.Profiles;
using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Interviewing.Infrastructure.Persistence;

internal sealed class CycleTable : IEntityTypeConfiguration<Cycle>
{
    public void Configure(EntityTypeBuilder<Cycle> builder)
    {
        builder.Property(c => c.Name).HasMaxLength(100);
        builder.Property(c => c.Units).AsJson();
        builder.HasMany(c => c.Stages).WithOne().HasForeignKey(s => s.CycleId);
        builder.HasIndex(c => new { c.Status, c.From });
    }
}

internal sealed class CycleStageTable : IEntityTypeConfiguration<CycleStage>
{
    public void Configure(EntityTypeBuilder<CycleStage> builder)
    {
        builder.Property(s => s.Name).HasMaxLength(Cycle.LongestName);
        builder.Property(s => s.Form).AsJson();
    }
}

internal sealed class ReviewTable : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> builder)
    {
        builder.Ignore(r => r.Yardstick);
        builder.Ignore(r => r.IsShared);
        builder.Ignore(r => r.Form);
        builder.Ignore(r => r.NeedsConfirmation);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.EmployeeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.ManagerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.HigherId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Cycle>().WithMany().HasForeignKey(r => r.CycleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CycleStage>().WithMany().HasForeignKey(r => r.StageId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Profile>().WithMany().HasForeignKey(r => r.ProfileId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Sides).WithOne().HasForeignKey(s => s.ReviewId);
        builder.HasMany(r => r.Agreements).WithOne().HasForeignKey(a => a.ReviewId);
        builder.HasMany(r => r.Acts).WithOne().HasForeignKey(a => a.ReviewId);
        builder.HasMany(r => r.Editions).WithOne().HasForeignKey(e => e.ReviewId);
        // One talk a stage; in a cycle without stages one a cycle.
        builder.HasIndex(r => new { r.EmployeeId, r.StageId }).IsUnique();
        builder.HasIndex(r => new { r.EmployeeId, r.CycleId }).IsUnique().HasFilter("\"StageId\" IS NULL");
        builder.HasIndex(r => new { r.HigherId, r.Status });
        builder.HasIndex(r => new { r.ManagerId, r.Status });
    }
}

internal sealed class ReviewSideTable : IEntityTypeConfiguration<ReviewSide>
{
    public void Configure(EntityTypeBuilder<ReviewSide> builder)
    {
        builder.HasMany(s => s.Answers).WithOne().HasForeignKey(a => a.SideId);
        builder.HasMany(s => s.Remarks).WithOne().HasForeignKey(a => a.SideId);
        builder.HasMany(s => s.Evidence).WithOne().HasForeignKey(e => e.SideId);
        builder.HasIndex(s => new { s.ReviewId, s.Of }).IsUnique();
    }
}

internal sealed class ReviewAnswerTable : IEntityTypeConfiguration<ReviewAnswer>
{
    public void Configure(EntityTypeBuilder<ReviewAnswer> builder) => builder.HasIndex(a => new { a.SideId, a.CompetencyId }).IsUnique();
}

internal sealed class ReviewRemarkTable : IEntityTypeConfiguration<ReviewRemark>
{
    public void Configure(EntityTypeBuilder<ReviewRemark> builder) => builder.HasIndex(r => new { r.SideId, r.ItemId }).IsUnique();
}

internal sealed class AgreementTable : IEntityTypeConfiguration<Agreement>
{
    public void Configure(EntityTypeBuilder<Agreement> builder)
    {
        builder.ToTable("ReviewAgreements");
        builder.Property(a => a.Text).HasMaxLength(Agreement.LongestText);
    }
}

internal sealed class ReviewActTable : IEntityTypeConfiguration<ReviewAct>
{
    public void Configure(EntityTypeBuilder<ReviewAct> builder) => builder.Property(a => a.Text).HasMaxLength(ReviewSide.LongestText);
}

internal sealed class ReviewEditionTable : IEntityTypeConfiguration<ReviewEdition>
{
    public void Configure(EntityTypeBuilder<ReviewEdition> builder) => builder.HasIndex(e => new { e.ReviewId, e.Number }).IsUnique();
}

internal sealed class EvidenceTable : IEntityTypeConfiguration<Evidence>
{
    public void Configure(EntityTypeBuilder<Evidence> builder)
    {
        builder.ToTable("ReviewEvidence");
        builder.Property(e => e.Name).HasMaxLength(Evidence.LongestName);
        builder.Property(e => e.Link).HasMaxLength(Evidence.LongestLink);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(e => e.FileId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ColleagueFeedbackTable : IEntityTypeConfiguration<ColleagueFeedback>
{
    public void Configure(EntityTypeBuilder<ColleagueFeedback> builder)
    {
        builder.ToTable("ColleagueFeedback");
        builder.HasOne<Review>().WithMany().HasForeignKey(f => f.ReviewId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(f => f.Invitations).WithOne().HasForeignKey(i => i.FeedbackId);
        builder.HasIndex(f => f.ReviewId).IsUnique();
    }
}

internal sealed class FeedbackInvitationTable : IEntityTypeConfiguration<FeedbackInvitation>
{
    public void Configure(EntityTypeBuilder<FeedbackInvitation> builder)
    {
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.RaterId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(i => new { i.FeedbackId, i.RaterId }).IsUnique();
    }
}

internal sealed class FeedbackSheetTable : IEntityTypeConfiguration<FeedbackSheet>
{
    public void Configure(EntityTypeBuilder<FeedbackSheet> builder)
    {
        builder.Property(s => s.Ratings).AsJson();
        builder.Property(s => s.Strong).HasMaxLength(FeedbackSheet.LongestText);
        builder.Property(s => s.Wish).HasMaxLength(FeedbackSheet.LongestText);
        builder.HasOne<ColleagueFeedback>().WithMany().HasForeignKey(s => s.FeedbackId);
        builder.HasIndex(s => new { s.FeedbackId, s.RaterId }).IsUnique();
    }
}

internal sealed class SelectionStartTable : IEntityTypeConfiguration<SelectionStart>
{
    public void Configure(EntityTypeBuilder<SelectionStart> builder)
    {
        builder.ToTable("SelectionStarts");
        builder.Ignore(s => s.HasConsent);
        builder.Ignore(s => s.Outcome);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Interviewing.Application.Procedures.Procedure>().WithMany().HasForeignKey(s => s.ProcedureId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => s.CandidateId).IsUnique();
        builder.HasIndex(s => s.PersonId);
    }
}
