using Interviewing.Application.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Shared;

public partial interface IInterviewDb
{
    DbSet<Procedure> Procedures => Set<Procedure>();
    DbSet<PanelSeat> PanelSeats => Set<PanelSeat>();
    DbSet<Candidate> Candidates => Set<Candidate>();
    DbSet<CandidateIdentity> CandidateIdentities => Set<CandidateIdentity>();
    DbSet<Adjustment> Adjustments => Set<Adjustment>();
    DbSet<Conflict> Conflicts => Set<Conflict>();
    DbSet<Interview> Interviews => Set<Interview>();
}
