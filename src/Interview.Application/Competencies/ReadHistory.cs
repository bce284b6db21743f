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
            Refuse.If(!await db.CompetenciesFor(caller, Permission.ReadLibrary).AnyAsync(c => c.Id == request.Subject, cancellationToken)
                && !await db.ProfilesFor(caller, Permission.ReadLibrary).AnyAsync(p => p.Id == request.Subject, cancellationToken), Refusal.NotFound);
            return await (
                from h in db.LibraryChanges.AsNoTracking()
                where h.SubjectId == request.Subject
                from p in db.Persons.Where(p => p.Id == h.ById).DefaultIfEmpty()
                orderby h.At descending, h.Id descending
                select new HistoryRow(h.Id, h.ItemId, h.Field, h.Language, h.Before, h.After, h.Kept, p!.Name, h.At)).ToPaged(request.Slice, cancellationToken);
        }
    }
}
