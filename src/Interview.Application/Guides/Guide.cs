using Interviewing.Application.Competencies;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Guides;

public enum GuideStatus { Draft, Frozen }

/// <summary>Somebody of the panel, as far as the guide needs it: who asks which question.</summary>
public sealed record GuideMember(Guid Id, string Name);

/// <summary>Which types of question may be proposed (none: all but closing ones), and whether every competency gets one of each that it has.</summary>
public sealed record QuestionMix(IReadOnlyList<QuestionType> Types, bool OneOfEach)
{
    public static QuestionMix Free { get; } = new([], false);

    public bool Allows(QuestionType type) => type != QuestionType.Closing && (Types.Count == 0 || Types.Contains(type));
}

/// <summary>Why a question may touch a topic that is not asked about otherwise.</summary>
public sealed record TopicReason(Guid Item, string Topic, string Reason, Guid? By, DateTimeOffset At);

/// <summary>
/// An interview being prepared for a profile: chosen competencies, questions in order with minutes, opening and closing. While it is a draft its questions are
/// those of the library as they are now; freezing copies every text into a <see cref="FrozenDocument"/> and nothing changes any more.
/// </summary>
public sealed class Guide : Root
{
    public const int Shortest = 15, Longest = 240, MostMembers = 6;

    private readonly List<GuideCompetency> competencies = [];
    private readonly List<GuideQuestion> questions = [];

    private Guide() { }

    public Guide(Guid profile, LocalText title, int minutes, IReadOnlyList<string> languages, ScoredItems scores, Guid? madeBy, DateTimeOffset now)
    {
        Refuse.FieldIf(minutes is < Shortest or > Longest, "minutes", "guides.minutes-wrong", Shortest, Longest);
        Refuse.FieldIf(languages.Count == 0 || languages.Any(l => !Rewording.LanguageTag().IsMatch(l)), "languages", "guides.language-missing");
        (ProfileId, Title, Minutes, Languages, Scores, MadeById) = (profile, title, minutes, [.. languages.Distinct()], scores, madeBy);
        // Short talks keep time for questions.
        (OpeningMinutes, ClosingMinutes) = minutes < 30 ? (2, 3) : (5, 5);
        (Opening, Closing) = (GuideTexts.Opening, GuideTexts.Closing);
        ChangedAt = now;
    }

    public Guid ProfileId { get; private set; }
    public Guid? ProcedureId { get; private set; }
    public Guid? MadeById { get; private set; }
    public LocalText Title { get; private set; } = LocalText.Empty;
    /// <summary>The time the interview may take.</summary>
    public int Minutes { get; private set; }
    public IReadOnlyList<string> Languages { get; private set; } = [];
    public ScoredItems Scores { get; private set; }
    /// <summary>The lowest and the highest score are only handed in with something written down.</summary>
    public bool EvidenceAtExtremes { get; private set; }
    public int OpeningMinutes { get; private set; }
    public LocalText Opening { get; private set; } = LocalText.Empty;
    public int ClosingMinutes { get; private set; }
    public LocalText Closing { get; private set; } = LocalText.Empty;
    public GuideStatus Status { get; private set; }
    public Guid? FrozenDocumentId { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    /// <summary>Null: the default one.</summary>
    public Guid? ScaleId { get; private set; }
    public QuestionMix Mix { get; private set; } = QuestionMix.Free;
    public IReadOnlyList<GuideMember> Members { get; private set; } = [];
    /// <summary>Guides of earlier rounds, whose questions are not asked again.</summary>
    public IReadOnlyList<Guid> Earlier { get; private set; } = [];
    /// <summary>Why competencies do not count equally.</summary>
    public string? WeightReason { get; private set; }
    public IReadOnlyList<TopicReason> TopicReasons { get; private set; } = [];
    /// <summary>The frozen guide of which this is a newer version, for later candidates only, and why.</summary>
    public Guid? RevisionOf { get; private set; }
    public string? RevisionReason { get; private set; }
    /// <summary>Of the versions of one guide, counted from 1.</summary>
    public int Number { get; private set; } = 1;

    public IReadOnlyList<GuideCompetency> Competencies => competencies;
    public IReadOnlyList<GuideQuestion> Questions => questions;

    /// <summary>What is left for questions.</summary>
    public int MinutesForQuestions => Minutes - OpeningMinutes - ClosingMinutes;

    public GuideCompetency Choose(Guid competency, int? level, int weight)
    {
        Refuse.If(competencies.Any(c => c.CompetencyId == competency), "guides.competency-twice");
        var chosen = new GuideCompetency(Id, competencies.Count, competency, level, weight);
        competencies.Add(chosen);
        return chosen;
    }

    /// <summary>Asks a question of the library, after the last one of its competency.</summary>
    public GuideQuestion Put(Guid competency, Guid question, int minutes, DateTimeOffset now)
    {
        Changing(now);
        Refuse.If(questions.Any(q => q.QuestionId == question), "guides.question-twice");
        return Insert(new GuideQuestion(Id, competency, question, LocalText.Empty, QuestionType.PastBehaviour, Allowed(minutes)));
    }

    /// <summary>Asks a question that stands in this guide only.</summary>
    public GuideQuestion PutOwn(Guid competency, LocalText text, QuestionType type, int minutes, DateTimeOffset now, bool panelOnly = false)
    {
        Changing(now);
        Refuse.FieldIf(text.IsEmpty, "text", "shared.text-missing");
        return Insert(new GuideQuestion(Id, competency, null, text, type, Allowed(minutes), panelOnly));
    }

    /// <summary>Asks another question of the library in its place.</summary>
    public void Swap(Guid item, Guid question, int minutes, DateTimeOffset now)
    {
        Changing(now);
        var place = ItemOf(item);
        Refuse.If(questions.Any(q => q.QuestionId == question && q.Id != item), "guides.question-twice");
        place.Become(question, Allowed(minutes));
    }

    /// <summary>Puts it in another place, counted from 0.</summary>
    public void Move(Guid item, int to, DateTimeOffset now)
    {
        Changing(now);
        var order = questions.OrderBy(q => q.Order).ToList();
        var moved = ItemOf(item);
        order.Remove(moved);
        var heard = order.Count(q => !q.PanelOnly);
        order.Insert(moved.PanelOnly ? Math.Clamp(to, heard, order.Count) : Math.Clamp(to, 0, heard), moved);
        Sort(order);
    }

    public void Give(Guid item, int minutes, DateTimeOffset now)
    {
        Changing(now);
        ItemOf(item).Give(Allowed(minutes));
    }

    public void Drop(Guid item, DateTimeOffset now)
    {
        Changing(now);
        questions.Remove(ItemOf(item));
        Sort([.. questions.OrderBy(q => q.Order)]);
    }

    /// <summary>How long the whole may take, and how much of it opening and closing get.</summary>
    public void Fit(int minutes, int opening, int closing, DateTimeOffset now)
    {
        Changing(now);
        Refuse.FieldIf(minutes is < Shortest or > Longest, "minutes", "guides.minutes-wrong", Shortest, Longest);
        Refuse.FieldIf(opening is < 0 or > 60, "opening", "guides.part-minutes-wrong");
        Refuse.FieldIf(closing is < 0 or > 60, "closing", "guides.part-minutes-wrong");
        (Minutes, OpeningMinutes, ClosingMinutes) = (minutes, opening, closing);
    }

    /// <summary>Changes one text, if it still says what its editor saw. <paramref name="item"/> is the guide (title, opening, closing) or an own question (text).</summary>
    public TextChange? Reword(Guid item, string field, string language, string? was, string? becomes, DateTimeOffset now)
    {
        Refuse.FieldIf(becomes is { Length: > 4000 }, field, "guides.text-too-long", 4000);
        TextPlace place = (item == Id, field) switch
        {
            (true, "title") => new(Title, text => Title = text),
            (true, "opening") => new(Opening, text => Opening = text, MayBeEmpty: true),
            (true, "closing") => new(Closing, text => Closing = text, MayBeEmpty: true),
            _ => ItemOf(item).Place(field),
        };
        Changing(now);
        var change = place.Now.Reword(field, language, was, becomes, place.MayBeEmpty);
        if (change is not null) place.Put(change.Text);
        return change;
    }

    /// <summary>Ends the draft. Refused while there is nothing to ask, or while a competency that gets a score has no question.</summary>
    public FrozenDocument Freeze(FrozenGuide document, Guid by, DateTimeOffset now)
    {
        Changing(now);
        Refuse.If(document.Questions.Count == 0, "guides.no-questions");
        var bare = document.Competencies.Where(c => document.Questions.All(q => q.CompetencyId != c.Id || q.Type == QuestionType.Closing)).ToList();
        Refuse.If(bare.Count > 0, "guides.competency-without-question", string.Join(", ", bare.Select(c => c.Name.In(Languages[0]).Text)));
        var touchy = document.Questions.Select((q, i) => (Place: i + 1, Topics: PlanCheck.Unreasoned(q))).FirstOrDefault(x => x.Topics.Count > 0);
        Refuse.If(touchy.Topics is { Count: > 0 }, "guides.topic-without-reason", touchy.Place);
        var frozen = new FrozenDocument(document, by, now);
        (Status, FrozenDocumentId) = (GuideStatus.Frozen, frozen.Id);
        return frozen;
    }

    /// <summary>Ties the guide to the procedure that uses it; also when it is frozen already.</summary>
    public void BelongTo(Guid procedure)
    {
        Refuse.If(ProcedureId is { } other && other != procedure, "guides.other-procedure");
        ProcedureId = procedure;
        Touch();
    }

    /// <summary>Whether the extremes of the scale ask for evidence; said while the draft is made and frozen with it.</summary>
    public void AskEvidence(bool atExtremes)
    {
        EvidenceAtExtremes = atExtremes;
        Touch();
    }

    /// <summary>A new draft with the same choices, for another round or another vacancy.</summary>
    public Guide Copy(Guid? madeBy, DateTimeOffset now)
    {
        var copy = new Guide(ProfileId, Title, Minutes, Languages, Scores, madeBy, now)
        {
            OpeningMinutes = OpeningMinutes, Opening = Opening, ClosingMinutes = ClosingMinutes, Closing = Closing,
            ScaleId = ScaleId, Mix = Mix, Members = Members, WeightReason = WeightReason, EvidenceAtExtremes = EvidenceAtExtremes,
        };
        foreach (var c in competencies.OrderBy(c => c.Order)) copy.Choose(c.CompetencyId, c.Level, c.Weight);
        List<TopicReason> reasons = [];
        foreach (var q in questions.OrderBy(q => q.Order))
        {
            var twin = q.For(copy.Id, copy.questions.Count);
            copy.questions.Add(twin);
            reasons.AddRange(TopicReasons.Where(r => r.Item == q.Id).Select(r => r with { Item = twin.Id }));
        }
        copy.TopicReasons = reasons;
        return copy;
    }

    /// <summary>A newer version of a frozen guide: a draft that, once frozen, later candidates get. What was frozen stays.</summary>
    public Guide Revise(string reason, Guid? madeBy, DateTimeOffset now)
    {
        Refuse.If(Status != GuideStatus.Frozen, "guides.not-frozen");
        var revision = Copy(madeBy, now);
        (revision.RevisionOf, revision.RevisionReason, revision.Number) = (Id, Reasoned(reason), Number + 1);
        (revision.ProcedureId, revision.Earlier) = (ProcedureId, Earlier);
        return revision;
    }

    /// <summary>What the guide is made with besides profile, time and languages.</summary>
    public void Wish(int? opening, int? closing, Guid? scale, QuestionMix mix, IReadOnlyList<Guid> earlier, Guid? procedure, DateTimeOffset now)
    {
        Fit(Minutes, opening ?? OpeningMinutes, closing ?? ClosingMinutes, now);
        (ScaleId, Mix, Earlier, ProcedureId) = (scale, mix, [.. earlier.Distinct()], procedure);
    }

    /// <summary>Holds on to a scale, also when the house chooses another later.</summary>
    public void MeasureOn(Guid scale, DateTimeOffset now)
    {
        Changing(now);
        ScaleId = scale;
    }

    /// <summary>Who sits in the panel; who was there keeps the own questions only through <see cref="Divide"/>, which follows at once.</summary>
    public void Seat(IReadOnlyList<string> names, DateTimeOffset now)
    {
        Changing(now);
        List<string> given = [.. names.Select(n => n.Trim()).Where(n => n.Length > 0)];
        Refuse.FieldIf(given.Count > MostMembers, "panel", "guides.too-many-members", MostMembers);
        Refuse.FieldIf(given.Any(n => n.Length > 200 || n.Any(char.IsControl)), "panel", "guides.member-wrong");
        Refuse.FieldIf(given.Distinct(StringComparer.OrdinalIgnoreCase).Count() != given.Count, "panel", "guides.member-twice");
        Members = [.. given.Select(n => Members.FirstOrDefault(m => m.Name == n) ?? new GuideMember(Guid.CreateVersion7(), n))];
        Divide(now);
    }

    /// <summary>Spreads the questions over the panel again; nothing else changes.</summary>
    public void Divide(DateTimeOffset now)
    {
        Changing(now);
        var asked = questions.Where(q => !q.PanelOnly).OrderBy(q => q.Order).ToList();
        var turns = Spread.Of([.. asked.Select(q => q.Minutes)], Members.Count);
        foreach (var question in questions) question.Give(member: null);
        for (var i = 0; i < turns.Count; i++) asked[i].Give(Members[turns[i]].Id);
    }

    public void Assign(Guid item, Guid? member, DateTimeOffset now)
    {
        Changing(now);
        Refuse.FieldIf(member is { } one && Members.All(m => m.Id != one), "member", "guides.member-unknown");
        ItemOf(item).Give(member);
    }

    public void ReasonWeights(string? reason, DateTimeOffset now)
    {
        Changing(now);
        WeightReason = string.IsNullOrWhiteSpace(reason) ? null : Reasoned(reason);
    }

    public void Allow(Guid item, string topic, string reason, Guid? by, DateTimeOffset now)
    {
        Changing(now);
        Refuse.If(!TopicLint.Codes.Contains(topic), Refusal.NotFound);
        TopicReasons = [.. TopicReasons.Where(r => (r.Item, r.Topic) != (ItemOf(item).Id, topic)), new TopicReason(item, topic, Reasoned(reason), by, now)];
    }

    /// <summary>Follow-ups of this guide only, from here on instead of those of the library.</summary>
    public void Probe(Guid item, IReadOnlyList<Probe> probes, DateTimeOffset now)
    {
        Changing(now);
        Refuse.If(probes.Count > 20, "competencies.too-many-probes");
        ItemOf(item).Follow(probes);
    }

    /// <summary>A question of this guide has become one of the library; also after the guide was frozen, which does not change by it.</summary>
    public GuideQuestion Offer(Guid item, Guid question)
    {
        var place = ItemOf(item);
        Refuse.If(place.QuestionId is not null || place.OfferedAs is not null, "guides.offered-already");
        place.Become(question);
        Touch();
        return place;
    }

    /// <summary>
    /// Goes over to the competencies and questions of another edition. What the other edition does not have stays as it is; a question that is gone from a
    /// competency that went over keeps its words as a question of this guide alone.
    /// </summary>
    public void Follow(IReadOnlyDictionary<Guid, Guid> toCompetencies, IReadOnlyDictionary<Guid, Guid> toQuestions, IReadOnlyDictionary<Guid, Question> questionsNow, DateTimeOffset now)
    {
        Changing(now);
        foreach (var competency in competencies.ToList())
        {
            if (!toCompetencies.TryGetValue(competency.CompetencyId, out var other) || competencies.Exists(c => c.CompetencyId == other)) continue;
            Follow(competency.CompetencyId, other, toQuestions, questionsNow);
            competency.Follow(other);
        }
    }

    private void Follow(Guid competency, Guid other, IReadOnlyDictionary<Guid, Guid> toQuestions, IReadOnlyDictionary<Guid, Question> questionsNow)
    {
        foreach (var question in questions.Where(q => q.CompetencyId == competency))
        {
            Guid? next = question.QuestionId is { } id && toQuestions.TryGetValue(id, out var newer) ? newer : null;
            question.Follow(other, next, question.QuestionId is { } was ? questionsNow[was] : null);
        }
    }

    private GuideQuestion Insert(GuideQuestion question)
    {
        Refuse.If(competencies.All(c => c.CompetencyId != question.CompetencyId), Refusal.NotFound);
        Refuse.If(questions.Count >= 60, "guides.too-many-questions");
        var order = questions.OrderBy(q => q.Order).ToList();
        // What the panel answers among itself comes after everything the candidate hears.
        var last = order.FindLastIndex(q => q.CompetencyId == question.CompetencyId && q.PanelOnly == question.PanelOnly);
        var end = question.PanelOnly ? order.Count : order.Count(q => !q.PanelOnly);
        order.Insert(last < 0 ? end : last + 1, question);
        questions.Add(question);
        Sort(order);
        if (!question.PanelOnly && Members.Count > 0) question.Give(Members.MinBy(m => questions.Where(q => q.MemberId == m.Id).Sum(q => q.Minutes))!.Id);
        return question;
    }

    private GuideQuestion ItemOf(Guid item) => questions.FirstOrDefault(q => q.Id == item) ?? throw Refusal.NotFound;

    private static int Allowed(int minutes)
    {
        Refuse.FieldIf(minutes is < 1 or > 60, "minutes", "guides.question-minutes-wrong");
        return minutes;
    }

    private static string Reasoned(string? reason)
    {
        Refuse.FieldIf(string.IsNullOrWhiteSpace(reason), "reason", "guides.reason-missing");
        Refuse.FieldIf(reason!.Length > 1000, "reason", "guides.text-too-long", 1000);
        return reason.Trim();
    }

    private static void Sort(List<GuideQuestion> order)
    {
        for (var i = 0; i < order.Count; i++) order[i].Order = i;
    }

    private void Changing(DateTimeOffset now)
    {
        Refuse.If(Status == GuideStatus.Frozen, "guides.frozen");
        ChangedAt = now;
        Touch();
    }
}

/// <summary>A competency the guide asks about, with the level and weight its profile gave it when it was chosen.</summary>
public sealed class GuideCompetency : Part
{
    private GuideCompetency() { }

    internal GuideCompetency(Guid guide, int order, Guid competency, int? level, int weight) => (GuideId, Order, CompetencyId, Level, Weight) = (guide, order, competency, level, weight);

    public Guid GuideId { get; private set; }
    public int Order { get; private set; }
    public Guid CompetencyId { get; private set; }
    public int? Level { get; private set; }
    public int Weight { get; private set; }

    internal void Follow(Guid competency) => CompetencyId = competency;
}

/// <summary>A place in the guide: a question of the library, or one of its own when <see cref="QuestionId"/> is null.</summary>
public sealed class GuideQuestion : Part
{
    private GuideQuestion() { }

    internal GuideQuestion(Guid guide, Guid competency, Guid? question, LocalText ownText, QuestionType ownType, int minutes, bool panelOnly = false) =>
        (GuideId, CompetencyId, QuestionId, OwnText, OwnType, Minutes, PanelOnly) = (guide, competency, question, ownText, ownType, minutes, panelOnly);

    public Guid GuideId { get; private set; }
    public int Order { get; internal set; }
    public Guid CompetencyId { get; private set; }
    public Guid? QuestionId { get; private set; }
    public LocalText OwnText { get; private set; } = LocalText.Empty;
    public QuestionType OwnType { get; private set; }
    public int Minutes { get; private set; }
    /// <summary>Who of the panel asks it; null while nobody was chosen.</summary>
    public Guid? MemberId { get; private set; }
    /// <summary>Answered by the panel after the candidate has left; it takes none of the talk's time.</summary>
    public bool PanelOnly { get; private set; }
    /// <summary>Follow-ups of this guide; null: those of the library.</summary>
    public IReadOnlyList<Probe>? Probes { get; private set; }
    /// <summary>The question of the library that an own one became.</summary>
    public Guid? OfferedAs { get; private set; }

    internal void Become(Guid question, int minutes) => (QuestionId, OwnText, Minutes, Probes, OfferedAs) = (question, LocalText.Empty, minutes, null, null);

    internal void Become(Guid offered) => OfferedAs = offered;

    internal void Follow(Guid competency, Guid? question, Question? was)
    {
        if (question is null && was is not null) (OwnText, OwnType) = (was.Text, was.Type);
        (CompetencyId, QuestionId) = (competency, question);
    }

    internal void Give(int minutes) => Minutes = minutes;

    internal void Give(Guid? member) => MemberId = member;

    internal void Follow(IReadOnlyList<Probe> probes) => Probes = probes;

    /// <summary>text of an own question, probe.{number from 0} of own follow-ups.</summary>
    internal TextPlace Place(string field)
    {
        if (field == "text" && QuestionId is null) return new(OwnText, text => OwnText = text);
        if (Probes is { } probes && field.Split('.') is ["probe", var digits] && int.TryParse(digits, out var number) && number >= 0 && number < probes.Count)
            return new(probes[number].Text, text => Probes = [.. probes.Select((p, i) => i == number ? p with { Text = text } : p)]);
        throw Refusal.NotFound;
    }

    internal GuideQuestion For(Guid guide, int order) => new(guide, CompetencyId, QuestionId, OwnText, OwnType, Minutes, PanelOnly) { Order = order, MemberId = MemberId, Probes = Probes, OfferedAs = OfferedAs };
}

/// <summary>How a talk begins and ends until somebody writes it otherwise.</summary>
public static class GuideTexts
{
    public static LocalText Opening { get; } = LocalText
        .Of("nl", "Welkom. We stellen elke kandidaat dezelfde vragen, in dezelfde volgorde. Tijdens het gesprek schrijven we mee; wat we noteren, kunt u later inzien. Neem gerust de tijd om na te denken.")
        .With("en", "Welcome. We ask every candidate the same questions, in the same order. We take notes while we talk; you may see them afterwards. Do take your time to think.")
        .With("fr", "Bienvenue. Nous posons à chaque candidat les mêmes questions, dans le même ordre. Nous prenons des notes pendant l’entretien ; vous pourrez les consulter ensuite. Prenez le temps de réfléchir.");

    public static LocalText Closing { get; } = LocalText
        .Of("nl", "Wat wilt u nog van ons weten? Daarna vertellen we hoe het verdergaat en wanneer u van ons hoort.")
        .With("en", "What would you still like to know from us? Then we tell you what happens next and when you will hear from us.")
        .With("fr", "Que souhaitez-vous encore savoir ? Ensuite nous vous dirons comment la suite se passe et quand vous aurez de nos nouvelles.");
}
