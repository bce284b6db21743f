namespace Interviewing.Application.Shared;

/// <summary>One piece of a document, whoever writes it out.</summary>
public abstract record Block
{
    private Block() { }

    public sealed record Heading(int Level, string Text, string? Right = null) : Block;

    /// <summary><see cref="Spoken"/>: people's own words.</summary>
    public sealed record Paragraph(string Text, bool Spoken = false) : Block;

    public sealed record Bullet(string Lead, string Text) : Block;

    /// <summary>The first row is the head; with <see cref="HeadColumn"/> the first cell of a row names it.</summary>
    public sealed record Table(IReadOnlyList<IReadOnlyList<string>> Rows, bool HeadColumn = true) : Block;
}

/// <summary>A document in one language as a list of pieces: the page that prints, the file that needs nothing else and the Word document are written from the same one.</summary>
public sealed record Outline(string Language, string Kind, string Title, string Subtitle, string Foot, DateTimeOffset? MadeAt, IReadOnlyList<Block> Blocks);

/// <summary>Writes it as an editable Word document.</summary>
public interface IOutlineDocx
{
    byte[] Write(Outline outline, string author);
}

/// <summary>Rows for a spreadsheet. A cell is a text, a number, a moment or nothing; a text never becomes a formula.</summary>
public sealed record Spreadsheet(string Name, IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<object?>> Rows);

/// <summary>Writes it as a workbook.</summary>
public interface ISheetXlsx
{
    byte[] Write(Spreadsheet sheet, string author);
}
