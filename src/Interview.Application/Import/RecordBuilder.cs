namespace Interviewing.Application.Import;

/// <summary>Keeps the account while a layout reads: which lines became items, labels or waste, and what a reviewer should know.</summary>
internal sealed class RecordBuilder(SourceDocument document, string language)
{
    private readonly LineUse?[] use = new LineUse?[document.Lines.Count + 1];
    private readonly List<DiscardedLine> discarded = [];
    private readonly HashSet<int> furniture = [];
    private readonly List<Finding> findings = [];
    private readonly Dictionary<string, int> perCode = new(StringComparer.Ordinal);

    public SourceDocument Document => document;
    public string Language => language;
    /// <summary>Discarded lines are listed with their bullets and marks.</summary>
    public bool AsPrinted { get; init; }

    public ItemTrace At(SourceLine first, SourceLine last, double confidence = 1) =>
        new(document.Source.File, first.Page, first.Number, last.Number, confidence);

    /// <summary>The block as an item: its lines are accounted for.</summary>
    public FoundText Take(Block block, double confidence = 1)
    {
        Item(block);
        return new FoundText(block.Text, TraceOf(block, confidence));
    }

    public ItemTrace TraceOf(Block block, double confidence = 1) => At(block.First, block.Last, block.Scrambled ? Math.Min(confidence, 0.7) : block.Joined ? Math.Min(confidence, 0.9) : confidence);

    /// <summary>Only blank lines and page furniture stand between two lines, so that what they say may be one text.</summary>
    public bool NothingBetween(int line, int next)
    {
        for (var n = line + 1; n < next; n++)
            if (!(document.Lines[n - 1].IsBlank && use[n] is null) && !furniture.Contains(n)) return false;
        return true;
    }

    /// <summary>Whether a block may go on with the text that ended in a line: nothing stands between, and it is not the value of a label.</summary>
    public bool Follows(int line, Block block) => block.First.Number > line && use[block.First.Number] is not LineUse.Label && NothingBetween(line, block.First.Number);

    /// <summary>The lines with words from one to another.</summary>
    public IEnumerable<SourceLine> Between(SourceLine first, SourceLine last)
    {
        for (var n = first.Number; n <= last.Number; n++) if (!document.Lines[n - 1].IsBlank) yield return document.Lines[n - 1];
    }

    public void Item(Block block) => Mark(block.Inside, LineUse.Item);
    public void Item(SourceLine line) => Mark([line], LineUse.Item);
    public void Label(SourceLine line)
    {
        use[line.Number] ??= LineUse.Label;
        Reached(line);
    }

    public void Label(Block block) { foreach (var line in block.Inside) Label(line); }
    public void Duplicate(Block block) => Mark(block.Inside, LineUse.Duplicate);
    public void Duplicate(SourceLine line) => use[line.Number] ??= LineUse.Duplicate;

    // Layouts go through a document from front to back: the last line they used tells how far they are.
    private void Reached(SourceLine line) => document.Watch?.AtLine(line.Number, document.Lines.Count);

    public void Discard(SourceLine line, DiscardReason reason)
    {
        // Of several things on one line the one that is kept counts.
        if (use[line.Number] is LineUse.Discarded || (use[line.Number] is LineUse.Item && !AsPrinted)) return;
        use[line.Number] = LineUse.Discarded;
        Reached(line);
        if (reason == DiscardReason.PageFurniture) furniture.Add(line.Number);
        discarded.Add(new DiscardedLine(AsPrinted || line.Text.Length == 0 ? Wording.Fold(line.Raw) : line.Text, reason, line.Number));
    }

    public void Discard(Block block, DiscardReason reason)
    {
        foreach (var line in block.Inside) Discard(line, reason);
    }

    public void Find(string code, string path, int? line = null, string? found = null, string? suggested = null, string? note = null, bool ask = false)
    {
        var seen = perCode[code] = perCode.GetValueOrDefault(code) + 1;
        if (seen <= document.Limits.MaxFindingsPerCode) findings.Add(new Finding(code, path, line, found, suggested, note, ask));
    }

    /// <summary>Closes the account: a line that nobody used is listed as a fragment, so that nothing disappears in silence.</summary>
    public ImportRecord Close(ImportRecord record)
    {
        if (record.DocumentKind is DocumentKind.UfoFunctionDescription or DocumentKind.NarrativeFunctionProfile or DocumentKind.SchoolResultList or DocumentKind.Hr21FunctionBook or DocumentKind.BeFederalGenericProfile) GiveBack(record);
        foreach (var line in document.Lines)
        {
            if (line.IsBlank) { if (use[line.Number] is null) Waste(line); continue; }
            if (use[line.Number] is null) Discard(line, line.Text.Length == 0 ? DiscardReason.EmptyBullet : DiscardReason.Fragment);
        }
        foreach (var (code, count) in perCode)
            if (count > document.Limits.MaxFindingsPerCode) findings.Add(new Finding(code, "", null, null, null, $"{count - document.Limits.MaxFindingsPerCode} more"));
        discarded.Sort((a, b) => a.Line.CompareTo(b.Line));
        foreach (var (line, index) in record.DocumentKind is DocumentKind.Unrecognised ? [] : discarded.Select((line, index) => (line, index)).Where(d => d.line.Reason == DiscardReason.Fragment).Take(document.Limits.MaxFindingsPerCode))
            findings.Add(new Finding("unused-line", $"discarded[{index}]", line.Line, Short(line.Text), null, null));
        return record with
        {
            Discarded = [.. discarded],
            Findings = [.. findings],
            Lines = Runs(),
        };
    }

    public static string Short(string text) => text.Length <= 160 ? text : text[..160];

    // A line of nothing but marks (dashes under a heading, invisible characters) has no words to lose, but it is not blank either.
    private void Waste(SourceLine line)
    {
        if (string.IsNullOrWhiteSpace(Wording.Clean(line.Raw))) use[line.Number] = LineUse.Blank;
        else Discard(line, DiscardReason.EmptyHeading);
    }

    // What a broken table or list began and no item ended up with is no part of the record: it is listed like any other line that nobody used.
    private void GiveBack(ImportRecord record)
    {
        var held = new bool[use.Length];
        var criteria = record.JobProfiles.SelectMany(profile => profile.DistinguishingCriteria?.Criteria ?? []).Select(criterion => criterion.Trace);
        foreach (var trace in RecordItems.Of(record).Select(item => item.Trace).Concat(criteria))
            for (var n = trace.Line; n <= trace.LastLine; n++) held[n] = true;
        for (var n = 1; n < use.Length; n++)
            if (use[n] is LineUse.Item && !held[n]) use[n] = null;
    }

    private void Mark(IReadOnlyList<SourceLine> lines, LineUse as_)
    {
        foreach (var line in lines)
        {
            // Of a line that is printed as a whole something stays left out, whatever else of it is used.
            if (use[line.Number] is LineUse.Discarded)
            {
                if (AsPrinted) continue;
                discarded.RemoveAt(discarded.FindLastIndex(d => d.Line == line.Number));
            }
            use[line.Number] = as_;
            Reached(line);
        }
    }

    private List<LineRun> Runs()
    {
        var runs = new List<LineRun>();
        for (var n = 1; n < use.Length; n++)
        {
            var kind = use[n] ?? LineUse.Blank;
            if (runs.Count > 0 && runs[^1].Use == kind) runs[^1] = runs[^1] with { To = n };
            else runs.Add(new LineRun(n, n, kind));
        }
        return runs;
    }
}
