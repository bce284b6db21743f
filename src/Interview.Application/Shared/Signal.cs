using MediatR;

namespace Interviewing.Application.Shared;

/// <summary>What moved: the talk (started, next question, closed), which forms are in, scores became readable, who is there; or nobody knows, so look again.</summary>
public enum SignalKind { Talk, Forms, Presence, Again }

/// <summary>Says that something changed about one candidate, in ids only. Whoever hears it asks, with the own permission, what it was.</summary>
public sealed record Signal(SignalKind Kind, Guid Procedure, Guid Candidate);

/// <summary>Carries signals to every process. Sending never waits and may fail without a word: whoever reconnects reads the state again.</summary>
public interface ISignals
{
    void Send(Signal signal);

    /// <summary>Signals about one candidate from now on, until the listener stops.</summary>
    IAsyncEnumerable<Signal> Listen(Guid candidate, CancellationToken ct);
}

/// <summary>What a use case wants told once it is saved.</summary>
public sealed class Raised
{
    private List<Signal>? signals;

    public void Raise(SignalKind kind, Guid procedure, Guid candidate) => (signals ??= []).Add(new(kind, procedure, candidate));

    internal IReadOnlyList<Signal> Signals => signals ?? [];
}

/// <summary>Stands around the save: only what is committed is told.</summary>
internal sealed class SignalBehaviour<TRequest, TAnswer>(Raised raised, ISignals signals) : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : IRequest<TAnswer>
{
    public async Task<TAnswer> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next)
    {
        var answer = await next();
        foreach (var signal in raised.Signals) signals.Send(signal);
        return answer;
    }
}
