using Interviewing.Application.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Shared;

public partial interface IInterviewDb
{
    DbSet<Scorecard> Scorecards => Set<Scorecard>();
    DbSet<Rating> Ratings => Set<Rating>();
    DbSet<Note> Notes => Set<Note>();
    DbSet<Tick> Ticks => Set<Tick>();
    DbSet<Quote> Quotes => Set<Quote>();
    DbSet<Memo> Memos => Set<Memo>();
    DbSet<PaperEntry> PaperEntries => Set<PaperEntry>();
    DbSet<HeldPost> HeldPosts => Set<HeldPost>();
    DbSet<Sitting> Sittings => Set<Sitting>();
    DbSet<Presence> Presences => Set<Presence>();
    DbSet<Receipt> Receipts => Set<Receipt>();
    DbSet<SkippedQuestion> SkippedQuestions => Set<SkippedQuestion>();
    DbSet<Correction> Corrections => Set<Correction>();
    DbSet<PanelRules> PanelRules => Set<PanelRules>();
    DbSet<Consensus> Consensuses => Set<Consensus>();
    DbSet<Revision> Revisions => Set<Revision>();
    DbSet<Dissent> Dissents => Set<Dissent>();
    DbSet<Calibration> Calibrations => Set<Calibration>();
}
