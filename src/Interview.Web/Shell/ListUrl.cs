using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Interviewing.Web.Shell;

/// <summary>How a list stands (search, filters, order, page), kept in the address so that it can be shared, reloaded and walked back through.</summary>
public sealed class ListUrl
{
    const int LargestPage = 100;
    readonly string path;
    readonly Dictionary<string, StringValues> query;

    ListUrl(string path, Dictionary<string, StringValues> query) => (this.path, this.query) = (path, query);

    public static ListUrl Of(NavigationManager nav)
    {
        var uri = new Uri(nav.Uri);
        return new(uri.AbsolutePath, QueryHelpers.ParseQuery(uri.Query));
    }

    public string? Search => Text("q");
    public string? Sort => Text("sort");
    public bool Descending => Text("dir") == "desc";
    public int Page => Math.Max(1, Number("page") ?? 1);
    public int Size(int usual = 25) => Math.Clamp(Number("size") ?? usual, 1, LargestPage);
    public int Skip(int usual = 25) => (Page - 1) * Size(usual);

    public string? Text(string name) => query.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value[0]) ? value[0]!.Trim() : null;
    public IReadOnlyList<string> Many(string name) => query.TryGetValue(name, out var values) ? [.. values.OfType<string>().Where(v => v.Length > 0)] : [];
    public int? Number(string name) => int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    public bool Has(string name, string value) => Many(name).Contains(value, StringComparer.Ordinal);

    /// <summary>The address with these changes. Whoever searches, filters or sorts starts at the first page again.</summary>
    public string With(params (string Name, object? Value)[] changes)
    {
        var next = new Dictionary<string, StringValues>(query);
        if (changes.All(change => change.Name != "page")) next.Remove("page");
        foreach (var (name, value) in changes)
        {
            if (value is null or "" || (value is 1 && name == "page")) next.Remove(name);
            else next[name] = value is IEnumerable<string> many ? new StringValues([.. many]) : Convert.ToString(value, CultureInfo.InvariantCulture);
        }
        return QueryHelpers.AddQueryString(path, next.Where(pair => pair.Value.Count > 0).OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    /// <summary>The address with one filter value put on or taken off.</summary>
    public string Toggle(string name, string value) =>
        With((name, Has(name, value) ? Many(name).Where(v => v != value).ToArray() : [.. Many(name), value]));

    public string SortBy(string column) => With(("sort", column), ("dir", Sort == column && !Descending ? "desc" : null));

    /// <summary>The address without search and filters.</summary>
    public string Cleared => path;
}
