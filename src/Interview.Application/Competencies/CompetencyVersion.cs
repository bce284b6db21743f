using Interviewing.Application.Shared;

namespace Interviewing.Application.Competencies;

public sealed partial class Competency
{
    /// <summary>Counted from 1; a newer version takes the place of the one before in its edition.</summary>
    public int Number { get; private set; } = 1;
    public Guid? ReplacesId { get; private set; }
    /// <summary>A newer version that is being written: out of use until it takes its place.</summary>
    public bool InPreparation { get; private set; }

    /// <summary>A copy to be changed while everybody goes on with this one.</summary>
    public Competency Prepare()
    {
        Refuse.If(InPreparation || Status != ItemStatus.Active, "competencies.version-of-retired");
        var next = new Competency(EditionId, ClusterId, Numbered(Number + 1), Name, Definition, Trace) { Number = Number + 1, ReplacesId = Id, InPreparation = true, Status = ItemStatus.Retired };
        foreach (var level in levels.OrderBy(l => l.Ordinal)) next.levels.Add(new Level(next.Id, level.Ordinal, level.Title));
        Dictionary<Guid, Guid> twins = [];
        foreach (var was in indicators.OrderBy(i => i.Order))
        {
            var twin = next.AddIndicator(was.Text, was.Polarity, was.Level, was.Trace);
            twin.Shelve(was.Status);
            twins[was.Id] = twin.Id;
        }
        foreach (var was in questions.OrderBy(q => q.Order))
            next.AddQuestion(was.Text, was.Type, was.Minutes, [.. was.Touches.Where(twins.ContainsKey).Select(t => twins[t])], was.Probes, was.Anchors, was.Trace).Set(null, null, null, null, null, was.Status);
        foreach (var was in tips.OrderBy(t => t.Order)) next.AddTip(was.Text, was.Audience, was.Kind, was.Trace).Shelve(was.Status);
        return next;
    }

    /// <summary>The newer version comes into use under the code of the one before, which stays for whoever leans on it.</summary>
    public void TakePlaceOf(Competency before)
    {
        Refuse.If(!InPreparation || before.Id != ReplacesId, "competencies.version-not-prepared");
        (Code, before.Code) = (before.Code, before.Numbered(before.Number));
        (InPreparation, Status) = (false, ItemStatus.Active);
        before.Retire();
        Touch();
    }

    // The longest codes lose their end rather than their number.
    private string Numbered(int number) => $"{Code[..Math.Min(Code.Length, 56)]}~{number}";
}
