using FluentValidation;
using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Profiles;

[Needs(Permission.EditLibrary)]
public sealed record MakeProfile(Guid Edition, string Code, string Language, string Name, string Purpose, string? PayScale = null) : ICommand<Guid>
{
    internal sealed class Rules : AbstractValidator<MakeProfile>
    {
        public Rules()
        {
            RuleFor(x => x.Code).Must(c => !string.IsNullOrWhiteSpace(c) && c.Length <= 60).WithErrorCode("profiles.code-wrong");
            RuleFor(x => x.Purpose).MaximumLength(8000).WithErrorCode("profiles.text-too-long").WithState(_ => new object?[] { 8000 });
            RuleFor(x => x.PayScale).MaximumLength(40).WithErrorCode("profiles.text-too-long").WithState(_ => new object?[] { 40 });
            Texts.Rules(this, x => x.Language, x => x.Name);
        }
    }

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<MakeProfile, Guid>
    {
        public async Task<Guid> Handle(MakeProfile request, CancellationToken cancellationToken)
        {
            var edition = await db.EditionsFor(caller, Permission.EditLibrary).Need(request.Edition, cancellationToken);
            var code = request.Code.Trim();
            Refuse.FieldIf(await db.Profiles.AnyAsync(p => p.EditionId == edition.Id && p.Code == code, cancellationToken), "code", "profiles.code-taken", code);
            var profile = db.Add(new Profile(edition.Id, null, code, LocalText.Of(request.Language, request.Name), LocalText.Of(request.Language, request.Purpose),
                string.IsNullOrWhiteSpace(request.PayScale) ? null : request.PayScale.Trim()));
            db.Remember(profile.Id, profile.Id, "added", "", request.Name.Trim(), caller, clock.GetUtcNow());
            return profile.Id;
        }
    }
}
