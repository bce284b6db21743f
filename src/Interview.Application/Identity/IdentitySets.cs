using Interviewing.Application.Identity;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Shared;

public partial interface IInterviewDb
{
    DbSet<Person> Persons => Set<Person>();
    DbSet<Unit> Units => Set<Unit>();
    DbSet<Employment> Employments => Set<Employment>();
    DbSet<RoleAssignment> RoleAssignments => Set<RoleAssignment>();
    DbSet<Session> Sessions => Set<Session>();
    DbSet<OneTimeLink> OneTimeLinks => Set<OneTimeLink>();
    DbSet<SignInGuard> SignInGuards => Set<SignInGuard>();
    DbSet<GuestLink> GuestLinks => Set<GuestLink>();
}
