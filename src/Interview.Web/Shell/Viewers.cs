namespace Interviewing.Web.Shell;

public sealed class Viewers
{
    public Task<Viewer> Current() => Task.FromResult(new Viewer(Guid.Empty, "Marieke van Dalen", "MD", "Europe/Amsterdam", new HashSet<string>(["library", "profiles", "procedures", "reviews", "development", "admin"])));
}
