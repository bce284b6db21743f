namespace Interviewing.Application.Competencies;

/// <summary>Where in a document an item stood: file name, the kept file, page and line from 1 (page null when the file has none).</summary>
public sealed record Trace(string File, Guid? StoredFile, int? Page, int Line);
