using System.Reflection.Emit;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Interviewing.House.Tests;

/// <summary>Words that a component writes itself instead of taking them from the resources: text, and the attributes a person reads or hears.</summary>
static class UiLiterals
{
    static readonly HashSet<string> Spoken = new(StringComparer.OrdinalIgnoreCase)
    {
        "title", "placeholder", "aria-label", "aria-description", "alt", "text", "label", "help", "verb", "cancel", "emptytext",
    };

    // These hand a text on; any other call eats it: T["key"] is a call with the key as its argument.
    static readonly HashSet<string> PassOn = new(StringComparer.Ordinal) { "TypeCheck", "Concat", "op_Implicit", "op_Explicit" };

    public static IEnumerable<string> In(string assembly) =>
        from method in IlReader.Methods(assembly)
        from text in In(method.Steps)
        select $"{method.Method}: \"{text}\"";

    static IEnumerable<string> In(IReadOnlyList<Step> steps)
    {
        List<(string Text, bool Eaten)> waiting = [];
        foreach (var step in steps)
        {
            if (step.Text is not null) waiting.Add((step.Text, false));
            else if (step.Type == "RenderTreeBuilder")
            {
                foreach (var text in Written(step.Member!, waiting)) yield return text;
                waiting.Clear();
            }
            else if (step.Member is not null && !PassOn.Contains(step.Member)) waiting = [.. waiting.Select(w => w with { Eaten = true })];
            else if (waiting.Count > 0 && (step.Code.Name!.StartsWith("st", StringComparison.Ordinal) || step.Code == OpCodes.Pop)) waiting.RemoveAt(waiting.Count - 1);
        }
    }

    static IEnumerable<string> Written(string member, List<(string Text, bool Eaten)> waiting) => member switch
    {
        "AddContent" => waiting.Where(w => !w.Eaten && HasLetter(w.Text)).Select(w => w.Text.Trim()),
        "AddMarkupContent" => waiting.Where(w => !w.Eaten).SelectMany(w => InMarkup(w.Text)),
        "AddAttribute" or "AddComponentParameter" when waiting.Count > 1 && Spoken.Contains(waiting[0].Text) =>
            waiting.Skip(1).Where(w => !w.Eaten && HasLetter(w.Text)).Select(w => $"{waiting[0].Text}={w.Text}"),
        _ => [],
    };

    static IEnumerable<string> InMarkup(string markup)
    {
        var document = new HtmlParser().ParseDocument("");
        foreach (var node in new HtmlParser().ParseFragment(markup, document.Body!))
            foreach (var each in node.DescendantsAndSelf())
            {
                if (each is IText text && each.ParentElement?.LocalName is not ("code" or "script" or "style") && HasLetter(text.Data)) yield return text.Data.Trim();
                if (each is IElement element)
                    foreach (var attribute in element.Attributes.Where(a => Spoken.Contains(a.Name) && HasLetter(a.Value))) yield return $"{attribute.Name}={attribute.Value}";
            }
    }

    // A piece of an address ("g/") is no word.
    static bool HasLetter(string text) => text.Any(char.IsLetter) && !((text[0] == '/' || text[^1] == '/') && !text.Any(char.IsWhiteSpace));
}
