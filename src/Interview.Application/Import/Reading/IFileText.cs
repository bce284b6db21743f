namespace Interviewing.Application.Import;

/// <summary>
/// Makes text of a file of any kind that is read: headings, list items, indentation and table cells become marks that <see cref="LineReader"/>
/// knows. What cannot or may not be read is refused in one sentence, within the limits of time and memory.
/// </summary>
public interface IFileText
{
    ImportLimits Limits { get; }

    SourceText Read(string fileName, ReadOnlyMemory<byte> bytes, CancellationToken ct = default);
}
