using FluentValidation;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Decisions;

/// <summary>After the decision a feedback editor writes what one candidate hears; it may be written again until it is approved.</summary>
[Needs(Permission.WriteFeedback)]
public sealed record WriteFeedback(Guid Procedure, Guid Candidate, string Text) : ICommand<Done>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Rules : AbstractValidator<WriteFeedback>
    {
        public Rules() => RuleFor(x => x.Text).NotEmpty().WithErrorCode("decisions.feedback-missing");
    }

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<WriteFeedback, Done>
    {
        public async Task<Done> Handle(WriteFeedback request, CancellationToken cancellationToken)
        {
            var candidate = await db.DecidedCandidate(request.Procedure, request.Candidate, cancellationToken);
            var feedback = await db.CandidateFeedback.FirstOrDefaultAsync(f => f.CandidateId == candidate.Id, cancellationToken) ?? db.Add(new CandidateFeedback(request.Procedure, candidate.Id));
            feedback.Write(request.Text, await db.NotToBeNamed(candidate, cancellationToken), caller.Id, clock.GetUtcNow());
            return Done.It;
        }
    }
}

/// <summary>The chair approves it; from then on it is the letter, and nobody changes it.</summary>
[Needs(Permission.Decide)]
public sealed record ApproveFeedback(Guid Procedure, Guid Candidate) : ICommand<Done>, IScoped
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<ApproveFeedback, Done>
    {
        public async Task<Done> Handle(ApproveFeedback request, CancellationToken cancellationToken)
        {
            var candidate = await db.DecidedCandidate(request.Procedure, request.Candidate, cancellationToken);
            var feedback = await db.CandidateFeedback.NeedFirst(f => f.CandidateId == candidate.Id, cancellationToken);
            feedback.Approve(await db.NotToBeNamed(candidate, cancellationToken), caller.Id, clock.GetUtcNow());
            return Done.It;
        }
    }
}

internal static class FeedbackOf
{
    public static async Task<Candidate> DecidedCandidate(this IInterviewDb db, Guid procedure, Guid candidate, CancellationToken ct)
    {
        var found = await db.Candidates.AsNoTracking().Where(c => c.ProcedureId == procedure).Need(candidate, ct);
        Refuse.If(!await db.Decisions.AnyAsync(d => d.ProcedureId == procedure, ct), "decisions.not-made");
        return found;
    }

    /// <summary>Parts of the names of everybody who sat in the panel and of all other candidates, and their codes; a part that the candidate bears too is no clue.</summary>
    public static async Task<IReadOnlyList<string>> NotToBeNamed(this IInterviewDb db, Candidate candidate, CancellationToken ct)
    {
        var panel = await db.PanelSeats.AsNoTracking().Where(s => s.ProcedureId == candidate.ProcedureId)
            .Select(s => db.Persons.Where(p => p.Id == s.PersonId).Select(p => p.Name).FirstOrDefault() ?? db.GuestLinks.Where(g => g.Id == s.GuestLinkId).Select(g => g.Name).FirstOrDefault()).ToListAsync(ct);
        var all = await (from c in db.Candidates.AsNoTracking()
                         where c.ProcedureId == candidate.ProcedureId
                         select new { c.Id, c.Code, Name = db.CandidateIdentities.Where(i => i.Id == c.Id).Select(i => i.Name).FirstOrDefault() }).ToListAsync(ct);
        var own = CandidateFeedback.Telling([all.First(c => c.Id == candidate.Id).Name ?? ""]);
        return [.. CandidateFeedback.Telling(panel.OfType<string>().Concat(all.Where(c => c.Id != candidate.Id).SelectMany(c => new[] { c.Name ?? "", c.Code }))).Except(own)];
    }
}
