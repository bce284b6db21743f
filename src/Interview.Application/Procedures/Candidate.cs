using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Procedures;

/// <summary>Somebody as the panel knows them: a code within one procedure. Whatever says who it is stands in <see cref="CandidateIdentity"/>.</summary>
public sealed class Candidate : Root
{
    private Candidate() { }

    public Candidate(Guid procedure, int number, DateTimeOffset now) =>
        (ProcedureId, Number, Code, AddedAt) = (procedure, number, $"K{number}", now);

    public Guid ProcedureId { get; private set; }
    public int Number { get; private set; }
    public string Code { get; private set; } = "";
    public DateTimeOffset AddedAt { get; private set; }
    /// <summary>The moment from which others may read the scores: kept in the same save that brought the last form in.</summary>
    public DateTimeOffset? RevealedAt { get; private set; }
    /// <summary>The version of the guide this candidate was asked from, when the procedure has gone on with a newer one since.</summary>
    public Guid? FrozenId { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }
    public Guid? WithdrawnBy { get; private set; }
    public string? WithdrawnReason { get; private set; }

    public bool IsRevealed => RevealedAt is not null;

    /// <summary>Takes no further part. Who ended that, and why, is kept; there is no way back.</summary>
    public bool IsOut => WithdrawnAt is not null;

    public void Withdraw(Guid by, string reason, DateTimeOffset now)
    {
        Refuse.FieldIf(string.IsNullOrWhiteSpace(reason), "reason", "procedures.reason-missing");
        Refuse.If(IsOut, "procedures.candidate-out");
        Refuse.If(IsRevealed, "procedures.candidate-scored");
        (WithdrawnAt, WithdrawnBy, WithdrawnReason) = (now, by, reason.Trim());
        Touch();
    }

    /// <summary>Stays with this version; the first one counts.</summary>
    public void Keep(Guid frozen)
    {
        FrozenId ??= frozen;
        Touch();
    }

    /// <summary>
    /// Told whenever one of this candidate's forms is sealed, excused or opened again, with all of them. It always takes a new version,
    /// so that two members who seal at the same moment cannot both miss that they were the last.
    /// </summary>
    public void Settle(IReadOnlyCollection<Scorecard> forms, DateTimeOffset now)
    {
        if (!IsRevealed && forms.Count > 0 && forms.All(f => f.IsSettled) && forms.Any(f => f.IsSealed)) RevealedAt = now;
        Touch();
    }
}

/// <summary>Who a candidate is: apart from everything that is scored, and readable for whoever plans.</summary>
public sealed class CandidateIdentity : IHasId
{
    private CandidateIdentity() { }

    public CandidateIdentity(Guid candidate, string name, string email, string? phone, string language)
    {
        Refuse.FieldIf(string.IsNullOrWhiteSpace(name), "name", "procedures.name-missing");
        Refuse.FieldIf(name.Length > 200 || name.Any(char.IsControl), "name", "procedures.name-wrong");
        Refuse.FieldIf(email.Length > 254 || email.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)) || !System.Net.Mail.MailAddress.TryCreate(email, out _), "email", "procedures.email-wrong");
        Refuse.FieldIf(phone is { Length: > 40 } || phone?.Any(c => !(char.IsAsciiDigit(c) || " +()-./".Contains(c, StringComparison.Ordinal))) == true, "phone", "procedures.phone-wrong");
        Refuse.FieldIf(language is not ("nl" or "en" or "fr"), "language", "procedures.language-unknown");
        (Id, Name, Email, EmailKey, Phone, Language) = (candidate, name.Trim(), email.Trim(), KeyOf(email), string.IsNullOrWhiteSpace(phone) ? null : phone.Trim(), language);
    }

    /// <summary>The candidate's id.</summary>
    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";
    /// <summary>Lower case: the same address is the same candidate, within one procedure.</summary>
    public string EmailKey { get; private set; } = "";
    public string? Phone { get; private set; }
    public string Language { get; private set; } = "nl";

    public static string KeyOf(string email) => email.Trim().ToLowerInvariant();
}
