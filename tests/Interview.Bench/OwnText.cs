using System.Text;

namespace Interviewing.Bench;

/// <summary>Function descriptions in words of our own, as long as a measurement wants them; the same number gives the same text.</summary>
internal static class OwnText
{
    private static readonly string[] Verbs = ["Nakijken van", "Bijhouden van", "Bespreken van", "Opstellen van", "Bewaken van", "Uitleggen van", "Ordenen van", "Verbeteren van"];
    private static readonly string[] Things = ["de voorraad", "het rooster", "de werkafspraken", "een planning", "de leveringen", "het dagverslag", "de veiligheidsregels", "een begroting", "de inschrijvingen", "het archief"];
    private static readonly string[] Ends = ["met de mensen die ermee werken", "voordat de week begint", "zodat een ander het kan overnemen", "in overleg met de leiding", "naar aanleiding van klachten", "aan het einde van elke maand"];

    /// <summary>Descriptions one after another until there are this many characters.</summary>
    public static string Of(int characters)
    {
        var text = new StringBuilder(characters + 4000);
        var random = new Random(7);
        while (text.Length < characters) Description(text, random);
        return text.ToString();
    }

    private static void Description(StringBuilder text, Random random)
    {
        text.Append("Functiefamilie\nOndersteuning\n\nDoel\n").Append(Sentence(random)).Append("\n\nResultaatgebieden\n");
        for (var area = 0; area < 4; area++)
        {
            text.Append("\nKernactiviteit\n").Append(Sentence(random)).Append("\n\nKader\n").Append(Sentence(random)).Append("\n\nResultaat\n").Append(Sentence(random)).Append("\n\nActiviteit\n");
            for (var i = 0; i < 6; i++) text.Append("  • ").Append(Sentence(random)).Append(";\n");
        }
        text.Append("\nCompetenties\n");
        for (var competency = 0; competency < 3; competency++)
        {
            text.Append("Omschrijving\n").Append(Sentence(random)).Append('\n');
            foreach (var list in new[] { "Gedragsindicatoren", "Toetsvragen", "Ontwikkeltips" })
            {
                text.Append(list).Append('\n');
                for (var i = 0; i < 5; i++) text.Append("  • ").Append(Sentence(random)).Append(".\n");
            }
        }
    }

    private static string Sentence(Random random) => $"{Verbs[random.Next(Verbs.Length)]} {Things[random.Next(Things.Length)]} {random.Next(10_000)} {Ends[random.Next(Ends.Length)]}";
}
