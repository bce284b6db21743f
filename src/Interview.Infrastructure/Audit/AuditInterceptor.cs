using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Interviewing.Application.Audit;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using Interviewing.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Interviewing.Infrastructure.Audit;

/// <summary>Writes one entry per changed row of an audited noun, in the same save. What is secret appears by field name only.</summary>
internal sealed class AuditInterceptor(TimeProvider clock) : SaveChangesInterceptor
{
    private static readonly Caller Nobody = new();
    private static readonly ConcurrentDictionary<Type, bool> Audited = new();
    private static readonly ConcurrentDictionary<(Type, string), bool> Secrets = new();

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is InterviewDb db) Write(db, db.Caller ?? Nobody);
        return base.SavingChangesAsync(eventData, result, cancellationToken);
    }

    private void Write(InterviewDb db, Caller caller)
    {
        var (kind, actor) = caller.Actor switch
        {
            Actor.Person p => ("person", p.Id.ToString("N")),
            Actor.Guest g => ("guest", g.Link.ToString("N")),
            Actor.System s => ("system", s.Name),
            _ => ("system", "unknown"),
        };
        var now = clock.GetUtcNow();
        var changed = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && IsAudited(e.Metadata.ClrType) && !e.Metadata.IsOwned()).ToList();
        foreach (var row in changed)
        {
            var (fields, before, after) = Difference(row);
            // A root that was only touched says nothing of its own: the part that changed has its entry.
            if (row.State == EntityState.Modified && fields.Count == 0) continue;
            var salt = RandomNumberGenerator.GetBytes(16);
            var (was, becomes) = (JsonSerializer.Serialize(before), JsonSerializer.Serialize(after));
            var subject = row.Metadata.FindPrimaryKey() is { } key ? string.Join('/', key.Properties.Select(p => row.Property(p.Name).CurrentValue is Guid g ? g.ToString("N") : Convert.ToString(row.Property(p.Name).CurrentValue, System.Globalization.CultureInfo.InvariantCulture))) : "";
            var action = row.State switch { EntityState.Added => "added", EntityState.Deleted => "removed", _ => "changed" };
            var entry = new AuditEntry(now, kind, actor, caller.Ask, action, row.Metadata.ClrType.Name.Split('`')[0], subject, string.Join(' ', fields), AuditDetail.Commit(salt, was, becomes));
            db.Add(entry);
            db.Add(new AuditDetail(entry.Id, salt, was, becomes));
        }
    }

    private static (List<string> Fields, Dictionary<string, object?> Before, Dictionary<string, object?> After) Difference(EntityEntry row)
    {
        List<string> fields = [];
        Dictionary<string, object?> before = [], after = [];
        var owned = row.References.Where(r => r.TargetEntry?.Metadata.IsOwned() == true).SelectMany(r => r.TargetEntry!.Properties.Select(p => (Name: $"{r.Metadata.Name}.{p.Metadata.Name}", Property: p, Of: r.Metadata.DeclaringType.ClrType, Key: r.Metadata.Name)));
        var all = row.Properties.Select(p => (p.Metadata.Name, Property: p, Of: row.Metadata.ClrType, Key: p.Metadata.Name)).Concat(owned);
        foreach (var (name, property, of, key) in all)
        {
            if (property.Metadata.IsPrimaryKey() || property.Metadata.Name == nameof(Root.Version)) continue;
            if (row.State == EntityState.Modified && Equals(property.OriginalValue, property.CurrentValue)) continue;
            if (row.State == EntityState.Modified && !property.IsModified) continue;
            fields.Add(name);
            if (IsSecret(of, key)) continue;
            if (row.State != EntityState.Added) before[name] = Plain(property.OriginalValue, property);
            if (row.State != EntityState.Deleted) after[name] = Plain(property.CurrentValue, property);
        }
        return (fields, before, after);
    }

    private static object? Plain(object? value, PropertyEntry property) =>
        value is null ? null : property.Metadata.GetTypeMapping().Converter is { } convert && value is not DateTimeOffset ? convert.ConvertToProvider(value) : value;

    private static bool IsAudited(Type type) => Audited.GetOrAdd(type, static t =>
        t.GetCustomAttribute<NotAuditedAttribute>() is null && t.Namespace?.StartsWith("Interviewing.Infrastructure", StringComparison.Ordinal) != true);

    // The sign-in store keeps hashes, stamps and keys only: none of it is for a trail.
    private static bool IsSecret(Type type, string property) => Secrets.GetOrAdd((type, property), static k =>
        k.Item1.Namespace == typeof(IdentityUser<>).Namespace
        || k.Item1.GetCustomAttribute<SecretAttribute>() is not null
        || k.Item1.GetProperty(k.Item2)?.GetCustomAttribute<SecretAttribute>() is not null);
}
