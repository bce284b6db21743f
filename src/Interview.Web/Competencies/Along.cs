using Interviewing.Application.Competencies;

namespace Interviewing.Web.Competencies;

/// <summary>What was ticked to go along with a change.</summary>
public sealed class Along
{
    public HashSet<Guid> Profiles { get; } = [];
    public HashSet<Guid> Guides { get; } = [];
    public bool Plans { get; set; }

    public Migration Migration => new([.. Profiles], [.. Guides], Plans);
}
