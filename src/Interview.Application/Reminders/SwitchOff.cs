using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders;

/// <summary>What a link in a letter would switch off, in the language of its receiver.</summary>
public sealed record OffView(IReadOnlyList<ReminderKind> Kinds, bool Already, string? Language);

/// <summary>Looks at such a link; nothing changes.</summary>
[Needs(Permission.Machine)]
public sealed record ReadOff(string Token) : IQuery<OffView>
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<ReadOff, OffView>
    {
        public async Task<OffView> Handle(ReadOff request, CancellationToken cancellationToken)
        {
            var letters = await db.WithOff(request.Token).AsNoTracking().ToListAsync(cancellationToken);
            if (letters.Count == 0) throw Refusal.NotFound;
            var receiver = letters[0].ReceiverId;
            var wishes = await db.Wishes.AsNoTracking().FirstOrDefaultAsync(w => w.Id == receiver, cancellationToken);
            var language = await db.Persons.Where(p => p.Id == receiver).Select(p => p.Language).FirstOrDefaultAsync(cancellationToken)
                ?? await db.CandidateIdentities.Where(c => c.Id == receiver).Select(c => c.Language).FirstOrDefaultAsync(cancellationToken);
            List<ReminderKind> kinds = [.. letters.Select(l => l.Kind).Distinct().Order()];
            return new(kinds, wishes is not null && kinds.TrueForAll(k => wishes.Muted.Contains(k)), language);
        }
    }
}

/// <summary>
/// One click in a letter: no more of what was in it. Whoever holds the link may do this without signing in, so that a mail program can (RFC 8058); a second time
/// changes nothing. Formal letters have no such link.
/// </summary>
[Needs(Permission.Machine)]
public sealed record SwitchOff(string Token) : ICommand<Done>, IMerges
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<SwitchOff, Done>
    {
        public async Task<Done> Handle(SwitchOff request, CancellationToken cancellationToken)
        {
            var letters = await db.WithOff(request.Token).AsNoTracking().ToListAsync(cancellationToken);
            if (letters.Count == 0) throw Refusal.NotFound;
            var wishes = await db.WishesOf(letters[0].ReceiverId, cancellationToken, letters[0].ReceiverKind);
            foreach (var kind in letters.Select(l => l.Kind).Distinct()) wishes.Mute(kind);
            return Done.It;
        }
    }
}

internal static class OffLinks
{
    public static IQueryable<Reminder> WithOff(this IInterviewDb db, string token)
    {
        var hash = OneTimeLink.HashOf(token);
        return db.Reminders.Where(r => r.OffHash == hash && r.Kind != ReminderKind.Digest);
    }
}
