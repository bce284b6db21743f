using FluentValidation;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Development;

/// <summary>A private note beside the own plan; nobody else ever reads it.</summary>
[Needs(Permission.OwnDevelopment)]
public sealed record AddReflection(Guid Plan, string Text) : ICommand<Guid>
{
    internal sealed class Rules : AbstractValidator<AddReflection>
    {
        public Rules()
        {
            RuleFor(x => x.Text).NotEmpty().WithErrorCode("development.text-missing");
            RuleFor(x => x.Text).MaximumLength(4000).WithErrorCode("development.text-too-long").WithState(_ => new object?[] { 4000 });
        }
    }

    internal sealed class Handler(IInterviewDb db, Caller caller, IPrivateText privately, TimeProvider clock) : IRequestHandler<AddReflection, Guid>
    {
        public async Task<Guid> Handle(AddReflection request, CancellationToken cancellationToken)
        {
            var me = caller.Id;
            if (!await db.Plans.AnyAsync(p => p.Id == request.Plan && p.EmployeeId == me, cancellationToken)) throw Refusal.NotFound;
            return db.Add(new Reflection(request.Plan, me, privately.Lock(request.Text.Trim(), me), clock.GetUtcNow())).Id;
        }
    }
}
