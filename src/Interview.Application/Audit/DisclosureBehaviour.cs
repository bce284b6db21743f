using System.Collections.Concurrent;
using System.Reflection;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Audit;

/// <summary>Traces views of personal data.</summary>
internal sealed class DisclosureBehaviour<TRequest, TAnswer>(IInterviewDb db, Caller caller, TimeProvider clock, IWriteGate gate) : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : IRequest<TAnswer>
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo?> Subjects = new();

    public async Task<TAnswer> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next)
    {
        var answer = await next();
        var property = Subjects.GetOrAdd(typeof(TRequest), t => t.GetCustomAttribute<DisclosesAttribute>() is { } d ? t.GetProperty(d.Subject) : null);
        if (property?.GetValue(request) is Guid subject && caller.IdOrNull is { } person)
            await Trace(subject, person, cancellationToken);
        return answer;
    }

    private async Task Trace(Guid subject, Guid person, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (who, what, hourAgo) = (person.ToString("N"), subject.ToString("N"), now.AddHours(-1));
        if (await db.AuditEntries.AnyAsync(e => e.Actor == who && e.SubjectId == what && e.Ask == caller.Ask && e.At > hourAgo, ct)) return;
        using (await gate.Enter(ct))
        {
            db.AuditEntries.Add(new AuditEntry(now, "person", who, caller.Ask, "disclosed", "", what, "", ""));
            await db.SaveChangesAsync(ct);
        }
    }
}
