namespace Interviewing.Application.Shared;

/// <summary>One reason why not. The sentence lives in the resources under <c>refusal.{Code}</c>; <see cref="Field"/> is the path of the field it belongs to, if any.</summary>
public sealed record Reason(string Code, string? Field = null, params object?[] Args);

/// <summary>A use case says no. The door turns it into a value, so it never reaches a page as an exception.</summary>
public sealed class Refusal(IReadOnlyList<Reason> reasons) : Exception(string.Join(", ", reasons.Select(r => r.Code)))
{
    public const string NotFoundCode = "shared.not-found";
    public const string NotAllowedCode = "shared.not-allowed";
    public const string ChangedCode = "shared.changed-meanwhile";
    public const string SignInCode = "shared.sign-in";
    public const string DeclareFirstCode = "procedures.declare-first";

    public Refusal(string code, params object?[] args) : this([new Reason(code, null, args)]) { }

    public IReadOnlyList<Reason> Reasons { get; } = reasons;

    public static Refusal At(string field, string code, params object?[] args) => new([new Reason(code, field, args)]);

    /// <summary>The same answer for 'does not exist' and 'not yours'.</summary>
    public static Refusal NotFound => new(NotFoundCode);
    public static Refusal NotAllowed => new(NotAllowedCode);
    public static Refusal SignIn => new(SignInCode);
    public static Refusal Changed => new(ChangedCode);

    /// <summary>Whoever has a seat signs the statements before the file opens; says of which procedure.</summary>
    public static Refusal DeclareFirst(Guid procedure) => new(DeclareFirstCode, procedure);

    /// <summary>Somebody else changed the same text: carries theirs and yours, so that the page can show both.</summary>
    public static Refusal ChangedText(string field, string? theirs, string? yours) => At(field, ChangedCode, theirs, yours);
}

public static class Refuse
{
    public static void If(bool wrong, string code, params object?[] args)
    {
        if (wrong) throw new Refusal(code, args);
    }

    public static void If(bool wrong, Refusal why)
    {
        if (wrong) throw why;
    }

    public static void FieldIf(bool wrong, string field, string code, params object?[] args)
    {
        if (wrong) throw Refusal.At(field, code, args);
    }
}
