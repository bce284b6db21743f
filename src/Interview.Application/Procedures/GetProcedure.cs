using Interviewing.Application.Audit;
using Interviewing.Application.Identity;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

public sealed record SeatRow(Guid Id, string Name, SeatKind Kind, bool Scores, DateTimeOffset? Until, int FormsIn, int FormsAsked);

/// <summary><see cref="Clashes"/> names panel members who already have an interview at that time.</summary>
public sealed record InterviewRow(Guid Id, Appointment When, int Minutes, string Place, string? VideoLink, InterviewStatus Status, IReadOnlyList<string> Clashes);

public sealed record CandidateRow(Guid Id, string Code, string? Name, DateTimeOffset? RevealedAt, int FormsIn, int FormsAsked, Guid? MyCard, FormState? MyForm, InterviewRow? Interview);

public sealed record GuideFacts(Guid Frozen, LocalText Title, int Minutes, DateTimeOffset FrozenAt, IReadOnlyList<AskedQuestion> Questions, IReadOnlyList<GuideChange> Changes);

/// <summary>From when on later candidates get a newer version, why, and how many stayed with the earlier one.</summary>
public sealed record GuideChange(DateTimeOffset At, string Reason, int Keeping);

public sealed record AskedQuestion(Guid Id, LocalText Text);

/// <summary>What the one who looks may do here; the page shows no button that would be refused.</summary>
public sealed record MayDo(bool Plan, bool Steer, bool Decide, bool ReadResults);

public sealed record ProcedureView(Guid Id, string Title, Guid Profile, LocalText ProfileName, ProcedureStatus Status, bool Blind, bool ShowsNames, string Owner, GuideFacts? Guide,
    IReadOnlyList<CandidateRow> Candidates, IReadOnlyList<SeatRow> Seats, IReadOnlyList<FormStatus> Forms, MayDo May);

/// <summary>The case on one page: candidates, panel, appointments and which forms are in. Names of candidates only for whoever plans, or once they are shown.</summary>
[Needs(Permission.ReadProcedure), Discloses(nameof(Procedure))]
public sealed record GetProcedure(Guid Procedure) : IQuery<ProcedureView>, IScoped
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<GetProcedure, ProcedureView>
    {
        public async Task<ProcedureView> Handle(GetProcedure request, CancellationToken cancellationToken)
        {
            var procedure = await db.Procedures.AsNoTracking().Include(p => p.Seats).Need(request.Procedure, cancellationToken);
            var may = new MayDo(caller.May(Permission.PlanProcedure, request.Scope), caller.May(Permission.Steer, request.Scope), caller.May(Permission.Decide, request.Scope), caller.May(Permission.ReadResults, request.Scope));
            var showNames = procedure.ShowsNames || may.Plan;
            var forms = await db.Statuses(procedure.Id, may.Plan || may.Steer, cancellationToken);
            var mine = await db.Own(caller).Where(c => c.ProcedureId == procedure.Id).ToDictionaryAsync(c => c.CandidateId, c => c.Id, cancellationToken);
            var interviews = await Interviews(procedure, cancellationToken);
            var candidates = await db.Candidates.AsNoTracking().Where(c => c.ProcedureId == procedure.Id).OrderBy(c => c.Number)
                .Select(c => new { c.Id, c.Code, c.RevealedAt, Name = showNames ? db.CandidateIdentities.Where(i => i.Id == c.Id).Select(i => i.Name).FirstOrDefault() : null })
                .ToListAsync(cancellationToken);
            var seats = await Seats(procedure, forms, cancellationToken);
            var facts = await (from p in db.Profiles.AsNoTracking() where p.Id == procedure.ProfileId select p.Name).FirstAsync(cancellationToken);
            var owner = await db.Persons.Where(p => p.Id == procedure.OwnerId).Select(p => p.Name).FirstAsync(cancellationToken);
            return new(procedure.Id, procedure.Title, procedure.ProfileId, facts, procedure.Status, procedure.Blind, procedure.ShowsNames, owner, await Guide(procedure, cancellationToken),
                [.. candidates.Select(c =>
                {
                    var own = forms.Where(f => f.Candidate == c.Id).ToList();
                    Guid? card = mine.TryGetValue(c.Id, out var id) ? id : null;
                    return new CandidateRow(c.Id, c.Code, c.Name, c.RevealedAt, own.Count(f => f.State == FormState.Sealed), own.Count(f => f.State != FormState.Excused),
                        card, own.FirstOrDefault(f => f.Card == card)?.State, interviews.GetValueOrDefault(c.Id));
                })], seats, forms, may);
        }

        private async Task<GuideFacts?> Guide(Procedure procedure, CancellationToken ct)
        {
            if (procedure.FrozenId is not { } frozen) return null;
            var guide = await db.GuideOf(frozen, ct);
            return new(frozen, guide.Title, guide.Minutes, await db.FrozenDocuments.Where(d => d.Id == frozen).Select(d => d.FrozenAt).FirstAsync(ct), [.. guide.Questions.Select(q => new AskedQuestion(q.Id, q.Text))],
                await db.GuideDeviations.AsNoTracking().Where(d => d.ProcedureId == procedure.Id).OrderBy(d => d.At).ThenBy(d => d.Id).Select(d => new GuideChange(d.At, d.Reason, d.Keeping)).ToListAsync(ct));
        }

        private async Task<List<SeatRow>> Seats(Procedure procedure, IReadOnlyList<FormStatus> forms, CancellationToken ct)
        {
            var people = procedure.Seats.Where(s => s.IsTaken).Select(s => s.PersonId).OfType<Guid>().ToList();
            var links = procedure.Seats.Where(s => s.IsTaken).Select(s => s.GuestLinkId).OfType<Guid>().ToList();
            var names = await db.Persons.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
            var guests = await db.GuestLinks.AsNoTracking().Where(g => links.Contains(g.Id)).ToDictionaryAsync(g => g.Id, g => new { g.Name, g.Until }, ct);
            return [.. procedure.Seats.Where(s => s.IsTaken).OrderBy(s => s.Kind).ThenBy(s => s.AddedAt).Select(s =>
            {
                var own = forms.Where(f => f.Seat == s.Id).ToList();
                var guest = s.GuestLinkId is { } link ? guests.GetValueOrDefault(link) : null;
                return new SeatRow(s.Id, guest?.Name ?? names.GetValueOrDefault(s.PersonId ?? default) ?? "", s.Kind, s.Scores, guest?.Until,
                    own.Count(f => f.State == FormState.Sealed), own.Count(f => f.State != FormState.Excused));
            })];
        }

        // The latest interview per candidate that was not cancelled, with the panel members who are needed elsewhere at that time.
        private async Task<Dictionary<Guid, InterviewRow>> Interviews(Procedure procedure, CancellationToken ct)
        {
            var own = await db.Interviews.AsNoTracking().Where(i => i.ProcedureId == procedure.Id && i.Status != InterviewStatus.Cancelled).ToListAsync(ct);
            if (own.Count == 0) return [];
            var people = procedure.Seats.Where(s => s.IsTaken).Select(s => s.PersonId).OfType<Guid>().ToList();
            var (first, last) = (own.Min(i => i.When.Utc).AddHours(-10), own.Max(i => i.When.Utc).AddHours(10));
            var busy = await (from i in db.Interviews.AsNoTracking()
                              join s in db.PanelSeats on i.ProcedureId equals s.ProcedureId
                              join p in db.Persons on s.PersonId equals p.Id
                              where i.Status == InterviewStatus.Planned && s.RemovedAt == null && people.Contains(p.Id) && i.When.Utc >= first && i.When.Utc <= last
                              select new { i.Id, i.When.Utc, i.Minutes, p.Name }).ToListAsync(ct);
            return own.GroupBy(i => i.CandidateId).ToDictionary(g => g.Key, g =>
            {
                var i = g.OrderByDescending(x => x.When.Utc).First();
                var end = i.When.Utc.AddMinutes(i.Minutes);
                var clashes = busy.Where(b => i.IsComing && b.Id != i.Id && b.Utc.AddMinutes(b.Minutes) > i.When.Utc && end > b.Utc).Select(b => b.Name).Distinct().Order(StringComparer.CurrentCulture).ToList();
                return new InterviewRow(i.Id, i.When, i.Minutes, i.Place, i.VideoLink, i.Status, clashes);
            });
        }
    }
}
