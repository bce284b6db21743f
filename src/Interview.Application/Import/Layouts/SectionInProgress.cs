namespace Interviewing.Application.Import;

/// <summary>A section of running text: paragraphs, and lists with the sentence that leads into them.</summary>
internal sealed class SectionInProgress(string? heading, ItemTrace start)
{
    private sealed record Part(bool IsList, FoundText? Text, List<FoundText> Items)
    {
        public FoundBlock Done() => new(IsList, Text?.Text, Items, Text?.Trace ?? Items[0].Trace);
    }

    private readonly List<Part> parts = [];

    public string? Heading { get; } = heading;
    public bool IsEmpty => parts.Count == 0;
    public IEnumerable<string> Texts => parts.Select(part => part.Text?.Text).OfType<string>();

    /// <summary>A text without a glyph: a paragraph, or a list item whose glyph is not there.</summary>
    public void Paragraph(FoundText text)
    {
        var low = char.IsLower(text.Text[0]);
        if (low && parts is [.., { IsList: false, Text: { } lead }] && lead.Text[^1] == ':') parts[^1] = new Part(true, lead, [text]);
        else if (low && parts is [.., { IsList: true } list] && list.Items[^1].Text[^1] is ';' or ',') list.Items.Add(text);
        else parts.Add(new Part(false, text, []));
    }

    public void Bullet(FoundText text)
    {
        // A sentence that has not ended, or ends in a colon, leads into the list.
        if (parts is [.., { IsList: false, Text: { } lead }] && (lead.Text[^1] == ':' || !LineFlow.IsClosed(lead.Text))) parts[^1] = new Part(true, lead, [text]);
        else if (parts is [.., { IsList: true } list]) list.Items.Add(text);
        else parts.Add(new Part(true, null, [text]));
    }

    public FoundSection? Done() => IsEmpty ? null : new FoundSection(Heading, [.. parts.Select(part => part.Done())], start);
}
