using Interviewing.Application.Identity;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

public sealed record GuestTalk(string Code, Appointment? When, int Minutes, string Place, string? VideoLink, InterviewStatus? Status, int ExtraMinutes, Guid? Card, bool Sealed);

/// <summary>All there is for a guest: the talks, the own forms, whether there is a guide to read.</summary>
public sealed record GuestDesk(Guid Procedure, string Title, string Owner, DateTimeOffset Until, bool HasGuide, IReadOnlyList<GuestTalk> Talks);

[Needs(Permission.ReadGuide)]
public sealed record OpenGuestDesk : IQuery<GuestDesk>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<OpenGuestDesk, GuestDesk>
    {
        public async Task<GuestDesk> Handle(OpenGuestDesk request, CancellationToken cancellationToken)
        {
            var link = await db.GuestLinks.AsNoTracking().Need(caller.Link ?? throw Refusal.NotAllowed, cancellationToken);
            var found = await (from p in db.Procedures.AsNoTracking()
                               join o in db.Persons on p.OwnerId equals o.Id
                               where p.Id == link.ProcedureId
                               select new { p.Title, p.FrozenId, Owner = o.Name }).FirstOrDefaultAsync(cancellationToken) ?? throw Refusal.NotFound;
            var excused = db.Conflicts.Where(c => c.Answer == ConflictAnswer.Excused && db.PanelSeats.Any(s => s.Id == c.SeatId && s.GuestLinkId == link.Id));
            var candidates = await db.Candidates.AsNoTracking().Where(c => c.ProcedureId == link.ProcedureId && c.WithdrawnAt == null && !excused.Any(x => x.CandidateId == c.Id)).OrderBy(c => c.Number)
                .Select(c => new { c.Id, c.Code, Extra = db.Adjustments.Where(a => a.Id == c.Id).Select(a => a.ExtraMinutes).FirstOrDefault() }).ToListAsync(cancellationToken);
            var talks = (await db.Interviews.AsNoTracking().Where(i => i.ProcedureId == link.ProcedureId && i.Status != InterviewStatus.Cancelled).ToListAsync(cancellationToken))
                .GroupBy(i => i.CandidateId).ToDictionary(g => g.Key, g => g.MaxBy(i => i.When.Utc)!);
            var cards = await db.Own(caller).AsNoTracking().Where(c => c.ExcusedAt == null).Select(c => new { c.Id, c.CandidateId, Sealed = c.SealedAt != null }).ToDictionaryAsync(c => c.CandidateId, cancellationToken);
            return new(link.ProcedureId, found.Title, found.Owner, link.Until, found.FrozenId is not null,
                [.. candidates.Select(c =>
                {
                    var (talk, card) = (talks.GetValueOrDefault(c.Id), cards.GetValueOrDefault(c.Id));
                    return new GuestTalk(c.Code, talk?.When, talk?.Minutes ?? 0, talk?.Place ?? "", talk?.VideoLink, talk?.Status, c.Extra, card?.Id, card?.Sealed ?? false);
                }).OrderBy(t => t.When?.Utc ?? DateTimeOffset.MaxValue)]);
        }
    }
}
