using Interviewing.Application.Competencies;

namespace Interviewing.Application.Import;

/// <summary>
/// Our own spreadsheet form: one table or more whose columns say what they hold. Each row is about the competency it names, or about the one above;
/// a cell may hold several items, one per line.
/// </summary>
internal sealed class CompetencySheet : Layout
{
    public override double Sureness(SourceDocument document)
    {
        var columns = SheetColumns.Of(document.Sheets, document.Columns);
        return columns.Any(sheet => sheet.IsForm) ? columns.All(sheet => !sheet.Unexplained.Any()) ? 1 : 0.99 : 0;
    }

    public override ImportRecord Read(SourceDocument document)
    {
        var columns = SheetColumns.Of(document.Sheets, document.Columns);
        var language = columns.Where(sheet => sheet.IsForm).Select(sheet => sheet.Language).First();
        var build = new RecordBuilder(document, language);
        var reading = new SheetReading(build, LabelFile.For(language));
        for (var i = 0; i < columns.Count; i++) reading.Read(columns[i], i);
        return build.Close(new ImportRecord
        {
            Id = IdOf(document.Source.File), Source = document.Source, DocumentKind = DocumentKind.CompetencySheet, Language = language, Competencies = reading.Done(),
        });
    }
}

internal sealed class SheetReading(RecordBuilder build, LabelFile file)
{
    private sealed class Entry(int index, FoundText name)
    {
        public int Index => index;
        public FoundText Name => name;
        public string? Code { get; set; }
        public FoundText? Cluster { get; set; }
        public FoundText? Definition { get; set; }
        public SortedDictionary<int, FoundLevel> Levels { get; } = [];
        public List<FoundIndicator> Indicators { get; } = [];
        public List<FoundQuestion> Questions { get; } = [];
        public List<FoundTip> Tips { get; } = [];
        public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);
        public Dictionary<string, int> NamedLevels { get; } = new(StringComparer.Ordinal);
        public (int Indicators, int Questions, int Tips) Dropped { get; set; }
        public string Path => $"competencies[{index}]";
    }

    private readonly List<Entry> entries = [];
    private readonly Dictionary<string, Entry> byName = new(StringComparer.Ordinal);

    public void Read(SheetColumns sheet, int number)
    {
        if (sheet.Sheet.Rows.Count == 0) return;
        if (!sheet.HasCompetency)
        {
            build.Find("sheet-unused", $"sheets[{number}]", sheet.Sheet.Rows[0].Line, sheet.Sheet.Name.Length > 0 ? sheet.Sheet.Name : null, note: "No column of this sheet names a competency; its rows are listed as discarded.", ask: true);
            return;
        }
        Mark(sheet.Sheet.Rows[sheet.HeaderRow], line => build.Label(line));
        foreach (var column in sheet.Columns.Where(column => column.Meaning == ColumnMeaning.Skip && sheet.Values(column).Any()))
            build.Find("column-unused", $"sheets[{number}].columns[{column.Index}]", sheet.Sheet.Rows[sheet.HeaderRow].Line, column.Header, note: "The values of this column are not imported.", ask: !column.Known);
        Entry? at = null;
        foreach (var row in sheet.Body) at = Row(sheet, row, at);
    }

    public IReadOnlyList<FoundCompetency> Done() =>
    [
        .. entries.Select(entry => new FoundCompetency
        {
            Code = entry.Code, Cluster = entry.Cluster, Definition = entry.Definition, Trace = entry.Name.Trace,
            Names = new Dictionary<string, FoundText>(StringComparer.Ordinal) { [build.Language] = entry.Name },
            Levels = [.. entry.Levels.Values], Indicators = entry.Indicators, Questions = entry.Questions, Tips = entry.Tips,
            DuplicatesDropped = new DuplicatesDropped(entry.Dropped.Indicators, entry.Dropped.Questions, entry.Dropped.Tips),
        }),
    ];

    private Entry? Row(SheetColumns sheet, SheetRow row, Entry? above)
    {
        var used = false;
        var entry = Named(sheet, row, ref used) ?? above;
        // A row above every competency (a title, a remark) belongs to nothing; it is listed as discarded.
        if (entry is null) return null;
        if (Cell(sheet, row, ColumnMeaning.Code) is { } code) { entry.Code ??= code.Text; used = true; }
        if (Cell(sheet, row, ColumnMeaning.Cluster) is { } cluster) { entry.Cluster ??= cluster; used = true; }
        if (Cell(sheet, row, ColumnMeaning.Definition) is { } definition) { Define(entry, definition, row); used = true; }
        var level = LevelOf(sheet, row, entry);
        used |= level is not null;
        var positive = Polarity(sheet, row, entry);
        foreach (var column in sheet.Columns)
        {
            foreach (var text in Items(row, column))
            {
                var kept = column.Meaning switch
                {
                    ColumnMeaning.Indicator => Indicator(entry, text, positive, Step(entry, column.Level, row) ?? level),
                    ColumnMeaning.Opposite => Indicator(entry, text, false, Step(entry, column.Level, row) ?? level),
                    ColumnMeaning.Question => Question(sheet, row, entry, text),
                    ColumnMeaning.Tip => Tip(sheet, row, entry, text),
                    ColumnMeaning.Skip or ColumnMeaning.Competency or ColumnMeaning.Code or ColumnMeaning.Cluster or ColumnMeaning.Definition or ColumnMeaning.Level or ColumnMeaning.LevelTitle
                        or ColumnMeaning.Polarity or ColumnMeaning.QuestionType or ColumnMeaning.Minutes or ColumnMeaning.TipKind or ColumnMeaning.TipAudience => (bool?)null,
                };
                if (kept is false && !used) Mark(row, line => build.Duplicate(line));
                used |= kept is true;
            }
        }
        if (used) Mark(row, line => build.Item(line));
        return entry;
    }

    private Entry? Named(SheetColumns sheet, SheetRow row, ref bool used)
    {
        if (Cell(sheet, row, ColumnMeaning.Competency) is not { } name) return null;
        var key = Wording.Letters(name.Text);
        if (key.Length == 0) key = name.Text;
        used = true;
        if (byName.TryGetValue(key, out var there)) return there;
        var entry = new Entry(entries.Count, name);
        entries.Add(entry);
        return byName[key] = entry;
    }

    private void Define(Entry entry, FoundText definition, SheetRow row)
    {
        if (entry.Definition is null) entry.Definition = definition;
        else if (Wording.Key(entry.Definition.Text) != Wording.Key(definition.Text))
            build.Find("second-definition", entry.Path + ".definition", row.Line, definition.Text, note: "The competency already had another definition; the first is kept.", ask: true);
    }

    private int? LevelOf(SheetColumns sheet, SheetRow row, Entry entry)
    {
        if (Cell(sheet, row, ColumnMeaning.Level) is not { } cell) return null;
        var text = cell.Text;
        var word = text.Split(' ')[0];
        if (file.Labels["level"].Contains(word, StringComparer.OrdinalIgnoreCase)) text = text[word.Length..].TrimStart();
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        var number = digits is 1 or 2 ? FormLine.Number(text[..digits]) : null;
        var title = Cell(sheet, row, ColumnMeaning.LevelTitle) ?? (number is null ? text : text[digits..].TrimStart('.', ')', ':', '-', '–', '—', ' ')) switch { { Length: > 0 } own => cell with { Text = own }, _ => null };
        // A level without a number counts up in the order in which the competency names them.
        var ordinal = number is > 0 ? number.Value : entry.NamedLevels.TryGetValue(Wording.Letters(text), out var there) ? there : entry.NamedLevels[Wording.Letters(text)] = entry.NamedLevels.Count + 1;
        if (!entry.Levels.TryGetValue(ordinal, out var known)) entry.Levels[ordinal] = new FoundLevel(ordinal, title, cell.Trace);
        else if (known.Title is null && title is not null) entry.Levels[ordinal] = known with { Title = title };
        return ordinal;
    }

    private int? Step(Entry entry, int? level, SheetRow row)
    {
        if (level is { } ordinal) entry.Levels.TryAdd(ordinal, new FoundLevel(ordinal, null, At(row)));
        return level;
    }

    private bool Polarity(SheetColumns sheet, SheetRow row, Entry entry)
    {
        if (Cell(sheet, row, ColumnMeaning.Polarity) is not { } cell) return true;
        var known = LabelFile.All.Prepend(file).Select(words => words.KeyIn("polarity.", cell.Text)).FirstOrDefault(key => key is not null);
        if (known is null) build.Find("unknown-value", $"{entry.Path}.indicators[{entry.Indicators.Count}]", row.Line, cell.Text, note: "This value says neither shown nor opposite.", ask: true);
        return known != "negative";
    }

    private bool Indicator(Entry entry, FoundText text, bool positive, int? level)
    {
        if (!entry.Seen.Add($"i{level}{positive}{Wording.Key(text.Text)}")) { entry.Dropped = entry.Dropped with { Indicators = entry.Dropped.Indicators + 1 }; return false; }
        entry.Indicators.Add(new FoundIndicator(text.Text, positive, level, text.Trace));
        return true;
    }

    private bool Question(SheetColumns sheet, SheetRow row, Entry entry, FoundText text)
    {
        if (!entry.Seen.Add("q" + Wording.Key(text.Text))) { entry.Dropped = entry.Dropped with { Questions = entry.Dropped.Questions + 1 }; return false; }
        var type = Cell(sheet, row, ColumnMeaning.QuestionType) is { } cell ? Known(cell, "type.", CompetencyForm.TypeOf, $"{entry.Path}.questions[{entry.Questions.Count}].type") : null;
        var minutes = Cell(sheet, row, ColumnMeaning.Minutes) is { } time ? FormLine.Number(time.Text) : null;
        entry.Questions.Add(new FoundQuestion(text.Text, type, minutes is > 0 and <= 240 ? minutes : null, [], [], [], text.Trace));
        return true;
    }

    private bool Tip(SheetColumns sheet, SheetRow row, Entry entry, FoundText text)
    {
        var path = $"{entry.Path}.tips[{entry.Tips.Count}]";
        var audience = Cell(sheet, row, ColumnMeaning.TipAudience) is { } whom ? Known<TipAudience>(whom, "audience.", AudienceOf, path + ".audience") : null;
        var kind = Cell(sheet, row, ColumnMeaning.TipKind) is { } how ? Known(how, "tip.", CompetencyForm.KindOf, path + ".kind") : null;
        if (!entry.Seen.Add($"t{audience}{Wording.Key(text.Text)}")) { entry.Dropped = entry.Dropped with { Tips = entry.Dropped.Tips + 1 }; return false; }
        entry.Tips.Add(new FoundTip(text.Text, audience ?? TipAudience.Employee, kind, text.Trace));
        return true;
    }

    private static TipAudience? AudienceOf(string? key) => key switch { "employee" => TipAudience.Employee, "manager" => TipAudience.Manager, _ => null };

    private T? Known<T>(FoundText cell, string family, Func<string?, T?> of, string path) where T : struct
    {
        var value = LabelFile.All.Prepend(file).Select(words => of(words.KeyIn(family, cell.Text.Replace('’', '\'')))).FirstOrDefault(found => found is not null);
        if (value is null) build.Find("unknown-value", path, cell.Trace.Line, cell.Text, note: "This value is not known here.", ask: true);
        return value;
    }

    private FoundText? Cell(SheetColumns sheet, SheetRow row, ColumnMeaning meaning)
    {
        foreach (var column in sheet.Columns)
            if (column.Meaning == meaning && Wording.Clean(row[column.Index]) is { Length: > 0 } text) return new FoundText(text, At(row));
        return null;
    }

    private IEnumerable<FoundText> Items(SheetRow row, SheetColumn column)
    {
        if (column.Meaning is not (ColumnMeaning.Indicator or ColumnMeaning.Opposite or ColumnMeaning.Question or ColumnMeaning.Tip)) yield break;
        foreach (var part in row[column.Index].Split(['\n', '\r', '\v'], StringSplitOptions.RemoveEmptyEntries))
            if (LineReader.LineOf(part, 1, 1).Text is { Length: > 0 } text) yield return new FoundText(text, At(row));
    }

    private ItemTrace At(SheetRow row) => build.At(build.Document.Lines[row.Line - 1], build.Document.Lines[row.LastLine - 1]);

    private void Mark(SheetRow row, Action<SourceLine> use)
    {
        for (var n = row.Line; n <= row.LastLine; n++)
            if (!build.Document.Lines[n - 1].IsBlank) use(build.Document.Lines[n - 1]);
    }
}
