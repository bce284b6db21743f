namespace Interviewing.Web.Shell;

/// <summary>What ties a control to its label, help and refusal: id, aria-describedby, aria-invalid.</summary>
public sealed record FieldLinks(string Id, string? DescribedBy, string? Invalid);
