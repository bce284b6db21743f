using Interviewing.Application.Competencies;
using Interviewing.Application.Guides;
using Interviewing.Application.Profiles;
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

internal sealed class GuideTable : IEntityTypeConfiguration<Guide>
{
    public void Configure(EntityTypeBuilder<Guide> builder)
    {
        builder.Property(g => g.Languages).AsJson();
        builder.Property(g => g.Mix).AsJson();
        builder.Property(g => g.Members).AsJson();
        builder.Property(g => g.Earlier).AsJson();
        builder.Property(g => g.TopicReasons).AsJson();
        builder.Property(g => g.WeightReason).HasMaxLength(1000);
        builder.Property(g => g.RevisionReason).HasMaxLength(1000);
        builder.Ignore(g => g.MinutesForQuestions);
        builder.HasOne<Scale>().WithMany().HasForeignKey(g => g.ScaleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Guide>().WithMany().HasForeignKey(g => g.RevisionOf).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Profile>().WithMany().HasForeignKey(g => g.ProfileId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<FrozenDocument>().WithMany().HasForeignKey(g => g.FrozenDocumentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(g => g.ProcedureId);
        builder.HasIndex(g => g.MadeById);
        builder.HasMany(g => g.Competencies).WithOne().HasForeignKey(c => c.GuideId);
        builder.HasMany(g => g.Questions).WithOne().HasForeignKey(q => q.GuideId);
    }
}

internal sealed class GuideCompetencyTable : IEntityTypeConfiguration<GuideCompetency>
{
    public void Configure(EntityTypeBuilder<GuideCompetency> builder)
    {
        builder.HasOne<Competency>().WithMany().HasForeignKey(c => c.CompetencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.GuideId, c.CompetencyId }).IsUnique();
    }
}

internal sealed class GuideQuestionTable : IEntityTypeConfiguration<GuideQuestion>
{
    public void Configure(EntityTypeBuilder<GuideQuestion> builder)
    {
        builder.Property(q => q.Probes).AsJson();
        builder.HasOne<Question>().WithMany().HasForeignKey(q => q.QuestionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Question>().WithMany().HasForeignKey(q => q.OfferedAs).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(q => q.GuideId);
    }
}
