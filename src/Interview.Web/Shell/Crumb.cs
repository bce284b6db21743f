namespace Interviewing.Web.Shell;

/// <summary>One step of the way to this page; the page itself has no address.</summary>
public sealed record Crumb(string Text, string? Href = null);
