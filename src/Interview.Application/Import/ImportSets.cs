using Interviewing.Application.Import;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Shared;

public partial interface IInterviewDb
{
    DbSet<Draft> Drafts => Set<Draft>();
    DbSet<RememberedColumns> RememberedColumns => Set<RememberedColumns>();
    DbSet<ReadingTurn> ReadingTurns => Set<ReadingTurn>();
    DbSet<LabelWord> LabelWords => Set<LabelWord>();
}
