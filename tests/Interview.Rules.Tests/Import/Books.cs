namespace Interviewing.Rules.Tests.Import;

/// <summary>Dictionaries of competencies in three languages and several habits, in words of our own.</summary>
internal static class Books
{
    public const string Dutch = """
        Competentiewoordenboek Zeilmakerij De Boei

        Inhoud
        Vakmanschap ........ 2
        Overleggen ......... 3
        Vooruitzien ........ 4

        Dit boek hoort bij de gesprekken in het voorjaar.

        1. Vakmanschap
        Definitie
        Kent doek, garen en naad en kiest wat bij het schip past.
        Niveau 1
        • Naait een rechte naad zonder hulp.
        • Vraagt op tijd om uitleg.
        Niveau 2 – Eigen klussen
        • Kiest zelf het garen.
        • Legt uit waarom een zeil scheurt.
        Contra-indicatoren
        • Verbergt een foute naad.

        2. Overleggen
        Definitie: Zoekt anderen op voordat een keuze vastligt.
        Niveau 1
        • Vertelt wat er die dag misging.
        Niveau 2 – Eigen klussen
        • Brengt schipper en naaister bij elkaar.

        3. Vooruitzien
        Definitie
        Houdt rekening met het seizoen, ook als
        het nog winter is.
        Niveau 1
        • Schrijft op wat er moet liggen in april.
        • Schrijft op wat er moet liggen in april.

        Deel 2: Interviewvragen
        Vakmanschap
        • Welke naad heeft u overgedaan, en waarom?
        • Wat doet u als het doek niet klopt?
        Overleggen
        • Met wie sprak u voor het laatst over een keuze?
        Vooruitzien
        • Hoe zag uw februari eruit?

        Deel 3: Ontwikkeltips
        Vooruitzien
        • Loop in oktober de voorraad na.
        Overlegen
        • Drink een keer koffie op de werf.
        Netheid
        • Veeg elke dag de snijtafel.
        """;

    public const string English = """
        # Competency dictionary

        ## Mending

        ### Patience

        Takes the time that a torn net needs.

        Level I: Own nets
        + Finishes a row before a break.
        - Cuts a knot to save a minute.

        Level II: Nets of others
        + Shows somebody else how a mesh is counted.

        ### Reading the weather

        Decides by sky and tide whether to sail.

        Level I: Own boat
        + Looks at the glass every morning.

        ## Interview questions per competency

        ### Patience
        - When did a net take you more than a day?

        ### Reading the weather
        - Which trip did you not make?
        - What did the crew say?

        ## Development tips

        ### Reading the weather
        - Keep a diary of the sky for one month.
        """;

    public const string French = """
        Référentiel de compétences

        Compétence : Accueillir
        Définition : Mettre à l'aise toute personne qui entre dans la boutique.
        Comportements
        – Salue chaque personne.
        – Propose une chaise.
        Questions d'entretien
        – Racontez une visite difficile.
        Conseils de développement
        – Passez une matinée à la caisse.

        Compétence : Compter juste
        Définition : Tenir la caisse sans erreur.
        Comportements
        – Recompte avant de fermer.
        Contre-indicateurs
        – Laisse la caisse ouverte.
        Questions d'entretien
        – Que faites-vous s'il manque de l'argent ?
        """;

    /// <summary>Levels by name instead of number, questions and tips together in one part of the book, numbers in front of the headings.</summary>
    public const string Named = """
        Competentiegids voor de moestuin

        1 Grondkennis
        Weet wat er onder het gras gebeurt en waarom het ene bed droger is dan het andere.
        Basis
        • Ruikt of compost rijp is.
        Gevorderd
        • Leest een bodemkaart.

        2 Samen oogsten
        Verdeelt werk en opbrengst zodat iedereen volgend jaar terugkomt.
        Basis
        • Weegt eerlijk af.
        Gevorderd
        • Maakt een rooster voor drukke weken.

        Bijlage A. Vragen en tips

        Grondkennis
        Vragen
        • Waaraan ziet u dat een bed moe is?
        Tips
        • Graaf in elk bed een kuil van een spade diep.

        Samen oogsten
        Vragen
        • Wanneer was de verdeling oneerlijk?
        Tips
        • Laat een ander de kratten tellen.
        """;
}
