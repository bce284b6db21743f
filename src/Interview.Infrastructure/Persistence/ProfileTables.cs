using Interviewing.Application.Competencies;
using Interviewing.Application.Profiles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Interviewing.Infrastructure.Persistence;

internal sealed class ProfileTable : IEntityTypeConfiguration<Profile>
{
    public void Configure(EntityTypeBuilder<Profile> builder)
    {
        builder.Property(p => p.Code).HasMaxLength(60);
        builder.Property(p => p.PayScale).HasMaxLength(40);
        builder.HasIndex(p => new { p.EditionId, p.Code }).IsUnique();
        builder.Property(p => p.Characteristics).AsJson();
        builder.Property(p => p.Grading).AsJson();
        builder.Property(p => p.Trace).AsJson();
        builder.Ignore(p => p.SearchKind);
        builder.HasOne<Edition>().WithMany().HasForeignKey(p => p.EditionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Node>().WithMany().HasForeignKey(p => p.NodeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.ResultAreas).WithOne().HasForeignKey(a => a.ProfileId);
        builder.HasMany(p => p.Requires).WithOne().HasForeignKey(r => r.ProfileId);
    }
}

internal sealed class ResultAreaTable : IEntityTypeConfiguration<ResultArea>
{
    public void Configure(EntityTypeBuilder<ResultArea> builder)
    {
        builder.Property(a => a.Activities).AsJson();
        builder.Property(a => a.Trace).AsJson();
    }
}

internal sealed class RequiredCompetencyTable : IEntityTypeConfiguration<RequiredCompetency>
{
    public void Configure(EntityTypeBuilder<RequiredCompetency> builder)
    {
        builder.HasOne<Competency>().WithMany().HasForeignKey(r => r.CompetencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.ProfileId, r.CompetencyId }).IsUnique();
    }
}
