using Interviewing.Application.Audit;
using Interviewing.Application.Search;
using Interviewing.Application.Shared;
using Interviewing.Infrastructure.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Interviewing.Infrastructure.Persistence;

internal sealed class StoredFileTable : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.Property(f => f.Name).HasMaxLength(300);
        builder.Property(f => f.MediaType).HasMaxLength(150);
        builder.Property(f => f.Sha256).HasMaxLength(64);
    }
}

internal sealed class SearchEntryTable : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> builder)
    {
        builder.ToTable("SearchEntries");
        builder.Property(s => s.Language).HasMaxLength(20);
        builder.Property(s => s.Sort).HasMaxLength(SearchEntry.LongestSort);
        builder.HasIndex(s => new { s.SubjectId, s.Language }).IsUnique();
        // A list in a reader's language is read in this order, from its beginning.
        builder.HasIndex(s => new { s.Kind, s.Language, s.Sort, s.SubjectId });
    }
}

internal sealed class AuditEntryTable : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasIndex(e => e.SealNumber).IsUnique();
        builder.HasIndex(e => new { e.SubjectId, e.At });
        builder.HasIndex(e => e.At);
        builder.Property(e => e.ActorKind).HasMaxLength(10);
        builder.Property(e => e.Actor).HasMaxLength(60);
        builder.Property(e => e.Ask).HasMaxLength(80);
        builder.Property(e => e.Action).HasMaxLength(40);
        builder.Property(e => e.SubjectType).HasMaxLength(80);
        builder.Property(e => e.SubjectId).HasMaxLength(120);
        builder.Property(e => e.Commitment).HasMaxLength(64);
        builder.Property(e => e.ChainHash).HasMaxLength(64);
    }
}

internal sealed class AuditDetailTable : IEntityTypeConfiguration<AuditDetail>
{
    public void Configure(EntityTypeBuilder<AuditDetail> builder)
    {
        builder.HasKey(d => d.EntryId);
        builder.Property(d => d.EntryId).ValueGeneratedNever();
    }
}

internal sealed class DataProtectionKeyTable : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> builder) => builder.HasKey(k => k.Name);
}
