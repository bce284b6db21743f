using FluentValidation;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

/// <summary>
/// Signs confidentiality and independence; from then on the file is open. What was signed is kept word for word, in the language it was read in. Whoever knows a
/// candidate says so in the same go.
/// </summary>
[Needs(Permission.Declare)]
public sealed record SignDeclaration(Guid Procedure, bool Confidential, bool Independent, string Language, IReadOnlyList<OwnConflict> Conflicts) : ICommand<Done>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Rules : AbstractValidator<SignDeclaration>
    {
        public Rules()
        {
            RuleFor(x => x.Confidential).Equal(true).WithErrorCode("procedures.declare-confidential");
            RuleFor(x => x.Independent).Equal(true).WithErrorCode("procedures.declare-independent");
            RuleFor(x => x.Language).Must(l => l is "nl" or "en" or "fr").WithErrorCode("procedures.language-unknown");
            RuleFor(x => x.Conflicts).Must(c => c.Select(x => x.Candidate).Distinct().Count() == c.Count).WithErrorCode("procedures.conflict-twice");
        }
    }

    internal sealed class Handler(IInterviewDb db, IWords words, Caller caller, TimeProvider clock) : IRequestHandler<SignDeclaration, Done>
    {
        public async Task<Done> Handle(SignDeclaration request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var procedure = await db.Procedures.Include(p => p.Seats).Need(request.Procedure, cancellationToken);
            var seat = procedure.SeatOf(caller) ?? throw Refusal.NotFound;
            if (seat.HasDeclared) return Done.It;
            procedure.Declare(seat.Id, $"{words.In(request.Language, "procedures.declare.confidential")}\n{words.In(request.Language, "procedures.declare.independent")}", now);
            foreach (var known in request.Conflicts) await db.Report(procedure, seat, known.Candidate, known.Nature, caller, now, cancellationToken);
            return Done.It;
        }
    }
}
