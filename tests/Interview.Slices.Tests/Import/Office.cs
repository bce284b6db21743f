using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Interviewing.Slices.Tests.Import;

/// <summary>Small Word, Excel and PDF files made by hand, well-formed or as wrong as a test wants them.</summary>
internal static class Office
{
    private const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string Styles = $"""
        <w:styles xmlns:w="{W}">
        <w:style w:styleId="Kop1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Kop2"><w:name w:val="heading 2"/></w:style>
        <w:style w:styleId="Onder"><w:name w:val="Onderkop"/><w:basedOn w:val="Kop2"/></w:style>
        <w:style w:styleId="Lijst"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
        </w:styles>
        """;

    private const string Numbering = $"""
        <w:numbering xmlns:w="{W}">
        <w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
        </w:numbering>
        """;

    public static string P(string text, string properties = "", string run = "") =>
        $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space=\"preserve\">{SecurityElement.Escape(text)}</w:t></w:r></w:p>";

    public static string Heading(string text, int level = 1) => P(text, $"<w:pStyle w:val=\"Kop{level}\"/>");

    public static string Bullet(string text, int level = 0, int list = 1) => P(text, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");

    public static string Table(params string[][] rows) =>
        $"<w:tbl>{string.Concat(rows.Select(row => $"<w:tr>{string.Concat(row.Select(cell => $"<w:tc>{P(cell)}</w:tc>"))}</w:tr>"))}</w:tbl>";

    public static byte[] Docx(params string[] body) => DocxOf($"<w:document xmlns:w=\"{W}\"><w:body>{string.Concat(body)}</w:body></w:document>");

    public static byte[] DocxOf(string document, params (string Name, string Text)[] more) => Zip(
        [("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"), ("word/document.xml", document), ("word/styles.xml", Styles), ("word/numbering.xml", Numbering), .. more]);

    public static byte[] Xlsx(params string[][] rows) => Workbook(("Blad1", rows));

    public static byte[] Workbook(params (string Name, string[][] Rows)[] sheets) => XlsxOf([.. sheets.Select((sheet, i) => ($"s{i + 1}", sheet.Name, Sheet(sheet.Rows)))]);

    public static string Sheet(string[][] rows) => $"""
        <worksheet xmlns="{S}"><sheetData>{string.Concat(rows.Select((row, r) => $"<row r=\"{r + 1}\">{string.Concat(row.Select((cell, c) => cell.Length == 0 ? "" : $"<c r=\"{Letters(c)}{r + 1}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(cell)}</t></is></c>"))}</row>"))}</sheetData></worksheet>
        """;

    public static byte[] XlsxOf((string Id, string Name, string Xml)[] sheets, string? shared = null) => Zip(
    [
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        ("xl/workbook.xml", $"<workbook xmlns=\"{S}\" xmlns:r=\"{R}\"><sheets>{string.Concat(sheets.Select((s, i) => $"<sheet name=\"{SecurityElement.Escape(s.Name)}\" sheetId=\"{i + 1}\" r:id=\"{s.Id}\"/>"))}</sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(sheets.Select(s => $"<Relationship Id=\"{s.Id}\" Target=\"worksheets/{s.Id}.xml\"/>"))}</Relationships>"),
        .. sheets.Select(s => ($"xl/worksheets/{s.Id}.xml", s.Xml)),
        .. shared is null ? Array.Empty<(string, string)>() : [("xl/sharedStrings.xml", shared)],
    ]);

    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return stream.ToArray();
    }

    /// <summary>One part of so many megabytes of the same letter: small outside, large inside.</summary>
    public static byte[] Bomb(string part, string head, string tail, int megabytes)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var inside = zip.CreateEntry(part, CompressionLevel.Fastest).Open();
            var megabyte = new byte[1024 * 1024];
            Array.Fill(megabyte, (byte)'a');
            inside.Write(Encoding.UTF8.GetBytes(head));
            for (var i = 0; i < megabytes; i++) inside.Write(megabyte);
            inside.Write(Encoding.UTF8.GetBytes(tail));
        }
        return stream.ToArray();
    }

    /// <summary>A PDF of pages with one text line per line, in Helvetica and Windows-1252.</summary>
    public static byte[] Pdf(params string[] pages)
    {
        var ansi = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        var objects = new List<string> { "<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>" };
        var kids = new List<int>();
        foreach (var page in pages)
        {
            var content = new StringBuilder("BT /F1 10 Tf 50 800 Td 14 TL\n");
            foreach (var line in page.Split('\n'))
            {
                var indent = line.Length - line.TrimStart().Length;
                var words = line.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);
                content.Append(CultureInfo.InvariantCulture, $"{indent * 5} 0 Td ({words}) Tj -{indent * 5} 0 Td T*\n");
            }
            content.Append("ET");
            objects.Add($"<< /Length {ansi.GetByteCount(content.ToString())} >>\nstream\n{content}\nendstream");
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {objects.Count} 0 R >>");
            kids.Add(objects.Count);
        }
        objects[1] = $"<< /Type /Pages /Count {kids.Count} /Kids [{string.Join(' ', kids.Select(kid => $"{kid} 0 R"))}] >>";
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(ansi.GetByteCount(file.ToString()));
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var table = ansi.GetByteCount(file.ToString());
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n").AppendJoin("", offsets.Select(at => $"{at:D10} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer << /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return ansi.GetBytes(file.ToString());
    }

    public static string Letters(int column)
    {
        var letters = "";
        for (var n = column + 1; n > 0; n = (n - 1) / 26) letters = (char)('A' + (n - 1) % 26) + letters;
        return letters;
    }
}
