using System.Net;
using Interviewing.Testing;

namespace Interviewing.Web.Tests;

/// <summary>The site as it looks from behind something that speaks https for it.</summary>
public sealed class Secure(Site site)
{
    public async Task<IReadOnlyList<string>> SignIn(string email, string password)
    {
        using HttpClientHandler handler = new() { AllowAutoRedirect = false, UseCookies = false };
        using HttpClient http = new(handler) { BaseAddress = site.Address };
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var form = await http.GetAsync("/account/sign-in");
        var page = await Surfer.Read(form);
        var fields = page.QuerySelectorAll("form").First(f => f.QuerySelector("input[name=_handler]") is not null).QuerySelectorAll("input[name]")
            .ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
        (fields["Form.Email"], fields["Form.Password"]) = (email, password);
        using HttpRequestMessage ask = new(HttpMethod.Post, "/account/sign-in") { Content = new FormUrlEncodedContent(fields) };
        ask.Headers.Add("Cookie", string.Join("; ", form.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0])));
        using var answer = await http.SendAsync(ask);
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        return [.. answer.Headers.GetValues("Set-Cookie")];
    }
}
