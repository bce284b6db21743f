using Interviewing.Application.Import;

namespace Interviewing.Web.Import;

/// <summary>Which words belong to a question or an advice of the reader, and which picture to an item.</summary>
public static class DraftWords
{
    /// <summary>Questions that have words of their own; any other is simply doubtful.</summary>
    public static readonly IReadOnlyList<string> ToDoCodes =
        ["missing-name.profile", "missing-name.competency", "doubtful", "glued-items", "inferred-level", "unknown-label", "unknown-reference", "unknown-value", "level-order",
        "column-unused", "sheet-unused", "second-definition", "name-mismatch", "name-does-not-join", "cells-beside"];

    public static readonly IReadOnlyList<string> AdviceCodes =
        ["empty-label", "duplicate-list", "repeated-across-areas", "missing-space", "value-typo", "stray-markup", "unused-line", "repeated-label", "empty-parent", "unknown-label",
         "label-typo", "name-mismatch", "group-mismatch", "overview-only", "no-overview-row", "no-place", "misplaced-section", "column-scramble", "column-unused", "definition-unknown", "fragment", "other-remark"];

    public static string ToDo(ToDo todo)
    {
        if (todo.Code == DraftReview.MissingName) return todo.Code + (todo.Path.StartsWith("job_profiles", StringComparison.Ordinal) ? ".profile" : ".competency");
        return ToDoCodes.Contains(todo.Code) ? todo.Code : "doubtful";
    }

    public static string Advice(Finding finding) => AdviceCodes.Contains(finding.Code) ? finding.Code : "other-remark";

    /// <summary>What a person did with an item, in the words of the tree.</summary>
    public static IEnumerable<string> Done(DraftItem item)
    {
        if (item.Dropped || item.UnderDropped) yield return "import.dropped";
        if (item.Done.HasFlag(Remedies.Split)) yield return "import.was-split";
        if (item.Done.HasFlag(Remedies.Join)) yield return "import.was-joined";
        if (item.Done.HasFlag(Remedies.Move)) yield return "import.was-moved";
        if (item.Done.HasFlag(Remedies.Edit)) yield return "import.was-edited";
    }

    public static string Icon(DraftItem item) => item switch
    {
        { Dropped: true } or { UnderDropped: true } => "eye-off",
        { Doubtful: true } => "warning",
        { Kind: ItemKind.Profile or ItemKind.Module } => "document",
        { Kind: ItemKind.Competency } => "library",
        { Kind: ItemKind.Purpose } => "target",
        { Kind: ItemKind.Area } => "flag",
        { Kind: ItemKind.Positive } => "plus",
        { Kind: ItemKind.Negative } => "minus",
        { Kind: ItemKind.Question or ItemKind.Probe } => "question",
        { Kind: ItemKind.EmployeeTip or ItemKind.ManagerTip } => "tip",
        _ => "dot",
    };
}
