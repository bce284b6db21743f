using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Decisions;

/// <summary>
/// Unaltered: this file was handed out here, byte for byte. Altered: it carries the check number of a file of ours, but is none of those handed out.
/// Unknown: neither. Damaged: the file is one of ours, but what is kept here no longer matches its own check number.
/// </summary>
public enum DossierVerdict { Unaltered, Altered, Unknown, Damaged }

public sealed record VerifiedDossier(DossierVerdict Verdict, string? Title, string? Checksum, DateTimeOffset? MadeAt, DateTimeOffset? IssuedAt, string? Language, string? Format);

/// <summary>Says whether a file of a procedure is unaltered: by the SHA-256 of its bytes, and by the check number that is printed in it. Who holds neither learns nothing.</summary>
[Needs(Permission.SignedIn)]
public sealed record VerifyDossier(string Sha256, string? Printed) : IQuery<VerifiedDossier>
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<VerifyDossier, VerifiedDossier>
    {
        public async Task<VerifiedDossier> Handle(VerifyDossier request, CancellationToken cancellationToken)
        {
            var copy = await db.DossierCopies.AsNoTracking().FirstOrDefaultAsync(c => c.Sha256 == request.Sha256, cancellationToken);
            var dossier = copy is not null
                ? await db.Dossiers.AsNoTracking().FirstAsync(d => d.Id == copy.DossierId, cancellationToken)
                : await db.Dossiers.AsNoTracking().FirstOrDefaultAsync(d => d.Hash == request.Printed, cancellationToken);
            if (dossier is null) return new(DossierVerdict.Unknown, null, null, null, null, null, null);
            var title = await db.Procedures.AsNoTracking().Where(p => p.Id == dossier.ProcedureId).Select(p => p.Title).FirstOrDefaultAsync(cancellationToken);
            // Once the retention period is over the words are gone and only the check number is left to compare with.
            var verdict = copy is null ? DossierVerdict.Altered : dossier.Text.Length > 0 && !dossier.IsUnaltered ? DossierVerdict.Damaged : DossierVerdict.Unaltered;
            return new(verdict, title, dossier.Hash, dossier.MadeAt, copy?.IssuedAt, copy?.Language, copy?.Format);
        }
    }
}
