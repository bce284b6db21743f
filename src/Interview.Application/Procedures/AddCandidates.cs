using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

/// <summary>What became of one row: the code it got, or why it stayed out.</summary>
public sealed record AddedRow(CheckedRow Checked, string? Code);

/// <summary>
/// Takes in the rows that a person chose after seeing what was found (<see cref="CheckCandidates"/>). Each row has an outcome of its own: one that came in
/// meanwhile, or is wrong, stays out and says why; the others come in.
/// </summary>
[Needs(Permission.PlanProcedure)]
public sealed record AddCandidates(Guid Procedure, string Text, IReadOnlyCollection<int> Lines) : ICommand<IReadOnlyList<AddedRow>>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<AddCandidates, IReadOnlyList<AddedRow>>
    {
        public async Task<IReadOnlyList<AddedRow>> Handle(AddCandidates request, CancellationToken cancellationToken)
        {
            var procedure = await db.Procedures.Include(p => p.Seats).Need(request.Procedure, cancellationToken);
            procedure.NotOver();
            var rows = Inspection.Of(PastedCandidates.Read(request.Text), await db.KnownCandidates(procedure.Id, cancellationToken)).Where(r => request.Lines.Contains(r.Row.Line)).ToList();
            Refuse.FieldIf(!rows.Exists(r => r.ComesIn), "text", "procedures.paste-nothing");
            List<AddedRow> added = [];
            foreach (var row in rows)
                added.Add(new(row, row.ComesIn ? (await db.Admit(procedure, row.Row.Name, row.Row.Email, row.Row.Phone, row.Row.Language, clock.GetUtcNow(), cancellationToken)).Code : null));
            return added;
        }
    }
}
