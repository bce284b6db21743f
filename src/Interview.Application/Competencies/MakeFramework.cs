using FluentValidation;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Competencies;

/// <summary>A new framework of somebody, with its first edition as a draft; answers that edition.</summary>
[Needs(Permission.EditLibrary)]
public sealed record MakeFramework(string Language, string Name, string Owner, string Licence, string Edition) : ICommand<Guid>
{
    internal sealed class Rules : AbstractValidator<MakeFramework>
    {
        public Rules()
        {
            Texts.Rules(this, x => x.Language, x => x.Name);
            RuleFor(x => x.Owner).MaximumLength(300).WithErrorCode("competencies.text-too-long").WithState(_ => new object?[] { 300 });
            RuleFor(x => x.Licence).MaximumLength(300).WithErrorCode("competencies.text-too-long").WithState(_ => new object?[] { 300 });
        }
    }

    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<MakeFramework, Guid>
    {
        public Task<Guid> Handle(MakeFramework request, CancellationToken cancellationToken)
        {
            Refuse.If(!caller.May(Permission.EditLibrary, Scope.Organisation), Refusal.NotAllowed);
            var framework = db.Add(new Framework(LocalText.Of(request.Language, request.Name), request.Owner.Trim(), request.Licence.Trim()));
            return Task.FromResult(db.Add(new Edition(framework.Id, request.Edition)).Id);
        }
    }
}

/// <summary>One more edition of a framework, as a draft.</summary>
[Needs(Permission.EditLibrary)]
public sealed record MakeEdition(Guid Framework, string Label) : ICommand<Guid>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<MakeEdition, Guid>
    {
        public async Task<Guid> Handle(MakeEdition request, CancellationToken cancellationToken)
        {
            var framework = await db.Frameworks.Need(request.Framework, cancellationToken);
            Refuse.If(!caller.May(Permission.EditLibrary, Scope.Framework(framework.Id)), Refusal.NotFound);
            var label = request.Label.Trim();
            Refuse.FieldIf(await db.Editions.AnyAsync(e => e.FrameworkId == framework.Id && e.Label == label, cancellationToken), "label", "competencies.edition-taken", label);
            return db.Add(new Edition(framework.Id, label)).Id;
        }
    }
}

/// <summary>A branch for competencies in an edition.</summary>
[Needs(Permission.EditLibrary)]
public sealed record MakeCluster(Guid Edition, string Language, string Name) : ICommand<Guid>
{
    internal sealed class Rules : AbstractValidator<MakeCluster>
    {
        public Rules() => Texts.Rules(this, x => x.Language, x => x.Name);
    }

    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<MakeCluster, Guid>
    {
        public async Task<Guid> Handle(MakeCluster request, CancellationToken cancellationToken)
        {
            var edition = await db.EditionsFor(caller, Permission.EditLibrary).Need(request.Edition, cancellationToken);
            var order = await db.Nodes.CountAsync(n => n.EditionId == edition.Id && n.Kind == NodeKind.Cluster, cancellationToken);
            return db.Add(new Node(edition.Id, NodeKind.Cluster, LocalText.Of(request.Language, request.Name), null, order)).Id;
        }
    }
}
