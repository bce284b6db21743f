using System.Text;
using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Import;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Import;

public class ImportTests
{
    private const string Ufo = """
        Functiebeschrijving
        Doel
        Zorgen dat de werkplaats elke ochtend open kan.
        Resultaatgebieden
        Kernactiviteit
        Beheren van het gereedschap
        Kader
        Veiligheidsregels Huisregels
        Resultaat
        Gereedschap dat klaarligt
        Activiteit
          • Nakijken van machines
          • Bijhouden van de uitleenlijst
        Competenties
        Omschrijving
        Werk in een haalbare volgorde zetten en de planning bijstellen.
        Gedragsindicatoren
          • Maakt een weekplan.
        Toetsvragen
          • Wanneer liep een plan mis? Wat deed je toen?
        Ontwikkeltips
          • Plan elke vrijdag de week erna.
          • Plan elke vrijdag de week erna.
        Niveaus
        NiveauSchaal
        17
        """;

    private static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Form(string language, string name, string indicator, string question, string tip)
    {
        (string Levels, string Questions, string Facts, string Anchor, string Employee, string Course) say = language switch
        {
            "nl" => ("Niveaus", "Vragen", "type: ervaring · minuten: 9 · gedrag: 1", "anker", "Medewerker", "cursus"),
            "en" => ("Levels", "Questions", "type: experience · minutes: 9 · behaviour: 1", "anchor", "Employee", "course"),
            _ => ("Niveaux", "Questions", "type : expérience · minutes : 9 · comportements : 1", "ancre", "Collaborateur", "formation"),
        };
        return $"""
            ---
            document: competency
            code: plannen
            language: {language}
            cluster: {name} cluster
            ---
            # {name}
            {name} definition.
            ## {say.Levels}
            ### 1 {name} een
            - + {indicator}
            - − {indicator} niet
            ## {say.Questions}
            ### {question}
            {say.Facts}
            - S: {question} S
            - {say.Anchor} 3: {question} 3
            ## Tips
            ### {say.Employee}
            - {say.Course}: {tip}
            """;
    }

    private static async Task<DraftView> Uploaded(House house, Actor who, string text, string file = "werkplaats.txt") =>
        await house.Asked(new GetDraft(await house.Asked(new UploadDocument(file, Bytes(text)), who)), who);

    [Theory, OnBothDatabases]
    public async Task What_cannot_be_read_leaves_nothing_behind(Database database)
    {
        await using var house = await House.On(database);
        var who = await house.Someone(Role.Recruiter);
        (await house.Refused(new UploadDocument("leeg.txt", Bytes("  \n"))
            , who)).ShouldBe("import.empty");
        (await house.Refused(new UploadDocument("plaatje.txt", new byte[] { 1, 2, 3, 0, 0, 9 }), who)).ShouldBe("import.binary");
        (await house.Refused(new UploadDocument("groot.txt", new byte[20 * 1024 * 1024 + 1]), who)).ShouldBe("import.too-large");
        (await house.Refused(new UploadDocument("goed.txt", Bytes(Ufo)), await house.Someone(Role.Panelist))).ShouldBe(Refusal.NotAllowedCode);
        (await house.Look(db => db.Set<StoredFile>().CountAsync())).ShouldBe(0);
        (await house.Asked(new ListDrafts(), who)).Count.ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Publishing_waits_until_names_are_given_and_doubts_were_seen(Database database)
    {
        await using var house = await House.On(database);
        var who = await house.Someone(Role.Recruiter);
        var draft = await Uploaded(house, who, Ufo);
        draft.Open.Select(t => (t.Code, t.Path)).ShouldBe([
            ("missing-name", "job_profiles[0]"), ("glued-items", "job_profiles[0].result_areas[0].framework"), ("inferred-level", "job_profiles[0].levels[0]"), ("missing-name", "competencies[0]"),
        ]);
        Task<string> No(int version) => house.Refused(new PublishDraft(draft.Id, version, null, new NewFramework("Werkplaats")), who);
        (await No(draft.Version)).ShouldBe("import.names-missing");
        await house.Asked(new NameItem(draft.Id, "job_profiles[0]", null, "Werkplaatsbeheerder"), who);
        await house.Asked(new NameItem(draft.Id, "competencies[0]", null, "Vooruit kijken"), who);
        var named = await house.Asked(new GetDraft(draft.Id), who);
        (await No(named.Version)).ShouldBe("import.doubts-open");
        (await house.Look(db => db.Set<Competency>().CountAsync())).ShouldBe(0);
        (await house.Look(db => db.Set<Framework>().CountAsync())).ShouldBe(0);

        await house.Asked(new ConfirmItem(draft.Id, "job_profiles[0].result_areas[0].framework"), who);
        await house.Asked(new DropItem(draft.Id, "job_profiles[0].levels[0]"), who);
        var ready = await house.Asked(new GetDraft(draft.Id), who);
        ready.Open.ShouldBeEmpty();
        ready.Items.Where(i => i.Kind == ItemKind.BoundaryItem).ShouldAllBe(i => !i.Doubtful);
        // A reviewer who saw an older state publishes nothing.
        (await No(draft.Version)).ShouldBe(Refusal.ChangedCode);
        (await house.Look(db => db.Set<Competency>().CountAsync())).ShouldBe(0);
        var published = await house.Asked(new PublishDraft(draft.Id, ready.Version, null, new NewFramework("Werkplaats")), who);

        var profile = await house.Look(db => db.Set<Profile>().Include(p => p.ResultAreas).Include(p => p.Requires).SingleAsync(p => p.Id == published.Profiles.Single()));
        profile.Name["nl"].ShouldBe("Werkplaatsbeheerder");
        profile.Code.ShouldBe("werkplaatsbeheerder");
        profile.PayScale.ShouldBeNull();
        profile.ResultAreas.ShouldHaveSingleItem().Framework["nl"].ShouldBe("Veiligheidsregels; Huisregels");
        profile.ResultAreas[0].Activities.Count.ShouldBe(2);
        profile.Requires.ShouldHaveSingleItem().CompetencyId.ShouldBe(published.Competencies.Single());
        var competency = await house.Look(db => db.Set<Competency>().Include(c => c.Indicators).Include(c => c.Questions).Include(c => c.Tips).SingleAsync());
        competency.Name["nl"].ShouldBe("Vooruit kijken");
        (competency.Indicators.Count, competency.Questions.Count, competency.Tips.Count).ShouldBe((1, 1, 1));
        competency.Questions[0].Trace.ShouldBe(new Trace("werkplaats.txt", (await house.Look(db => db.Set<Draft>().SingleAsync())).FileId, null, 20));
        (await house.Look(db => db.Set<Edition>().SingleAsync())).Status.ShouldBe(EditionStatus.Published);
        (await house.Refused(new PublishDraft(draft.Id, ready.Version + 1, published.Edition), who)).ShouldBe("import.published-already");
        (await house.Refused(new DropItem(draft.Id, "competencies[0]"), who)).ShouldBe("import.published-already");
    }

    [Theory, OnBothDatabases]
    public async Task Two_reviewers_of_one_draft_lose_nothing(Database database)
    {
        await using var house = await House.On(database);
        var (one, two) = (await house.Someone(Role.Recruiter), await house.Someone(Role.LibraryManager));
        var draft = await Uploaded(house, one, Ufo);
        await Task.WhenAll(
            house.Asked(new NameItem(draft.Id, "competencies[0]", null, "Vooruit kijken"), one),
            house.Asked(new NameItem(draft.Id, "job_profiles[0]", null, "Beheerder"), two),
            house.Asked(new ConfirmItem(draft.Id, "job_profiles[0].levels[0]"), one));
        (await house.Asked(new GetDraft(draft.Id), two)).Open.ShouldHaveSingleItem().Code.ShouldBe("glued-items");

        var clash = await house.Door.Ask(new NameItem(draft.Id, "competencies[0]", null, "Plannen"), two);
        clash.Reasons.Single().ShouldSatisfyAllConditions(
            r => r.Code.ShouldBe(Refusal.ChangedCode), r => r.Field.ShouldBe("competencies[0]"), r => r.Args.ShouldBe(["Vooruit kijken", "Plannen"]));
        await house.Asked(new NameItem(draft.Id, "competencies[0]", "Vooruit kijken", "Plannen"), two);
    }

    [Theory, OnBothDatabases]
    public async Task Items_are_dropped_with_what_hangs_under_them_and_come_back(Database database)
    {
        await using var house = await House.On(database);
        var who = await house.Someone(Role.Recruiter);
        var draft = await Uploaded(house, who, Ufo);
        await house.Asked(new DropItem(draft.Id, "competencies[0]"), who);
        var view = await house.Asked(new GetDraft(draft.Id), who);
        view.Items.Where(i => i.Path.StartsWith("competencies[0].", StringComparison.Ordinal)).ShouldAllBe(i => i.UnderDropped);
        view.Open.ShouldNotContain(t => t.Path == "competencies[0]");
        await house.Asked(new RestoreItem(draft.Id, "competencies[0]"), who);
        (await house.Asked(new GetDraft(draft.Id), who)).Open.ShouldContain(t => t.Path == "competencies[0]");
        (await house.Refused(new DropItem(draft.Id, "competencies[7]"), who)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new NameItem(draft.Id, "competencies[0].tips[0]", null, "x"), who)).ShouldBe("import.no-name-here");
        (await house.Refused(new NameItem(draft.Id, "competencies[0]", null, "  "), who)).ShouldBe("import.name-missing");
    }

    [Theory, OnBothDatabases]
    public async Task Documents_of_one_code_in_two_languages_become_one_competency(Database database)
    {
        await using var house = await House.On(database);
        var who = await house.Someone(Role.LibraryManager);
        var dutch = await Uploaded(house, who, Form("nl", "Plannen", "Maakt een lijst.", "Wanneer liep het mis?", "Volg een dag."), "plannen.nl.md");
        var english = await Uploaded(house, who, Form("en", "Planning", "Makes a list.", "When did it fail?", "Take a course."), "plannen.en.md");
        var first = await house.Asked(new PublishDraft(dutch.Id, dutch.Version, null, new NewFramework("Eigen")), who);
        var second = await house.Asked(new PublishDraft(english.Id, english.Version, first.Edition), who);
        second.Competencies.ShouldBe(first.Competencies);

        var competency = await house.Look(db => db.Set<Competency>().Include(c => c.Levels).Include(c => c.Indicators).Include(c => c.Questions).Include(c => c.Tips).AsSplitQuery().SingleAsync());
        competency.Name.ShouldBe(LocalText.Of("nl", "Plannen").With("en", "Planning"));
        competency.Levels.ShouldHaveSingleItem().Title["en"].ShouldBe("Planning een");
        competency.Indicators.OrderBy(i => i.Order).Select(i => (i.Polarity, i.Level, i.Text["en"])).ShouldBe([(Polarity.Positive, 1, "Makes a list."), (Polarity.Negative, 1, "Makes a list. niet")]);
        var question = competency.Questions.ShouldHaveSingleItem();
        (question.Type, question.Minutes, question.Text["nl"], question.Text["en"]).ShouldBe((QuestionType.PastBehaviour, 9, "Wanneer liep het mis?", "When did it fail?"));
        question.Touches.ShouldBe([competency.Indicators.Single(i => i.Order == 0).Id]);
        question.Probes.ShouldHaveSingleItem().Text["en"].ShouldBe("When did it fail? S");
        question.Anchors.ShouldHaveSingleItem().Text["en"].ShouldBe("When did it fail? 3");
        competency.Tips.ShouldHaveSingleItem().Kind.ShouldBe(TipKind.Course);
        (await house.Look(db => db.Set<Node>().SingleAsync())).Name["en"].ShouldBe("Planning cluster");

        var again = await Uploaded(house, who, Form("en", "Planning", "Makes a list.", "When did it fail?", "Take a course."));
        (await house.Refused(new PublishDraft(again.Id, again.Version, first.Edition), who)).ShouldBe("import.nothing-taken");
        await house.Asked(new SetApart(again.Id, Apart: true), who);
        (await house.Refused(new PublishDraft(again.Id, again.Version + 1, first.Edition), who)).ShouldBe("import.code-taken");
        var differs = await Uploaded(house, who, Form("fr", "Planifier", "Fait une liste.", "Quand ?", "Suivre un cours.").Replace("- − Fait une liste. niet\n", "", StringComparison.Ordinal));
        (await house.Refused(new PublishDraft(differs.Id, differs.Version, first.Edition), who)).ShouldBe("import.join-differs");
    }

    [Theory, OnBothDatabases]
    public async Task A_profile_that_asks_for_an_unknown_competency_is_refused_whole(Database database)
    {
        await using var house = await House.On(database);
        var who = await house.Someone(Role.LibraryManager);
        var draft = await Uploaded(house, who, "---\ndocument: profile\ncode: WP-1\nlanguage: nl\nfamily: Techniek\n---\n# Beheerder\n## Doel\nOpen zijn.\n## Competenties\n- plannen: niveau 2, gewicht 1\n");
        (await house.Refused(new PublishDraft(draft.Id, draft.Version, null, new NewFramework("Eigen")), who)).ShouldBe("import.competency-unknown");
        (await house.Look(db => db.Set<Framework>().CountAsync())).ShouldBe(0);
        (await house.Look(db => db.Set<Profile>().CountAsync())).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task An_edition_of_somebody_elses_framework_is_not_there(Database database)
    {
        await using var house = await House.On(database);
        var manager = await house.Someone(Role.LibraryManager);
        var draft = await Uploaded(house, manager, Form("nl", "Plannen", "Maakt een lijst.", "Wanneer?", "Volg een dag."));
        var edition = (await house.Asked(new PublishDraft(draft.Id, draft.Version, null, new NewFramework("Eigen")), manager)).Edition;
        var other = await house.Someone((Role.LibraryManager, Scope.Framework(Guid.NewGuid())));
        var theirs = await Uploaded(house, other, Form("nl", "Samen", "Deelt.", "Wanneer?", "Vraag."));
        theirs.Places.ShouldBeEmpty();
        (await house.Refused(new PublishDraft(theirs.Id, theirs.Version, edition), other)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new PublishDraft(theirs.Id, theirs.Version, null, new NewFramework("Nieuw")), other)).ShouldBe(Refusal.NotAllowedCode);
    }

    [Theory, OnBothDatabases]
    public async Task The_list_is_searched_and_an_open_draft_waits_for_its_uploader(Database database)
    {
        await using var house = await House.On(database);
        var who = await house.Someone(Role.Recruiter);
        await Uploaded(house, who, Ufo, "Werkplaats.txt");
        await Uploaded(house, who, "Appeltaart\nmet appels", "recept.txt");
        (await house.Asked(new ListDrafts("WERK"), who)).Rows.ShouldHaveSingleItem().Kind.ShouldBe(DocumentKind.UfoFunctionDescription);
        (await house.Asked(new ListDrafts(), who)).Rows.Select(r => r.FileName).ShouldBe(["Werkplaats.txt", "recept.txt"], ignoreOrder: true);
        var recipe = (await house.Asked(new ListDrafts("recept"), who)).Rows.Single();
        (await house.Refused(new PublishDraft(recipe.Id, 1, null, new NewFramework("x")), who)).ShouldBe("import.nothing-to-publish");
        var now = house.Clock.GetUtcNow();
        var today = await house.Asked(new Application.Today.ListToday(now.AddHours(-8), now.AddHours(16), []), who);
        today.Waiting.ShouldHaveSingleItem().Key.ShouldBe("import.waiting");
    }
}
