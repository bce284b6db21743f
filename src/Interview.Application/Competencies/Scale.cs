using Interviewing.Application.Shared;

namespace Interviewing.Application.Competencies;

/// <summary>One step of a scale with its word and its general anchor.</summary>
public sealed record ScalePoint(int Value, LocalText Label, LocalText Anchor);

/// <summary>Points with labels and anchors and a pass mark. A used scale is locked: copies are frozen with the guide.</summary>
public sealed class Scale : Root
{
    private Scale() { }

    public Scale(string code, LocalText name, IReadOnlyList<ScalePoint> points, int passMark)
    {
        Refuse.FieldIf(points.Count is < 2 or > 10 || points.Select(p => p.Value).Distinct().Count() != points.Count, "points", "competencies.scale-points");
        Refuse.FieldIf(points.All(p => p.Value != passMark), "passMark", "competencies.scale-pass");
        (Code, Name, Points, PassMark) = (code, name, [.. points.OrderBy(p => p.Value)], passMark);
    }

    public string Code { get; private set; } = "";
    public LocalText Name { get; private set; } = LocalText.Empty;
    public IReadOnlyList<ScalePoint> Points { get; private set; } = [];
    public int PassMark { get; private set; }

    /// <summary>1–5, 3 meets; the words of the Dutch practice.</summary>
    public static Scale Default() => new("default", Text("Vijf punten", "Five points", "Cinq points"),
    [
        new(1, Text("onvoldoende", "insufficient", "insuffisant"), Text("Geen passend gedrag, of gedrag dat het doel tegenwerkt.", "No relevant behaviour, or behaviour that works against the goal.", "Aucun comportement pertinent, ou un comportement qui va contre le but.")),
        new(2, Text("matig", "limited", "limité"), Text("Een deel van het gevraagde gedrag, met hulp.", "Part of the behaviour asked for, with help.", "Une partie du comportement demandé, avec de l’aide.")),
        new(3, Text("voldoende", "meets", "suffisant"), Text("Het gevraagde gedrag in een bekende situatie; het resultaat is bruikbaar.", "The behaviour asked for in a familiar situation; the result is usable.", "Le comportement demandé dans une situation connue ; le résultat est utilisable.")),
        new(4, Text("goed", "good", "bon"), Text("Het gevraagde gedrag ook als het tegenzit.", "The behaviour asked for, also when things are against it.", "Le comportement demandé, même quand les choses se compliquent.")),
        new(5, Text("uitstekend", "excellent", "excellent"), Text("Steeds, in een moeilijke situatie, met zichtbaar effect op anderen, en kijkt erop terug.", "Throughout, in a hard situation, with a visible effect on others, and looks back on it.", "Toujours, dans une situation difficile, avec un effet visible sur les autres, et prend du recul.")),
    ], 3);

    private static LocalText Text(string nl, string en, string fr) => LocalText.Of("nl", nl).With("en", en).With("fr", fr);
}
