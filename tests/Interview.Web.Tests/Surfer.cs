using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Interviewing.Testing;

namespace Interviewing.Web.Tests;

/// <summary>A browser without script: keeps cookies, reads pages, sends their forms. It does not follow redirects, so that a test sees them.</summary>
public sealed class Surfer(Site site) : IDisposable
{
    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true, CookieContainer = new CookieContainer() }) { BaseAddress = site.Address };

    public HttpClient Http => http;

    public async Task<HttpResponseMessage> Get(string path, string? language = null)
    {
        using HttpRequestMessage ask = new(HttpMethod.Get, path);
        if (language is not null) ask.Headers.AcceptLanguage.ParseAdd(language);
        return await http.SendAsync(ask);
    }

    public async Task<IDocument> Page(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var answer = await Get(path);
        answer.StatusCode.ShouldBe(status, path);
        return await Read(answer);
    }

    public static async Task<IDocument> Read(HttpResponseMessage answer) => new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    /// <summary>Fills in a form of the page at this address and sends it as a browser would.</summary>
    public async Task<HttpResponseMessage> Send(string path, string form, params (string Name, string Value)[] fields)
    {
        var page = await Page(path);
        var found = page.QuerySelectorAll("form").First(f => f.QuerySelector($"input[name=_handler][value='{form}']") is not null || f.GetAttribute("action") == form);
        var values = found.QuerySelectorAll("input[name], select[name]").Where(i => i.GetAttribute("type") != "checkbox")
            .ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? i.QuerySelector("option[selected]")?.GetAttribute("value") ?? "");
        foreach (var (name, value) in fields) values[name] = value;
        using FormUrlEncodedContent content = new(values);
        return await http.PostAsync(found.GetAttribute("action") is { Length: > 0 } action ? action : path, content);
    }

    public async Task<HttpResponseMessage> SignIn(string email, string password, string path = "/account/sign-in") =>
        await Send(path, "sign-in", ("Form.Email", email), ("Form.Password", password));

    public static string? Goes(HttpResponseMessage answer) => answer.Headers.Location?.OriginalString is { } to ? Regex.Replace(to, "^https?://[^/]+", "", RegexOptions.None, TimeSpan.FromSeconds(1)) : null;

    public void Dispose() => http.Dispose();
}
