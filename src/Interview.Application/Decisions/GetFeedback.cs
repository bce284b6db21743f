using Interviewing.Application.Audit;
using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Decisions;

public sealed record FeedbackRow(Guid Candidate, string Code, string Name, Advice Advice, bool Written, DateTimeOffset? ApprovedAt);

/// <summary>Which candidates have been told something, and what is still to be written or approved.</summary>
public sealed record FeedbackList(string Title, bool Decided, bool MayWrite, bool MayApprove, IReadOnlyList<FeedbackRow> Candidates);

[Needs(Permission.ReadResults)]
public sealed record ListFeedback(Guid Procedure) : IQuery<FeedbackList>, IScoped
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<ListFeedback, FeedbackList>
    {
        public async Task<FeedbackList> Handle(ListFeedback request, CancellationToken cancellationToken)
        {
            if (!caller.MayReadFeedback(request.Scope)) throw Refusal.NotAllowed;
            var title = await db.Procedures.AsNoTracking().Where(p => p.Id == request.Procedure).Select(p => p.Title).FirstOrDefaultAsync(cancellationToken) ?? throw Refusal.NotFound;
            var decision = await db.DecisionOf(request.Procedure, cancellationToken);
            var written = await db.CandidateFeedback.AsNoTracking().Where(f => f.ProcedureId == request.Procedure).ToDictionaryAsync(f => f.CandidateId, f => f.ApprovedAt, cancellationToken);
            return new(title, decision is not null, caller.May(Permission.WriteFeedback, request.Scope), caller.May(Permission.Decide, request.Scope),
                [.. (decision?.Candidates ?? []).Select(c => new FeedbackRow(c.Candidate, c.Code, c.Name, c.Advice, written.ContainsKey(c.Candidate), written.GetValueOrDefault(c.Candidate)))]);
        }
    }
}

/// <summary>A competency of one candidate as a writer of feedback needs it: what it is, the panel's mean with n, and what was written, without who wrote it.</summary>
public sealed record FeedbackGround(LocalText Competency, Mean Mean, IReadOnlyList<string> Notes);

public sealed record FeedbackView(string Title, string Code, string Name, string Language, Advice Advice, string? Reason, string Text, DateTimeOffset? WrittenAt, DateTimeOffset? ApprovedAt, bool MayWrite, bool MayApprove, IReadOnlyList<FeedbackGround> Grounds);

/// <summary>One candidate's feedback with what it is made from; not found before the decision.</summary>
[Needs(Permission.ReadResults), Discloses(nameof(Candidate))]
public sealed record GetFeedback(Guid Procedure, Guid Candidate) : IQuery<FeedbackView>, IScoped
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<GetFeedback, FeedbackView>
    {
        public async Task<FeedbackView> Handle(GetFeedback request, CancellationToken cancellationToken)
        {
            if (!caller.MayReadFeedback(request.Scope)) throw Refusal.NotAllowed;
            var procedure = await db.Procedures.AsNoTracking().Need(request.Procedure, cancellationToken);
            var decided = (await db.DecisionOf(procedure.Id, cancellationToken))?.Of(request.Candidate) ?? throw Refusal.NotFound;
            var candidate = await db.Candidates.AsNoTracking().Need(request.Candidate, cancellationToken);
            var language = await db.CandidateIdentities.Where(i => i.Id == candidate.Id).Select(i => i.Language).FirstAsync(cancellationToken);
            var guide = await db.GuideOf(candidate.FrozenId ?? procedure.FrozenId, cancellationToken);
            var row = (await db.MatrixOf(procedure, await db.RulesOf(procedure.Id, cancellationToken), showNames: true, [], cancellationToken)).Rows.First(r => r.Candidate == candidate.Id);
            var notes = await (from note in db.Notes.AsNoTracking()
                               join card in db.Scorecards on note.CardId equals card.Id
                               where card.CandidateId == candidate.Id && card.SealedAt != null && note.Text != ""
                               select new { note.QuestionId, note.Text }).ToListAsync(cancellationToken);
            var steps = FormPlan.Of(guide);
            var feedback = await db.CandidateFeedback.AsNoTracking().FirstOrDefaultAsync(f => f.CandidateId == candidate.Id, cancellationToken);
            return new(procedure.Title, decided.Code, decided.Name, language, decided.Advice, decided.Reason, feedback?.Text ?? "", feedback?.WrittenAt, feedback?.ApprovedAt,
                caller.May(Permission.WriteFeedback, request.Scope), caller.May(Permission.Decide, request.Scope),
                // In the order of the texts, so that nobody can be told by their place.
                [.. guide.Competencies.Select(k => new FeedbackGround(k.Name, row.Cells.FirstOrDefault(c => c.Competency == k.Id)?.Mean ?? Mean.Of([]),
                    [.. notes.Where(n => steps.Any(s => s.NoteId == n.QuestionId && s.Competency.Id == k.Id)).Select(n => n.Text).Order(StringComparer.Ordinal)]))]);
        }
    }
}

internal static class FeedbackReaders
{
    public static bool MayReadFeedback(this Caller caller, Scope scope) => caller.May(Permission.WriteFeedback, scope) || caller.May(Permission.Decide, scope) || caller.May(Permission.PlanProcedure, scope);
}
