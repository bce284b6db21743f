namespace Interviewing.Slices.Tests.Import;

internal static class Documents
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
        Veiligheidsregels van de werkplaats

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
          • Meldt op tijd wat later wordt.
        Toetsvragen
          • Wanneer liep een plan mis? Wat deed je toen?
        Ontwikkeltips
          • Plan elke vrijdag de week erna.
        """;

    public const string Book = """
        Competentiewoordenboek Zeilmakerij

        Vakmanschap
        Definitie
        Kent doek, garen en naad en kiest wat bij het schip past.
        Niveau 1
          • Naait een rechte naad zonder hulp.
        Niveau 2
          • Kiest zelf het garen.

        Overleggen
        Definitie
        Zoekt anderen op voordat een keuze vastligt.
        Niveau 1
          • Vertelt wat er die dag misging.

        Interviewvragen
        Vakmanschap
          • Welke naad heeft u overgedaan?
        Overleggen
          • Met wie sprak u voor het laatst over een keuze?
        """;

    public const string Form = """
        ---
        document: competency
        code: plannen
        language: nl
        ---
        # Vooruit kijken
        Zet het werk in een volgorde.
        ## Niveaus
        ### 1 Eigen werk
        - + Maakt een lijst.
        - − Begint overal tegelijk aan.
        ## Vragen
        ### Vertel eens over een week die anders liep?
        type: ervaring · minuten: 9 · gedrag: 1, 2
        - S: Wat was er aan de hand?
        ## Tips
        ### Medewerker
        - cursus: Volg een dag over kiezen.
        """;

    public static readonly string[][] Table =
    [
        ["Competentie", "Definitie", "Niveau", "Gedragsindicator", "Polariteit", "Interviewvraag", "Tip"],
        ["Vooruitzien", "Houdt rekening met het seizoen.", "1", "Schrijft op wat er moet liggen.", "+", "Hoe zag uw februari eruit?", "Loop de voorraad na."],
        ["", "", "1", "Begint pas in april.", "-", "", ""],
        ["Overleggen", "Zoekt anderen op.", "2", "Vraagt door.\nVat samen.", "", "Met wie sprak u?", ""],
    ];

    public static string Csv => string.Join('\n', Table.Select(row => string.Join(';', row.Select(cell => cell.Contains('\n', StringComparison.Ordinal) ? $"\"{cell}\"" : cell))));

    public static byte[] WordOf(string text) => Office.Docx([.. text.Split('\n').Select(line => line.Trim()).Select(line => line.StartsWith('•') ? Office.Bullet(line[1..].Trim()) : Office.P(line))]);
}
