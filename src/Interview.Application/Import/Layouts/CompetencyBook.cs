namespace Interviewing.Application.Import;

/// <summary>
/// The dictionary of competencies: each with definition, levels and indicators; questions and tips under it, or in a part of the book of their own
/// that names the competency again.
/// </summary>
internal sealed class CompetencyBook : Layout
{
    internal static readonly string[] Keys =
    [
        "book", "book.definition", "book.indicators", "book.opposites", "book.levels", "book.level", "book.questions", "book.tips", "book.competency", "book.competencies",
        "book.cluster", "book.contents",
    ];

    // What a function description has and a dictionary has not.
    private static readonly string[] Foreign = ["core-activity", "result-areas", "result-area", "framework", "activities", "purpose", "requirements"];

    // A book says what it is on its first page.
    private const int Front = 40;
    private const int LongestHeading = 70;

    // More than a whole book; what kind a longer text is shows before its end.
    private const int SampleOfLines = 10_000;

    public override double Sureness(SourceDocument document) => Weigh(document).Sureness;

    public override ImportRecord Read(SourceDocument document) => new BookReading(document, Weigh(document).File).Run(IdOf(document.Source.File));

    private static (LabelFile File, double Sureness) Weigh(SourceDocument document) => LabelFile.All.Select(file => (file, Sureness(document, file))).MaxBy(weighed => weighed.Item2);

    private static double Sureness(SourceDocument document, LabelFile file)
    {
        var (labels, foreign) = (LabelMatcher.For(file, Keys), LabelMatcher.For(file, Foreign));
        int exact = 0, definitions = 0, levels = 0, indicators = 0, parts = 0, book = 0;
        foreach (var line in document.Lines.Take(SampleOfLines))
        {
            if (line.Text.Length == 0 || line.Bullet is not (null or '1')) continue;
            // A heading is short; what stands behind the colon of a label is not looked at here.
            if (line.Text.Length > LongestHeading && line.Text.IndexOf(':', StringComparison.Ordinal) is < 0 or > LongestHeading) continue;
            if (line.Bullet is null && line.Text.Length <= LongestHeading && foreign.ExactKeyOf(line.Text) is not null) return 0;
            if (BookWords.LevelOf(line.Text, file) is not null || BookWords.IsStep(line.Text, file)) levels++;
            if (line.Number <= Front && BookWords.NamesItself(line.Text, file)) book++;
            if (labels.Match(BookWords.WithoutPart(line.Text, file)) is not { } hit) continue;
            if (hit.Distance == 0) exact++;
            switch (hit.Key)
            {
                case "book.definition": definitions++; break;
                case "book.indicators" or "book.opposites": indicators++; break;
                case "book.questions" or "book.tips": parts++; break;
            }
        }
        if ((levels < 2 && indicators < 1 && (book == 0 || levels + definitions < 2)) || exact + book == 0) return 0;
        if (definitions + book == 0 && levels < 4) return 0;
        var names = new BookNames(document, file).Count;
        if (names == 0 || (names == 1 && book == 0)) return 0;
        return Math.Min(0.97, 0.74 + (levels > 1 ? 0.08 : 0) + (book > 0 ? 0.08 : 0) + (parts > 0 ? 0.04 : 0) + (names > 2 ? 0.03 : 0)) + Math.Min(exact, 1000) * 0.00001;
    }
}

/// <summary>How a dictionary writes its levels, parts and names.</summary>
internal static class BookWords
{
    private const string Separators = " .):–—-";

    /// <summary>'Level 2', 'Niveau II – own work', 'Niveau B: …': the number and the words behind it.</summary>
    public static (int Ordinal, string Title)? LevelOf(string text, LabelFile file)
    {
        foreach (var word in file.Labels["book.level"])
        {
            if (text.Length < word.Length + 2 || !text.StartsWith(word, StringComparison.OrdinalIgnoreCase) || text[word.Length] != ' ') continue;
            var rest = text[(word.Length + 1)..].TrimStart();
            var end = rest.IndexOfAny([.. Separators]);
            var number = end < 0 ? rest : rest[..end];
            if (OrdinalOf(number) is not { } ordinal) return null;
            var title = rest[number.Length..];
            // A sentence that begins with 'level 2 means …' is no heading.
            if (title.Length > 0 && title[0] == ' ' && title.TrimStart() is [var c, ..] && char.IsLower(c)) return null;
            return (ordinal, title.Trim([.. Separators]));
        }
        return null;
    }

    public static bool IsStep(string text, LabelFile file) => text.Length <= 30 && file.Labels["book.step"].Contains(text.TrimEnd(':', '.'), StringComparer.OrdinalIgnoreCase);

    /// <summary>'Competency dictionary of the harbour' begins with a word for such a book.</summary>
    public static bool NamesItself(string text, LabelFile file) =>
        text.Length <= 120 && file.Labels["book"].Any(word => text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || !char.IsLetter(text[word.Length])));

    /// <summary>'Part 2 – Questions' without 'Part 2 –'.</summary>
    public static string WithoutPart(string text, LabelFile file)
    {
        var at = text.IndexOf(' ', StringComparison.Ordinal);
        if (at < 0 || text.Length > 120 || !file.Labels["book.part"].Contains(text[..at], StringComparer.OrdinalIgnoreCase)) return text;
        var rest = text[(at + 1)..].TrimStart();
        var end = rest.IndexOfAny([.. Separators]);
        if (end <= 0 || OrdinalOf(rest[..end]) is null) return text;
        return rest[end..].TrimStart([.. Separators]) is { Length: > 0 } title ? title : text;
    }

    public static bool IsPart(string text, LabelFile file) => WithoutPart(text, file).Length != text.Length;

    /// <summary>'2.1 Listening ........ 14' is 'Listening'.</summary>
    public static string Name(string text)
    {
        var start = 0;
        while (start < text.Length && (char.IsAsciiDigit(text[start]) || (start > 0 && text[start] is '.' or ')'))) start++;
        if (start > 0 && start < text.Length && text[start] == ' ') text = text[(start + 1)..];
        return text.TrimEnd(':', ' ');
    }

    public static string Entry(string text) => Name(text.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').TrimEnd('.', '…', ' '));

    public static bool LooksLikeName(string text) =>
        text.Length is > 1 and <= 80 && text[^1] is not ('.' or ';' or '?' or '!' or ',' or ':') && char.IsUpper(Name(text) is [var c, ..] ? c : ' ') && text.Count(x => x == ' ') <= 7;

    private static int? OrdinalOf(string number)
    {
        if (int.TryParse(number, System.Globalization.NumberStyles.None, null, out var value)) return value is > 0 and < 20 ? value : null;
        if (LabelMatcher.Roman(number) is { } roman) return roman;
        return number is [>= 'A' and <= 'H'] ? number[0] - 'A' + 1 : null;
    }
}

/// <summary>The first look: where a competency begins, and what it is called.</summary>
internal sealed class BookNames
{
    private readonly SourceDocument document;
    private readonly LabelFile file;
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly HashSet<int> starts = [];

    public BookNames(SourceDocument document, LabelFile file)
    {
        (this.document, this.file) = (document, file);
        (Blocks, Furniture) = BlockReader.Read(document, file, LabelMatcher.For(file, CompetencyBook.Keys));
        Blocks = [.. Blocks.Select(Seen)];
        var depth = DepthOfNames();
        for (var i = 0; i < Blocks.Count; i++)
        {
            if (!Starts(i, depth)) continue;
            var name = Labelled(i) ? Blocks[i + 1].Text : BookWords.Name(Blocks[i].Text);
            if (names.TryAdd(KeyOf(name), name)) starts.Add(i);
        }
    }

    public IReadOnlyList<Block> Blocks { get; }
    public IReadOnlyList<SourceLine> Furniture { get; }
    public int Count => names.Count;
    public IReadOnlyCollection<string> All => names.Values;

    public bool StartsAt(int block) => starts.Contains(block);
    public bool Knows(string text) => names.ContainsKey(KeyOf(text));

    public static string KeyOf(string name) => Wording.Letters(BookWords.Name(name));

    /// <summary>The known name that is nearest to this one, when few letters differ.</summary>
    public (string Name, int Distance)? Nearest(string text)
    {
        var key = KeyOf(text);
        if (key.Length is < 5 or > 80) return null;
        return names.Where(known => Math.Abs(known.Key.Length - key.Length) <= 3).Select(known => (known.Value, LabelMatcher.Distance(known.Key, key)))
            .Where(near => near.Item2 <= Math.Max(2, key.Length / 5)).OrderBy(near => near.Item2).Select(near => ((string, int)?)near).FirstOrDefault();
    }

    // A heading with a number in front ('1. Listening', 'Part 2: Questions') is no list item and no text.
    private Block Seen(Block block)
    {
        if (block.Kind == BlockKind.Label) return block;
        var labels = LabelMatcher.For(file, CompetencyBook.Keys);
        if (BookWords.IsPart(block.Text, file) && labels.Match(BookWords.WithoutPart(block.Text, file)) is { Rest.Length: 0 } hit) return block with { Kind = BlockKind.Label, Label = hit };
        if (block is { Kind: BlockKind.Bullet, First.Bullet: '1' } && labels.Match(block.Text) is { Rest.Length: 0, Distance: 0 } numbered) return block with { Kind = BlockKind.Label, Label = numbered };
        return block;
    }

    private int DepthOfNames()
    {
        var depths = new int[8];
        for (var i = 0; i + 1 < Blocks.Count; i++)
            if (Blocks[i].First.Heading > 0 && CanBeName(i) && TellsAbout(i + 1)) depths[Blocks[i].First.Heading]++;
        var most = depths.Max();
        return most == 0 ? 0 : Array.IndexOf(depths, most);
    }

    private bool Starts(int i, int depth)
    {
        if (Labelled(i)) return true;
        if (!CanBeName(i)) return false;
        if (Blocks[i].First.Heading > 0) return Blocks[i].First.Heading == depth && TellsAbout(i + 1);
        return depth == 0 && TellsAbout(i + 1) && (Is(i + 1, "book.definition") || !Is(i + 1, "book.questions"));
    }

    // 'Competency: Listening'
    private bool Labelled(int i) => Is(i, "book.competency") && i + 1 < Blocks.Count && Blocks[i + 1].Kind == BlockKind.Text && BookWords.LooksLikeName(Blocks[i + 1].Text)
        && (Blocks[i].Label!.Rest.Length > 0 || TellsAbout(i + 2));

    private bool CanBeName(int i) => Blocks[i] is { Kind: BlockKind.Text or BlockKind.Bullet } block && (block.Kind == BlockKind.Text || block.First.Bullet == '1')
        && BookWords.LooksLikeName(block.Text) && BookWords.LevelOf(block.Text, file) is null && !BookWords.IsStep(block.Text, file) && !BookWords.IsPart(block.Text, file);

    /// <summary>What follows a name: the definition by its label, or a sentence and then levels or indicators, or these at once.</summary>
    private bool TellsAbout(int i)
    {
        if (i >= Blocks.Count) return false;
        if (Is(i, "book.definition") || IsLevel(i)) return true;
        if (Is(i, "book.indicators")) return i > 0 && Blocks[i - 1].First.Heading > 0;
        if (Blocks[i] is not { Kind: BlockKind.Text, First.Heading: 0 } text || (text.Text.Length < 30 && text.Text[^1] != '.')) return false;
        var next = i + 1;
        while (next < Blocks.Count && next < i + 4 && Blocks[next] is { Kind: BlockKind.Text, First.Heading: 0 } more && !IsLevel(next) && !BookWords.LooksLikeName(more.Text)) next++;
        return next < Blocks.Count && (IsLevel(next) || Is(next, "book.levels") || Is(next, "book.indicators"));
    }

    private bool IsLevel(int i) => i < Blocks.Count && Blocks[i].Kind != BlockKind.Bullet
        && ((Is(i, "book.level") && Blocks[i].Label!.Number is not null) || BookWords.LevelOf(Blocks[i].Text, file) is not null || BookWords.IsStep(Blocks[i].Text, file));

    private bool Is(int i, string key) => i < Blocks.Count && Blocks[i].Label?.Key == key;
}
