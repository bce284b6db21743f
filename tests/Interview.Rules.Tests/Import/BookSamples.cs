namespace Interviewing.Rules.Tests.Import;

/// <summary>A function book and a generic profile in our own words.</summary>
internal static class BookSamples
{
    public const string Book = """
        Waterleiding Oosterbeek

        CONCEPT FUNCTIEBOEK

        De functies zijn:

        Pagina	Naam functie	Functiegroep	Indicatieve schaal
        3	Monteur leidingnet II	Netten	7
        5	Monteur leidingnet I	Netten	8
        7	Laborant	Laboratorium	9
        9	Module Wachtdienst	-	-

        Functiebeschrijvingen

        Waterleiding Oosterbeek

        Functiebeschrijving

        Naam functie	:	<i>Monteur leidingnet I</i>
        Code	:	W1.01

        Funciereeks Techniek:

        Werk aan alles wat onder de grond ligt.

        Functiegroep Netten:

        Leggen en herstellen van leidingen.

        Overwegende functiekenmerken:

        - *herstelt **zelfstandig** lekken in hoofdleidingen*
        - leidt een ploeg bij een **grote** breuk
        - ***breuk***

        Generieke taken

        Resultaatgebied 1: Herstel

        - spoort lekken op
        - vervangt afsluiters

        Resultaatgebied 2: Aanleg

        - legt nieuwe aansluitingen

        Module

        Functiebeschrijving

        Naam functie	: Monteur leidingnet II
        Code	: W1.02

        Functiereeks Techniek:

        Werk aan alles wat onder de grond ligt.

        Functiegroep Netten:

        Leggen en herstellen van leidingen.

        Overwegende functiekenmerken:

        - helpt bij herstel

        Generieke taken

        Resultaatgebied 1: Herstel

        - spoort lekken op

        Module

        Wachtdienst

        Functiebeschrijving

        Naam functie	: Laborant/analist
        Code	: W2.01

        Functiereeks Kwaliteit:

        Bewaken van het water.

        Functiegroep Onderzoek:

        Nemen en ontleden van monsters.

        Generieke taken

        Resultaatgebied 1: Monsters

        - neemt monsters bij de bron
          en bij de klant

        Module

        Module WO

        Modulenaam	Wachtdienst
        Modulecode	

        Module taken

        1. Bereikbaarheid

        - neemt buiten kantooruren de telefoon op
        - beslist over uitrukken

        Niets uit deze uitgave mag zonder toestemming worden verveelvoudigd.
        """;

    public const string Profile = """
        * Voor de leesbaarheid staat hier de mannelijke vorm; vrouwen en mannen
        worden even hartelijk bedoeld.
         Doel

        Resultaatgebieden

        Als tuinbaas

        de ploeg over de perken verdelen teneinde elk perk voor de zomer
        klaar te hebben.

        Voorbeelden van taken

        – Het weekplan maken;
        – Gereedschap uitdelen en
        terugvragen;
        – Nieuwe tuiniers inwerken.

        De tuinen onderhouden

        teneinde

        bezoekers een mooie dag te geven.
         Als gids (facultatief)

        bezoekers rondleiden teneinde hun vragen te beantwoorden.

        Voorbeelden van taken

        – Een route uitzetten;
        – Planten aanwijzen.
         Onderscheidende criteria

         C B A1

        Ploeg
        Werken in een ploeg van
        drie.

        Een ploeg van zes
        leiden.

        Meerdere ploegen leiden.

        Kennis
        De namen van de bomen
        kennen.

        Een vakman* zijn in snoeien.

        -

        * Definitie
        vakmanschap: het werk kunnen doen en uitleggen; bv. snoeien,

        enten en zaaien.
        """;
}
