using Interviewing.Application.Scoring;

namespace Interviewing.Application.Procedures;

/// <summary>Something to know about the panel; <see cref="Words"/> is the key of its sentence.</summary>
public sealed record PanelFinding(string Words, params object?[] Args);

/// <summary>The same people for every candidate, and enough of them to compare: what is to be said about a panel that is otherwise.</summary>
internal static class PanelReport
{
    public static IReadOnlyList<PanelFinding> Of(Procedure procedure, IReadOnlyList<(Guid Id, string Code, bool Out)> candidates, IReadOnlyList<FormStatus> forms, IReadOnlyDictionary<Guid, string> names)
    {
        List<PanelFinding> findings = [];
        var scoring = procedure.Seats.Count(s => s is { IsTaken: true, Scores: true });
        if (scoring < Procedure.FewestScoring) findings.Add(new("procedures.finding.small", scoring, Procedure.FewestScoring));
        if (!procedure.Seats.Any(s => s is { IsTaken: true, Kind: SeatKind.Chair })) findings.Add(new("procedures.finding.no-chair"));
        var panels = candidates.Where(c => !c.Out).Select(c => (c.Code, Seats: forms.Where(f => f.Candidate == c.Id && f.State != FormState.Excused).Select(f => f.Seat).Order().ToList())).Where(p => p.Seats.Count > 0).ToList();
        if (panels.Count < 2) return findings;
        // The panel that most candidates have is the one the others differ from.
        var usual = panels.GroupBy(p => string.Join(' ', p.Seats)).OrderByDescending(g => g.Count()).First();
        foreach (var other in panels.Where(p => string.Join(' ', p.Seats) != usual.Key))
        {
            var same = usual.First().Seats;
            string Named(IEnumerable<Guid> seats) => string.Join(", ", seats.Select(s => names.GetValueOrDefault(s, "?")).Order(StringComparer.CurrentCulture));
            if (same.Except(other.Seats).ToList() is { Count: > 0 } without) findings.Add(new("procedures.finding.without", other.Code, Named(without)));
            if (other.Seats.Except(same).ToList() is { Count: > 0 } also) findings.Add(new("procedures.finding.also", other.Code, Named(also)));
        }
        return findings;
    }
}
