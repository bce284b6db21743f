using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Profiles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Interviewing.Infrastructure.Persistence;

internal sealed class ProcedureTable : IEntityTypeConfiguration<Procedure>
{
    public void Configure(EntityTypeBuilder<Procedure> builder)
    {
        builder.Property(p => p.Title).HasMaxLength(200);
        builder.Property(p => p.NamesShownReason).HasMaxLength(2000);
        builder.Property(p => p.StoppedReason).HasMaxLength(2000);
        builder.Ignore(p => p.IsOver).Ignore(p => p.ShowsNames);
        builder.HasOne<Profile>().WithMany().HasForeignKey(p => p.ProfileId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<FrozenDocument>().WithMany().HasForeignKey(p => p.FrozenId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.OwnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Seats).WithOne().HasForeignKey(s => s.ProcedureId);
        builder.HasIndex(p => p.CreatedAt);
    }
}

internal sealed class GuideDeviationTable : IEntityTypeConfiguration<GuideDeviation>
{
    public void Configure(EntityTypeBuilder<GuideDeviation> builder)
    {
        builder.Property(d => d.Reason).HasMaxLength(1000);
        builder.HasOne<Procedure>().WithMany().HasForeignKey(d => d.ProcedureId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<FrozenDocument>().WithMany().HasForeignKey(d => d.FromId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<FrozenDocument>().WithMany().HasForeignKey(d => d.ToId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PanelSeatTable : IEntityTypeConfiguration<PanelSeat>
{
    public void Configure(EntityTypeBuilder<PanelSeat> builder)
    {
        builder.Ignore(s => s.IsTaken).Ignore(s => s.HasDeclared);
        builder.Property(s => s.DeclaredWords).HasMaxLength(4000);
        builder.Property(s => s.RemovedReason).HasMaxLength(2000);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<GuestLink>().WithMany().HasForeignKey(s => s.GuestLinkId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CandidateTable : IEntityTypeConfiguration<Candidate>
{
    public void Configure(EntityTypeBuilder<Candidate> builder)
    {
        builder.Property(c => c.Code).HasMaxLength(20);
        builder.Ignore(c => c.IsRevealed).Ignore(c => c.IsOut);
        builder.Property(c => c.WithdrawnReason).HasMaxLength(2000);
        builder.HasOne<FrozenDocument>().WithMany().HasForeignKey(c => c.FrozenId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Procedure>().WithMany().HasForeignKey(c => c.ProcedureId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.ProcedureId, c.Number }).IsUnique();
    }
}

internal sealed class CandidateIdentityTable : IEntityTypeConfiguration<CandidateIdentity>
{
    public void Configure(EntityTypeBuilder<CandidateIdentity> builder)
    {
        builder.Property(c => c.Name).HasMaxLength(200);
        builder.Property(c => c.Email).HasMaxLength(254);
        builder.Property(c => c.EmailKey).HasMaxLength(254);
        builder.Property(c => c.Phone).HasMaxLength(40);
        builder.Property(c => c.Language).HasMaxLength(10);
        builder.HasOne<Candidate>().WithOne().HasForeignKey<CandidateIdentity>(c => c.Id);
    }
}

internal sealed class AdjustmentTable : IEntityTypeConfiguration<Adjustment>
{
    public void Configure(EntityTypeBuilder<Adjustment> builder)
    {
        builder.Property(a => a.Note).HasMaxLength(1000);
        builder.HasOne<Candidate>().WithOne().HasForeignKey<Adjustment>(a => a.Id);
    }
}

internal sealed class ConflictTable : IEntityTypeConfiguration<Conflict>
{
    public void Configure(EntityTypeBuilder<Conflict> builder)
    {
        builder.Property(c => c.Nature).HasMaxLength(Conflict.LongestNature);
        builder.Property(c => c.AnswerReason).HasMaxLength(2000);
        builder.HasOne<Procedure>().WithMany().HasForeignKey(c => c.ProcedureId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PanelSeat>().WithMany().HasForeignKey(c => c.SeatId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Candidate>().WithMany().HasForeignKey(c => c.CandidateId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.SeatId, c.CandidateId }).IsUnique();
    }
}

internal sealed class InterviewTable : IEntityTypeConfiguration<Interview>
{
    public void Configure(EntityTypeBuilder<Interview> builder)
    {
        builder.Property(i => i.Place).HasMaxLength(200);
        builder.Property(i => i.VideoLink).HasMaxLength(500);
        builder.Property(i => i.CalendarUid).HasMaxLength(100);
        builder.Property(i => i.CancelReason).HasMaxLength(2000);
        builder.Ignore(i => i.IsComing).Ignore(i => i.EndsAt).Ignore(i => i.Occurrence);
        builder.HasIndex(i => i.CalendarUid).IsUnique();
        builder.HasOne<Procedure>().WithMany().HasForeignKey(i => i.ProcedureId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Candidate>().WithMany().HasForeignKey(i => i.CandidateId).OnDelete(DeleteBehavior.Restrict);
        builder.HasAppointment(i => i.When);
        builder.Navigation(i => i.When).IsRequired();
    }
}
