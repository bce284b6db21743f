using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Identity;

public sealed record ScopeRow(ScopeKind Kind, Guid Id, string Name);

/// <summary>Where a role can be given apart from the whole organisation: units and frameworks. Seats in a procedure are given in the procedure.</summary>
[Needs(Permission.ManagePeople)]
public sealed record ListScopes : IQuery<IReadOnlyList<ScopeRow>>
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<ListScopes, IReadOnlyList<ScopeRow>>
    {
        public Task<IReadOnlyList<ScopeRow>> Handle(ListScopes request, CancellationToken cancellationToken) => db.Scopes(cancellationToken);
    }
}

internal static class ScopeNames
{
    public static async Task<IReadOnlyList<ScopeRow>> Scopes(this IInterviewDb db, CancellationToken ct)
    {
        var language = System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var units = await db.Units.AsNoTracking().OrderBy(u => u.Name).Select(u => new ScopeRow(ScopeKind.Unit, u.Id, u.Name)).ToListAsync(ct);
        var frameworks = await db.Set<Competencies.Framework>().AsNoTracking().ToListAsync(ct);
        return [.. units, .. frameworks.Select(f => new ScopeRow(ScopeKind.Framework, f.Id, f.Name.In(language).Text)).OrderBy(f => f.Name, StringComparer.CurrentCulture)];
    }
}
