using FluentValidation;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Competencies;

/// <summary>Puts a follow-up under a question.</summary>
[Needs(Permission.EditLibrary)]
public sealed record AddProbe(Guid Competency, Guid Question, StarrStep Step, string Language, string Text) : ICommand<Saved>, IMerges
{
    internal sealed class Rules : AbstractValidator<AddProbe>
    {
        public Rules() => Texts.Rules(this, x => x.Language, x => x.Text);
    }

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<AddProbe, Saved>
    {
        public async Task<Saved> Handle(AddProbe request, CancellationToken cancellationToken)
        {
            var saved = new Saved(clock.GetUtcNow());
            var competency = await db.NeedToEdit(caller, request.Competency, cancellationToken);
            var question = competency.QuestionOf(request.Question);
            Refuse.If(question.Probes.Count >= 20, "competencies.too-many-probes");
            competency.Tune(question.Id, probes: [.. question.Probes, new Probe(request.Step, LocalText.Of(request.Language, request.Text))]);
            db.Remember(competency.Id, question.Id, "probe-added", "", request.Text.Trim(), caller, saved.At);
            return saved;
        }
    }
}

/// <summary>Takes a follow-up away, if it still is the one that was seen.</summary>
[Needs(Permission.EditLibrary)]
public sealed record DropProbe(Guid Competency, Guid Question, int Number, Probe Seen) : ICommand<Saved>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<DropProbe, Saved>
    {
        public async Task<Saved> Handle(DropProbe request, CancellationToken cancellationToken)
        {
            var saved = new Saved(clock.GetUtcNow());
            var competency = await db.NeedToEdit(caller, request.Competency, cancellationToken);
            var question = competency.QuestionOf(request.Question);
            Refuse.If(question.Probes.ElementAtOrDefault(request.Number) != request.Seen, Refusal.Changed);
            competency.Tune(question.Id, probes: [.. question.Probes.Where((_, i) => i != request.Number)]);
            db.Remember(competency.Id, question.Id, "probe-dropped", request.Seen.Text.ToString(), "", caller, saved.At, new Kept(Probe: new GoneProbe(request.Number, request.Seen)));
            return saved;
        }
    }
}
