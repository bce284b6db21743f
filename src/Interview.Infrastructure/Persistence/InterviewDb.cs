using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Search;
using Interviewing.Application.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Infrastructure.Persistence;

/// <summary>One model for both databases; what differs lives in the two subclasses.</summary>
public abstract class InterviewDb(DbContextOptions options) : IdentityDbContext<IdentityUser<Guid>, IdentityRole<Guid>, Guid>(options), IInterviewDb
{
    /// <summary>Who uses it now: a context is lent to one scope after another.</summary>
    internal Caller? Caller { get; set; }

    internal LibraryCounts? Counts { get; set; }

    public void Expect(Root root, int version) => Entry(root).Property(r => r.Version).OriginalValue = version;

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        // Once is enough: whatever is changed from here on says so itself.
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            await WriteSearchEntries(cancellationToken);
            var counted = ChangeTracker.Entries().Any(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && e.Entity is Competency or Edition or Framework or Node);
            var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            if (counted) Counts?.Forget();
            return saved;
        }
        catch (DbUpdateException clash) when (IsDuplicate(clash))
        {
            throw new Refusal("shared.duplicate");
        }
        catch (InvalidOperationException lost) when (IsDeadlock(lost))
        {
            // Two saves waited for each other and the database gave this one up as a whole: it came too late, like any other.
            throw new DbUpdateConcurrencyException(lost.Message, lost);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    protected abstract bool IsDuplicate(DbUpdateException clash);

    protected abstract bool IsDeadlock(Exception lost);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(InterviewDb).Assembly);
        foreach (var type in builder.Model.GetEntityTypes())
        {
            if (typeof(Root).IsAssignableFrom(type.ClrType)) builder.Entity(type.ClrType).Property(nameof(Root.Version)).IsConcurrencyToken();
            if (typeof(IHasId).IsAssignableFrom(type.ClrType)) builder.Entity(type.ClrType).Property(nameof(IHasId.Id)).ValueGeneratedNever();
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<LocalText>().HaveConversion<LocalTextColumn, LocalTextComparer>();
    }

    private async Task WriteSearchEntries(CancellationToken ct)
    {
        var changed = ChangeTracker.Entries<ISearchable>().Where(e => e.State is EntityState.Added or EntityState.Modified).ToList();
        if (changed.Count == 0) return;
        var known = changed.Where(e => e.State == EntityState.Modified).Select(e => e.Entity.Id).ToList();
        var entries = known.Count == 0 ? [] : await Set<SearchEntry>().Where(s => known.Contains(s.SubjectId)).ToListAsync(ct);
        foreach (var subject in changed.Select(e => e.Entity))
        {
            var old = entries.Where(e => e.SubjectId == subject.Id).ToDictionary(e => e.Language);
            var texts = subject.SearchTexts().ToDictionary(t => t.Language);
            foreach (var language in texts.Keys.Union(texts.Count == 0 ? [] : SearchEntry.Always))
            {
                var (spoken, title, other) = texts.TryGetValue(language, out var own) ? own : texts[SearchEntry.Always.FirstOrDefault(texts.ContainsKey) ?? texts.Keys.First()];
                if (!old.Remove(language, out var entry)) Set<SearchEntry>().Add(entry = new SearchEntry(subject.SearchKind, subject.Id, language));
                entry.Say(spoken, title, other);
            }
            Set<SearchEntry>().RemoveRange(old.Values);
        }
        ChangeTracker.DetectChanges();
    }
}
