using Microsoft.AspNetCore.Components.Endpoints;

namespace Interviewing.Web.Shell;

/// <summary>
/// A page that is complete without a circuit and without the Blazor script: paper, the scoring form. Give it also [ExcludeFromInteractiveRouting],
/// and let links to it carry <c>data-enhance-nav="false"</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PlainPageAttribute : Attribute;

/// <summary>A page whose address holds a secret: no address of it is ever sent along to another page.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SecretAddressAttribute : Attribute;

static class PageKinds
{
    public static bool IsPlain(this HttpContext http) => http.Page()?.IsDefined(typeof(PlainPageAttribute), inherit: true) ?? false;

    public static bool HasSecretAddress(this HttpContext http) => http.Page()?.IsDefined(typeof(SecretAddressAttribute), inherit: true) ?? false;

    static Type? Page(this HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type;
}
