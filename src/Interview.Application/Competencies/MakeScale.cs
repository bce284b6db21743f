using FluentValidation;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Competencies;

/// <summary>A scale of the house: the words of its points from low to high, numbered from 1, and from which one on it is met.</summary>
[Needs(Permission.EditLibrary)]
public sealed record MakeScale(string Language, string Name, IReadOnlyList<string> Labels, int PassMark) : ICommand<Guid>, IScoped
{
    Scope IScoped.Scope => Identity.Scope.Organisation;

    internal sealed class Rules : AbstractValidator<MakeScale>
    {
        public Rules()
        {
            Texts.Rules(this, x => x.Language, x => x.Name);
            RuleFor(x => x.Name).MaximumLength(200).WithErrorCode("competencies.text-too-long").WithState(_ => new object?[] { 200 });
            RuleFor(x => x.Labels).Must(l => l is { Count: >= Scale.FewestPoints and <= Scale.MostPoints }).WithErrorCode("competencies.scale-points");
            RuleForEach(x => x.Labels).MaximumLength(100).WithErrorCode("competencies.text-too-long").WithState(_ => new object?[] { 100 });
        }
    }

    internal sealed class Handler(IInterviewDb db) : IRequestHandler<MakeScale, Guid>
    {
        public Task<Guid> Handle(MakeScale request, CancellationToken cancellationToken) => Task.FromResult(db.Add(new Scale(LocalText.Of(request.Language, request.Name),
            [.. request.Labels.Select((label, i) => new ScalePoint(i + 1, LocalText.Of(request.Language, label), LocalText.Empty))], request.PassMark)).Id);
    }
}

/// <summary>A copy of a scale under a name of its own, to be changed; what was measured on the other stays as it was.</summary>
[Needs(Permission.EditLibrary)]
public sealed record CopyScale(Guid Scale, string Language, string Name) : ICommand<Guid>, IScoped
{
    Scope IScoped.Scope => Identity.Scope.Organisation;

    internal sealed class Rules : AbstractValidator<CopyScale>
    {
        public Rules()
        {
            Texts.Rules(this, x => x.Language, x => x.Name);
            RuleFor(x => x.Name).MaximumLength(200).WithErrorCode("competencies.text-too-long").WithState(_ => new object?[] { 200 });
        }
    }

    internal sealed class Handler(IInterviewDb db) : IRequestHandler<CopyScale, Guid>
    {
        public async Task<Guid> Handle(CopyScale request, CancellationToken cancellationToken) =>
            db.Add((await db.Scales.Need(request.Scale, cancellationToken)).Copy(LocalText.Of(request.Language, request.Name))).Id;
    }
}
