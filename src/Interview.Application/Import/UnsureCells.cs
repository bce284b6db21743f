namespace Interviewing.Application.Import;

/// <summary>
/// Cells that stand beside each other on a page were told apart by white space alone, and what is centred in its row begins above or below what belongs to it:
/// a person looks at such a row before it is published.
/// </summary>
internal static class UnsureCells
{
    public const string Code = "cells-beside";

    public static ImportRecord Ask(ImportRecord record, SourceDocument document)
    {
        var asked = record.JobProfiles.SelectMany((profile, p) => (profile.DistinguishingCriteria?.Criteria ?? [])
            .Select((criterion, c) => (Criterion: criterion, Path: $"job_profiles[{p}].distinguishing_criteria.criteria[{c}]")).Where(x => IsBeside(x.Criterion, document))).ToList();
        return asked.Count == 0 ? record : record with
        {
            Findings = [.. record.Findings, .. asked.Take(document.Limits.MaxFindingsPerCode).Select(x => new Finding(Code, x.Path, x.Criterion.Trace.Line, RecordBuilder.Short(x.Criterion.Name), null, null, Ask: true))],
        };
    }

    // Tabs and bars are the borders of a table; without them two cells on one line have none.
    private static bool IsBeside(FoundCriterion criterion, SourceDocument document)
    {
        var cells = criterion.Cells.Values.OfType<FoundText>().Select(cell => cell.Trace).OrderBy(trace => trace.Line).ToList();
        for (var i = 1; i < cells.Count; i++)
            if (cells[i].Line <= cells[i - 1].LastLine && document.Lines[cells[i].Line - 1].Cells.Count < 2) return true;
        return false;
    }
}
