using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

/// <summary>The frozen guide of a procedure, for whoever sits in it: what is asked, on paper. Not the guide's own page, and never a draft.</summary>
[Needs(Permission.ReadGuide)]
public sealed record ReadGuide(Guid Procedure) : IQuery<GuidePaper>, IScoped
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db) : IRequestHandler<ReadGuide, GuidePaper>
    {
        public async Task<GuidePaper> Handle(ReadGuide request, CancellationToken cancellationToken)
        {
            var procedure = await db.Procedures.AsNoTracking().Need(request.Procedure, cancellationToken);
            var document = await db.FrozenDocuments.AsNoTracking().FirstOrDefaultAsync(d => d.Id == procedure.FrozenId, cancellationToken) ?? throw new Refusal("procedures.no-guide");
            var members = await db.Guides.AsNoTracking().FirstOrDefaultAsync(g => g.FrozenDocumentId == document.Id, cancellationToken);
            return new(document.Read(), members?.Minutes ?? document.Read().Minutes, new FrozenStamp(document.Id, document.Hash, document.FrozenAt, null), document.Text, members?.Members ?? []);
        }
    }
}
