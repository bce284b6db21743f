using Interviewing.Application.Competencies;
using Interviewing.Application.Shared;
using Interviewing.Web.Shell;
using MediatR;

namespace Interviewing.Web.Competencies;

/// <summary>The competency on the page and how its parts tell what was changed; after each change the page reads it again.</summary>
public sealed class CompetencyEditor(Ask ask, SaveBoard board, Func<Task> reload)
{
    public required CompetencyCard Card { get; set; }

    /// <summary>The languages that stand side by side.</summary>
    public required IReadOnlyList<string> Languages { get; set; }

    /// <summary>The language of the screen, in which new items are written.</summary>
    public required string Own { get; init; }

    public SaveBoard Board => board;

    public bool MayEdit => Card.MayEdit;

    public string In(LocalText text) => text.In(Own).Text;

    public async Task<SaveAnswer> Reword(Guid item, string field, string language, string? was, string? becomes)
    {
        var outcome = await ask.For(new RewordText(Card.Id, item, field, language, was, becomes));
        if (outcome.Ok) await reload();
        return SaveAnswer.Of(outcome, saved => saved.At);
    }

    /// <summary>Empty when it was done.</summary>
    public async Task<IReadOnlyList<Reason>> Tell<T>(IRequest<T> request)
    {
        var outcome = await ask.For(request);
        if (outcome is { Ok: true, Value: Saved saved }) board.Saved(saved.At);
        if (outcome.Ok || outcome.Is(Refusal.ChangedCode)) await reload();
        return outcome.Reasons;
    }
}
