using System.Text.Json;
using System.Text.Json.Serialization;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Competencies.Exchange;

/// <summary>Reads an edition's document back, whichever of the two forms it has. What is wrong is told with its line.</summary>
public static class EditionReading
{
    private static readonly JsonSerializerOptions Strict = new(JsonText.Options)
    {
        RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, AllowTrailingCommas = true, ReadCommentHandling = JsonCommentHandling.Skip,
    };

    static EditionReading()
    {
        // Names only: a number could stand for nothing.
        Strict.Converters.Clear();
        Strict.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
    }

    public static EditionDocument Of(string text)
    {
        text = text.TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        Refuse.FieldIf(text.Length == 0, "file", "competencies.document-empty");
        var document = text[0] == '{' ? Json(text) : EditionMarkdown.Read(text);
        if (document.Wrongs() is { Count: > 0 } wrongs) throw new Refusal(wrongs);
        return document;
    }

    private static EditionDocument Json(string text)
    {
        try
        {
            using (var raw = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip })) RefuseHoles(raw.RootElement);
            return JsonSerializer.Deserialize<EditionDocument>(text, Strict) ?? throw Refusal.At("file", "competencies.document-empty");
        }
        catch (JsonException wrong)
        {
            throw Refusal.At("file", "competencies.document-json", (wrong.LineNumber ?? 0) + 1, wrong.Path ?? "");
        }
    }

    // An item that is null, or a text under an empty language.
    private static void RefuseHoles(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                if (item.ValueKind == JsonValueKind.Null) throw new JsonException("an item is null");
                RefuseHoles(item);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                if (string.IsNullOrWhiteSpace(property.Name)) throw new JsonException("a name is empty");
                RefuseHoles(property.Value);
            }
        }
    }
}
