namespace Interviewing.Application.Reviews;

/// <summary>A talk in a list. <see cref="WaitsForMe"/>: the asker's own side is still open. No level, no text.</summary>
public sealed record ReviewRow(Guid Id, string Employee, string Manager, Shared.LocalText Profile, string? Cycle, ReviewStatus Status, DateTimeOffset StartedAt, DateTimeOffset? SharedAt, bool WaitsForMe, Guid? Plan);
