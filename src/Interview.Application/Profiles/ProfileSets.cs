using Interviewing.Application.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Shared;

public partial interface IInterviewDb
{
    DbSet<Profile> Profiles => Set<Profile>();
    DbSet<ResultArea> ResultAreas => Set<ResultArea>();
    DbSet<RequiredCompetency> RequiredCompetencies => Set<RequiredCompetency>();
}
