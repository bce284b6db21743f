using FluentValidation;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Scoring;

/// <summary>After the reveal a member puts right an own score: old, new, author and reason are kept, and the sealed value too.</summary>
[Needs(Permission.Score)]
public sealed record CorrectRating(Guid Card, Guid Item, RatingOutcome Outcome, int? Point, string Reason) : ICommand<Done>, IMerges
{
    internal sealed class Rules : AbstractValidator<CorrectRating>
    {
        public Rules() => RuleFor(x => x.Reason).NotEmpty().WithErrorCode("scoring.reason-missing");
    }

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<CorrectRating, Done>
    {
        public async Task<Done> Handle(CorrectRating request, CancellationToken cancellationToken)
        {
            var card = await db.Own(caller).Include(c => c.Ratings).Include(c => c.Corrections).Need(request.Card, cancellationToken);
            var procedure = await db.Procedures.Need(card.ProcedureId, cancellationToken);
            procedure.NotOver();
            var candidate = await db.Candidates.Need(card.CandidateId, cancellationToken);
            Refuse.If(await db.Consensuses.AnyAsync(c => c.CandidateId == candidate.Id, cancellationToken), "scoring.correct-in-consensus");
            card.Correct(await db.GuideOf(candidate.FrozenId ?? procedure.FrozenId, cancellationToken), request.Item, request.Outcome, request.Point, request.Reason, caller.Actor, candidate.IsRevealed, clock.GetUtcNow());
            return Done.It;
        }
    }
}
