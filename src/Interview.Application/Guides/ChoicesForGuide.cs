using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Guides;

public sealed record GuideScale(Guid Id, LocalText Name);

/// <summary>An earlier guide whose questions need not be asked again.</summary>
public sealed record EarlierRound(Guid Id, LocalText Title, DateTimeOffset ChangedAt, bool OfProcedure);

/// <summary>What a new guide for a profile can be made with: scales, the procedure's panel, earlier rounds.</summary>
public sealed record GuideChoices(IReadOnlyList<GuideScale> Scales, IReadOnlyList<string> Panel, IReadOnlyList<EarlierRound> Rounds)
{
    public static GuideChoices None { get; } = new([], [], []);
}

[Needs(Permission.EditGuide)]
public sealed record ChoicesForGuide(Guid Profile, Guid? Procedure) : IQuery<GuideChoices>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<ChoicesForGuide, GuideChoices>
    {
        private const int MostRounds = 12;

        public async Task<GuideChoices> Handle(ChoicesForGuide request, CancellationToken cancellationToken)
        {
            var scales = await db.Scales.AsNoTracking().OrderByDescending(s => s.IsDefault).ThenBy(s => s.Id).Select(s => new GuideScale(s.Id, s.Name)).ToListAsync(cancellationToken);
            var procedure = request.Procedure is { } asked && caller.May(Permission.PlanProcedure, Scope.Procedure(asked)) ? asked : (Guid?)null;
            var rounds = await db.GuidesFor(caller, Permission.EditGuide).AsNoTracking().Where(g => g.Status == GuideStatus.Frozen && (g.ProfileId == request.Profile || (procedure != null && g.ProcedureId == procedure)))
                .OrderByDescending(g => g.ChangedAt).ThenBy(g => g.Id).Take(MostRounds)
                .Select(g => new EarlierRound(g.Id, g.Title, g.ChangedAt, procedure != null && (g.ProcedureId == procedure || db.Procedures.Any(p => p.Id == procedure && p.FrozenId == g.FrozenDocumentId)))).ToListAsync(cancellationToken);
            var seats = procedure is null ? [] : await (
                from s in db.PanelSeats
                where s.ProcedureId == procedure && s.RemovedAt == null && (s.Scores || s.Kind == Procedures.SeatKind.Chair)
                orderby s.AddedAt, s.Id
                select db.Persons.Where(p => p.Id == s.PersonId).Select(p => p.Name).FirstOrDefault() ?? db.GuestLinks.Where(l => l.Id == s.GuestLinkId).Select(l => l.Name).FirstOrDefault()).ToListAsync(cancellationToken);
            return new GuideChoices(scales, [.. seats.OfType<string>().Take(Guide.MostMembers)], rounds);
        }
    }
}
