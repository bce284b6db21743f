using Interviewing.Application.Audit;
using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Scoring;

/// <summary>What a member gave first and gives now, what was written and ticked for it, and whether this member has spoken about the item.</summary>
public sealed record ConsensusMember(Guid Seat, string Name, SeatKind Kind, RatingValue? First, RatingValue? Now, bool HasSpoken, IReadOnlyList<string> Notes, IReadOnlyList<TalkTick> Ticks);

public sealed record TalkTick(LocalText Indicator, TickMark Mark);

public sealed record TalkRevision(Guid Id, Guid Seat, string Member, RatingValue Old, RatingValue New, string? Reason, DateTimeOffset At, bool KeyedIn, bool? Accepted, bool Mine);

public sealed record TalkDissent(string Member, string Reason, DateTimeOffset At);

/// <summary>A scored item with everybody's first score and score now. <see cref="IsWide"/>: the first scores differ as much as the rule says, so it is talked about.</summary>
public sealed record TalkItem(Guid Item, LocalText Competency, LocalText? Question, int? Number, Mean First, Mean Now, bool IsWide, IReadOnlyList<ConsensusMember> Members, IReadOnlyList<TalkRevision> Revisions, IReadOnlyList<TalkDissent> Dissents)
{
    public bool IsDone => Members.All(m => m.First is null || m.HasSpoken);
}

public sealed record TalkTurn(Guid Seat, string Name, TurnReason Because);

/// <summary>The talk about one candidate; items by their difference, the largest first. Nothing of it before the reveal.</summary>
public sealed record ConsensusView(string Title, string Code, string? Name, int FormsIn, int FormsAsked, DateTimeOffset? RevealedAt, DateTimeOffset? LastSealedAt, RevealRule Reveal, int Range, DateTimeOffset? OpenedAt, DateTimeOffset? ClosedAt,
    bool IsOver, bool MaySteer, Guid? MySeat, IReadOnlyList<TalkTurn> Order, IReadOnlyList<Interviewing.Application.Competencies.ScalePoint> Scale, IReadOnlyList<TalkItem> Items);

[Needs(Permission.ReadResults), Discloses(nameof(Candidate))]
public sealed record GetConsensus(Guid Procedure, Guid Candidate) : IQuery<ConsensusView>, IScoped
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<GetConsensus, ConsensusView>
    {
        public async Task<ConsensusView> Handle(GetConsensus request, CancellationToken cancellationToken)
        {
            var procedure = await db.Procedures.AsNoTracking().Need(request.Procedure, cancellationToken);
            var candidate = await db.Candidates.AsNoTracking().Where(c => c.ProcedureId == procedure.Id).Need(request.Candidate, cancellationToken);
            var (rules, guide) = (await db.RulesOf(procedure.Id, cancellationToken), await db.GuideOf(candidate.FrozenId ?? procedure.FrozenId, cancellationToken));
            var forms = (await db.Statuses(procedure.Id, reasons: false, cancellationToken)).Where(f => f.Candidate == candidate.Id).ToList();
            var name = procedure.ShowsNames || caller.May(Permission.PlanProcedure, request.Scope) ? await db.CandidateIdentities.Where(i => i.Id == candidate.Id).Select(i => i.Name).FirstOrDefaultAsync(cancellationToken) : null;
            var talk = await db.Consensuses.AsNoTracking().Include(c => c.Revisions).Include(c => c.Dissents).FirstOrDefaultAsync(c => c.CandidateId == candidate.Id, cancellationToken);
            var members = candidate.IsRevealed ? await db.ScoringMembers(procedure.Id, cancellationToken) : [];
            var mine = await db.Own(caller).Where(c => c.CandidateId == candidate.Id && c.SealedAt != null).Select(c => (Guid?)c.SeatId).FirstOrDefaultAsync(cancellationToken);
            var items = candidate.IsRevealed ? await Items(procedure.Id, candidate.Id, guide, members, talk, talk?.Range ?? rules.Range, mine, cancellationToken) : [];
            return new(procedure.Title, candidate.Code, name, forms.Count(f => f.State == FormState.Sealed), forms.Count(f => f.State != FormState.Excused), candidate.RevealedAt, candidate.IsRevealed ? forms.Max(f => f.SealedAt) : null,
                rules.Reveal, talk?.Range ?? rules.Range, talk?.OpenedAt, talk?.ClosedAt, procedure.IsOver, caller.May(Permission.Steer, request.Scope), mine,
                [.. (talk?.Order ?? []).Select(t => new TalkTurn(t.Seat, NameOf(members, t.Seat), t.Because))], guide.Scale, items);
        }

        private async Task<List<TalkItem>> Items(Guid procedure, Guid candidate, FrozenGuide guide, List<MatrixMember> members, Consensus? talk, int range, Guid? mine, CancellationToken ct)
        {
            var trails = (await db.TrailsOf(procedure, ct)).Where(t => t.Candidate == candidate).ToDictionary(t => (t.Seat, t.Item));
            var cards = from card in db.Scorecards.AsNoTracking() where card.CandidateId == candidate && card.SealedAt != null select card;
            var notes = (await (from note in db.Notes join card in cards on note.CardId equals card.Id where note.Text != "" select new { card.SeatId, note.QuestionId, note.Text }).ToListAsync(ct)).ToLookup(n => n.SeatId);
            var ticks = (await (from tick in db.Ticks join card in cards on tick.CardId equals card.Id where tick.Mark != TickMark.None select new { card.SeatId, tick.IndicatorId, tick.Mark }).ToListAsync(ct)).ToLookup(t => t.SeatId);
            var steps = FormPlan.Of(guide);
            // The order of the guide breaks ties, so that the list is the same for everybody.
            return [.. guide.ScoredIds.Select(item =>
            {
                var competency = guide.CompetencyOf(item);
                var question = guide.Scores == ScoredItems.Questions ? guide.Questions.First(q => q.Id == item) : null;
                var about = steps.Where(s => question is null ? s.Competency.Id == competency.Id : s.Question?.Id == item).ToList();
                var said = talk?.Revisions.Where(r => r.Item == item).OrderBy(r => r.At).ThenBy(r => r.Id).ToList() ?? [];
                List<ConsensusMember> rows = [.. members.Where(m => trails.ContainsKey((m.Seat, item))).Select(m => new ConsensusMember(m.Seat, m.Name, m.Kind, trails[(m.Seat, item)].First, trails[(m.Seat, item)].Last,
                    said.Any(r => r.Seat == m.Seat && r.Counts),
                    [.. notes[m.Seat].Where(n => about.Any(s => s.NoteId == n.QuestionId)).Select(n => n.Text)],
                    [.. ticks[m.Seat].Select(t => (Indicator: about.SelectMany(s => s.Indicators).FirstOrDefault(i => i.Id == t.IndicatorId), t.Mark)).Where(t => t.Indicator is not null).Select(t => new TalkTick(t.Indicator!.Text, t.Mark))]))];
                var first = Mean.Of(rows.Select(r => Point(r.First)));
                return new TalkItem(item, competency.Name, question?.Text, question is null ? null : about[0].Number, first, Mean.Of(rows.Select(r => Point(r.Now))), first.Range >= range, rows,
                    [.. said.Where(r => r.IsChange).Select(r => new TalkRevision(r.Id, r.Seat, NameOf(members, r.Seat), new(r.OldOutcome, r.OldPoint), new(r.NewOutcome, r.NewPoint), r.Reason, r.At, r.KeyedIn, r.Accepted, r.Seat == mine))],
                    [.. (talk?.Dissents ?? []).Where(d => d.Item == item).OrderBy(d => d.At).Select(d => new TalkDissent(NameOf(members, d.Seat), d.Reason, d.At))]);
            }).OrderByDescending(i => i.First.Range ?? -1)];
        }

        private static decimal? Point(RatingValue? value) => value is { Outcome: RatingOutcome.Scored, Point: { } point } ? point : null;

        private static string NameOf(List<MatrixMember> members, Guid seat) => members.FirstOrDefault(m => m.Seat == seat)?.Name ?? "";
    }
}
