using Interviewing.Application.Shared;

namespace Interviewing.Application.Decisions;

/// <summary>The approved feedback as a letter in the candidate's language. It speaks for the panel and names nobody of it.</summary>
public static class FeedbackLetter
{
    public static Outline Of(FeedbackView feedback, IWords words, string organisation)
    {
        string Say(string key, params object?[] args) => words.In(feedback.Language, $"decisions.letter.{key}", args);
        return new(feedback.Language, Say("kind"), Say("title", feedback.Title), "", organisation, feedback.ApprovedAt,
        [
            new Block.Paragraph(Say("dear", feedback.Name), Spoken: true),
            new Block.Paragraph(Say("opening", feedback.Title), Spoken: true),
            .. feedback.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(p => new Block.Paragraph(p, Spoken: true)),
            new Block.Paragraph(Say("closing"), Spoken: true),
            new Block.Paragraph(Say("signed", organisation), Spoken: true),
        ]);
    }
}
