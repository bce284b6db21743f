using FluentValidation;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Competencies;

/// <summary>Changes one text of a scale in one language: name, label.{point} or anchor.{point}; the same promise as <see cref="RewordText"/>.</summary>
[Needs(Permission.EditLibrary)]
public sealed record RewordScale(Guid Scale, string Field, string Language, string? Was, string? Becomes) : ICommand<Saved>, IMerges, IScoped
{
    Scope IScoped.Scope => Identity.Scope.Organisation;

    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<RewordScale, Saved>
    {
        public async Task<Saved> Handle(RewordScale request, CancellationToken cancellationToken)
        {
            (await db.Scales.Need(request.Scale, cancellationToken)).Reword(request.Field, request.Language, request.Was, request.Becomes);
            return new Saved(clock.GetUtcNow());
        }
    }
}

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

/// <summary>Takes the highest point away, if it still is the scale that was seen.</summary>
[Needs(Permission.EditLibrary)]
public sealed record ShortenScale(Guid Scale, int Version) : ICommand<Saved>, IScoped
{
    Scope IScoped.Scope => Identity.Scope.Organisation;

    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<ShortenScale, Saved>
    {
        public async Task<Saved> Handle(ShortenScale request, CancellationToken cancellationToken)
        {
            var scale = await db.Scales.Need(request.Scale, cancellationToken);
            db.Expect(scale, request.Version);
            scale.Shorten();
            return new Saved(clock.GetUtcNow());
        }
    }
}

/// <summary>Says from which point on it is met.</summary>
[Needs(Permission.EditLibrary)]
public sealed record PassScaleAt(Guid Scale, int Point, int Version) : ICommand<Saved>, IScoped
{
    Scope IScoped.Scope => Identity.Scope.Organisation;

    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<PassScaleAt, Saved>
    {
        public async Task<Saved> Handle(PassScaleAt request, CancellationToken cancellationToken)
        {
            var scale = await db.Scales.Need(request.Scale, cancellationToken);
            db.Expect(scale, request.Version);
            scale.PassAt(request.Point);
            return new Saved(clock.GetUtcNow());
        }
    }
}

/// <summary>Makes a scale the one that is measured on when nobody chooses another. What was begun with the former one goes on with it.</summary>
[Needs(Permission.EditLibrary)]
public sealed record MakeScaleDefault(Guid Scale) : ICommand<Saved>, IMerges, IScoped
{
    Scope IScoped.Scope => Identity.Scope.Organisation;

    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<MakeScaleDefault, Saved>
    {
        public async Task<Saved> Handle(MakeScaleDefault request, CancellationToken cancellationToken)
        {
            var scales = await db.Scales.ToListAsync(cancellationToken);
            if (scales.TrueForAll(s => s.Id != request.Scale)) throw Refusal.NotFound;
            foreach (var scale in scales) scale.BeDefault(scale.Id == request.Scale);
            return new Saved(clock.GetUtcNow());
        }
    }
}

/// <summary>Takes a scale away that nobody was measured on and no guide means to use.</summary>
[Needs(Permission.EditLibrary)]
public sealed record RemoveScale(Guid Scale) : ICommand<Done>, IScoped
{
    Scope IScoped.Scope => Identity.Scope.Organisation;

    internal sealed class Handler(IInterviewDb db) : IRequestHandler<RemoveScale, Done>
    {
        public async Task<Done> Handle(RemoveScale request, CancellationToken cancellationToken)
        {
            var scale = await db.Scales.Need(request.Scale, cancellationToken);
            Refuse.If(scale.IsDefault, "competencies.scale-default");
            Refuse.If(scale.UsedSince is not null, "competencies.scale-used");
            Refuse.If(await db.Guides.AnyAsync(g => g.ScaleId == scale.Id, cancellationToken), "competencies.scale-in-guide");
            db.Scales.Remove(scale);
            return Done.It;
        }
    }
}
