using FluentValidation;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Competencies;

/// <summary>One more point at the top, if it still is the scale that was seen.</summary>
[Needs(Permission.EditLibrary)]
public sealed record ExtendScale(Guid Scale, string Language, string Label, int Version) : ICommand<Saved>, IScoped
{
    Scope IScoped.Scope => Identity.Scope.Organisation;

    internal sealed class Rules : AbstractValidator<ExtendScale>
    {
        public Rules()
        {
            Texts.Rules(this, x => x.Language, x => x.Label);
            RuleFor(x => x.Label).MaximumLength(100).WithErrorCode("competencies.text-too-long").WithState(_ => new object?[] { 100 });
        }
    }

    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<ExtendScale, Saved>
    {
        public async Task<Saved> Handle(ExtendScale request, CancellationToken cancellationToken)
        {
            var scale = await db.Scales.Need(request.Scale, cancellationToken);
            db.Expect(scale, request.Version);
            scale.Extend(LocalText.Of(request.Language, request.Label));
            return new Saved(clock.GetUtcNow());
        }
    }
}
