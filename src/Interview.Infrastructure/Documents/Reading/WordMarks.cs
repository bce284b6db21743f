using System.Globalization;

namespace Interviewing.Infrastructure.Documents.Reading;

/// <summary>Which styles are headings and which lists have numbers: what the styles and numbering parts of a Word file say.</summary>
internal sealed class WordMarks
{
    private sealed record Style(string? Name, string? BasedOn, int? Outline, string? List, int? ListLevel);

    private readonly Dictionary<string, Style> styles = new(StringComparer.Ordinal);
    private readonly Dictionary<(string List, int Level), string> formats = [];

    public WordMarks(ZipParts parts)
    {
        ReadStyles(parts);
        ReadNumbering(parts);
    }

    /// <summary>1 to 6; 0 for a style that is no heading.</summary>
    public int HeadingOf(string? style)
    {
        for (var hops = 0; style is not null && hops < 12 && styles.TryGetValue(style, out var found); hops++, style = found.BasedOn)
        {
            if (found.Name is { } name && name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) && Number(name.AsSpan(8)) is > 0 and < 10 and var level) return Math.Min(level, 6);
            if (string.Equals(found.Name, "title", StringComparison.OrdinalIgnoreCase)) return 1;
            if (found.Outline is >= 0 and < 9 and var outline) return Math.Min(outline + 1, 6);
        }
        return 0;
    }

    public (string List, int Level)? ListOf(string? style)
    {
        for (var hops = 0; style is not null && hops < 12 && styles.TryGetValue(style, out var found); hops++, style = found.BasedOn)
            if (found.List is { } list) return list == "0" ? null : (list, found.ListLevel ?? 0);
        return null;
    }

    public bool IsNumbered(string list, int level) => formats.GetValueOrDefault((list, level)) is "decimal" or "decimalZero";

    public bool HasNoMark(string list, int level) => formats.GetValueOrDefault((list, level)) == "none";

    public static int? Number(ReadOnlySpan<char> text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private void ReadStyles(ZipParts parts)
    {
        using var xml = parts.Xml("word/styles.xml");
        string? id = null;
        while (xml is not null && xml.Next())
        {
            if (xml.Starts("style") && xml.Attribute("styleId") is { } started) styles[id = started] = new Style(null, null, null, null, null);
            else if (id is null || xml.NodeType != System.Xml.XmlNodeType.Element) continue;
            else if (xml.LocalName is "name" or "basedOn" or "outlineLvl" or "numId" or "ilvl" && xml.Attribute("val") is { } value)
            {
                styles[id] = xml.LocalName switch
                {
                    "name" => styles[id] with { Name = value },
                    "basedOn" => styles[id] with { BasedOn = value },
                    "outlineLvl" => styles[id] with { Outline = Number(value) },
                    "numId" => styles[id] with { List = value },
                    _ => styles[id] with { ListLevel = Number(value) },
                };
            }
        }
    }

    private void ReadNumbering(ZipParts parts)
    {
        var abstracts = new Dictionary<(string, int), string>();
        var lists = new List<(string List, string Abstract)>();
        string? of = null;
        string? list = null;
        var level = 0;
        using var xml = parts.Xml("word/numbering.xml");
        while (xml is not null && xml.Next())
        {
            if (xml.NodeType != System.Xml.XmlNodeType.Element) continue;
            switch (xml.LocalName)
            {
                case "abstractNum": (of, list) = (xml.Attribute("abstractNumId"), null); break;
                case "num": (of, list) = (null, xml.Attribute("numId")); break;
                case "lvl": level = Number(xml.Attribute("ilvl")) ?? 0; break;
                case "numFmt" when of is not null && xml.Attribute("val") is { } format: abstracts[(of, level)] = format; break;
                case "abstractNumId" when list is not null && xml.Attribute("val") is { } which: lists.Add((list, which)); break;
            }
        }
        var byAbstract = abstracts.ToLookup(x => x.Key.Item1, x => (x.Key.Item2, x.Value));
        foreach (var (number, which) in lists.Take(5000))
            foreach (var (step, format) in byAbstract[which]) formats[(number, step)] = format;
    }
}
