using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.Encodings.Web;
using Interviewing.Application.Shared;
using Microsoft.AspNetCore.Components;

namespace Interviewing.Web.Shell;

/// <summary>
/// The sentences of the product. A key's first part names the area whose resource holds it (<c>guides.freeze</c>); for a refusal it is the part after
/// <c>refusal.</c>. A key without words throws while developing and in tests, and shows itself between brackets elsewhere.
/// </summary>
public sealed class Words(bool strict) : IWords
{
    const string Root = "Interviewing.Web.";

    // Words of one area that are spoken of under another name: the domain says Identity, Audit and Privacy where the screens say Account and Admin.
    static readonly Dictionary<string, string> SpokenAs = new(StringComparer.Ordinal)
    {
        ["library"] = "competencies", ["identity"] = "account", ["audit"] = "admin", ["privacy"] = "admin",
    };

    static readonly Dictionary<string, ResourceManager> Areas = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Root, StringComparison.Ordinal) && name.EndsWith(".resources", StringComparison.Ordinal))
        .Select(name => name[..^".resources".Length])
        .ToDictionary(name => name[(name.LastIndexOf('.') + 1)..].ToLowerInvariant(), name => new ResourceManager(name, Assembly.GetExecutingAssembly()), StringComparer.Ordinal);

    static readonly ConcurrentDictionary<(string Language, string Key), string?> Known = new();

    public string this[string key, params object?[] args] => Say(CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture, key, args);

    public string In(string language, string key, params object?[] args) => Say(CultureInfo.GetCultureInfo(language), Languages.Formats(language), key, args);

    /// <summary>Whether the key has words of its own; for texts that exist only for some values.</summary>
    public bool Has(string key) => Find(CultureInfo.CurrentUICulture, key) is not null;

    /// <summary>The sentence for one or for several: <c>key.one</c> or <c>key.other</c>, the number being {0}. French says 'one' for nought as well.</summary>
    public string Count(string key, int number, params object?[] args) => this[CountKey(key, number), [number, .. args]];

    /// <summary>A sentence whose **stressed** parts stand in bold. Arguments are encoded, so they can hold anything.</summary>
    public MarkupString Rich(string key, params object?[] args) => Stress(Find(CultureInfo.CurrentUICulture, key) ?? Missing(key), args);

    /// <inheritdoc cref="Rich"/>
    public MarkupString RichCount(string key, int number, params object?[] args) => Rich(CountKey(key, number), [number, .. args]);

    /// <summary>The label of one of our own enums: <c>area.enumname.value</c> in lower case.</summary>
    public string Of<T>(string area, T value) where T : struct, Enum => this[$"{area}.{typeof(T).Name.ToLowerInvariant()}.{value.ToString().ToLowerInvariant()}"];

    static string CountKey(string key, int number) =>
        key + (number == 1 || (number == 0 && CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr") ? ".one" : ".other");

    string Say(CultureInfo language, CultureInfo formats, string key, object?[] args)
    {
        var words = Find(language, key);
        if (words is null) return Missing(key);
        return args.Length == 0 ? words : string.Format(formats, words, args);
    }

    string Missing(string key) => strict ? throw new MissingManifestResourceException($"No words for '{key}'.") : $"[{key}]";

    static MarkupString Stress(string words, object?[] args)
    {
        var safe = Array.ConvertAll(args, arg => (object)HtmlEncoder.Default.Encode(string.Format(CultureInfo.CurrentCulture, "{0}", arg)));
        var parts = HtmlEncoder.Default.Encode(words).Split("**");
        var html = string.Concat(parts.Select((part, i) => i % 2 == 1 ? $"<b>{part}</b>" : part));
        return new MarkupString(args.Length == 0 ? html : string.Format(CultureInfo.InvariantCulture, html, safe));
    }

    static string? Find(CultureInfo language, string key) =>
        Known.GetOrAdd((language.TwoLetterISOLanguageName, key), static k => ResourceOf(k.Key)?.GetString(k.Key, CultureInfo.GetCultureInfo(k.Language)));

    static ResourceManager? ResourceOf(string key)
    {
        var parts = key.Split('.', 3);
        var area = parts[0] == "refusal" && parts.Length > 2 ? parts[1] : parts[0];
        return Areas.GetValueOrDefault(SpokenAs.GetValueOrDefault(area, area)) ?? Areas.GetValueOrDefault("shell");
    }
}
