using Interviewing.Application.Competencies;
using Interviewing.Application.Search;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Profiles;

/// <summary>Something one does in a job, perhaps in steps.</summary>
public sealed record Activity(LocalText Text, IReadOnlyList<Activity> Children);

/// <summary>Function profile: place in the tree, code, purpose, result areas, characteristics, salary scale and the competencies it requires.</summary>
public sealed partial class Profile : Root, ISearchable
{
    public const int MostAreas = 40;

    private readonly List<ResultArea> resultAreas = [];
    private readonly List<RequiredCompetency> requires = [];

    private Profile() { }

    public Profile(Guid edition, Guid? node, string code, LocalText name, LocalText purpose, string? payScale = null, Trace? trace = null)
    {
        Refuse.FieldIf(string.IsNullOrWhiteSpace(code) || code.Length > 60, "code", "profiles.code-wrong");
        Refuse.FieldIf(name.IsEmpty, "name", "profiles.name-missing");
        (EditionId, NodeId, Code, Name, Purpose, PayScale, Trace) = (edition, node, code.Trim(), name, purpose, payScale, trace);
    }

    public Guid EditionId { get; private set; }
    /// <summary>The deepest node it hangs on: group, else series, else family.</summary>
    public Guid? NodeId { get; private set; }
    public string Code { get; private set; } = "";
    public LocalText Name { get; private set; } = LocalText.Empty;
    public LocalText Purpose { get; private set; } = LocalText.Empty;
    /// <summary>A name of a step, not a number: "10A", "6/7".</summary>
    public string? PayScale { get; private set; }
    public IReadOnlyList<LocalText> Characteristics { get; private set; } = [];
    /// <summary>The criteria that tell its classes apart; none for most profiles.</summary>
    public Grading? Grading { get; private set; }
    public ItemStatus Status { get; private set; }
    public Trace? Trace { get; private set; }

    public IReadOnlyList<ResultArea> ResultAreas => resultAreas;
    public IReadOnlyList<RequiredCompetency> Requires => requires;

    public SearchKind SearchKind => SearchKind.Profile;

    public IEnumerable<(string Language, string Title, string Other)> SearchTexts() =>
        Name.All.Keys.Union(Purpose.All.Keys).Select(l => (l, $"{Name[l]} {Code}", Purpose[l] ?? ""));

    public void Translate(LocalText name, LocalText purpose)
    {
        (Name, Purpose) = (Name.Over(name), Purpose.Over(purpose));
        Touch();
    }

    /// <summary>Moves to another edition of its framework.</summary>
    public void GoTo(Guid edition, Guid? node)
    {
        (EditionId, NodeId) = (edition, node);
        Touch();
    }

    /// <summary>What a document says of the profile itself takes the place of what it said.</summary>
    internal void Become(LocalText name, LocalText purpose, string? payScale, IReadOnlyList<LocalText> characteristics, ItemStatus status, Trace? trace)
    {
        (Name, Purpose, Characteristics, Status, Trace) = (name, purpose, characteristics, status, trace);
        Pay(payScale);
    }

    /// <summary>Hangs it under another branch of its edition's tree.</summary>
    public void Hang(Guid? node)
    {
        if (NodeId == node) return;
        NodeId = node;
        Touch();
    }

    /// <summary>The pay scale it stands in, by its name.</summary>
    public void Pay(string? scale)
    {
        Refuse.FieldIf(scale is { Length: > 40 }, "payScale", "profiles.text-too-long", 40);
        PayScale = string.IsNullOrWhiteSpace(scale) ? null : scale.Trim();
        Touch();
    }

    /// <summary>Puts a result area in another place, counted from 0.</summary>
    public void MoveResultArea(Guid area, int to)
    {
        var order = resultAreas.OrderBy(a => a.Order).ToList();
        var moved = order.Find(a => a.Id == area) ?? throw Refusal.NotFound;
        order.Remove(moved);
        order.Insert(Math.Clamp(to, 0, order.Count), moved);
        for (var i = 0; i < order.Count; i++) order[i].Order = i;
        Touch();
    }

    /// <summary>Puts something it asks for in another place, counted from 0, if it still stands where its editor saw it; false when it stands there already.</summary>
    public bool MoveRequirement(Guid competency, int from, int to)
    {
        var order = requires.OrderBy(r => r.Order).ThenBy(r => r.Id).Select(r => r.CompetencyId).ToList();
        var now = order.IndexOf(competency);
        Refuse.If(now < 0, Refusal.NotFound);
        Refuse.If(now != from, Refusal.Changed);
        to = Math.Clamp(to, 0, order.Count - 1);
        if (to == now) return false;
        order.RemoveAt(now);
        order.Insert(to, competency);
        Order(order);
        Touch();
        return true;
    }

    /// <summary>Puts what it asks for in this order.</summary>
    internal void Order(IReadOnlyList<Guid> competencies)
    {
        foreach (var asked in requires) asked.Order = competencies.ToList().IndexOf(asked.CompetencyId);
    }

    /// <summary>Asks for another competency in the place of one, with the same weight; a level the other does not have becomes its highest.</summary>
    public void AskInstead(Guid competency, Guid other, int ladder)
    {
        var asked = requires.FirstOrDefault(r => r.CompetencyId == competency) ?? throw Refusal.NotFound;
        if (requires.Exists(r => r.CompetencyId == other)) requires.Remove(asked);
        else asked.Become(other, ladder == 0 ? null : asked.Level is { } level ? Math.Min(level, ladder) : null);
        Touch();
    }

    public void Characterise(IReadOnlyList<LocalText> characteristics)
    {
        Characteristics = characteristics;
        Touch();
    }

    /// <summary>Keeps the distinguishing criteria; in another language they come beside those that are there.</summary>
    public void Grade(Grading grading)
    {
        Grading = Grading?.Over(grading) ?? grading;
        Touch();
    }

    /// <summary>The criteria as they are now, in the place of those that were there.</summary>
    public void Regrade(Grading? grading)
    {
        Grading = grading;
        Touch();
    }

    public ResultArea AddResultArea(LocalText title, LocalText framework, LocalText result, IReadOnlyList<Activity> activities, Trace? trace = null)
    {
        Refuse.FieldIf(title.IsEmpty, "title", "profiles.title-missing");
        var area = new ResultArea(Id, resultAreas.Count == 0 ? 0 : resultAreas.Max(a => a.Order) + 1, title, framework, result, activities, trace);
        resultAreas.Add(area);
        Touch();
        return area;
    }

    public void RemoveResultArea(Guid area)
    {
        Refuse.If(resultAreas.RemoveAll(a => a.Id == area) == 0, Refusal.NotFound);
        Touch();
    }

    /// <summary>Writes the activities of a result area in one language, if its lines still say what their editor saw; null when they say so already.</summary>
    public TextChange? WriteActivities(Guid area, string language, string? was, string? becomes)
    {
        var there = resultAreas.FirstOrDefault(a => a.Id == area) ?? throw Refusal.NotFound;
        var (now, next) = (ActivityLines.Of(there.Activities, language), ActivityLines.Tidy(becomes));
        if (next == now) return null;
        Refuse.If(now != ActivityLines.Tidy(was), Refusal.ChangedText("activities", now, next));
        Do(area, ActivityLines.Read(there.Activities, language, next));
        return new TextChange("activities", language, now, next, LocalText.Empty);
    }

    /// <summary>Writes what one does in a result area anew.</summary>
    public void Do(Guid area, IReadOnlyList<Activity> activities)
    {
        (resultAreas.FirstOrDefault(a => a.Id == area) ?? throw Refusal.NotFound).Do(activities);
        Touch();
    }

    /// <summary>Asks for a competency at a level of its ladder (null: it has none, then the pass mark of the default scale counts); weight 1 to 10.</summary>
    public void Require(Guid competency, int? level, int weight = 1)
    {
        Refuse.FieldIf(weight is < 1 or > 10, "weight", "profiles.weight-wrong");
        Refuse.FieldIf(level is < 1 or > 8, "level", "profiles.level-wrong");
        if (requires.FirstOrDefault(r => r.CompetencyId == competency) is { } there) there.Set(level, weight);
        else requires.Add(new RequiredCompetency(Id, requires.Count == 0 ? 0 : requires.Max(r => r.Order) + 1, competency, level, weight));
        Touch();
    }

    public void StopRequiring(Guid competency)
    {
        requires.RemoveAll(r => r.CompetencyId == competency);
        Touch();
    }

    public void Retire()
    {
        Status = ItemStatus.Retired;
        Touch();
    }

    public void Revive()
    {
        Status = ItemStatus.Active;
        Touch();
    }

    /// <summary>Changes one text, if it still says what its editor saw. <paramref name="item"/> is the profile (name, purpose, cell.{criterion}.{class}, term.{number}, counted from 0) or a loaded result area (title, framework, result).</summary>
    public TextChange? Reword(Guid item, string field, string language, string? was, string? becomes)
    {
        Refuse.FieldIf(becomes is { Length: > 8000 }, field, "profiles.text-too-long", 8000);
        var place = Place(item, field);
        var change = place.Now.Reword(field, language, was, becomes, mayBeEmpty: place.MayBeEmpty);
        if (change is null) return null;
        place.Put(change.Text);
        Touch();
        return change;
    }

    private TextPlace Place(Guid item, string field)
    {
        if (item == Id && field == "name") return new(Name, text => Name = text);
        if (item == Id && field == "purpose") return new(Purpose, text => Purpose = text, MayBeEmpty: true);
        if (item == Id && Grading?.Place(field, grading => Grading = grading) is { } inside) return inside;
        return resultAreas.FirstOrDefault(a => a.Id == item)?.Place(field) ?? throw Refusal.NotFound;
    }
}

/// <summary>A field in which the job must bring results.</summary>
public sealed class ResultArea : Part
{
    private ResultArea() { }

    internal ResultArea(Guid profile, int order, LocalText title, LocalText framework, LocalText result, IReadOnlyList<Activity> activities, Trace? trace, Guid? id = null) : base(id)
    {
        (ProfileId, Order, Title, Framework, Result, Activities) = (profile, order, title, framework, result, activities);
        Trace = trace;
    }

    public Guid ProfileId { get; private set; }
    public int Order { get; internal set; }
    public LocalText Title { get; private set; } = LocalText.Empty;
    public LocalText Framework { get; private set; } = LocalText.Empty;
    public LocalText Result { get; private set; } = LocalText.Empty;
    public IReadOnlyList<Activity> Activities { get; private set; } = [];
    public Trace? Trace { get; private set; }

    internal void Do(IReadOnlyList<Activity> activities) => Activities = activities;

    internal void Become(int order, LocalText title, LocalText framework, LocalText result, IReadOnlyList<Activity> activities, Trace? trace) =>
        (Order, Title, Framework, Result, Activities, Trace) = (order, title, framework, result, activities, trace);

    internal TextPlace? Place(string field) => field switch
    {
        "title" => new(Title, text => Title = text),
        "framework" => new(Framework, text => Framework = text, MayBeEmpty: true),
        "result" => new(Result, text => Result = text, MayBeEmpty: true),
        _ => null,
    };

    public void Translate(LocalText title, LocalText framework, LocalText result, IReadOnlyList<Activity> activities) =>
        (Title, Framework, Result, Activities) = (Title.Over(title), Framework.Over(framework), Result.Over(result), activities);
}

/// <summary>A competency a profile asks for. <see cref="Level"/> is a step on that competency's own ladder.</summary>
public sealed class RequiredCompetency : Part
{
    private RequiredCompetency() { }

    internal RequiredCompetency(Guid profile, int order, Guid competency, int? level, int weight) =>
        (ProfileId, Order, CompetencyId, Level, Weight) = (profile, order, competency, level, weight);

    public Guid ProfileId { get; private set; }
    public int Order { get; internal set; }
    public Guid CompetencyId { get; private set; }
    public int? Level { get; private set; }
    public int Weight { get; private set; }

    internal void Become(Guid competency, int? level) => (CompetencyId, Level) = (competency, level);

    internal void Set(int? level, int weight) => (Level, Weight) = (level, weight);
}
