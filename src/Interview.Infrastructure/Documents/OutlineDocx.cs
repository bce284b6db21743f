using Interviewing.Application.Shared;

namespace Interviewing.Infrastructure.Documents;

/// <summary>An outline as an editable Word document, in the same styles as the guide.</summary>
internal sealed class OutlineDocx : IOutlineDocx
{
    public byte[] Write(Outline outline, string author)
    {
        using var sheet = new WordSheet(outline.Language, $"{outline.Kind} · {outline.Title}", author, outline.MadeAt);
        sheet.Header($"{outline.Kind} · {outline.Title}");
        sheet.Footer(outline.Foot);
        sheet.Paragraph("Title", outline.Title);
        if (outline.Subtitle.Length > 0) sheet.Paragraph("Subtitle", outline.Subtitle);
        foreach (var block in outline.Blocks) Put(sheet, block, outline.Language);
        return sheet.Close();
    }

    private static void Put(WordSheet sheet, Block block, string language)
    {
        switch (block)
        {
            case Block.Heading heading: sheet.Heading(Math.Min(heading.Level, 2), heading.Text, heading.Right); break;
            case Block.Paragraph paragraph: sheet.Paragraph(paragraph.Spoken ? "Spoken" : "Normal", paragraph.Text); break;
            case Block.Bullet bullet: sheet.Bullet(bullet.Lead, new LocalString(bullet.Text, language, IsFallback: false)); break;
            case Block.Table table: sheet.Table(table.Rows, hasHead: true, headColumns: table.HeadColumn ? [0] : []); break;
        }
    }
}
