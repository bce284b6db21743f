using System.Text;
using Interviewing.Application.Import;

namespace Interviewing.Rules.Tests.Import;

internal static class Samples
{
    public const string Ufo = """
        Functiebeschrijving

        Functiefamilie
        Ondersteuning
        Doel
        Zorgen dat de werkplaats elke ochtend open kan, met gereedschap dat werkt.
        Resultaatgebieden
        Kernactiviteit
        Beheren van het gereedschap

        Kader
        Veiligheidsregels van de werkplaatsWensen van de gebruikers

        Resultaat
        Gereedschap dat klaarligt

        Activiteit
          • Nakijken van machines
          • Bijhouden van de uitleenlijst
          •
        Kernactiviteit
        Wegwijs maken van nieuwkomers

        Kader
        Werkafspraken Huisregels

        Resultaat
        Mensen die veilig kunnen beginnen

        Activiteit
          • Rondleiden op de eerste dag
          • Nakijken van machines
        Competenties
        Omschrijving
        Werk in een haalbare volgorde zetten en de planning bijstellen.

        Gedragsindicatoren
          • Maakt een weekplan.
          • Meldt op tijd wat later wordt.
        Toetsvragen
          • Wanneer liep een plan mis? Wat deed je toen?
        Ontwikkeltips
          • Plan elke vrijdag de week erna.
          • Vraag hoe een collega plant.
          • Plan elke vrijdag de week erna.
          • Vraag hoe een collega plant.
        Omschrijving
        Samen met het team tot een oplossing komen.

        Gedragsindicatoren
          • Deelt kennis uit eigen beweging.
        Niveaus
        NiveauSchaal
        17
        28
        310
        """;

    public const string CompetencyForm = """
        ---
        document: competency
        code: plannen
        language: nl
        cluster: Aanpakken
        ---
        # Vooruit kijken
        Zet het werk in een volgorde
        die haalbaar is.

        ## Niveaus
        ### 1 Eigen werk
        - + Maakt een lijst.
        - − Begint overal tegelijk aan.
        ### 2 Met anderen
        * + Stemt af.
        - -- Houdt de planning voor zich.
        ## Vragen
        ### Vertel eens over een week die anders liep?
        type: ervaring · minuten: 9 · gedrag: 1, 2, 4
        - S: Wat was er aan de hand?
        - R2: Wat doet u nu anders?
        - anker 1: Laat het lopen.
        - anker 3: Past aan.
        - anker 5: Neemt anderen mee.
        ### Wat doet u als alles tegelijk moet?
        type: situatie | minuten: 5
        ## Tips
        ### Medewerker
        - op het werk: Plan de vrijdag.
        - met anderen: Loop een dag mee.
        - cursus: Volg een dag over kiezen.
        ### Leidinggevende
        - op het werk: Vraag elke week naar het plan.
        """;

    public const string ProfileForm = """
        ---
        document: profile
        code: WP-1
        language: fr
        family: Atelier
        scale: 7
        ---
        # Responsable d'atelier II
        ## Finalité
        Que l'atelier ouvre chaque matin.
        ## Domaines de résultats
        ### Outillage
        Cadre : Règles de sécurité
        Résultat : Des outils prêts
        - Vérifier les machines
          - Noter les défauts
        - Tenir la liste
        ## Compétences
        - plannen: niveau 2, poids 3
        - samenwerken: niveau 1
        """;

    public static ImportRecord Read(string text, string file = "voorbeeld.txt") => DocumentReader.Read(file, Encoding.UTF8.GetBytes(text));
}
