using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Interviewing.Testing;

namespace Interviewing.Bench;

/// <summary>Signs in as a browser does, and hands over what a load needs: the cookies, and the token that goes with a save.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly CookieContainer jar = new();
    private readonly HttpClient http;
    private readonly Uri address;

    private Visitor(Uri address)
    {
        this.address = address;
        http = new HttpClient(new HttpClientHandler { CookieContainer = jar, AllowAutoRedirect = false }) { BaseAddress = address };
    }

    public string Cookies => jar.GetCookieHeader(address);

    public static async Task<Visitor> SignIn(Site site, string email, string password)
    {
        Visitor visitor = new(site.Address);
        var page = await visitor.http.GetStringAsync("/account/sign-in");
        var form = page[page.LastIndexOf("<form", StringComparison.Ordinal)..];
        using FormUrlEncodedContent content = new(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = Token().Match(form).Groups["token"].Value,
            ["_handler"] = "sign-in",
            ["Form.Email"] = email,
            ["Form.Password"] = password,
        });
        using var answer = await visitor.http.PostAsync("/account/sign-in", content);
        if (answer.StatusCode != HttpStatusCode.Found) throw new InvalidOperationException($"{email} could not sign in: {answer.StatusCode}");
        return visitor;
    }

    public async Task<string> ScoreToken()
    {
        using var json = JsonDocument.Parse(await http.GetStringAsync("/api/score/token"));
        return json.RootElement.GetProperty("token").GetString()!;
    }

    public async Task<string> Get(string path) => await http.GetStringAsync(path);

    public void Dispose() => http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
