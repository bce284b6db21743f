using Interviewing.Application.Competencies;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Shared;

public partial interface IInterviewDb
{
    DbSet<Framework> Frameworks => Set<Framework>();
    DbSet<Edition> Editions => Set<Edition>();
    DbSet<Node> Nodes => Set<Node>();
    DbSet<Scale> Scales => Set<Scale>();
    DbSet<Competency> Competencies => Set<Competency>();
    DbSet<Level> Levels => Set<Level>();
    DbSet<Indicator> Indicators => Set<Indicator>();
    DbSet<Question> Questions => Set<Question>();
    DbSet<Tip> Tips => Set<Tip>();
}
