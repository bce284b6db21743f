using Interviewing.Application.Reminders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Interviewing.Infrastructure.Persistence;

internal sealed class ReminderTable : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.Property(r => r.Occurrence).HasMaxLength(60);
        builder.Property(r => r.MessageId).HasMaxLength(200);
        builder.Property(r => r.Why).HasMaxLength(300);
        // Whoever moves a row on says from where: of two processes, one is refused.
        builder.Property(r => r.Status).IsConcurrencyToken();
        builder.Property(r => r.ClaimToken).IsConcurrencyToken();
        builder.HasIndex(r => new { r.Kind, r.SubjectId, r.ReceiverKind, r.ReceiverId, r.Occurrence }).IsUnique();
        // The tick asks for what is due; it must not grow with what is not.
        builder.HasIndex(r => new { r.Status, r.DueAt });
        builder.HasIndex(r => r.SubjectId);
        builder.HasIndex(r => r.ClaimToken);
    }
}
