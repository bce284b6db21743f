using Interviewing.Application.Reminders;
using Interviewing.Application.Reminders.Planning;
using Interviewing.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Interviewing.Infrastructure.Reminders;

/// <summary>Leaves a mark in the same save for whatever may have other reminders now, so that no use case has to think of them.</summary>
internal sealed class MarkInterceptor(TimeProvider clock) : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is InterviewDb db) Mark(db);
        return base.SavingChangesAsync(eventData, result, cancellationToken);
    }

    private void Mark(InterviewDb db)
    {
        HashSet<(Topic, Guid)> touched = [];
        foreach (var row in db.ChangeTracker.Entries())
        {
            if (row.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted)) continue;
            var mark = Touched.By(row.Entity, name => row.State != EntityState.Modified || (row.Property(name) is { IsModified: true } p && !Equals(p.OriginalValue, p.CurrentValue)));
            if (mark is { } found) touched.Add(found);
        }
        foreach (var (topic, subject) in touched) db.Add(new PlanMark(topic, subject, clock.GetUtcNow()));
    }
}
