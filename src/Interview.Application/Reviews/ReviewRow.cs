using Interviewing.Application.Shared;

namespace Interviewing.Application.Reviews;

/// <summary>A talk in a list. <see cref="WaitsForMe"/>: the asker's own side is still open. No level, no text.</summary>
public sealed record ReviewRow
{
    public required Guid Id { get; init; }
    public required string Employee { get; init; }
    public required string Manager { get; init; }
    public required LocalText Profile { get; init; }
    public required string? Cycle { get; init; }
    public required string? Stage { get; init; }
    public required ReviewStatus Status { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required DateTimeOffset? SharedAt { get; init; }
    public required bool WaitsForMe { get; init; }
    public required Guid? Plan { get; init; }
}
