using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Import;

/// <summary>The reader says how far it is and keeps its lease; it is told when nobody wants the reading any longer.</summary>
public sealed record ReadingReport(bool Wanted);

[Needs(Permission.Machine)]
public sealed record ReportReading(Guid Draft, Guid Token, int Percent) : ICommand<ReadingReport>
{
    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<ReportReading, ReadingReport>
    {
        public async Task<ReadingReport> Handle(ReportReading request, CancellationToken cancellationToken)
        {
            var until = clock.GetUtcNow() + ReadingTurn.Lease;
            return new ReadingReport(await db.ReadingTurns.Where(t => t.Id == request.Draft && t.Token == request.Token)
                .ExecuteUpdateAsync(s => s.SetProperty(t => t.Percent, request.Percent).SetProperty(t => t.Until, until), cancellationToken) == 1);
        }
    }
}
