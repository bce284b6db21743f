using Interviewing.Application.Guides;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Decisions;

/// <summary>
/// The file of one procedure as it was when the decision had been made: a JSON text of <see cref="DossierContent"/> and its SHA-256, the check number. Made once.
/// </summary>
public sealed class Dossier : IHasId
{
    private Dossier() { }

    public Dossier(Guid procedure, DossierContent content, DateTimeOffset at)
    {
        // To the second, as it is printed; a database keeps no finer than a millionth.
        (ProcedureId, MadeAt, Text) = (procedure, at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond)), JsonText.Write(content));
        Hash = FrozenGuide.HashOf(Text);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid ProcedureId { get; private set; }
    public DateTimeOffset MadeAt { get; private set; }
    [Secret] public string Text { get; private set; } = "";
    /// <summary>Lower-case hex SHA-256 of <see cref="Text"/> in UTF-8.</summary>
    public string Hash { get; private set; } = "";

    public bool IsUnaltered => FrozenGuide.HashOf(Text) == Hash;

    /// <summary>Names and words go, the check number stays.</summary>
    public void Forget() => Text = "";

    public DossierContent Read() => JsonText.Read<DossierContent>(Text);
}

/// <summary>A file that was handed out: whoever has one can be told later whether it is still the same, byte for byte.</summary>
public sealed class DossierCopy : IHasId
{
    private DossierCopy() { }

    public DossierCopy(Guid dossier, string language, string format, string sha256, Guid? by, DateTimeOffset at) =>
        (DossierId, Language, Format, Sha256, IssuedBy, IssuedAt) = (dossier, language, format, sha256, by, at);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid DossierId { get; private set; }
    public string Language { get; private set; } = "";
    public string Format { get; private set; } = "";
    public string Sha256 { get; private set; } = "";
    public Guid? IssuedBy { get; private set; }
    public DateTimeOffset IssuedAt { get; private set; }
}
