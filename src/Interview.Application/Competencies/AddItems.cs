using FluentValidation;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Competencies;

/// <summary>Adds a step at the top of the ladder.</summary>
[Needs(Permission.EditLibrary)]
public sealed record AddLevel(Guid Competency, string Language, string Title) : ICommand<Guid>, IMerges
{
    internal sealed class Rules : AbstractValidator<AddLevel>
    {
        public Rules() => Texts.Rules(this, x => x.Language, x => x.Title);
    }

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<AddLevel, Guid>
    {
        public async Task<Guid> Handle(AddLevel request, CancellationToken cancellationToken)
        {
            var competency = await db.NeedToEdit(caller, request.Competency, cancellationToken);
            var level = db.Add(competency.AddLevel(LocalText.Of(request.Language, request.Title)));
            db.Remember(competency.Id, level.Id, "added", "", request.Title.Trim(), caller, clock.GetUtcNow());
            return level.Id;
        }
    }
}

[Needs(Permission.EditLibrary)]
public sealed record AddIndicator(Guid Competency, string Language, string Text, Polarity Polarity, int? Level) : ICommand<Guid>, IMerges
{
    internal sealed class Rules : AbstractValidator<AddIndicator>
    {
        public Rules() => Texts.Rules(this, x => x.Language, x => x.Text);
    }

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<AddIndicator, Guid>
    {
        public async Task<Guid> Handle(AddIndicator request, CancellationToken cancellationToken)
        {
            var competency = await db.NeedToEdit(caller, request.Competency, cancellationToken);
            var indicator = db.Add(competency.AddIndicator(LocalText.Of(request.Language, request.Text), request.Polarity, request.Level));
            db.Remember(competency.Id, indicator.Id, "added", "", request.Text.Trim(), caller, clock.GetUtcNow());
            return indicator.Id;
        }
    }
}

[Needs(Permission.EditLibrary)]
public sealed record AddQuestion(Guid Competency, string Language, string Text, QuestionType Type, int Minutes) : ICommand<Guid>, IMerges
{
    internal sealed class Rules : AbstractValidator<AddQuestion>
    {
        public Rules() => Texts.Rules(this, x => x.Language, x => x.Text);
    }

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<AddQuestion, Guid>
    {
        public async Task<Guid> Handle(AddQuestion request, CancellationToken cancellationToken)
        {
            var competency = await db.NeedToEdit(caller, request.Competency, cancellationToken);
            var question = db.Add(competency.AddQuestion(LocalText.Of(request.Language, request.Text), request.Type, request.Minutes, [], [], []));
            db.Remember(competency.Id, question.Id, "added", "", request.Text.Trim(), caller, clock.GetUtcNow());
            return question.Id;
        }
    }
}

[Needs(Permission.EditLibrary)]
public sealed record AddTip(Guid Competency, string Language, string Text, TipAudience Audience, TipKind Kind) : ICommand<Guid>, IMerges
{
    internal sealed class Rules : AbstractValidator<AddTip>
    {
        public Rules() => Texts.Rules(this, x => x.Language, x => x.Text);
    }

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<AddTip, Guid>
    {
        public async Task<Guid> Handle(AddTip request, CancellationToken cancellationToken)
        {
            var competency = await db.NeedToEdit(caller, request.Competency, cancellationToken);
            var tip = db.Add(competency.AddTip(LocalText.Of(request.Language, request.Text), request.Audience, request.Kind));
            db.Remember(competency.Id, tip.Id, "added", "", request.Text.Trim(), caller, clock.GetUtcNow());
            return tip.Id;
        }
    }
}
