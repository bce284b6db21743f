namespace Interviewing.Rules.Tests.Import;

internal static class LayoutSamples
{
    public const string Narrative = """
        Functieprofiel beheerder leesplein

        Functieprofiel beheerder leesplein.

        Het pleinteam van de afdeling Buurt en Lezen

        De afdeling Buurt- en Lezen heeft vier pleinen, elk met een eigen beheerder. De beheerders vervangen elkaar bij ziekte.

        Het pleinteam verzorgt voor de hele wijk:

         • de uitleen;
         • de leeskring.

        Per plein werken ongeveer 3 mensen.

        Omschrijving van de functie beheerder

        De beheerder opent het plein en is gastheer of gastvrouw voor iedereen die binnenkomt.

        Kernactiviteiten van de functie

        Ontvangst:

         • Ontvangt bezoekers en wijst de weg;
         • Houdt bij hoeveel mensen er komen.

        Programma::

         • Stelt elk seizoen een programma samen met de wijkraad.

        Profiel van de beheerder

        De beheerder blijft rustig op drukke middagen.

        Samenvatting belangrijkste competenties

         • Gaat vriendelijk om met ieder mens;
         • Werkt netjes en maakt af wat begonnen is.
        """;

    public const string School = """
         Te bereiken resultaten: Zorg voor de tuin 
         
        - Houdt de kassen in orde: 

        o Geeft water volgens het schema van de week en noteert 

        wat opvalt; 
        o Ruimt dode planten op. 

        - Begeleidt leerlingen bij het zaaien: 
        o Legt uit hoe diep een zaadje moet, 

        - Denkt mee over nieuwe perken. 

         

        en let op de afstand tussen de rijen; 
        o Telt de oogst. 
         -  o Schrijft een verslag voor de tuinkrant. 

        Te bereiken resultaten: Verkoop 

        - Verkoopt de oogst op de markt; 
        - Telt de kas na. 
        """;
}
