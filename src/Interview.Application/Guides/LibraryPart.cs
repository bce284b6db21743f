using Interviewing.Application.Competencies;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Guides;

public sealed record LibraryQuestion(Guid Id, LocalText Text, QuestionType Type, int Minutes, IReadOnlyList<Guid> Touches, IReadOnlyList<Probe> Probes, IReadOnlyList<Anchor> Anchors, ItemStatus Status);

/// <summary>A competency as the library has it now, as far as a guide needs it: indicators in use, all questions in library order (a draft may hold one that was retired since).</summary>
public sealed record LibraryCompetency(Guid Id, string Code, LocalText Name, LocalText Definition, IReadOnlyList<LocalText> Ladder, IReadOnlyList<FrozenIndicator> Indicators, IReadOnlyList<LibraryQuestion> Questions)
{
    /// <summary>What may be proposed in these languages: in use, not a closing question, with a text in each of them.</summary>
    public IEnumerable<LibraryQuestion> Askable(IReadOnlyList<string> languages) =>
        Questions.Where(q => q.Status == ItemStatus.Active && q.Type != QuestionType.Closing && languages.All(q.Text.Has));
}

internal static class LibraryPart
{
    public static async Task<IReadOnlyDictionary<Guid, LibraryCompetency>> LibraryOf(this IInterviewDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var competencies = await db.Competencies.AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Code, c.Name, c.Definition }).ToListAsync(ct);
        var levels = await db.Levels.AsNoTracking().Where(l => ids.Contains(l.CompetencyId)).OrderBy(l => l.Ordinal).ToListAsync(ct);
        var indicators = await db.Indicators.AsNoTracking().Where(i => ids.Contains(i.CompetencyId) && i.Status == ItemStatus.Active).OrderBy(i => i.Order).ThenBy(i => i.Id).ToListAsync(ct);
        var questions = await db.Questions.AsNoTracking().Where(q => ids.Contains(q.CompetencyId)).OrderBy(q => q.Order).ThenBy(q => q.Id).ToListAsync(ct);
        return competencies.ToDictionary(c => c.Id, c => new LibraryCompetency(c.Id, c.Code, c.Name, c.Definition,
            [.. levels.Where(l => l.CompetencyId == c.Id).Select(l => l.Title)],
            [.. indicators.Where(i => i.CompetencyId == c.Id).Select(i => new FrozenIndicator(i.Id, i.Text, i.Polarity, i.Level))],
            [.. questions.Where(q => q.CompetencyId == c.Id).Select(q => new LibraryQuestion(q.Id, q.Text, q.Type, q.Minutes, q.Touches, q.Probes, q.Anchors, q.Status))]));
    }
}
