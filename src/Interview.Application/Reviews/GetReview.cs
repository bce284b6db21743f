using Interviewing.Application.Audit;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

public sealed record AnswerView(Guid Competency, int? Level, string Text, int Stamp);

public sealed record RemarkView(Guid Item, string Text, int Stamp);

public sealed record EvidenceView(Guid Id, Guid Competency, string Name, string? Link);

public sealed record SideView(SideOf Of, string Overall, int OverallStamp, DateTimeOffset? ReadyAt, IReadOnlyList<AnswerView> Answers, IReadOnlyList<RemarkView> Remarks, IReadOnlyList<EvidenceView> Evidence)
{
    public AnswerView AnswerOf(Guid competency) => Answers.FirstOrDefault(a => a.Competency == competency) ?? new(competency, null, "", 0);

    public RemarkView RemarkOf(Guid item) => Remarks.FirstOrDefault(r => r.Item == item) ?? new(item, "", 0);
}

public sealed record AgreementView(Guid Id, Guid? Competency, string Text, DateOnly? Due, int Stamp);

/// <summary>Something done about the talk, of which version, by whom.</summary>
public sealed record ActView(ActKind Kind, int Number, string By, DateTimeOffset At, string? Text, DateOnly? Day);

/// <summary>An earlier version, as it was shared.</summary>
public sealed record EditionView(int Number, DateTimeOffset SharedAt, DateTimeOffset EndedAt, ReviewThen Said);

/// <summary>Who of the colleagues is asked; what they say only when it was poured together, never who said it or who answered.</summary>
public sealed record FeedbackView(int Least, IReadOnlyList<string> Asked, ColleagueResult? Result);

/// <summary>
/// A talk as somebody reads it. <see cref="Other"/> is null until both are ready: it is not read at all. Who has no side of the own reads the manager's as
/// <see cref="Mine"/>, and reads it only when it is shared.
/// </summary>
public sealed record ReviewView(Guid Id, ReadsAs As, string Employee, string EmployeeGiven, Guid EmployeeId, string Manager, string? Higher, string? Cycle, DateOnly? Ends, ReviewStatus Status, DateTimeOffset StartedAt,
    DateTimeOffset? SharedAt, int Number, bool NeedsConfirmation, Yardstick Yardstick, ReviewForm Form, SideView Mine, SideView? Other, IReadOnlyList<AgreementView> Agreements, IReadOnlyList<ActView> Acts,
    IReadOnlyList<EditionView> Editions, FeedbackView? Feedback, Guid? Plan);

[Needs(Permission.SignedIn), Discloses(nameof(Review))]
public sealed record GetReview(Guid Review) : IQuery<ReviewView>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<GetReview, ReviewView>
    {
        public async Task<ReviewView> Handle(GetReview request, CancellationToken cancellationToken)
        {
            var me = caller.Id;
            var found = await (from r in db.Reviews.AsNoTracking().ReadableBy(caller)
                               where r.Id == request.Review
                               join e in db.Persons on r.EmployeeId equals e.Id
                               join m in db.Persons on r.ManagerId equals m.Id
                               join c in db.Cycles on r.CycleId equals c.Id into cycles
                               from c in cycles.DefaultIfEmpty()
                               join s in db.CycleStages on r.StageId equals s.Id into stages
                               from s in stages.DefaultIfEmpty()
                               select new
                               {
                                   Review = r, Employee = e.Name, Manager = m.Name, Cycle = c == null ? null : c.Name, Ends = s != null ? s.Ends : c != null ? c.To : (DateOnly?)null,
                                   Higher = db.Persons.Where(p => p.Id == r.HigherId).Select(p => p.Name).FirstOrDefault(),
                                   Plan = db.Plans.Where(x => x.ReviewId == r.Id && x.Status != Development.PlanStatus.Stopped).Select(x => (Guid?)x.Id).FirstOrDefault(),
                               }).FirstOrDefaultAsync(cancellationToken) ?? throw Refusal.NotFound;
            var review = found.Review;
            var reads = review.ReaderOf(me);
            var mine = reads == ReadsAs.Employee ? SideOf.Self : SideOf.Manager;
            var sides = await Sides(request.Review, mine, cancellationToken);
            var more = review.IsShared || review.Number > 1;
            return new(review.Id, reads, found.Employee, found.Employee.Split(' ')[0], review.EmployeeId, found.Manager, found.Higher, found.Cycle, found.Ends, review.Status, review.StartedAt, review.SharedAt, review.Number,
                review.NeedsConfirmation, review.Yardstick, review.Form, sides.Single(s => s.Of == mine), sides.SingleOrDefault(s => s.Of != mine),
                more ? await Agreements(review.Id, cancellationToken) : [], more ? await Acts(review.Id, cancellationToken) : [], review.Number > 1 ? await Editions(review.Id, cancellationToken) : [],
                review.Form.LeastColleagues is null ? null : await Feedback(review, reads is ReadsAs.Employee or ReadsAs.Manager, cancellationToken), found.Plan);
        }

        // The other side is asked for only where the row itself says that it is shared. Each list apart: together they would come back once for every pair.
        private async Task<IReadOnlyList<SideView>> Sides(Guid review, SideOf mine, CancellationToken ct)
        {
            var readable = db.ReviewSides.AsNoTracking().Where(s => s.ReviewId == review && (s.Of == mine || db.Reviews.Any(r => r.Id == review && r.SharedAt != null)));
            var sides = await readable.Select(s => new
            {
                s.Id, s.Of, s.Overall, s.OverallStamp, s.ReadyAt, Remarks = s.Remarks.Count != 0, Evidence = s.Evidence.Count != 0,
                Answers = s.Answers.OrderBy(a => a.Order).Select(a => new AnswerView(a.CompetencyId, a.Level, a.Text, a.Stamp)).ToList(),
            }).ToListAsync(ct);
            var ids = sides.Select(s => s.Id).ToList();
            var remarks = sides.Exists(s => s.Remarks)
                ? (await db.ReviewRemarks.AsNoTracking().Where(r => ids.Contains(r.SideId)).OrderBy(r => r.Order).Select(r => new { r.SideId, Of = new RemarkView(r.ItemId, r.Text, r.Stamp) }).ToListAsync(ct)).ToLookup(r => r.SideId, r => r.Of)
                : null;
            var evidence = sides.Exists(s => s.Evidence)
                ? (await db.ReviewEvidence.AsNoTracking().Where(e => ids.Contains(e.SideId)).OrderBy(e => e.At).ThenBy(e => e.Id).Select(e => new { e.SideId, Of = new EvidenceView(e.Id, e.CompetencyId, e.Name, e.Link) }).ToListAsync(ct)).ToLookup(e => e.SideId, e => e.Of)
                : null;
            return [.. sides.Select(s => new SideView(s.Of, s.Overall, s.OverallStamp, s.ReadyAt, s.Answers, [.. remarks?[s.Id] ?? []], [.. evidence?[s.Id] ?? []]))];
        }

        private async Task<IReadOnlyList<AgreementView>> Agreements(Guid review, CancellationToken ct) => await db.Agreements.AsNoTracking().Where(a => a.ReviewId == review).OrderBy(a => a.Order)
            .Select(a => new AgreementView(a.Id, a.CompetencyId, a.Text, a.Due, a.Stamp)).ToListAsync(ct);

        private async Task<IReadOnlyList<ActView>> Acts(Guid review, CancellationToken ct) =>
            await (from a in db.ReviewActs.AsNoTracking() where a.ReviewId == review join p in db.Persons on a.ById equals p.Id orderby a.At, a.Id select new ActView(a.Kind, a.Number, p.Name, a.At, a.Text, a.Day)).ToListAsync(ct);

        private async Task<IReadOnlyList<EditionView>> Editions(Guid review, CancellationToken ct) =>
            [.. (await db.ReviewEditions.AsNoTracking().Where(e => e.ReviewId == review).OrderBy(e => e.Number).ToListAsync(ct)).Select(e => new EditionView(e.Number, e.SharedAt, e.EndedAt, JsonText.Read<ReviewThen>(e.Said)))];

        private async Task<FeedbackView> Feedback(Review review, bool asks, CancellationToken ct)
        {
            List<string> asked = !asks ? [] : await (from f in db.ColleagueFeedback.AsNoTracking() where f.ReviewId == review.Id from i in f.Invitations join p in db.Persons on i.RaterId equals p.Id orderby p.Name, p.Id select p.Name).ToListAsync(ct);
            // Poured is not yet read: after a talk was opened again, what came of the first time stays.
            var result = await db.ColleagueFeedback.AsNoTracking().Where(f => f.ReviewId == review.Id && f.PouredAt != null).Select(f => f.Result).FirstOrDefaultAsync(ct);
            return new(review.Form.LeastColleagues!.Value, asked, result is null ? null : JsonText.Read<ColleagueResult>(result));
        }
    }
}
