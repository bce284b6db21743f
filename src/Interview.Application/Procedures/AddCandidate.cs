using Interviewing.Application.Identity;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

[Needs(Permission.PlanProcedure)]
public sealed record AddCandidate(Guid Procedure, string Name, string Email, string? Phone = null, string Language = "nl") : ICommand<Guid>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<AddCandidate, Guid>
    {
        public async Task<Guid> Handle(AddCandidate request, CancellationToken cancellationToken)
        {
            var procedure = await db.Procedures.Include(p => p.Seats).Need(request.Procedure, cancellationToken);
            var there = (await db.KnownCandidates(procedure.Id, cancellationToken)).GetValueOrDefault(CandidateIdentity.KeyOf(request.Email));
            Refuse.FieldIf(there is not null, "email", "procedures.candidate-there", there);
            return (await db.Admit(procedure, request.Name, request.Email, request.Phone, request.Language, clock.GetUtcNow(), cancellationToken)).Id;
        }
    }
}

internal static class Admission
{
    /// <summary>Code and identity of a new candidate, and a form for everybody who scores.</summary>
    public static async Task<Candidate> Admit(this IInterviewDb db, Procedure procedure, string name, string email, string? phone, string language, DateTimeOffset now, CancellationToken ct)
    {
        procedure.NotOver();
        var candidate = new Candidate(procedure.Id, procedure.LastNumber + 1, now);
        db.Add(new CandidateIdentity(candidate.Id, name, email, phone, language));
        procedure.NextNumber();
        db.Add(candidate);
        procedure.Resume();
        await db.MakeForms(procedure, ct, candidate);
        return candidate;
    }

    /// <summary>Addresses in this procedure, with the code of whose it is.</summary>
    public static Task<Dictionary<string, string>> KnownCandidates(this IInterviewDb db, Guid procedure, CancellationToken ct) =>
        (from c in db.Candidates
         join i in db.CandidateIdentities on c.Id equals i.Id
         where c.ProcedureId == procedure
         select new { i.EmailKey, c.Code }).ToDictionaryAsync(x => x.EmailKey, x => x.Code, ct);
}
