using Interviewing.Application.Audit;
using Interviewing.Application.Identity;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

/// <summary>The case on one page: candidates, panel, appointments and which forms are in. Names of candidates only for whoever plans, or once they are shown.</summary>
[Needs(Permission.ReadProcedure), Discloses(nameof(Procedure))]
public sealed record GetProcedure(Guid Procedure) : IQuery<ProcedureView>, IScoped
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<GetProcedure, ProcedureView>
    {
        public async Task<ProcedureView> Handle(GetProcedure request, CancellationToken cancellationToken)
        {
            var procedure = await db.Procedures.AsNoTracking().Include(p => p.Seats).Need(request.Procedure, cancellationToken);
            var may = new MayDo(caller.May(Permission.PlanProcedure, request.Scope), caller.May(Permission.Steer, request.Scope), caller.May(Permission.Decide, request.Scope), caller.May(Permission.ReadResults, request.Scope));
            var forms = await db.Statuses(procedure.Id, may.Plan || may.Steer, cancellationToken);
            var candidates = await Candidates(procedure, may, forms, cancellationToken);
            var names = await Names(procedure, cancellationToken);
            var guests = await db.GuestLinks.AsNoTracking().Where(g => g.ProcedureId == procedure.Id).ToDictionaryAsync(g => g.Id, g => g.Until, cancellationToken);
            var facts = await (from p in db.Profiles.AsNoTracking() where p.Id == procedure.ProfileId select p.Name).FirstAsync(cancellationToken);
            var owner = await db.Persons.Where(p => p.Id == procedure.OwnerId).Select(p => p.Name).FirstAsync(cancellationToken);
            return new(procedure.Id, procedure.Title, procedure.ProfileId, facts, procedure.Status, procedure.Blind, procedure.ShowsNames, owner, await Guide(procedure, cancellationToken),
                candidates, Seats(procedure, forms, names, guests, procedure.SeatOf(caller)?.Id), forms, may, await Conflicts(procedure, may, names, candidates, cancellationToken), may.Plan || may.Steer ? Missing(forms, names, candidates) : [],
                may.Plan || may.Steer ? PanelReport.Of(procedure, [.. candidates.Select(c => (c.Id, c.Code, c.OutAt is not null))], forms, names) : [], procedure.StoppedReason);
        }

        private async Task<List<CandidateRow>> Candidates(Procedure procedure, MayDo may, IReadOnlyList<FormStatus> forms, CancellationToken ct)
        {
            var (showNames, tell) = (procedure.ShowsNames || may.Plan, may.Plan || may.Steer);
            var mine = await db.Own(caller).Where(c => c.ProcedureId == procedure.Id).ToDictionaryAsync(c => c.CandidateId, c => c.Id, ct);
            var interviews = await Interviews(procedure, tell, ct);
            var rows = await db.Candidates.AsNoTracking().Where(c => c.ProcedureId == procedure.Id).OrderBy(c => c.Number)
                .Select(c => new
                {
                    c.Id, c.Code, c.RevealedAt, c.WithdrawnAt, c.WithdrawnReason, Adjustment = db.Adjustments.FirstOrDefault(a => a.Id == c.Id),
                    Name = showNames ? db.CandidateIdentities.Where(i => i.Id == c.Id).Select(i => i.Name).FirstOrDefault() : null,
                }).ToListAsync(ct);
            return [.. rows.Select(c =>
            {
                var own = forms.Where(f => f.Candidate == c.Id).ToList();
                Guid? card = mine.TryGetValue(c.Id, out var id) ? id : null;
                return new CandidateRow(c.Id, c.Code, c.Name, c.RevealedAt, own.Count(f => f.State == FormState.Sealed), own.Count(f => f.State != FormState.Excused),
                    card, own.FirstOrDefault(f => f.Card == card)?.State, interviews.GetValueOrDefault(c.Id), c.Adjustment?.ExtraMinutes ?? 0, tell ? c.Adjustment?.Note : null, c.WithdrawnAt, tell ? c.WithdrawnReason : null);
            })];
        }

        private async Task<List<ConflictRow>> Conflicts(Procedure procedure, MayDo may, Dictionary<Guid, string> names, List<CandidateRow> candidates, CancellationToken ct)
        {
            var mine = procedure.SeatOf(caller)?.Id;
            var rows = await db.Conflicts.AsNoTracking().Where(c => c.ProcedureId == procedure.Id).OrderBy(c => c.ReportedAt).ThenBy(c => c.Id).ToListAsync(ct);
            return [.. rows.Where(c => may.Plan || may.Steer || c.SeatId == mine).Select(c =>
            {
                var seat = procedure.Seats.First(s => s.Id == c.SeatId);
                var answers = c.Answer == ConflictAnswer.Open && c.SeatId != mine && (seat.Kind == SeatKind.Chair ? may.Plan : may.Steer);
                return new ConflictRow(c.Id, c.SeatId, names.GetValueOrDefault(c.SeatId, ""), c.CandidateId, candidates.First(x => x.Id == c.CandidateId).Code, c.Nature, c.ReportedAt, c.Answer, c.AnswerReason, answers);
            })];
        }

        private List<MissingForm> Missing(IReadOnlyList<FormStatus> forms, Dictionary<Guid, string> names, List<CandidateRow> candidates)
        {
            var now = clock.GetUtcNow();
            return [.. (from form in forms
                        where form.State == FormState.Open
                        let candidate = candidates.First(c => c.Id == form.Candidate)
                        where candidate.Interview is { } talk && (talk.Status is InterviewStatus.AwaitingScores or InterviewStatus.Consensus || (talk.Status is InterviewStatus.Planned or InterviewStatus.InProgress && talk.EndsAt <= now))
                        orderby candidate.Interview!.EndsAt
                        select new MissingForm(form.Card, names.GetValueOrDefault(form.Seat, ""), candidate.Code, candidate.Interview!.EndsAt))];
        }

        private async Task<GuideFacts?> Guide(Procedure procedure, CancellationToken ct)
        {
            if (procedure.FrozenId is not { } frozen) return null;
            var guide = await db.GuideOf(frozen, ct);
            return new(frozen, guide.Title, guide.Minutes, await db.FrozenDocuments.Where(d => d.Id == frozen).Select(d => d.FrozenAt).FirstAsync(ct), [.. guide.Questions.Select(q => new AskedQuestion(q.Id, q.Text))],
                await db.GuideDeviations.AsNoTracking().Where(d => d.ProcedureId == procedure.Id).OrderBy(d => d.At).ThenBy(d => d.Id).Select(d => new GuideChange(d.At, d.Reason, d.Keeping)).ToListAsync(ct));
        }

        // Of everybody who has or had a seat.
        private async Task<Dictionary<Guid, string>> Names(Procedure procedure, CancellationToken ct) =>
            await (from s in db.PanelSeats.AsNoTracking()
                   where s.ProcedureId == procedure.Id
                   select new { s.Id, Name = db.Persons.Where(p => p.Id == s.PersonId).Select(p => p.Name).FirstOrDefault() ?? db.GuestLinks.Where(g => g.Id == s.GuestLinkId).Select(g => g.Name).FirstOrDefault() ?? "" })
                .ToDictionaryAsync(x => x.Id, x => x.Name, ct);

        private static List<SeatRow> Seats(Procedure procedure, IReadOnlyList<FormStatus> forms, Dictionary<Guid, string> names, Dictionary<Guid, DateTimeOffset> guests, Guid? mine) =>
            [.. procedure.Seats.Where(s => s.IsTaken).OrderBy(s => s.Kind).ThenBy(s => s.AddedAt).Select(s =>
            {
                var own = forms.Where(f => f.Seat == s.Id).ToList();
                return new SeatRow(s.Id, names.GetValueOrDefault(s.Id, ""), s.Kind, s.Scores, s.GuestLinkId is { } link ? guests[link] : null,
                    own.Count(f => f.State == FormState.Sealed), own.Count(f => f.State != FormState.Excused), s.DeclaredAt, s.Id == mine);
            })];

        // The latest interview per candidate that was not cancelled, with who or which room is needed elsewhere at that time.
        private async Task<Dictionary<Guid, InterviewRow>> Interviews(Procedure procedure, bool tell, CancellationToken ct)
        {
            var own = await db.Interviews.AsNoTracking().Where(i => i.ProcedureId == procedure.Id && i.Status != InterviewStatus.Cancelled).ToListAsync(ct);
            if (own.Count == 0) return [];
            var agendas = await Agendas.Of(db, procedure, own.Min(i => i.When.Utc), own.Max(i => i.EndsAt), ct);
            return own.GroupBy(i => i.CandidateId).ToDictionary(g => g.Key, g =>
            {
                var i = g.MaxBy(x => x.When.Utc)!;
                return new InterviewRow(i.Id, i.When, i.Minutes, i.Place, i.VideoLink, i.Status, i.IsComing ? agendas.Clashes(i.When.Utc, i.EndsAt, i.Place, i.Id) : [], tell ? i.CancelReason : null);
            });
        }
    }
}
