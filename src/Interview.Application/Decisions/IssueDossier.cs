using FluentValidation;
using Interviewing.Application.Audit;
using Interviewing.Application.Identity;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Decisions;

/// <summary>What stands in the file, with its check number; a draft before the decision has none.</summary>
public sealed record DossierView(DossierContent Content, string? Checksum, DateTimeOffset? MadeAt, IReadOnlyList<string> Languages);

/// <summary>The file as it stands: before the decision a draft that grows with every reveal.</summary>
[Needs(Permission.TakeDossier), Discloses(nameof(Procedure))]
public sealed record ReadDossier(Guid Procedure) : IQuery<DossierView>, IScoped
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<ReadDossier, DossierView>
    {
        public async Task<DossierView> Handle(ReadDossier request, CancellationToken cancellationToken)
        {
            var procedure = await db.Procedures.AsNoTracking().Need(request.Procedure, cancellationToken);
            var languages = (await db.GuideOf(procedure.FrozenId, cancellationToken)).Languages;
            if (await db.Dossiers.AsNoTracking().FirstOrDefaultAsync(d => d.ProcedureId == procedure.Id, cancellationToken) is { Text.Length: > 0 } made) return new(made.Read(), made.Hash, made.MadeAt, languages);
            return new(await db.DossierOf(procedure, procedure.ShowsNames || caller.May(Permission.PlanProcedure, request.Scope), cancellationToken), null, null, languages);
        }
    }
}

/// <summary>Makes the file for good, after the decision; a second time answers the same.</summary>
[Needs(Permission.TakeDossier)]
public sealed record IssueDossier(Guid Procedure) : ICommand<DossierView>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<IssueDossier, DossierView>
    {
        public async Task<DossierView> Handle(IssueDossier request, CancellationToken cancellationToken)
        {
            var procedure = await db.Procedures.AsNoTracking().Need(request.Procedure, cancellationToken);
            Refuse.If(!procedure.IsOver || !await db.Decisions.AnyAsync(d => d.ProcedureId == procedure.Id, cancellationToken), "decisions.not-made");
            var dossier = await db.Dossiers.FirstOrDefaultAsync(d => d.ProcedureId == procedure.Id, cancellationToken)
                ?? db.Add(new Dossier(procedure.Id, await db.DossierOf(procedure, showNames: true, cancellationToken), clock.GetUtcNow()));
            Refuse.If(dossier.Text.Length == 0, "decisions.dossier-forgotten");
            return new(dossier.Read(), dossier.Hash, dossier.MadeAt, (await db.GuideOf(procedure.FrozenId, cancellationToken)).Languages);
        }
    }
}

/// <summary>Remembers a file that leaves the house by its SHA-256.</summary>
[Needs(Permission.TakeDossier)]
public sealed record RecordDossierCopy(Guid Procedure, string Language, string Format, string Sha256) : ICommand<Done>, IScoped
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Rules : AbstractValidator<RecordDossierCopy>
    {
        public Rules()
        {
            RuleFor(x => x.Language).Must(l => l is { Length: > 0 and <= 10 }).WithErrorCode("decisions.copy-wrong");
            RuleFor(x => x.Format).Must(f => f is "docx" or "html").WithErrorCode("decisions.copy-wrong");
            RuleFor(x => x.Sha256).Must(h => h is { Length: 64 } && h.All(char.IsAsciiHexDigitLower)).WithErrorCode("decisions.copy-wrong");
        }
    }

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<RecordDossierCopy, Done>
    {
        public async Task<Done> Handle(RecordDossierCopy request, CancellationToken cancellationToken)
        {
            var dossier = await db.Dossiers.AsNoTracking().Where(d => d.ProcedureId == request.Procedure).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(cancellationToken) ?? throw new Refusal("decisions.not-made");
            if (!await db.DossierCopies.AnyAsync(c => c.Sha256 == request.Sha256, cancellationToken))
                db.Add(new DossierCopy(dossier, request.Language, request.Format, request.Sha256, caller.IdOrNull, clock.GetUtcNow()));
            return Done.It;
        }
    }
}
