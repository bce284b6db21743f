using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Scoring;

/// <summary>Somebody of the panel: connected in the last minute, seen until some moment, or never. <see cref="Form"/> is in or not, and only that.</summary>
public sealed record TalkMember(Guid Seat, string Name, SeatKind Kind, bool Me, bool Here, DateTimeOffset? SeenAt, FormState? Form);

/// <summary>A question of the guide and how it went: skipped with a reason, or asked for so long.</summary>
public sealed record TalkQuestion(int Number, FrozenQuestion Question, LocalText Competency, string? Skipped, TimeSpan Spent, int Extra);

/// <summary>A talk as it is led: everything the chair's screen shows.</summary>
public sealed record TalkView(Guid Procedure, string Title, Guid Candidate, string Code, string? Name, Guid Interview, InterviewStatus Status, Appointment When, int Minutes, string Place,
    DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, Guid? Now, DateTimeOffset? NowSince, IReadOnlyList<TalkQuestion> Questions, int ClosingMinutes, IReadOnlyList<TalkMember> Members,
    Guid? MyCard, bool MaySteer, bool Revealed, DateTimeOffset ReadAt);

/// <summary>The talk with one candidate, for the chair who leads it and the observer who watches: guide, place, clock and who is there.</summary>
[Needs(Permission.ReadProcedure)]
public sealed record ShowTalk(Guid Procedure, Guid Candidate) : IQuery<TalkView>, IScoped, IUnattended
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<ShowTalk, TalkView>
    {
        public async Task<TalkView> Handle(ShowTalk request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var procedure = await db.Procedures.AsNoTracking().Need(request.Procedure, cancellationToken);
            var candidate = await db.Candidates.AsNoTracking().Where(c => c.ProcedureId == procedure.Id).Need(request.Candidate, cancellationToken);
            var name = procedure.ShowsNames ? await db.CandidateIdentities.Where(c => c.Id == candidate.Id).Select(c => c.Name).FirstOrDefaultAsync(cancellationToken) : null;
            var interview = await db.TalkWith(candidate.Id, cancellationToken) ?? throw Refusal.NotFound;
            var guide = await db.GuideFor(candidate.Id, cancellationToken);
            var sitting = await db.Sittings.AsNoTracking().FirstOrDefaultAsync(s => s.Id == interview.Id, cancellationToken);
            var skipped = await db.SkippedQuestions.AsNoTracking().Where(s => s.CandidateId == candidate.Id).ToDictionaryAsync(s => s.QuestionId, s => s.Reason, cancellationToken);
            var mine = await db.Own(caller).Where(c => c.CandidateId == candidate.Id && c.ExcusedAt == null).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(cancellationToken);
            return new(procedure.Id, procedure.Title, candidate.Id, candidate.Code, name, interview.Id, interview.Status, interview.When, interview.Minutes, interview.Place,
                sitting?.StartedAt, sitting?.EndedAt, sitting?.Now?.Question, sitting?.Now?.At,
                [.. guide.Questions.Select((q, i) => new TalkQuestion(i + 1, q, guide.CompetencyOf(q.CompetencyId).Name, skipped.GetValueOrDefault(q.Id),
                    sitting?.Spent(q.Id, now) ?? default, sitting?.Course.Where(v => v.Question == q.Id).Sum(v => v.Extra) ?? 0))],
                guide.ClosingMinutes, await Members(candidate, now, cancellationToken), mine, caller.May(Permission.Steer, request.Scope), candidate.IsRevealed, now);
        }

        private async Task<List<TalkMember>> Members(Candidate candidate, DateTimeOffset now, CancellationToken ct)
        {
            var (person, link) = (caller.IdOrNull, caller.Link);
            var rows = await (from seat in db.PanelSeats.AsNoTracking()
                              where seat.ProcedureId == candidate.ProcedureId && seat.RemovedAt == null
                              orderby seat.AddedAt, seat.Id
                              select new
                              {
                                  seat.Id, seat.Kind, Me = (person != null && seat.PersonId == person) || (link != null && seat.GuestLinkId == link),
                                  Name = db.Persons.Where(p => p.Id == seat.PersonId).Select(p => p.Name).FirstOrDefault() ?? db.GuestLinks.Where(g => g.Id == seat.GuestLinkId).Select(g => g.Name).FirstOrDefault() ?? "",
                                  Seen = db.Presences.Where(p => p.CandidateId == candidate.Id && p.SeatId == seat.Id).Select(p => (DateTimeOffset?)p.SeenAt).FirstOrDefault(),
                                  Form = db.Scorecards.Where(c => c.CandidateId == candidate.Id && c.SeatId == seat.Id).Select(c => new { c.SealedAt, c.ExcusedAt }).FirstOrDefault(),
                              }).ToListAsync(ct);
            return [.. rows.OrderBy(r => r.Kind).Select(r => new TalkMember(r.Id, r.Name, r.Kind, r.Me, r.Seen is { } seen && now - seen <= Presence.Here, r.Seen,
                r.Form is null ? null : r.Form.SealedAt is not null ? FormState.Sealed : r.Form.ExcusedAt is not null ? FormState.Excused : FormState.Open))];
        }
    }
}
