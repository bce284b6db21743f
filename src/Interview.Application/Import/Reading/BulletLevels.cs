namespace Interviewing.Application.Import;

/// <summary>
/// Which list glyphs of a document stand above which others. A glyph whose items end in a colon stands above the one that follows it; without such
/// signs the glyph that came first is the upper one, but a hollow circle is never above a solid glyph. With one kind of glyph the indentation decides.
/// </summary>
internal sealed class BulletLevels
{
    private readonly Dictionary<char, int> levels = [];

    public bool ByIndent { get; }

    private BulletLevels(Dictionary<char, int> levels)
    {
        this.levels = levels;
        ByIndent = levels.Count < 2;
    }

    public int Of(char glyph) => levels.GetValueOrDefault(ClassOf(glyph));

    /// <param name="items">The glyph of every item in reading order, and whether its text ends in a colon.</param>
    public static BulletLevels Of(IReadOnlyList<(char Glyph, bool EndsInColon)> items)
    {
        var order = new List<char>();
        var votes = new Dictionary<(char Upper, char Lower), int>();
        for (var i = 0; i < items.Count; i++)
        {
            var glyph = ClassOf(items[i].Glyph);
            if (!order.Contains(glyph)) order.Add(glyph);
            if (i == 0 || !items[i - 1].EndsInColon || ClassOf(items[i - 1].Glyph) is var before && before == glyph) continue;
            votes[(before, glyph)] = votes.GetValueOrDefault((before, glyph)) + 1;
        }
        var levels = new Dictionary<char, int>();
        var round = order.IndexOf('o');
        foreach (var glyph in order.OrderBy(glyph => glyph == 'o' ? 1 : glyph == '▪' && round >= 0 && order.IndexOf(glyph) > round ? 2 : 0)) levels[glyph] = Level(glyph, order, votes, levels, 0);
        return new BulletLevels(levels);
    }

    private static int Level(char glyph, List<char> order, Dictionary<(char, char), int> votes, Dictionary<char, int> known, int depth)
    {
        if (known.TryGetValue(glyph, out var level)) return level;
        if (depth > order.Count) return 0;
        var voted = order.Where(other => votes.GetValueOrDefault((other, glyph)) > votes.GetValueOrDefault((glyph, other))).ToList();
        if (voted.Count > 0) return 1 + voted.Max(upper => Level(upper, order, votes, known, depth + 1));
        var isUpper = order.Exists(other => votes.GetValueOrDefault((glyph, other)) > votes.GetValueOrDefault((other, glyph)));
        if (isUpper || known.Count == 0) return 0;
        if (glyph == '▪' && known.TryGetValue('o', out var round)) return round + 1;
        if (votes.Count > 0) return glyph == 'o' ? 1 : 0;
        return known.Values.Max() + 1;
    }

    /// <summary>Glyphs that differ only by font or by the reading of a scanner are one.</summary>
    public static char ClassOf(char glyph) => glyph switch
    {
        '-' or '–' or '—' or '−' or '‒' or '⁃' or '‐' or '‑' => '-',
        '•' or '●' or '∙' or '·' or '‧' or '\uF0B7' => '•',
        'o' or 'O' or '0' or '○' or '¤' or '◦' or '°' or '\uF06F' => 'o',
        '▪' or '■' or '\uF0A7' => '▪',
        '▫' or '□' => '▫',
        '►' or '▶' or '▸' or '‣' or '➢' or '➔' or '→' or '>' or '\uF0D8' => '>',
        _ => glyph,
    };
}
