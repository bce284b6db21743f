namespace Interviewing.Application.Shared;

/// <summary>Who asks. A person speaks through a session, a guest through a link of one procedure, a system by its name (jobs, start-up, command line).</summary>
public abstract record Actor
{
    private Actor() { }

    public sealed record Person(Guid Id, Guid Session) : Actor;

    public sealed record Guest(Guid Link) : Actor;

    public sealed record System(string Name) : Actor;
}
