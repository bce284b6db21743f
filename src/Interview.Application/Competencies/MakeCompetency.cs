using FluentValidation;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Competencies;

[Needs(Permission.EditLibrary)]
public sealed record MakeCompetency(Guid Edition, Guid? Cluster, string Code, string Language, string Name, string Definition) : ICommand<Guid>
{
    internal sealed class Rules : AbstractValidator<MakeCompetency>
    {
        public Rules()
        {
            RuleFor(x => x.Code).Must(c => !string.IsNullOrWhiteSpace(c) && c.Length <= 60).WithErrorCode("competencies.code-wrong");
            RuleFor(x => x.Definition).MaximumLength(4000).WithErrorCode("competencies.text-too-long").WithState(_ => new object?[] { 4000 });
            Texts.Rules(this, x => x.Language, x => x.Name);
        }
    }

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<MakeCompetency, Guid>
    {
        public async Task<Guid> Handle(MakeCompetency request, CancellationToken cancellationToken)
        {
            var edition = await db.EditionsFor(caller, Permission.EditLibrary).Need(request.Edition, cancellationToken);
            if (request.Cluster is { } cluster)
                await db.Nodes.NeedFirst(n => n.Id == cluster && n.EditionId == edition.Id && n.Kind == NodeKind.Cluster, cancellationToken);
            var code = request.Code.Trim();
            Refuse.FieldIf(await db.Competencies.AnyAsync(c => c.EditionId == edition.Id && c.Code == code, cancellationToken), "code", "competencies.code-taken", code);
            var competency = db.Add(new Competency(edition.Id, request.Cluster, code, LocalText.Of(request.Language, request.Name), LocalText.Of(request.Language, request.Definition)));
            db.Remember(competency.Id, competency.Id, "added", "", request.Name.Trim(), caller, clock.GetUtcNow());
            return competency.Id;
        }
    }
}
