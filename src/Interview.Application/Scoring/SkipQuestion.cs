using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Scoring;

/// <summary>The chair does not ask this candidate a question, for everyone and with a reason. Not after a form was handed in.</summary>
[Needs(Permission.Steer)]
public sealed record SkipQuestion(Guid Procedure, Guid Candidate, Guid Question, string Reason) : ICommand<Done>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock, Raised raised) : IRequestHandler<SkipQuestion, Done>
    {
        public async Task<Done> Handle(SkipQuestion request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var procedure = await db.Procedures.Need(request.Procedure, cancellationToken);
            procedure.NotOver();
            var candidate = await db.Candidates.Where(c => c.ProcedureId == procedure.Id).Need(request.Candidate, cancellationToken);
            var guide = await db.GuideOf(candidate.FrozenId ?? procedure.FrozenId, cancellationToken);
            Refuse.FieldIf(guide.Questions.All(q => q.Id != request.Question), "question", "scoring.item-unknown");
            var forms = await db.Scorecards.Where(c => c.CandidateId == candidate.Id).ToListAsync(cancellationToken);
            Refuse.If(forms.Any(f => f.IsSealed), "scoring.skip-after-seal");
            if (await db.SkippedQuestions.AnyAsync(s => s.CandidateId == candidate.Id && s.QuestionId == request.Question, cancellationToken)) return Done.It;
            db.Add(new SkippedQuestion(candidate.Id, request.Question, request.Reason, caller.Id, now));
            candidate.Settle(forms, now);
            raised.Raise(SignalKind.Talk, procedure.Id, candidate.Id);
            return Done.It;
        }
    }
}
