namespace Interviewing.Application.Import;

/// <summary>What a function description says about itself before its parts: kind, name, code, family, series, group and scale.</summary>
internal sealed class FunctionHeader(RecordBuilder build, LabelMatcher labels)
{
    private FoundText? name;
    private FoundText? code;
    private FoundNode? family;
    private FoundNode? series;
    private FoundNode? group;
    private FoundPayScale? scale;

    public string? KindLabel { get; private set; }
    public FoundText? Title { get; private set; }
    public FoundText? Name => name;
    public bool SaysAnything => (name, code, family, series, group, scale) is not (null, null, null, null, null, null);

    public FoundProfile Profile() => new()
    {
        Name = name, LevelSuffix = FoundProfile.SuffixOf(name?.Text), Code = code, JobFamily = family, JobSeries = series, JobGroup = group, PayScale = scale,
        Trace = name?.Trace ?? build.At(build.Document.Lines[0], build.Document.Lines[0]),
    };

    public UfoField Kind(LabelHit hit)
    {
        KindLabel ??= hit.AsFound;
        return UfoField.AfterKind;
    }

    public UfoField Preamble(Block block)
    {
        if (KindLabel is null && labels.MatchWithValue(block.Text) is { Key: "kind" } hit)
        {
            KindLabel = hit.AsFound;
            build.Item(block);
            name = new FoundText(hit.Rest, build.TraceOf(block, 0.7));
            return UfoField.AfterKind;
        }
        if (Title is null && IsHeadingLike(block)) Title = build.Take(block, 0.7);
        else build.Discard(block, DiscardReason.Fragment);
        return UfoField.Preamble;
    }

    public void AfterKind(Block block)
    {
        if (name is null && IsHeadingLike(block)) name = build.Take(block, 0.7);
        else build.Discard(block, name is not null && Wording.Key(name.Text) == Wording.Key(block.Text) ? DiscardReason.DuplicateTitle : DiscardReason.Fragment);
    }

    /// <param name="under">The label that stands directly above; null when another text stood between.</param>
    public void Value(UfoField field, Block block, Block? under)
    {
        switch (field)
        {
            case UfoField.Name: One(block, ref name); break;
            case UfoField.Code: One(block, ref code); break;
            case UfoField.Family: Node(block, under, ref family, "job_family"); break;
            case UfoField.Series: Node(block, under, ref series, "job_series"); break;
            default: Node(block, under, ref group, "job_group"); break;
        }
    }

    public void Scale(Block block)
    {
        if (PayLevels.IsScale(block.Text)) SetScale(block, block.Text);
        else build.Discard(block, DiscardReason.Fragment);
    }

    public void Scale(Block block, int number) => SetScale(block, number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private void SetScale(Block block, string value)
    {
        if (scale is not null)
        {
            build.Discard(block, DiscardReason.Fragment);
            return;
        }
        build.Item(block);
        var indicative = labels.Match(block.First.Text) is { Key: "indicative-scale" };
        scale = new FoundPayScale(value, indicative, PayScaleOrigin.Body, null, block.First.Text, build.TraceOf(block));
    }

    private void One(Block block, ref FoundText? value)
    {
        if (value is null) value = build.Take(block);
        else build.Discard(block, DiscardReason.Fragment);
    }

    // A caption that repeats the label it stands under is a link of the web page, not the family itself.
    private void Node(Block block, Block? under, ref FoundNode? node, string path)
    {
        if (node is not null || under is null) { build.Discard(block, DiscardReason.Fragment); return; }
        if (IsCaption(block.Text, under.Text))
        {
            build.Discard(block, DiscardReason.NavigationResidue);
            build.Find("empty-label", "job_profiles[0]." + path, block.First.Number, block.Text, note: $"The line under '{under.Text}' is a link caption, not a name.");
            return;
        }
        var text = build.Take(block);
        node = new FoundNode(text.Text, null, under.Text, text.Trace);
    }

    // 'Functies per functiefamilie', 'See all jobs in this family'
    private static bool IsCaption(string text, string label)
    {
        if (Wording.Letters(text).Contains(Wording.Letters(label), StringComparison.Ordinal)) return true;
        var words = Wording.WordsOf(text).ToList();
        var of = Wording.WordsOf(label).Select(word => Wording.Letters(word)).ToList();
        return words.Count > 3 && words.Skip(2).Select(word => Wording.Letters(word)).Any(word => word.Length > 4 && of.Exists(whole => whole.EndsWith(word, StringComparison.Ordinal)));
    }

    private static bool IsHeadingLike(Block block) => block is { Kind: BlockKind.Text, Text.Length: <= 100 } && block.Text[^1] is not ('.' or ';' or ',');
}
