using Interviewing.Application.Decisions;
using Interviewing.Application.Procedures;
using Interviewing.Application.Scoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Interviewing.Infrastructure.Persistence;

internal sealed class ScorecardTable : IEntityTypeConfiguration<Scorecard>
{
    public void Configure(EntityTypeBuilder<Scorecard> builder)
    {
        builder.Property(c => c.SealedHash).HasMaxLength(64);
        builder.Property(c => c.ExcusedReason).HasMaxLength(2000);
        builder.Property(c => c.ReopenedReason).HasMaxLength(2000);
        builder.Ignore(c => c.IsSealed).Ignore(c => c.IsExcused).Ignore(c => c.IsSettled);
        builder.HasOne<Procedure>().WithMany().HasForeignKey(c => c.ProcedureId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Candidate>().WithMany().HasForeignKey(c => c.CandidateId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PanelSeat>().WithMany().HasForeignKey(c => c.SeatId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.CandidateId, c.SeatId }).IsUnique();
        builder.HasMany(c => c.Ratings).WithOne().HasForeignKey(r => r.CardId);
        builder.HasMany(c => c.Notes).WithOne().HasForeignKey(n => n.CardId);
        builder.HasMany(c => c.Ticks).WithOne().HasForeignKey(t => t.CardId);
        builder.HasMany(c => c.Quotes).WithOne().HasForeignKey(q => q.CardId);
        builder.HasMany(c => c.Memos).WithOne().HasForeignKey(m => m.CardId);
        builder.HasMany(c => c.Corrections).WithOne().HasForeignKey(x => x.CardId);
    }
}

internal sealed class RatingTable : IEntityTypeConfiguration<Rating>
{
    public void Configure(EntityTypeBuilder<Rating> builder)
    {
        builder.Property(r => r.Device).HasMaxLength(64);
        builder.HasIndex(r => new { r.CardId, r.ItemId }).IsUnique();
    }
}

internal sealed class NoteTable : IEntityTypeConfiguration<Note>
{
    public void Configure(EntityTypeBuilder<Note> builder)
    {
        builder.Property(n => n.Device).HasMaxLength(64);
        builder.HasIndex(n => new { n.CardId, n.QuestionId }).IsUnique();
    }
}

internal sealed class TickTable : IEntityTypeConfiguration<Tick>
{
    public void Configure(EntityTypeBuilder<Tick> builder)
    {
        builder.Property(t => t.Device).HasMaxLength(64);
        builder.HasIndex(t => new { t.CardId, t.IndicatorId }).IsUnique();
    }
}

internal sealed class QuoteTable : IEntityTypeConfiguration<Quote>
{
    public void Configure(EntityTypeBuilder<Quote> builder)
    {
        builder.Property(q => q.Device).HasMaxLength(64);
        builder.HasIndex(q => new { q.CardId, q.IndicatorId }).IsUnique();
    }
}

internal sealed class MemoTable : IEntityTypeConfiguration<Memo>
{
    public void Configure(EntityTypeBuilder<Memo> builder)
    {
        builder.Property(m => m.Device).HasMaxLength(64);
        builder.Ignore(m => m.Text);
        builder.HasIndex(m => new { m.CardId, m.QuestionId }).IsUnique();
    }
}

internal sealed class PaperEntryTable : IEntityTypeConfiguration<PaperEntry>
{
    public void Configure(EntityTypeBuilder<PaperEntry> builder)
    {
        builder.HasOne<Scorecard>().WithMany().HasForeignKey(p => p.CardId).OnDelete(DeleteBehavior.Restrict);
        // Two keyed in at the same moment: one waits.
        builder.HasIndex(p => p.CardId).IsUnique().HasFilter("\"SettledAt\" IS NULL");
    }
}

internal sealed class HeldPostTable : IEntityTypeConfiguration<HeldPost>
{
    public void Configure(EntityTypeBuilder<HeldPost> builder)
    {
        builder.HasIndex(h => new { h.OwnerId, h.CardId }).IsUnique();
        builder.HasIndex(h => h.Until);
    }
}

internal sealed class SittingTable : IEntityTypeConfiguration<Sitting>
{
    public void Configure(EntityTypeBuilder<Sitting> builder)
    {
        builder.Property(s => s.Course).AsJson();
        builder.Ignore(s => s.Now);
        builder.HasOne<Interview>().WithOne().HasForeignKey<Sitting>(s => s.Id).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => s.CandidateId);
    }
}

internal sealed class PresenceTable : IEntityTypeConfiguration<Presence>
{
    public void Configure(EntityTypeBuilder<Presence> builder)
    {
        builder.HasKey(p => new { p.CandidateId, p.SeatId });
        builder.HasOne<Candidate>().WithMany().HasForeignKey(p => p.CandidateId);
        builder.HasOne<PanelSeat>().WithMany().HasForeignKey(p => p.SeatId);
    }
}

internal sealed class ReceiptTable : IEntityTypeConfiguration<Receipt>
{
    public void Configure(EntityTypeBuilder<Receipt> builder)
    {
        builder.HasKey(r => new { r.CardId, r.Device });
        builder.Property(r => r.Device).HasMaxLength(64);
        builder.Property(r => r.LastSequence).IsConcurrencyToken();
        builder.HasOne<Scorecard>().WithMany().HasForeignKey(r => r.CardId);
    }
}

internal sealed class SkippedQuestionTable : IEntityTypeConfiguration<SkippedQuestion>
{
    public void Configure(EntityTypeBuilder<SkippedQuestion> builder)
    {
        builder.Property(s => s.Reason).HasMaxLength(2000);
        builder.HasIndex(s => new { s.CandidateId, s.QuestionId }).IsUnique();
        builder.HasOne<Candidate>().WithMany().HasForeignKey(s => s.CandidateId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CorrectionTable : IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<Correction> builder) => builder.Property(c => c.Reason).HasMaxLength(2000);
}

internal sealed class DecisionTable : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.Property(d => d.Advised).AsJson();
        builder.Property(d => d.LowerReason).HasMaxLength(Decision.LongestReason);
        builder.HasIndex(d => d.ProcedureId).IsUnique();
        builder.HasOne<Procedure>().WithMany().HasForeignKey(d => d.ProcedureId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CandidateFeedbackTable : IEntityTypeConfiguration<CandidateFeedback>
{
    public void Configure(EntityTypeBuilder<CandidateFeedback> builder)
    {
        builder.HasIndex(f => f.CandidateId).IsUnique();
        builder.HasOne<Procedure>().WithMany().HasForeignKey(f => f.ProcedureId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Candidate>().WithMany().HasForeignKey(f => f.CandidateId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DossierTable : IEntityTypeConfiguration<Dossier>
{
    public void Configure(EntityTypeBuilder<Dossier> builder)
    {
        builder.Ignore(d => d.IsUnaltered);
        builder.Property(d => d.Hash).HasMaxLength(64);
        builder.HasIndex(d => d.ProcedureId).IsUnique();
        builder.HasIndex(d => d.Hash);
        builder.HasOne<Procedure>().WithMany().HasForeignKey(d => d.ProcedureId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DossierCopyTable : IEntityTypeConfiguration<DossierCopy>
{
    public void Configure(EntityTypeBuilder<DossierCopy> builder)
    {
        builder.Property(c => c.Language).HasMaxLength(10);
        builder.Property(c => c.Format).HasMaxLength(10);
        builder.Property(c => c.Sha256).HasMaxLength(64);
        builder.HasIndex(c => c.Sha256).IsUnique();
        builder.HasOne<Dossier>().WithMany().HasForeignKey(c => c.DossierId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PanelRulesTable : IEntityTypeConfiguration<PanelRules>
{
    public void Configure(EntityTypeBuilder<PanelRules> builder)
    {
        builder.Property(r => r.Minimums).AsJson();
        builder.HasIndex(r => r.ProcedureId).IsUnique();
        builder.HasOne<Procedure>().WithMany().HasForeignKey(r => r.ProcedureId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ConsensusTable : IEntityTypeConfiguration<Consensus>
{
    public void Configure(EntityTypeBuilder<Consensus> builder)
    {
        builder.Ignore(c => c.IsOpen);
        builder.Property(c => c.Order).AsJson();
        builder.HasIndex(c => c.CandidateId).IsUnique();
        builder.HasOne<Procedure>().WithMany().HasForeignKey(c => c.ProcedureId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Candidate>().WithMany().HasForeignKey(c => c.CandidateId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Revisions).WithOne().HasForeignKey(r => r.ConsensusId);
        builder.HasMany(c => c.Dissents).WithOne().HasForeignKey(d => d.ConsensusId);
    }
}

internal sealed class RevisionTable : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.Ignore(r => r.IsPending).Ignore(r => r.Counts).Ignore(r => r.IsChange);
        builder.Property(r => r.Reason).HasMaxLength(Revision.LongestReason);
    }
}

internal sealed class DissentTable : IEntityTypeConfiguration<Dissent>
{
    public void Configure(EntityTypeBuilder<Dissent> builder) => builder.Property(d => d.Reason).HasMaxLength(Revision.LongestReason);
}

internal sealed class CalibrationTable : IEntityTypeConfiguration<Calibration>
{
    public void Configure(EntityTypeBuilder<Calibration> builder)
    {
        builder.HasOne<Procedure>().WithMany().HasForeignKey(c => c.ProcedureId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Marks).WithOne().HasForeignKey(m => m.CalibrationId);
    }
}

internal sealed class CalibrationMarkTable : IEntityTypeConfiguration<CalibrationMark>
{
    public void Configure(EntityTypeBuilder<CalibrationMark> builder)
    {
        builder.Property(m => m.Why).HasMaxLength(Calibration.LongestWhy);
        builder.HasIndex(m => new { m.CalibrationId, m.Seat }).IsUnique();
    }
}
