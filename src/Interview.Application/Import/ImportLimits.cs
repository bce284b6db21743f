namespace Interviewing.Application.Import;

/// <summary>Bounds of time and memory for one document; each is a setting under <c>Import</c>.</summary>
public sealed record ImportLimits
{
    public const string Section = "Import";

    public static ImportLimits Default { get; } = new();

    public int MaxBytes { get; init; } = 20 * 1024 * 1024;
    /// <summary>A larger document is read in the background.</summary>
    public int ReadAtOnceBytes { get; init; } = 512 * 1024;
    /// <summary>Deeper nested activities are kept as children of this level.</summary>
    public int MaxDepth { get; init; } = 6;
    /// <summary>Of one kind; the rest is counted in one closing finding.</summary>
    public int MaxFindingsPerCode { get; init; } = 200;
    /// <summary>What the parts of a Word or Excel file may hold together when unpacked.</summary>
    public int MaxUnpackedBytes { get; init; } = 64 * 1024 * 1024;
    /// <summary>Parts in a Word or Excel file.</summary>
    public int MaxParts { get; init; } = 5000;
    /// <summary>Characters of text made of one file.</summary>
    public int MaxCharacters { get; init; } = 20_000_000;
    /// <summary>Rows of one worksheet.</summary>
    public int MaxRows { get; init; } = 50_000;
    /// <summary>Columns of one worksheet.</summary>
    public int MaxColumns { get; init; } = 200;
    public int MaxSheets { get; init; } = 50;
    /// <summary>How long pdftotext may take.</summary>
    public int PdfSeconds { get; init; } = 20;
    /// <summary>The program that reads a PDF: its name, or where it lies.</summary>
    public string PdfToText { get; init; } = "pdftotext";

    /// <summary>The number that the sentence of a refusal names; null where it names none.</summary>
    public int? NumberIn(string refusal) => refusal switch
    {
        "import.too-large" => MaxBytes / (1024 * 1024),
        "import.too-much-inside" => MaxUnpackedBytes / (1024 * 1024),
        "import.too-many-columns" => MaxColumns,
        "import.too-many-rows" => MaxRows,
        "import.too-many-sheets" => MaxSheets,
        "import.too-much-text" => MaxCharacters,
        "import.too-slow" => PdfSeconds,
        _ => null,
    };

    /// <summary>The first limit that leaves nothing to read; null when all are usable.</summary>
    public string? Wrong() => new (string Name, int Value)[]
    {
        (nameof(MaxBytes), MaxBytes), (nameof(MaxDepth), MaxDepth), (nameof(MaxFindingsPerCode), MaxFindingsPerCode), (nameof(MaxUnpackedBytes), MaxUnpackedBytes), (nameof(MaxParts), MaxParts),
        (nameof(MaxCharacters), MaxCharacters), (nameof(MaxRows), MaxRows), (nameof(MaxColumns), MaxColumns), (nameof(MaxSheets), MaxSheets), (nameof(PdfSeconds), PdfSeconds),
    }.Where(limit => limit.Value < 1).Select(limit => limit.Name).FirstOrDefault();
}
