using FluentValidation;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Identity;

/// <summary>Adds a part to the organisation's tree; codes are unique.</summary>
[Needs(Permission.ManagePeople)]
public sealed record AddUnit(string Code, string Name, Guid? Parent) : ICommand<Guid>
{
    internal sealed class Rules : AbstractValidator<AddUnit>
    {
        public Rules()
        {
            RuleFor(x => x.Code).NotEmpty().MaximumLength(60).WithErrorCode("identity.unit-code-wrong");
            RuleFor(x => x.Name).NotEmpty().MaximumLength(200).WithErrorCode("identity.unit-name-wrong");
        }
    }

    internal sealed class Handler(IInterviewDb db) : IRequestHandler<AddUnit, Guid>
    {
        public async Task<Guid> Handle(AddUnit request, CancellationToken cancellationToken)
        {
            Refuse.FieldIf(await db.Units.AnyAsync(u => u.Code == request.Code, cancellationToken), "code", "identity.unit-code-taken");
            if (request.Parent is { } parent) await db.Units.Need(parent, cancellationToken);
            return db.Add(new Unit(request.Code, request.Name, request.Parent)).Id;
        }
    }
}
