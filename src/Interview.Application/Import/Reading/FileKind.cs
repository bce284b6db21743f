namespace Interviewing.Application.Import;

/// <summary>What a file is by its bytes; its name only confirms it.</summary>
public enum FileKind { Text, Delimited, Word, Workbook, Pdf }

public static class FileKinds
{
    public static string MediaType(FileKind kind, string name) => kind switch
    {
        FileKind.Text => name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? "text/markdown" : "text/plain",
        FileKind.Delimited => "text/csv",
        FileKind.Word => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileKind.Workbook => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileKind.Pdf => "application/pdf",
    };
}
