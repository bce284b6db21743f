using Interviewing.Application.Identity;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Competencies;

/// <summary>One change, newest first. <see cref="Who"/> is null when the machine did it.</summary>
public sealed record HistoryRow(Guid Id, Guid Item, string Field, string Language, string Before, string After, Kept? Kept, string? Who, DateTimeOffset At);

/// <summary>What happened to a competency or a profile.</summary>
[Needs(Permission.ReadLibrary)]
public sealed record ReadHistory(Guid Subject, Slice Slice) : IQuery<Paged<HistoryRow>>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<ReadHistory, Paged<HistoryRow>>
    {
        public async Task<Paged<HistoryRow>> Handle(ReadHistory request, CancellationToken cancellationToken)
        {
            var competency = db.CompetenciesFor(caller, Permission.ReadLibrary).Where(c => c.Id == request.Subject);
            var profile = db.ProfilesFor(caller, Permission.ReadLibrary).Where(p => p.Id == request.Subject);
            var changes = await (
                from h in db.LibraryChanges.AsNoTracking()
                where h.SubjectId == request.Subject && (competency.Any() || profile.Any())
                from p in db.Persons.Where(p => p.Id == h.ById).DefaultIfEmpty()
                orderby h.At descending, h.Id descending
                select new HistoryRow(h.Id, h.ItemId, h.Field, h.Language, h.Before, h.After, h.Kept, p!.Name, h.At)).ToPaged(request.Slice, cancellationToken);
            // Nothing happened yet, or there is no such competency or profile for whoever asks.
            Refuse.If(changes.Count == 0 && !await competency.AnyAsync(cancellationToken) && !await profile.AnyAsync(cancellationToken), Refusal.NotFound);
            return changes;
        }
    }
}
