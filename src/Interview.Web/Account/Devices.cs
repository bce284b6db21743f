namespace Interviewing.Web.Account;

/// <summary>A browser's long name in two words people recognise.</summary>
public static class Devices
{
    public static string Name(string? agent)
    {
        if (string.IsNullOrWhiteSpace(agent)) return "?";
        return $"{First(agent, Browsers)} · {First(agent, Systems)}";
    }

    // The order matters: Edge calls itself Chrome and Chrome calls itself Safari.
    private static readonly (string Sign, string Name)[] Browsers = [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];
    private static readonly (string Sign, string Name)[] Systems = [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux")];

    private static string First(string agent, (string Sign, string Name)[] known) =>
        known.Where(k => agent.Contains(k.Sign, StringComparison.Ordinal)).Select(k => k.Name).FirstOrDefault("?");
}
