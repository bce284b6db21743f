using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Competencies.Exchange;

/// <summary>A branch in reading order; depth counts from 1.</summary>
public sealed record BranchText(int Depth, NodeKind Kind, LocalText Name);

public sealed record IndicatorText(LocalText Text, Polarity Polarity, int? Level, ItemStatus Status, Trace? Trace);

/// <param name="Touches">Indicators of the same competency by their number, from 1.</param>
public sealed record QuestionText(LocalText Text, QuestionType Type, int Minutes, IReadOnlyList<int> Touches, IReadOnlyList<Probe> Probes, IReadOnlyList<Anchor> Anchors, ItemStatus Status, Trace? Trace);

public sealed record TipText(LocalText Text, TipAudience Audience, TipKind Kind, ItemStatus Status, Trace? Trace);

/// <param name="Branch">The branch it hangs on by its number, from 1; null outside the tree.</param>
public sealed record CompetencyText(string Code, int? Branch, LocalText Name, LocalText Definition, ItemStatus Status, Trace? Trace,
    IReadOnlyList<LocalText> Levels, IReadOnlyList<IndicatorText> Indicators, IReadOnlyList<QuestionText> Questions, IReadOnlyList<TipText> Tips);

/// <summary>An activity in reading order; depth counts from 1.</summary>
public sealed record ActivityText(int Depth, LocalText Text);

public sealed record ResultAreaText(LocalText Title, LocalText Framework, LocalText Result, IReadOnlyList<ActivityText> Activities, Trace? Trace);

/// <summary>A competency a profile asks for by its code: of this edition, or of the edition named.</summary>
public sealed record RequiredText(string Code, int? Level, int Weight, LocalText? Framework = null, string? Edition = null);

public sealed record ProfileText(string Code, int? Branch, LocalText Name, LocalText Purpose, string? PayScale, IReadOnlyList<LocalText> Characteristics, ItemStatus Status, Trace? Trace,
    IReadOnlyList<ResultAreaText> ResultAreas, IReadOnlyList<RequiredText> Requires, Grading? Grading = null);

/// <summary>
/// A whole edition as a document that a person can read and edit and that comes back without loss: as JSON, or as Markdown (<see cref="EditionMarkdown"/>).
/// It names nothing by an id of one installation.
/// </summary>
public sealed record EditionDocument(int Schema, LocalText Framework, string Owner, string Licence, string Edition, IReadOnlyList<LocalText> ClusterLevels, IReadOnlyList<LocalText> ProfileLevels,
    IReadOnlyList<BranchText> Tree, IReadOnlyList<CompetencyText> Competencies, IReadOnlyList<ProfileText> Profiles)
{
    public const int CurrentSchema = 1;

    // What was read from a document may be longer than what is typed.
    private const int LongestText = 20000;

    public string ToJson() => JsonText.Write(this);

    public bool SaysTheSameAs(EditionDocument other) => ToJson() == other.ToJson();

    /// <summary>Everything that would not do, each with the place where it stands; nothing is done with a document that has any.</summary>
    public IReadOnlyList<Reason> Wrongs()
    {
        List<Reason> wrongs = [];
        var codes = Competencies.Select(c => c.Code).ToHashSet();
        Wrong(Schema != CurrentSchema, "schema", "competencies.document-schema", Schema, CurrentSchema);
        Wrong(Framework.IsEmpty, "framework", "competencies.name-missing");
        Wrong(Owner.Length > 300, "owner", "competencies.text-too-long", 300);
        Wrong(Licence.Length > 300, "licence", "competencies.text-too-long", 300);
        Wrong(string.IsNullOrWhiteSpace(Edition) || Edition.Length > 60, "edition", "competencies.edition-label");
        Depths("tree", Tree.Select(b => b.Depth), Node.Deepest);
        Each("tree", Tree, (path, b) => Text(path, b.Name, must: true));
        Twice("competencies", Competencies.Select(c => c.Code));
        Each("competencies", Competencies, OfCompetency);
        Twice("profiles", Profiles.Select(p => p.Code));
        Each("profiles", Profiles, OfProfile);
        return wrongs;

        void OfCompetency(string path, CompetencyText c)
        {
            Code(path, c.Code, "competencies.code-wrong");
            Branch(path, c.Branch, TreeSide.Competencies);
            Text(path + ".name", c.Name, must: true);
            Text(path + ".definition", c.Definition, must: false);
            Wrong(c.Levels.Count > 8, path + ".levels", "competencies.too-many-levels");
            Each(path + ".levels", c.Levels, (at, l) => Text(at, l, must: false));
            Each(path + ".indicators", c.Indicators, (at, i) =>
            {
                Text(at, i.Text, must: true);
                Wrong(i.Level is { } level && (level < 1 || level > c.Levels.Count), at, "competencies.level-unknown");
            });
            Each(path + ".questions", c.Questions, (at, q) =>
            {
                Text(at, q.Text, must: true);
                Wrong(q.Minutes is < 1 or > 60, at, "competencies.minutes-wrong");
                Wrong(q.Touches.Any(t => t < 1 || t > c.Indicators.Count) || q.Touches.Distinct().Count() != q.Touches.Count, at, "competencies.touches-wrong");
                Wrong(q.Probes.Count > 20, at, "competencies.too-many-probes");
                Each(at + ".probes", q.Probes, (probe, p) => Text(probe, p.Text, must: false));
                Each(at + ".anchors", q.Anchors, (anchor, a) => Text(anchor, a.Text, must: false));
                Wrong(q.Anchors.Any(a => a.Point is < 0 or > 10) || q.Anchors.Select(a => a.Point).Distinct().Count() != q.Anchors.Count, at + ".anchors", "competencies.document-anchors");
            });
            Each(path + ".tips", c.Tips, (at, t) => Text(at, t.Text, must: true));
        }

        void OfProfile(string path, ProfileText p)
        {
            Code(path, p.Code, "profiles.code-wrong");
            Branch(path, p.Branch, TreeSide.Profiles);
            Text(path + ".name", p.Name, must: true);
            Text(path + ".purpose", p.Purpose, must: false);
            Wrong(p.PayScale is { Length: > 40 }, path + ".payScale", "profiles.text-too-long", 40);
            Each(path + ".resultAreas", p.ResultAreas, (at, a) =>
            {
                Text(at + ".title", a.Title, must: true);
                Depths(at + ".activities", a.Activities.Select(x => x.Depth), 20);
                Each(at + ".activities", a.Activities, (activity, x) => Text(activity, x.Text, must: false));
            });
            Each(path + ".requires", p.Requires, (at, r) =>
            {
                Wrong(r.Weight is < 1 or > 10, at, "profiles.weight-wrong");
                Wrong(r.Edition is null && !codes.Contains(r.Code), at, "competencies.document-code-unknown", r.Code);
                Wrong(r.Level is < 1 or > 8, at, "profiles.level-wrong");
            });
            if (p.Grading is { } grading) OfGrading(path + ".grading", grading);
            Wrong(p.Requires.Select(r => (r.Code, r.Framework, r.Edition)).Distinct().Count() != p.Requires.Count, path + ".requires", "competencies.document-code-twice", path);
        }

        void OfGrading(string path, Grading grading)
        {
            Each(path + ".classes", grading.Classes, (at, name) => Wrong(name.Length > 300, at, "profiles.text-too-long", 300));
            Each(path + ".criteria", grading.Criteria, (at, c) =>
            {
                Text(at + ".name", c.Name, must: false);
                Wrong(c.Cells.Count != grading.Classes.Count, at + ".cells", "profiles.cells-wrong", c.Cells.Count, grading.Classes.Count);
                Each(at + ".cells", c.Cells, (cell, text) => Text(cell, text, must: false));
            });
            Each(path + ".terms", grading.Terms, (at, t) =>
            {
                Text(at + ".term", t.Term, must: false);
                Text(at + ".text", t.Text, must: false);
            });
        }

        void Wrong(bool wrong, string path, string code, params object?[] args)
        {
            if (wrong) wrongs.Add(new Reason(code, path, args));
        }

        void Code(string path, string code, string refusal) => Wrong(string.IsNullOrWhiteSpace(code) || code.Length > 60 || code.Trim() != code, path + ".code", refusal);

        void Text(string path, LocalText text, bool must)
        {
            Wrong(must && text.IsEmpty, path, "shared.text-missing");
            Wrong(text.All.Values.Any(t => t.Length > LongestText), path, "competencies.text-too-long", LongestText);
            foreach (var tag in text.All.Keys) Wrong(!Rewording.LanguageTag().IsMatch(tag), path, "shared.language-wrong", tag);
        }

        void Branch(string path, int? branch, TreeSide side) =>
            Wrong(branch is { } b && (b < 1 || b > Tree.Count || Node.SideOf(Tree[b - 1].Kind) != side), path + ".branch", "competencies.document-branch-unknown", branch);

        void Twice(string path, IEnumerable<string> codes)
        {
            foreach (var code in codes.GroupBy(c => c).Where(g => g.Count() > 1).Select(g => g.Key)) Wrong(true, path, "competencies.document-code-twice", code);
        }

        void Depths(string path, IEnumerable<int> depths, int deepest)
        {
            var (last, number) = (0, 0);
            foreach (var depth in depths)
            {
                number++;
                Wrong(depth > deepest, $"{path}[{number}]", "competencies.tree-too-deep", deepest);
                Wrong(depth < 1 || depth > last + 1, $"{path}[{number}]", "competencies.document-depth", number);
                last = depth;
            }
        }

        static void Each<T>(string path, IReadOnlyList<T> items, Action<string, T> check)
        {
            for (var i = 0; i < items.Count; i++) check($"{path}[{i + 1}]", items[i]);
        }
    }
}
