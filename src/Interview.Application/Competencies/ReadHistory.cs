using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Competencies;

/// <summary>One change, newest first. <see cref="Who"/> is null when the machine did it.</summary>
public sealed record HistoryRow(Guid Id, Guid Item, string Field, string Language, string Before, string After, string? Who, DateTimeOffset At);

[Needs(Permission.ReadLibrary)]
public sealed record ReadHistory(Guid Competency, Slice Slice) : IQuery<Paged<HistoryRow>>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<ReadHistory, Paged<HistoryRow>>
    {
        public async Task<Paged<HistoryRow>> Handle(ReadHistory request, CancellationToken cancellationToken)
        {
            var read = db.CompetenciesFor(caller, Permission.ReadLibrary).Where(c => c.Id == request.Competency);
            var changes = await (
                from h in db.LibraryChanges.AsNoTracking()
                where h.CompetencyId == request.Competency && read.Any()
                from p in db.Persons.Where(p => p.Id == h.ById).DefaultIfEmpty()
                orderby h.At descending, h.Id descending
                select new HistoryRow(h.Id, h.ItemId, h.Field, h.Language, h.Before, h.After, p!.Name, h.At)).ToPaged(request.Slice, cancellationToken);
            // Nothing happened yet, or there is no such competency for whoever asks.
            Refuse.If(changes.Count == 0 && !await read.AnyAsync(cancellationToken), Refusal.NotFound);
            return changes;
        }
    }
}
