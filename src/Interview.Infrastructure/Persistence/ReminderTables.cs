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
        builder.Property(r => r.OffHash).HasMaxLength(64);
        // Whoever moves a row on says from where: of two processes, one is refused.
        builder.Property(r => r.Status).IsConcurrencyToken();
        builder.Property(r => r.ClaimToken).IsConcurrencyToken();
        builder.HasIndex(r => new { r.Kind, r.SubjectId, r.ReceiverKind, r.ReceiverId, r.Occurrence }).IsUnique();
        // The tick asks for what is due; it must not grow with what is not.
        builder.HasIndex(r => new { r.Status, r.Alone, r.DueAt });
        builder.HasIndex(r => r.SubjectId);
        builder.HasIndex(r => r.ReceiverId);
        builder.HasIndex(r => r.CaseId);
        builder.HasIndex(r => r.ClaimToken);
        builder.HasIndex(r => r.OffHash);
    }
}

internal sealed class PolicyTable : IEntityTypeConfiguration<Policy>
{
    public void Configure(EntityTypeBuilder<Policy> builder)
    {
        builder.ToTable("ReminderPolicies");
        builder.Property(p => p.Rule).AsJson();
        builder.HasIndex(p => p.Kind).IsUnique();
    }
}

internal sealed class OpenTimesTable : IEntityTypeConfiguration<OpenTimes>
{
    public void Configure(EntityTypeBuilder<OpenTimes> builder) => builder.ToTable("OpenTimes");
}

internal sealed class FreeDaysTable : IEntityTypeConfiguration<FreeDays>
{
    public void Configure(EntityTypeBuilder<FreeDays> builder)
    {
        builder.ToTable("FreeDays");
        builder.Property(f => f.Name).HasMaxLength(100);
        builder.Property(f => f.Periods).AsJson();
        builder.HasIndex(f => f.Name).IsUnique();
    }
}

internal sealed class WishesTable : IEntityTypeConfiguration<Wishes>
{
    public void Configure(EntityTypeBuilder<Wishes> builder)
    {
        builder.ToTable("ReminderWishes");
        builder.Property(w => w.PauseReason).HasMaxLength(Wishes.LongestReason);
        builder.Property(w => w.Muted).AsJson();
        builder.Property(w => w.Snoozes).AsJson();
        builder.HasOne<FreeDays>().WithMany().HasForeignKey(w => w.FreeDaysId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Application.Identity.Person>().WithMany().HasForeignKey(w => w.DelegateId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SuspendedAddressTable : IEntityTypeConfiguration<SuspendedAddress>
{
    public void Configure(EntityTypeBuilder<SuspendedAddress> builder)
    {
        builder.Property(s => s.AddressHash).HasMaxLength(64);
        builder.Property(s => s.Why).HasMaxLength(300);
        builder.HasIndex(s => s.AddressHash);
        builder.HasIndex(s => s.ProcedureId);
    }
}

internal sealed class DeadlinesTable : IEntityTypeConfiguration<Deadlines>
{
    public void Configure(EntityTypeBuilder<Deadlines> builder)
    {
        builder.ToTable("ProcedureDeadlines");
        builder.HasOne<Application.Procedures.Procedure>().WithOne().HasForeignKey<Deadlines>(d => d.Id).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PlanMarkTable : IEntityTypeConfiguration<PlanMark>
{
    public void Configure(EntityTypeBuilder<PlanMark> builder)
    {
        builder.HasIndex(m => m.At);
        builder.HasIndex(m => m.ClaimToken);
    }
}

internal sealed class PulseTable : IEntityTypeConfiguration<Pulse>
{
    public void Configure(EntityTypeBuilder<Pulse> builder)
    {
        builder.ToTable("ReminderPulse");
        builder.Property(p => p.Id).ValueGeneratedNever();
    }
}
