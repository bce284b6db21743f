using FluentValidation;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

[Needs(Permission.PlanProcedure)]
public sealed record CreateProcedure(string Title, Guid Profile, bool Blind) : ICommand<Guid>
{
    internal sealed class Rules : AbstractValidator<CreateProcedure>
    {
        public Rules()
        {
            RuleFor(x => x.Title).NotEmpty().WithErrorCode("procedures.title-missing");
            RuleFor(x => x.Profile).NotEmpty().WithErrorCode("procedures.profile-missing");
        }
    }

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<CreateProcedure, Guid>
    {
        public async Task<Guid> Handle(CreateProcedure request, CancellationToken cancellationToken)
        {
            Refuse.FieldIf(!await db.Profiles.AnyAsync(p => p.Id == request.Profile, cancellationToken), "profile", "procedures.profile-missing");
            var procedure = db.Add(new Procedure(request.Title, request.Profile, request.Blind, caller.Id, clock.GetUtcNow()));
            // The maker keeps the case also when the wider role ends.
            db.Add(new RoleAssignment(caller.Id, Role.Recruiter, Scope.Procedure(procedure.Id)));
            return procedure.Id;
        }
    }
}
