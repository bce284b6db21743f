using Interviewing.Application.Guides;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Interviewing.Infrastructure.Persistence;

internal sealed class FrozenDocumentTable : IEntityTypeConfiguration<FrozenDocument>
{
    public void Configure(EntityTypeBuilder<FrozenDocument> builder)
    {
        builder.Property(d => d.Hash).HasMaxLength(64);
        builder.HasIndex(d => d.GuideId);
    }
}
