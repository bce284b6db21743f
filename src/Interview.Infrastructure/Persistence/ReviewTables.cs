using Interviewing.Application.Identity;
using Interviewing.Application.Profiles;
using Interviewing.Application.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Interviewing.Infrastructure.Persistence;

internal sealed class CycleTable : IEntityTypeConfiguration<Cycle>
{
    public void Configure(EntityTypeBuilder<Cycle> builder)
    {
        builder.Property(c => c.Name).HasMaxLength(100);
        builder.HasIndex(c => new { c.Status, c.From });
    }
}

internal sealed class ReviewTable : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> builder)
    {
        builder.Ignore(r => r.Yardstick);
        builder.Ignore(r => r.IsShared);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.EmployeeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.ManagerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Cycle>().WithMany().HasForeignKey(r => r.CycleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Profile>().WithMany().HasForeignKey(r => r.ProfileId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Sides).WithOne().HasForeignKey(s => s.ReviewId);
        builder.HasIndex(r => new { r.EmployeeId, r.CycleId }).IsUnique();
        builder.HasIndex(r => new { r.ManagerId, r.Status });
    }
}

internal sealed class ReviewSideTable : IEntityTypeConfiguration<ReviewSide>
{
    public void Configure(EntityTypeBuilder<ReviewSide> builder)
    {
        builder.HasMany(s => s.Answers).WithOne().HasForeignKey(a => a.SideId);
        builder.HasIndex(s => new { s.ReviewId, s.Of }).IsUnique();
    }
}

internal sealed class ReviewAnswerTable : IEntityTypeConfiguration<ReviewAnswer>
{
    public void Configure(EntityTypeBuilder<ReviewAnswer> builder) => builder.HasIndex(a => new { a.SideId, a.CompetencyId }).IsUnique();
}
