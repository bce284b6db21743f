using Interviewing.Application.Competencies;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Guides;

public enum GuideStatus { Draft, Frozen }

/// <summary>
/// An interview being prepared for a profile: chosen competencies, questions in order with minutes, opening and closing. While it is a draft its questions are
/// those of the library as they are now; freezing copies every text into a <see cref="FrozenDocument"/> and nothing changes any more.
/// </summary>
public sealed class Guide : Root
{
    public const int Shortest = 15, Longest = 240;

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
    public int OpeningMinutes { get; private set; }
    public LocalText Opening { get; private set; } = LocalText.Empty;
    public int ClosingMinutes { get; private set; }
    public LocalText Closing { get; private set; } = LocalText.Empty;
    public GuideStatus Status { get; private set; }
    public Guid? FrozenDocumentId { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

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
    public GuideQuestion PutOwn(Guid competency, LocalText text, QuestionType type, int minutes, DateTimeOffset now)
    {
        Changing(now);
        Refuse.FieldIf(text.IsEmpty, "text", "shared.text-missing");
        return Insert(new GuideQuestion(Id, competency, null, text, type, Allowed(minutes)));
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
        order.Insert(Math.Clamp(to, 0, order.Count), moved);
        Number(order);
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
        Number([.. questions.OrderBy(q => q.Order)]);
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
            _ => ItemOf(item) is { QuestionId: null } own && field == "text" ? new(own.OwnText, own.Say) : throw Refusal.NotFound,
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

    /// <summary>A new draft with the same choices, for another round or a better version.</summary>
    public Guide Copy(Guid? madeBy, DateTimeOffset now)
    {
        var copy = new Guide(ProfileId, Title, Minutes, Languages, Scores, madeBy, now)
        {
            OpeningMinutes = OpeningMinutes, Opening = Opening, ClosingMinutes = ClosingMinutes, Closing = Closing,
        };
        foreach (var c in competencies.OrderBy(c => c.Order)) copy.Choose(c.CompetencyId, c.Level, c.Weight);
        foreach (var q in questions.OrderBy(q => q.Order)) copy.questions.Add(new GuideQuestion(copy.Id, q.CompetencyId, q.QuestionId, q.OwnText, q.OwnType, q.Minutes) { Order = copy.questions.Count });
        return copy;
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
        var last = order.FindLastIndex(q => q.CompetencyId == question.CompetencyId);
        order.Insert(last < 0 ? order.Count : last + 1, question);
        questions.Add(question);
        Number(order);
        return question;
    }

    private GuideQuestion ItemOf(Guid item) => questions.FirstOrDefault(q => q.Id == item) ?? throw Refusal.NotFound;

    private static int Allowed(int minutes)
    {
        Refuse.FieldIf(minutes is < 1 or > 60, "minutes", "guides.question-minutes-wrong");
        return minutes;
    }

    private static void Number(List<GuideQuestion> order)
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

    internal GuideQuestion(Guid guide, Guid competency, Guid? question, LocalText ownText, QuestionType ownType, int minutes) =>
        (GuideId, CompetencyId, QuestionId, OwnText, OwnType, Minutes) = (guide, competency, question, ownText, ownType, minutes);

    public Guid GuideId { get; private set; }
    public int Order { get; internal set; }
    public Guid CompetencyId { get; private set; }
    public Guid? QuestionId { get; private set; }
    public LocalText OwnText { get; private set; } = LocalText.Empty;
    public QuestionType OwnType { get; private set; }
    public int Minutes { get; private set; }

    internal void Become(Guid question, int minutes) => (QuestionId, OwnText, Minutes) = (question, LocalText.Empty, minutes);

    internal void Follow(Guid competency, Guid? question, Question? was)
    {
        if (question is null && was is not null) (OwnText, OwnType) = (was.Text, was.Type);
        (CompetencyId, QuestionId) = (competency, question);
    }

    internal void Give(int minutes) => Minutes = minutes;

    internal void Say(LocalText text) => OwnText = text;
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
