using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders;

/// <summary>Loads a calendar of free days; one of the same name is replaced.</summary>
[Needs(Permission.ManageSystem)]
public sealed record LoadFreeDays(string Name, bool ForEverybody, string FileName, byte[] Bytes) : ICommand<Guid>
{
    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<LoadFreeDays, Guid>
    {
        public async Task<Guid> Handle(LoadFreeDays request, CancellationToken cancellationToken)
        {
            var periods = CalendarFile.Read(request.FileName, request.Bytes);
            var (now, name) = (clock.GetUtcNow(), request.Name.Trim());
            if (await db.FreeDays.FirstOrDefaultAsync(f => f.Name == name, cancellationToken) is not { } there)
                return db.Add(new FreeDays(request.Name, request.ForEverybody, periods, now)).Id;
            there.Load(periods, now);
            there.Serve(request.ForEverybody);
            return there.Id;
        }
    }
}

/// <summary>Takes a calendar away; who had chosen it goes by the public holidays alone.</summary>
[Needs(Permission.ManageSystem)]
public sealed record RemoveFreeDays(Guid Calendar) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<RemoveFreeDays, Done>
    {
        public async Task<Done> Handle(RemoveFreeDays request, CancellationToken cancellationToken)
        {
            db.FreeDays.Remove(await db.FreeDays.Need(request.Calendar, cancellationToken));
            return Done.It;
        }
    }
}
