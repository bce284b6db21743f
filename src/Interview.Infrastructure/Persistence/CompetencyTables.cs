using Interviewing.Application.Competencies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Interviewing.Infrastructure.Persistence;

internal sealed class FrameworkTable : IEntityTypeConfiguration<Framework>
{
    public void Configure(EntityTypeBuilder<Framework> builder)
    {
        builder.Property(f => f.Owner).HasMaxLength(300);
        builder.Property(f => f.Licence).HasMaxLength(300);
    }
}

internal sealed class EditionTable : IEntityTypeConfiguration<Edition>
{
    public void Configure(EntityTypeBuilder<Edition> builder)
    {
        builder.Property(e => e.Label).HasMaxLength(60);
        builder.Property(e => e.ClusterLevels).AsJson();
        builder.Property(e => e.ProfileLevels).AsJson();
        builder.HasOne<Framework>().WithMany().HasForeignKey(e => e.FrameworkId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => new { e.FrameworkId, e.Label }).IsUnique();
    }
}

internal sealed class NodeTable : IEntityTypeConfiguration<Node>
{
    public void Configure(EntityTypeBuilder<Node> builder)
    {
        builder.HasOne<Edition>().WithMany().HasForeignKey(n => n.EditionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Node>().WithMany().HasForeignKey(n => n.ParentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(n => new { n.EditionId, n.Kind });
        builder.Ignore(n => n.Side);
    }
}

internal sealed class CompetencyLinkTable : IEntityTypeConfiguration<CompetencyLink>
{
    public void Configure(EntityTypeBuilder<CompetencyLink> builder)
    {
        builder.HasOne<Competency>().WithMany().HasForeignKey(l => l.FromId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Competency>().WithMany().HasForeignKey(l => l.ToId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(l => new { l.FromId, l.ToId }).IsUnique();
        builder.HasIndex(l => new { l.FromEditionId, l.ToEditionId });
    }
}

internal sealed class ScaleTable : IEntityTypeConfiguration<Scale>
{
    public void Configure(EntityTypeBuilder<Scale> builder)
    {
        builder.Property(s => s.Points).AsJson();
    }
}

internal sealed class CompetencyTable : IEntityTypeConfiguration<Competency>
{
    public void Configure(EntityTypeBuilder<Competency> builder)
    {
        builder.Property(c => c.Code).HasMaxLength(60);
        builder.HasIndex(c => new { c.EditionId, c.Code }).IsUnique();
        builder.HasIndex(c => c.ClusterId);
        builder.HasIndex(c => c.ReplacesId);
        builder.Property(c => c.Trace).AsJson();
        builder.Ignore(c => c.SearchKind);
        builder.HasOne<Edition>().WithMany().HasForeignKey(c => c.EditionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Node>().WithMany().HasForeignKey(c => c.ClusterId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Levels).WithOne().HasForeignKey(l => l.CompetencyId);
        builder.HasMany(c => c.Indicators).WithOne().HasForeignKey(i => i.CompetencyId);
        builder.HasMany(c => c.Questions).WithOne().HasForeignKey(q => q.CompetencyId);
        builder.HasMany(c => c.Tips).WithOne().HasForeignKey(t => t.CompetencyId);
    }
}

internal sealed class LevelTable : IEntityTypeConfiguration<Level>
{
    public void Configure(EntityTypeBuilder<Level> builder) => builder.HasIndex(l => new { l.CompetencyId, l.Ordinal });
}

internal sealed class IndicatorTable : IEntityTypeConfiguration<Indicator>
{
    public void Configure(EntityTypeBuilder<Indicator> builder) => builder.Property(i => i.Trace).AsJson();
}

internal sealed class QuestionTable : IEntityTypeConfiguration<Question>
{
    public void Configure(EntityTypeBuilder<Question> builder)
    {
        builder.Property(q => q.Touches).AsJson();
        builder.Property(q => q.Probes).AsJson();
        builder.Property(q => q.Anchors).AsJson();
        builder.Property(q => q.Trace).AsJson();
    }
}

internal sealed class TipTable : IEntityTypeConfiguration<Tip>
{
    public void Configure(EntityTypeBuilder<Tip> builder) => builder.Property(t => t.Trace).AsJson();
}

internal sealed class LibraryChangeTable : IEntityTypeConfiguration<LibraryChange>
{
    public void Configure(EntityTypeBuilder<LibraryChange> builder)
    {
        builder.Property(c => c.Field).HasMaxLength(40);
        builder.Property(c => c.Language).HasMaxLength(35);
        builder.Property(c => c.Kept).AsJson();
        builder.HasIndex(c => new { c.SubjectId, c.At });
    }
}
