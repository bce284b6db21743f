using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Interviewing.Infrastructure.Documents;

/// <summary>The few styles our Word documents use, so that a reader's own template can restyle them: what is said in the room in a serif, the rest in a sans.</summary>
internal static class WordStyles
{
    private const string Sans = "Segoe UI", Serif = "Cambria", Ink = "141D20", Soft = "47555B", Line = "DDE3E4";

    public static Styles All(string language) => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(Font(Sans), new Color { Val = Ink }, new FontSize { Val = "20" }, new Languages { Val = language })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "80", Line = "264", LineRule = LineSpacingRuleValues.Auto }))),
        Of("Normal", "Normal", null, isDefault: true),
        Of("Title", "Title", new StyleRunProperties(Font(Serif), new FontSize { Val = "52" }), new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { After = "40" })),
        Of("Subtitle", "Subtitle", new StyleRunProperties(new Color { Val = Soft }), new StyleParagraphProperties(new SpacingBetweenLines { After = "200" })),
        Of("Heading1", "heading 1", new StyleRunProperties(new Bold(), new FontSize { Val = "22" }),
            new StyleParagraphProperties(new KeepNext(), new KeepLines(), Under(Line, 6), Right(), new SpacingBetweenLines { Before = "320", After = "100" }, new OutlineLevel { Val = 0 })),
        Of("Heading2", "heading 2", new StyleRunProperties(new Color { Val = Soft }, new FontSize { Val = "18" }),
            new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "120", After = "0" }, new OutlineLevel { Val = 1 })),
        Of("Spoken", "Spoken", new StyleRunProperties(Font(Serif), new FontSize { Val = "26" }), new StyleParagraphProperties(new KeepLines())),
        Of("ListBullet", "List Bullet", new StyleRunProperties(Font(Serif)),
            new StyleParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 1 }), new SpacingBetweenLines { After = "20" })),
        Of("Boxes", "Boxes", null, new StyleParagraphProperties(new SpacingBetweenLines { Before = "120" })),
        Of("NoteLine", "Note line", null, new StyleParagraphProperties(Under(Line, 4), new SpacingBetweenLines { Before = "200", After = "0" })),
        Of("TableHead", "Table head", new StyleRunProperties(new Bold(), new FontSize { Val = "17" }), new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { After = "0" })),
        Of("TableText", "Table text", new StyleRunProperties(new FontSize { Val = "17" }), new StyleParagraphProperties(new SpacingBetweenLines { After = "0" })),
        Of("AfterTable", "After table", new StyleRunProperties(new FontSize { Val = "8" }), new StyleParagraphProperties(new SpacingBetweenLines { After = "0", Line = "120", LineRule = LineSpacingRuleValues.Exact })),
        Of("Header", "header", new StyleRunProperties(new Color { Val = Soft }, new FontSize { Val = "16" }), new StyleParagraphProperties(Under(Ink, 4), Right())),
        Of("Footer", "footer", new StyleRunProperties(new Color { Val = Soft }, new FontSize { Val = "16" }), new StyleParagraphProperties(Right())),
        Grid());

    public static Numbering Dashes() => new(
        new AbstractNum(new MultiLevelType { Val = MultiLevelValues.SingleLevel },
            new Level(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = NumberFormatValues.Bullet }, new LevelText { Val = "–" }, new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = "284", Hanging = "284" })) { LevelIndex = 0 }) { AbstractNumberId = 1 },
        new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 });

    private static Style Of(string id, string name, StyleRunProperties? run, StyleParagraphProperties? paragraph = null, bool isDefault = false)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id };
        if (isDefault) style.Default = true;
        else style.Append(new BasedOn { Val = "Normal" });
        style.Append(new PrimaryStyle());
        if (paragraph is not null) style.Append(paragraph);
        if (run is not null) style.Append(run);
        return style;
    }

    private static Style Grid() => new(new StyleName { Val = "Table Grid" },
        new StyleTableProperties(new TableBorders(
                new TopBorder { Val = BorderValues.Single, Size = 4, Color = Line }, new LeftBorder { Val = BorderValues.Single, Size = 4, Color = Line },
                new BottomBorder { Val = BorderValues.Single, Size = 4, Color = Line }, new RightBorder { Val = BorderValues.Single, Size = 4, Color = Line },
                new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = Line }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4, Color = Line }),
            new TableCellMarginDefault(new TopMargin { Width = "60", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 100, Type = TableWidthValues.Dxa },
                new BottomMargin { Width = "60", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 100, Type = TableWidthValues.Dxa }))) { Type = StyleValues.Table, StyleId = "TableGrid" };

    private static RunFonts Font(string name) => new() { Ascii = name, HighAnsi = name, ComplexScript = name };

    private static ParagraphBorders Under(string color, uint size) => new(new BottomBorder { Val = BorderValues.Single, Size = size, Space = 2, Color = color });

    private static Tabs Right() => new(new TabStop { Val = TabStopValues.Right, Position = 9412 });
}
