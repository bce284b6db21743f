using System.Security.Cryptography;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Scoring;

/// <summary>Somebody who will speak: how many people work below them now (a guest from outside has none).</summary>
public sealed record Speaker(Guid Seat, bool IsChair, int Below);

/// <summary>Whoever is highest would set the tone, so they speak late and the chair last; equals are drawn, and the draw is kept.</summary>
public static class SpeakingOrder
{
    /// <param name="draw">A number below its argument, by chance.</param>
    public static IReadOnlyList<Turn> Of(IReadOnlyList<Speaker> speakers, SpeakingRule rule, Func<int, int> draw)
    {
        var members = speakers.Where(s => !s.IsChair).ToList();
        for (var i = members.Count - 1; i > 0; i--)
        {
            var other = draw(i + 1);
            (members[i], members[other]) = (members[other], members[i]);
        }
        IEnumerable<Turn> turns = rule switch
        {
            SpeakingRule.Drawn => members.Select(m => new Turn(m.Seat, TurnReason.Drawn)),
            SpeakingRule.LowestRank => members.OrderBy(m => m.Below).Select(m => new Turn(m.Seat, members.Count(x => x.Below == m.Below) > 1 ? TurnReason.Drawn : TurnReason.Rank)),
        };
        return [.. turns, .. speakers.Where(s => s.IsChair).Select(s => new Turn(s.Seat, TurnReason.Chair))];
    }

    /// <summary>Of everybody whose form for this candidate is in.</summary>
    internal static async Task<IReadOnlyList<Turn>> SpeakingOrderOf(this IInterviewDb db, Guid candidate, SpeakingRule rule, DateOnly today, CancellationToken ct)
    {
        var seats = await (from card in db.Scorecards.AsNoTracking()
                           join seat in db.PanelSeats on card.SeatId equals seat.Id
                           where card.CandidateId == candidate && card.SealedAt != null
                           orderby seat.AddedAt, seat.Id
                           select new { seat.Id, seat.Kind, seat.PersonId }).ToListAsync(ct);
        var lines = (await db.Employments.AsNoTracking().Where(e => e.ManagerId != null && e.From <= today && (e.To == null || e.To >= today)).Select(e => new { e.PersonId, e.ManagerId }).ToListAsync(ct))
            .ToLookup(e => e.ManagerId!.Value, e => e.PersonId);
        return Of([.. seats.Select(s => new Speaker(s.Id, s.Kind == SeatKind.Chair, s.PersonId is { } person ? Below(person, lines) : 0))], rule, RandomNumberGenerator.GetInt32);
    }

    private static int Below(Guid person, ILookup<Guid, Guid> lines)
    {
        HashSet<Guid> seen = [person];
        Queue<Guid> open = new([person]);
        while (open.TryDequeue(out var one))
            foreach (var report in lines[one].Where(seen.Add)) open.Enqueue(report);
        return seen.Count - 1;
    }
}
