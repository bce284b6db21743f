using Interviewing.Application.Competencies;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using Interviewing.Infrastructure.Persistence;

namespace Interviewing.Testing;

/// <summary>A library just large enough for a guide: one edition, a few competencies with ladder, indicators, questions and tips, one profile that asks for them.</summary>
public sealed record SmallLibrary(Guid Framework, Guid Edition, Guid Cluster, IReadOnlyList<Guid> Competencies, Guid Profile, string ProfileCode)
{
    private static readonly (string Nl, string En, string Fr)[] Names =
    [
        ("Plannen en organiseren", "Planning and organising", "Planifier et organiser"), ("Samenwerken", "Working together", "Collaborer"),
        ("Analyseren", "Analysing", "Analyser"), ("Overtuigen", "Convincing", "Convaincre"), ("Zorgvuldig werken", "Working with care", "Travailler avec soin"),
        ("Klantgericht handelen", "Serving clients", "Servir les clients"), ("Besluiten nemen", "Deciding", "Décider"), ("Leren", "Learning", "Apprendre"),
    ];

    public static Task<SmallLibrary> In(House house, int competencies = 5, string code = "WV-R-07") => house.Look(async db =>
    {
        var library = Build(db, competencies, code);
        await db.SaveChangesAsync();
        return library;
    });

    public static SmallLibrary Build(InterviewDb db, int competencies, string code)
    {
        var framework = new Framework(Text("Startbibliotheek", "Starter library", "Bibliothèque de départ"), "Gemeente Waterveen", "CC0");
        var edition = new Edition(framework.Id, "2026 " + code);
        edition.Publish(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));
        var cluster = new Node(edition.Id, NodeKind.Cluster, Text("Organiseren en uitvoeren", "Organising and doing", "Organiser et réaliser"), null, 0);
        var profile = new Profile(edition.Id, null, code, Text("Projectleider openbare ruimte", "Project leader public space", "Chef de projet espace public"),
            Text("Brengt projecten van opdracht tot oplevering.", "Brings projects from order to delivery.", "Mène les projets de la commande à la livraison."), "11");
        profile.AddResultArea(Text("Projecten voorbereiden", "Preparing projects", "Préparer les projets"), LocalText.Empty, Text("Een heldere opdracht.", "A clear order.", "Une mission claire."),
            [new Activity(Text("Maakt een begroting", "Makes a budget", "Établit un budget"), [])]);
        db.AddRange(framework, edition, cluster);
        List<Guid> made = [];
        for (var i = 0; i < competencies; i++)
        {
            var competency = Competency(edition.Id, cluster.Id, i);
            db.Add(competency);
            profile.Require(competency.Id, 2, 1 + i % 2);
            made.Add(competency.Id);
        }
        db.Add(profile);
        return new SmallLibrary(framework.Id, edition.Id, cluster.Id, made, profile.Id, code);
    }

    public static LocalText Text(string nl, string en, string fr) => LocalText.Of("nl", nl).With("en", en).With("fr", fr);

    private static Competency Competency(Guid edition, Guid cluster, int number)
    {
        var (nl, en, fr) = number < Names.Length ? Names[number] : ($"Vakgebied {number}", $"Field {number}", $"Domaine {number}");
        var competency = new Competency(edition, cluster, $"C-{number + 1:00}", Text(nl, en, fr),
            Text($"Laat zien wat {nl.ToLowerInvariant()} vraagt.", $"Shows what {en.ToLowerInvariant()} takes.", $"Montre ce que demande {fr.ToLowerInvariant()}."),
            new Trace("boek.docx", null, 12, 400 + number));
        for (var level = 1; level <= 3; level++) competency.AddLevel(Text($"Niveau {level}", $"Level {level}", $"Niveau {level}"));
        var indicators = Enumerable.Range(1, 4).Select(i => competency.AddIndicator(
            Text($"Doet stap {i} van {nl}", $"Takes step {i} of {en}", $"Fait l’étape {i} de {fr}"), i == 4 ? Polarity.Negative : Polarity.Positive, 1 + i % 3).Id).ToList();
        for (var i = 1; i <= 4; i++)
            competency.AddQuestion(Text($"Vraag {i} over {nl}: wat deed u toen?", $"Question {i} about {en}: what did you do?", $"Question {i} sur {fr} : qu’avez-vous fait ?"),
                i == 3 ? QuestionType.Situational : QuestionType.PastBehaviour, 5 + i, [.. indicators.Take(i)],
                [new Probe(StarrStep.Situation, Text("Wat was er aan de hand?", "What was going on?", "Que se passait-il ?")), new Probe(StarrStep.Action, Text("Wat deed u zelf?", "What did you do yourself?", "Qu’avez-vous fait vous-même ?"))],
                i == 4 ? [] : [new Anchor(1, Text("Wacht af.", "Waits.", "Attend.")), new Anchor(3, Text("Pakt het op.", "Acts.", "Agit.")), new Anchor(5, Text("Ziet het aankomen.", "Sees it coming.", "Anticipe."))]);
        competency.AddTip(Text("Oefen dit in een klein project.", "Practise this in a small project.", "Exercez-vous sur un petit projet."), TipAudience.Employee, TipKind.OnTheJob);
        competency.AddTip(Text("Bespreek het elke week.", "Talk about it every week.", "Parlez-en chaque semaine."), TipAudience.Manager, TipKind.WithOthers);
        return competency;
    }
}
