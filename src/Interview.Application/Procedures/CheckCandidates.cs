using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

/// <summary>What is to be said of one pasted row: reasons why it cannot come in (none: it can).</summary>
public sealed record CheckedRow(PastedCandidate Row, IReadOnlyList<Reason> Findings)
{
    public bool ComesIn => Findings.Count == 0;
}

/// <summary>Reads what was pasted and says row by row what would happen. Nothing is kept.</summary>
[Needs(Permission.PlanProcedure)]
public sealed record CheckCandidates(Guid Procedure, string Text) : IQuery<IReadOnlyList<CheckedRow>>, IScoped
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db) : IRequestHandler<CheckCandidates, IReadOnlyList<CheckedRow>>
    {
        public async Task<IReadOnlyList<CheckedRow>> Handle(CheckCandidates request, CancellationToken cancellationToken)
        {
            (await db.Procedures.AsNoTracking().Need(request.Procedure, cancellationToken)).NotOver();
            return Inspection.Of(PastedCandidates.Read(request.Text), await db.KnownCandidates(request.Procedure, cancellationToken));
        }
    }
}

internal static class Inspection
{
    public static IReadOnlyList<CheckedRow> Of(IReadOnlyList<PastedCandidate> rows, IReadOnlyDictionary<string, string> known)
    {
        Dictionary<string, int> seen = [];
        return [.. rows.Select(row =>
        {
            List<Reason> findings = [];
            try
            {
                _ = new CandidateIdentity(Guid.Empty, row.Name, row.Email, row.Phone, row.Language);
            }
            catch (Refusal no)
            {
                findings.AddRange(no.Reasons);
            }
            var key = CandidateIdentity.KeyOf(row.Email);
            if (known.TryGetValue(key, out var code)) findings.Add(new("procedures.candidate-there", "email", code));
            else if (key.Length > 0 && !seen.TryAdd(key, row.Line)) findings.Add(new("procedures.row-twice", "email", seen[key]));
            return new CheckedRow(row, findings);
        })];
    }
}
