using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Interviewing.Application.Import;

/// <summary>The record as JSON: what the command line prints and a draft keeps.</summary>
public static class ImportJson
{
    private static readonly JsonSerializerOptions Compact = Options(indented: false);
    private static readonly JsonSerializerOptions Indented = Options(indented: true);

    public static string ToJson(ImportRecord record, bool indented = false) => JsonSerializer.Serialize(record, indented ? Indented : Compact);

    public static ImportRecord FromJson(string json) => JsonSerializer.Deserialize<ImportRecord>(json, Compact) ?? throw new JsonException("An import record is never null.");

    private static JsonSerializerOptions Options(bool indented) => new()
    {
        WriteIndented = indented,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };
}
