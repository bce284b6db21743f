using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Guides;

/// <summary>The guide's version after an edit, for the next one, and when it was saved.</summary>
public sealed record GuideSaved(int Version, DateTimeOffset At);

/// <summary>Asks one more question of the library.</summary>
[Needs(Permission.EditGuide)]
public sealed record PutQuestion(Guid Guide, Guid Competency, Guid Question, int Version) : ICommand<GuideSaved>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<PutQuestion, GuideSaved>
    {
        public async Task<GuideSaved> Handle(PutQuestion request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var guide = await db.NeedGuide(caller, request.Guide, request.Version, cancellationToken);
            var question = await db.Questions.AsNoTracking().Where(q => q.CompetencyId == request.Competency && q.Status == ItemStatus.Active).Need(request.Question, cancellationToken);
            db.Add(guide.Put(request.Competency, question.Id, question.Minutes, now));
            return new GuideSaved(guide.Version, now);
        }
    }
}

/// <summary>Asks a question that is written for this guide only.</summary>
[Needs(Permission.EditGuide)]
public sealed record PutOwnQuestion(Guid Guide, Guid Competency, string Language, string Text, QuestionType Type, int Minutes, int Version, bool PanelOnly = false) : ICommand<GuideSaved>
{
    internal sealed class Rules : FluentValidation.AbstractValidator<PutOwnQuestion>
    {
        public Rules() => Texts.Rules(this, x => x.Language, x => x.Text);
    }

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<PutOwnQuestion, GuideSaved>
    {
        public async Task<GuideSaved> Handle(PutOwnQuestion request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var guide = await db.NeedGuide(caller, request.Guide, request.Version, cancellationToken);
            db.Add(guide.PutOwn(request.Competency, LocalText.Of(request.Language, request.Text), request.Type, request.Minutes, now, request.PanelOnly));
            return new GuideSaved(guide.Version, now);
        }
    }
}

/// <summary>Asks another question of the same competency in its place.</summary>
[Needs(Permission.EditGuide)]
public sealed record SwapQuestion(Guid Guide, Guid Item, Guid Question, int Version) : ICommand<GuideSaved>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<SwapQuestion, GuideSaved>
    {
        public async Task<GuideSaved> Handle(SwapQuestion request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var guide = await db.NeedGuide(caller, request.Guide, request.Version, cancellationToken);
            var competency = guide.Questions.FirstOrDefault(q => q.Id == request.Item)?.CompetencyId ?? throw Refusal.NotFound;
            var question = await db.Questions.AsNoTracking().Where(q => q.CompetencyId == competency && q.Status == ItemStatus.Active).Need(request.Question, cancellationToken);
            guide.Swap(request.Item, question.Id, question.Minutes, now);
            return new GuideSaved(guide.Version, now);
        }
    }
}

/// <summary>Puts a question in another place, counted from 0.</summary>
[Needs(Permission.EditGuide)]
public sealed record MoveQuestion(Guid Guide, Guid Item, int To, int Version) : ICommand<GuideSaved>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<MoveQuestion, GuideSaved>
    {
        public async Task<GuideSaved> Handle(MoveQuestion request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var guide = await db.NeedGuide(caller, request.Guide, request.Version, cancellationToken);
            guide.Move(request.Item, request.To, now);
            return new GuideSaved(guide.Version, now);
        }
    }
}

[Needs(Permission.EditGuide)]
public sealed record GiveMinutes(Guid Guide, Guid Item, int Minutes, int Version) : ICommand<GuideSaved>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<GiveMinutes, GuideSaved>
    {
        public async Task<GuideSaved> Handle(GiveMinutes request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var guide = await db.NeedGuide(caller, request.Guide, request.Version, cancellationToken);
            guide.Give(request.Item, request.Minutes, now);
            return new GuideSaved(guide.Version, now);
        }
    }
}

[Needs(Permission.EditGuide)]
public sealed record DropQuestion(Guid Guide, Guid Item, int Version) : ICommand<GuideSaved>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<DropQuestion, GuideSaved>
    {
        public async Task<GuideSaved> Handle(DropQuestion request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var guide = await db.NeedGuide(caller, request.Guide, request.Version, cancellationToken);
            guide.Drop(request.Item, now);
            return new GuideSaved(guide.Version, now);
        }
    }
}

/// <summary>How long the interview may take, and how much of it opening and closing get.</summary>
[Needs(Permission.EditGuide)]
public sealed record FitGuide(Guid Guide, int Minutes, int Opening, int Closing, int Version) : ICommand<GuideSaved>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<FitGuide, GuideSaved>
    {
        public async Task<GuideSaved> Handle(FitGuide request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var guide = await db.NeedGuide(caller, request.Guide, request.Version, cancellationToken);
            guide.Fit(request.Minutes, request.Opening, request.Closing, now);
            return new GuideSaved(guide.Version, now);
        }
    }
}

/// <summary>Changes one text of the guide in one language; the same promise as <see cref="RewordText"/>.</summary>
[Needs(Permission.EditGuide)]
public sealed record RewordGuide(Guid Guide, Guid Item, string Field, string Language, string? Was, string? Becomes) : ICommand<GuideSaved>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<RewordGuide, GuideSaved>
    {
        public async Task<GuideSaved> Handle(RewordGuide request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var guide = await db.NeedGuide(caller, request.Guide, null, cancellationToken);
            guide.Reword(request.Item, request.Field, request.Language, request.Was, request.Becomes, now);
            return new GuideSaved(guide.Version, now);
        }
    }
}

/// <summary>A new draft with the same choices; the old one stays as it is.</summary>
[Needs(Permission.EditGuide)]
public sealed record CopyGuide(Guid Guide) : ICommand<Guid>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<CopyGuide, Guid>
    {
        public async Task<Guid> Handle(CopyGuide request, CancellationToken cancellationToken) =>
            db.Add((await db.NeedGuide(caller, request.Guide, null, cancellationToken)).Copy(caller.IdOrNull, clock.GetUtcNow())).Id;
    }
}
