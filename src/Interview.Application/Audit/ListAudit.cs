using System.Globalization;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Audit;

/// <summary>Ids and names of fields only; the actor's name is looked up and not kept in the trail.</summary>
public sealed record AuditRow(Guid Id, DateTimeOffset At, string ActorKind, string Actor, string? ActorName, string Ask, string Action, string SubjectType, string SubjectId, string Fields, long? SealNumber);

[Needs(Permission.ReadAudit)]
public sealed record ListAudit(string? Action = null, string? SubjectType = null, string? Subject = null, Guid? Person = null, DateOnly? From = null, DateOnly? Until = null, Slice Slice = default)
    : IQuery<Paged<AuditRow>>
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<ListAudit, Paged<AuditRow>>
    {
        public async Task<Paged<AuditRow>> Handle(ListAudit request, CancellationToken cancellationToken)
        {
            var entries = db.AuditEntries.AsNoTracking();
            if (request.Action is { } action) entries = entries.Where(e => e.Action == action);
            if (request.SubjectType is { } type) entries = entries.Where(e => e.SubjectType == type);
            if (request.Subject is { } subject) entries = entries.Where(e => e.SubjectId == subject);
            if (request.Person?.ToString("N") is { } person) entries = entries.Where(e => e.Actor == person);
            if (request.From is { } from && Start(from) is var start) entries = entries.Where(e => e.At >= start);
            if (request.Until is { } until && Start(until.AddDays(1)) is var end) entries = entries.Where(e => e.At < end);
            var page = await entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).ToPaged(request.Slice, cancellationToken);
            var ids = page.Rows.Where(e => e.ActorKind == "person").Select(e => Guid.TryParseExact(e.Actor, "N", out var id) ? id : Guid.Empty).Distinct().ToList();
            var names = await db.Persons.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id.ToString("N", CultureInfo.InvariantCulture), p => p.Name, cancellationToken);
            return new([.. page.Rows.Select(e => new AuditRow(e.Id, e.At, e.ActorKind, e.Actor, names.GetValueOrDefault(e.Actor), e.Ask, e.Action, e.SubjectType, e.SubjectId, e.Fields, e.SealNumber))], page.Count);
        }

        private static DateTimeOffset Start(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
    }
}
