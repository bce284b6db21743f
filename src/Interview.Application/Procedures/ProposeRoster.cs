using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

/// <summary>A talk as it would be made, and who or which room is needed elsewhere at that time.</summary>
public sealed record ProposedTalk(WantedTalk Talk, string Code, string Name, int ExtraMinutes, IReadOnlyList<string> Clashes);

/// <summary>Everybody who has no talk yet, laid on a roster. A proposal: nothing is made.</summary>
[Needs(Permission.PlanProcedure)]
public sealed record ProposeRoster(Guid Procedure, RosterWish Wish) : IQuery<IReadOnlyList<ProposedTalk>>, IScoped
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db) : IRequestHandler<ProposeRoster, IReadOnlyList<ProposedTalk>>
    {
        public async Task<IReadOnlyList<ProposedTalk>> Handle(ProposeRoster request, CancellationToken cancellationToken)
        {
            if (request.Wish.Faults() is { Count: > 0 } faults) throw new Refusal(faults);
            var procedure = await db.Procedures.AsNoTracking().Need(request.Procedure, cancellationToken);
            procedure.NotOver();
            var waiting = await db.WithoutTalk(procedure.Id, cancellationToken);
            Refuse.If(waiting.Count == 0, "procedures.roster-nobody");
            var from = Appointment.At(request.Wish.FirstDay.ToDateTime(TimeOnly.MinValue), request.Wish.Zone).Utc;
            var agendas = await Agendas.Of(db, procedure, from, from.AddDays(Roster.Farthest + 2), cancellationToken);
            return Judged(Roster.Lay(request.Wish, [.. waiting.Select(w => (w.Id, w.ExtraMinutes))], (start, end, room) => agendas.Clashes(start, end, room).Count > 0), request.Wish.Zone, waiting, agendas);
        }

        internal static IReadOnlyList<ProposedTalk> Judged(IReadOnlyList<WantedTalk> talks, string zone, IReadOnlyList<WaitingCandidate> waiting, Agendas agendas) =>
        [.. talks.Select(talk =>
        {
            var who = waiting.First(w => w.Id == talk.Candidate);
            var start = Appointment.At(talk.When, zone).Utc;
            List<string> clashes = [.. agendas.Clashes(start, start.AddMinutes(talk.Minutes), talk.Place)];
            // The same panel sits at every talk of the list, so two at the same time take everybody.
            if (talks.Any(other => other != talk && Appointment.At(other.When, zone).Utc is var begins && begins < start.AddMinutes(talk.Minutes) && start < begins.AddMinutes(other.Minutes)))
                clashes = [.. agendas.Members.Concat(clashes).Distinct()];
            return new ProposedTalk(talk, who.Code, who.Name, who.ExtraMinutes, clashes);
        })];
    }
}

/// <summary>The same talks after a person changed times or rooms: who is needed elsewhere now.</summary>
[Needs(Permission.PlanProcedure)]
public sealed record CheckRoster(Guid Procedure, string Zone, IReadOnlyList<WantedTalk> Talks) : IQuery<IReadOnlyList<ProposedTalk>>, IScoped
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db) : IRequestHandler<CheckRoster, IReadOnlyList<ProposedTalk>>
    {
        public async Task<IReadOnlyList<ProposedTalk>> Handle(CheckRoster request, CancellationToken cancellationToken)
        {
            var procedure = await db.Procedures.AsNoTracking().Need(request.Procedure, cancellationToken);
            var waiting = await db.WithoutTalk(procedure.Id, cancellationToken);
            return await db.Judge(procedure, request.Zone, [.. request.Talks.Where(t => waiting.Exists(w => w.Id == t.Candidate))], waiting, cancellationToken);
        }
    }
}

internal sealed record WaitingCandidate(Guid Id, string Code, string Name, int ExtraMinutes);

internal static class RosterQueries
{
    /// <summary>Who takes part and has no talk that is planned, going on or held; in the order of their codes.</summary>
    public static Task<List<WaitingCandidate>> WithoutTalk(this IInterviewDb db, Guid procedure, CancellationToken ct) =>
        (from c in db.Candidates.AsNoTracking()
         join i in db.CandidateIdentities on c.Id equals i.Id
         where c.ProcedureId == procedure && c.WithdrawnAt == null && c.RevealedAt == null
             && !db.Interviews.Any(t => t.CandidateId == c.Id && t.Status != InterviewStatus.Cancelled && t.Status != InterviewStatus.NoShow)
         orderby c.Number
         select new WaitingCandidate(c.Id, c.Code, i.Name, db.Adjustments.Where(a => a.Id == c.Id).Select(a => a.ExtraMinutes).FirstOrDefault())).ToListAsync(ct);

    public static async Task<IReadOnlyList<ProposedTalk>> Judge(this IInterviewDb db, Procedure procedure, string zone, IReadOnlyList<WantedTalk> talks, IReadOnlyList<WaitingCandidate> waiting, CancellationToken ct)
    {
        if (talks.Count == 0) return [];
        var agendas = await Agendas.Of(db, procedure, talks.Min(t => Appointment.At(t.When, zone).Utc), talks.Max(t => Appointment.At(t.When, zone).Utc.AddMinutes(t.Minutes)), ct);
        return ProposeRoster.Handler.Judged(talks, zone, waiting, agendas);
    }
}
