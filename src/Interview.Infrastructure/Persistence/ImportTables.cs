using Interviewing.Application.Competencies;
using Interviewing.Application.Import;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Interviewing.Infrastructure.Persistence;

internal sealed class DraftTable : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("ImportDrafts");
        builder.Property(d => d.FileName).HasMaxLength(300);
        builder.Property(d => d.Title).HasMaxLength(200);
        builder.Property(d => d.Words).HasMaxLength(520);
        builder.Property(d => d.Language).HasMaxLength(20);
        builder.Property(d => d.Decisions).AsJson();
        builder.Property(d => d.Made).AsJson();
        builder.Property(d => d.Codes).AsJson();
        builder.Property(d => d.Failure).HasMaxLength(80);
        builder.HasIndex(d => d.At);
        builder.HasIndex(d => new { d.Kind, d.Language, d.Status });
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(d => d.FileId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Edition>().WithMany().HasForeignKey(d => d.EditionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RememberedColumnsTable : IEntityTypeConfiguration<RememberedColumns>
{
    public void Configure(EntityTypeBuilder<RememberedColumns> builder)
    {
        builder.ToTable("ImportColumns");
        builder.Property(c => c.Key).HasMaxLength(64);
        builder.Property(c => c.Meanings).AsJson();
        builder.HasIndex(c => c.Key).IsUnique();
    }
}

internal sealed class ReadingTurnTable : IEntityTypeConfiguration<ReadingTurn>
{
    public void Configure(EntityTypeBuilder<ReadingTurn> builder)
    {
        builder.ToTable("ImportReadings");
        builder.HasOne<Draft>().WithOne().HasForeignKey<ReadingTurn>(t => t.Id);
        builder.HasIndex(t => t.At);
    }
}

internal sealed class LabelWordTable : IEntityTypeConfiguration<LabelWord>
{
    public void Configure(EntityTypeBuilder<LabelWord> builder)
    {
        builder.Property(w => w.Language).HasMaxLength(20);
        builder.Property(w => w.Key).HasMaxLength(60);
        builder.Property(w => w.Word).HasMaxLength(60);
        builder.Property(w => w.Letters).HasMaxLength(60);
        builder.HasIndex(w => new { w.Language, w.Letters }).IsUnique();
    }
}
