namespace Interviewing.Application.Shared;

/// <summary>What a use case answered: a value, or the reasons why not. Exactly one of the two.</summary>
public sealed class Outcome<T>
{
    private readonly T? value;

    internal Outcome(T value) => this.value = value;

    internal Outcome(IReadOnlyList<Reason> reasons) => Reasons = reasons;

    public IReadOnlyList<Reason> Reasons { get; } = [];

    public bool Ok => Reasons.Count == 0;

    public T Value => Ok ? value! : throw new Refusal(Reasons);

    public bool Is(string code) => Reasons.Any(r => r.Code == code);

    public T Or(T otherwise, Action<IReadOnlyList<Reason>>? whenRefused = null)
    {
        if (Ok) return value!;
        whenRefused?.Invoke(Reasons);
        return otherwise;
    }
}

public static class Outcome
{
    public static Outcome<T> Of<T>(T value) => new(value);

    public static Outcome<T> Refused<T>(Refusal no) => new(no.Reasons);
}

/// <summary>Answer of a use case that has nothing to tell.</summary>
public sealed record Done
{
    public static readonly Done It = new();
}
