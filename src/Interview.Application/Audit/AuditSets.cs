using Interviewing.Application.Audit;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Shared;

public partial interface IInterviewDb
{
    DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    DbSet<AuditDetail> AuditDetails => Set<AuditDetail>();
}
