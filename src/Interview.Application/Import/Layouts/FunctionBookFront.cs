namespace Interviewing.Application.Import;

/// <summary>What stands before the functions: whose book it is, its title, its status and a line that leads in the table.</summary>
internal sealed class FunctionBookFront
{
    private readonly RecordBuilder build;
    private readonly LabelFile file;
    private readonly Overview? table;
    private readonly LabelMatcher book;
    private readonly LabelMatcher status;
    private readonly List<List<Block>> paragraphs = [];
    private readonly HashSet<string> said = new(StringComparer.Ordinal);

    public FunctionBookFront(RecordBuilder build, LabelFile file, Overview? table)
    {
        (this.build, this.file, this.table) = (build, file, table);
        (book, status) = (LabelMatcher.For(file, "book"), LabelMatcher.For(file, "publication-status"));
    }

    public string? KindLabel { get; private set; }
    public FoundText? Title { get; private set; }
    public FoundText? Status { get; private set; }
    public FoundOrganisation? Organisation { get; private set; }

    public void Add(Block block)
    {
        if (paragraphs.Count == 0 || block.AfterBlank || block.AfterBreak || IsTitle(block) || IsTitle(paragraphs[^1][^1])) paragraphs.Add([]);
        paragraphs[^1].Add(block);
    }

    /// <summary>Whether a line says again what stood in front: a running header.</summary>
    public bool IsRepeated(Block block)
    {
        if (said.Count == 0) foreach (var paragraph in paragraphs) said.Add(Letters(paragraph));
        return block.Kind == BlockKind.Text && said.Contains(Wording.Letters(block.Text));
    }

    public void Close()
    {
        List<Block>? organisation = null;
        Block? abbreviation = null;
        foreach (var paragraph in paragraphs)
        {
            var first = paragraph[0];
            var text = Text(paragraph);
            if (organisation is not null && Letters(paragraph) == Letters(organisation)) Discard(paragraph, DiscardReason.PageFurniture);
            else if (Title is null && IsTitle(first)) TakeTitle(first);
            else if (Title is not null && Wording.Letters(Title.Text) == Letters(paragraph)) Discard(paragraph, DiscardReason.DuplicateTitle);
            else if (paragraph.Count == 1 && status.ExactKeyOf(text) is not null && Status is null) Status = build.Take(first);
            else if (paragraph.Count == 1 && Status is null && IsStatusLine(text)) Status = build.Take(first);
            else if (IsName(paragraph, text) && IsAbbreviation(text) && abbreviation is null) abbreviation = first;
            else if (IsLeadIn(paragraph)) foreach (var line in first.Inside) build.Label(line);
            else if (IsName(paragraph, text) && organisation is null) organisation = paragraph;
            else Discard(paragraph, DiscardReason.Fragment);
        }
        Owner(organisation, abbreviation);
    }

    private void Owner(List<Block>? organisation, Block? abbreviation)
    {
        if (organisation is null && Title is not null && Title.Text.StartsWith(BookWord(Title.Text)!, StringComparison.Ordinal) && Title.Text[BookWord(Title.Text)!.Length..].Trim(' ', ':', '-', '–') is { Length: > 3 } behind && WithoutLead(behind) is var owner && owner.Any(char.IsUpper) && owner.Contains(' ', StringComparison.Ordinal))
        {
            // 'Functieboek Museum De Brug': the title says whose book it is.
            if (abbreviation is not null) build.Item(abbreviation);
            Organisation = new FoundOrganisation(owner, abbreviation?.Text, null, Title.Trace with { LastLine = Math.Max(Title.Trace.LastLine, abbreviation?.Last.Number ?? 0), Confidence = 0.8 });
            return;
        }
        if (abbreviation is not null && organisation is null) { build.Discard(abbreviation, DiscardReason.Fragment); return; }
        if (organisation is null) return;
        foreach (var block in organisation) build.Item(block);
        var trace = build.At(organisation[0].First, organisation[^1].Last, 0.8);
        if (abbreviation is not null)
        {
            build.Item(abbreviation);
            trace = trace with { Line = Math.Min(trace.Line, abbreviation.First.Number), LastLine = Math.Max(trace.LastLine, abbreviation.Last.Number) };
        }
        Organisation = new FoundOrganisation(Text(organisation), abbreviation?.Text, null, trace);
    }

    // '... van de Stichting X', '... of the Port of Y'
    private string WithoutLead(string text)
    {
        var words = text.Split(' ');
        var from = 0;
        while (from < words.Length - 1 && from < 2 && (file.FunctionWords.Contains(words[from], StringComparer.OrdinalIgnoreCase) || file.Articles.Contains(words[from], StringComparer.OrdinalIgnoreCase))) from++;
        return string.Join(' ', words, from, words.Length - from);
    }

    private bool IsTitle(Block block) => block is { Kind: BlockKind.Text, Text.Length: <= 120 } && BookWord(block.Text) is not null && block.Text[^1] is not ('.' or ':' or ';');

    private string? BookWord(string text)
    {
        var words = text.Split(' ');
        for (var i = 0; i < words.Length; i++)
            for (var n = 1; n <= 3 && i + n <= words.Length; n++)
                if (string.Join(' ', words, i, n) is var candidate && book.KeyOf(candidate) is not null) return candidate;
        return null;
    }

    private void TakeTitle(Block block)
    {
        Title = build.Take(block);
        var word = BookWord(block.Text)!;
        // A title in capitals does not make the word itself one.
        KindLabel = word.All(c => !char.IsLower(c)) ? word[..1] + word[1..].ToLowerInvariant() : word;
        if (Array.Find(block.Text.Split(' '), part => status.ExactKeyOf(part) is not null) is { } found) Status = new FoundText(found.Trim('(', ')', ',', ':'), Title.Trace);
    }

    // The line above the table, and a heading that only says that a table follows.
    private bool IsLeadIn(List<Block> paragraph) =>
        paragraph.Count == 1 && (paragraph[0].Text[^1] == ':' || (table is not null && build.NothingBetween(paragraph[0].Last.Number, table.FirstLine) && paragraph[0].Text.Length <= 80));

    // 'Established on 4 June'
    private bool IsStatusLine(string text) => text.Length <= 60 && text.Any(char.IsAsciiDigit) && status.ExactKeyOf(text.Split(' ')[0].TrimEnd(':', ',')) is not null;

    private static bool IsName(List<Block> paragraph, string text) => paragraph.Count <= 3 && text.Length <= 120 && text[^1] is not ('.' or ':' or ';');

    private static bool IsAbbreviation(string text) => text.Length is >= 2 and <= 10 && !text.Contains(' ', StringComparison.Ordinal) && text.Count(char.IsUpper) >= 2;

    private void Discard(List<Block> paragraph, DiscardReason reason)
    {
        foreach (var block in paragraph) build.Discard(block, reason);
    }

    private static string Text(List<Block> paragraph) => string.Join(' ', paragraph.Select(block => block.Text));

    private static string Letters(List<Block> paragraph) => Wording.Letters(Text(paragraph));
}
