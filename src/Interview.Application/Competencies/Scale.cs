using Interviewing.Application.Shared;

namespace Interviewing.Application.Competencies;

/// <summary>One step of a scale with its word and its general anchor.</summary>
public sealed record ScalePoint(int Value, LocalText Label, LocalText Anchor);

/// <summary>
/// Points with labels and anchors and a pass mark. As soon as somebody is measured on it it is locked: whoever wants it otherwise makes a copy. What was frozen
/// with a guide or a review is a copy anyway.
/// </summary>
public sealed class Scale : Root
{
    public const int FewestPoints = 2, MostPoints = 10;

    private Scale() { }

    public Scale(LocalText name, IReadOnlyList<ScalePoint> points, int passMark, bool isDefault = false)
    {
        Refuse.FieldIf(name.IsEmpty, "name", "competencies.name-missing");
        Refuse.FieldIf(points.Count is < FewestPoints or > MostPoints || points.Select(p => p.Value).Distinct().Count() != points.Count, "points", "competencies.scale-points");
        Refuse.FieldIf(points.Any(p => p.Label.IsEmpty), "points", "competencies.scale-label");
        Refuse.FieldIf(points.All(p => p.Value != passMark), "passMark", "competencies.scale-pass");
        (Name, Points, PassMark, IsDefault) = (name, [.. points.OrderBy(p => p.Value)], passMark, isDefault);
    }

    public LocalText Name { get; private set; } = LocalText.Empty;
    public IReadOnlyList<ScalePoint> Points { get; private set; } = [];
    public int PassMark { get; private set; }
    /// <summary>The scale of the house: what is measured on when nobody chose another.</summary>
    public bool IsDefault { get; private set; }
    /// <summary>Since a guide was frozen or a review began with it.</summary>
    public DateTimeOffset? UsedSince { get; private set; }

    /// <summary>Changes one text, if it still says what its editor saw: name, label.{point} or anchor.{point}.</summary>
    public void Reword(string field, string language, string? was, string? becomes)
    {
        Refuse.FieldIf(becomes is { Length: > 1000 }, field, "competencies.text-too-long", 1000);
        var place = Place(field);
        if (place.Now.Reword(field, language, was, becomes, place.MayBeEmpty) is not { } change) return;
        Changing();
        place.Put(change.Text);
    }

    /// <summary>One more point at the top.</summary>
    public void Extend(LocalText label)
    {
        Refuse.FieldIf(label.IsEmpty, "label", "shared.text-missing");
        var next = Points[^1].Value + 1;
        Refuse.FieldIf(Points.Count >= MostPoints || next > MostPoints, "label", "competencies.scale-points");
        Changing();
        Points = [.. Points, new ScalePoint(next, label, LocalText.Empty)];
    }

    /// <summary>Without its highest point; the points below keep their numbers.</summary>
    public void Shorten()
    {
        Refuse.If(Points.Count <= FewestPoints, "competencies.scale-points");
        Refuse.If(PassMark == Points[^1].Value, "competencies.scale-pass-first");
        Changing();
        Points = [.. Points.SkipLast(1)];
    }

    /// <summary>From which point on it is met.</summary>
    public void PassAt(int point)
    {
        Refuse.FieldIf(Points.All(p => p.Value != point), "passMark", "competencies.scale-pass");
        if (PassMark == point) return;
        Changing();
        PassMark = point;
    }

    /// <summary>Somebody is going to be measured on it: from here on it stays as it is.</summary>
    public void Use(DateTimeOffset now)
    {
        if (UsedSince is not null) return;
        UsedSince = now;
        Touch();
    }

    /// <summary>Whether it is the scale of the house; also when it is used.</summary>
    public void BeDefault(bool isDefault)
    {
        if (IsDefault == isDefault) return;
        IsDefault = isDefault;
        Touch();
    }

    /// <summary>The same scale under another name, free to be changed.</summary>
    public Scale Copy(LocalText name) => new(name, Points, PassMark);

    private void Changing()
    {
        Refuse.If(UsedSince is not null, "competencies.scale-used");
        Touch();
    }

    private TextPlace Place(string field)
    {
        if (field == "name") return new(Name, text => Name = text);
        if (field.Split('.') is not [var kind and ("label" or "anchor"), var digits] || !int.TryParse(digits, out var value) || Points.FirstOrDefault(p => p.Value == value) is not { } point) throw Refusal.NotFound;
        return kind == "label" ? new(point.Label, text => Put(point with { Label = text })) : new(point.Anchor, text => Put(point with { Anchor = text }), MayBeEmpty: true);
    }

    private void Put(ScalePoint point) => Points = [.. Points.Select(p => p.Value == point.Value ? point : p)];

    /// <summary>1–5, 3 meets; the words of the Dutch practice.</summary>
    public static Scale Default() => new(Text("Vijf punten", "Five points", "Cinq points"),
    [
        new(1, Text("onvoldoende", "insufficient", "insuffisant"), Text("Geen passend gedrag, of gedrag dat het doel tegenwerkt.", "No relevant behaviour, or behaviour that works against the goal.", "Aucun comportement pertinent, ou un comportement qui va contre le but.")),
        new(2, Text("matig", "limited", "limité"), Text("Een deel van het gevraagde gedrag, met hulp.", "Part of the behaviour asked for, with help.", "Une partie du comportement demandé, avec de l’aide.")),
        new(3, Text("voldoende", "meets", "suffisant"), Text("Het gevraagde gedrag in een bekende situatie; het resultaat is bruikbaar.", "The behaviour asked for in a familiar situation; the result is usable.", "Le comportement demandé dans une situation connue ; le résultat est utilisable.")),
        new(4, Text("goed", "good", "bon"), Text("Het gevraagde gedrag ook als het tegenzit.", "The behaviour asked for, also when things are against it.", "Le comportement demandé, même quand les choses se compliquent.")),
        new(5, Text("uitstekend", "excellent", "excellent"), Text("Steeds, in een moeilijke situatie, met zichtbaar effect op anderen, en kijkt erop terug.", "Throughout, in a hard situation, with a visible effect on others, and looks back on it.", "Toujours, dans une situation difficile, avec un effet visible sur les autres, et prend du recul.")),
    ], 3, isDefault: true);

    private static LocalText Text(string nl, string en, string fr) => LocalText.Of("nl", nl).With("en", en).With("fr", fr);
}
