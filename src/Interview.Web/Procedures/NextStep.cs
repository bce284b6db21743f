using Interviewing.Application.Procedures;
using Interviewing.Application.Scoring;

namespace Interviewing.Web.Procedures;

/// <summary>What a procedure is waiting for, said in one sentence: <c>procedures.next.{Key}</c>, for a number with .one and .other.</summary>
public sealed record NextStep(string Key, params object?[] Args)
{
    public static NextStep Of(ProcedureView view)
    {
        var taking = view.Candidates.Where(c => c.OutAt is null).ToList();
        var unplanned = taking.Count(c => c.RevealedAt is null && c.Interview?.Status is null or InterviewStatus.NoShow);
        var unsigned = view.Seats.Count(s => s.DeclaredAt is null);
        var coming = taking.Where(c => c.Interview is { Status: InterviewStatus.Planned }).Select(c => c.Interview!).OrderBy(i => i.When.Utc).FirstOrDefault();
        return view switch
        {
            { Status: ProcedureStatus.Closed or ProcedureStatus.Anonymised } => new("closed"),
            { Status: ProcedureStatus.Decided } => new("close"),
            { Guide: null } => new("guide"),
            { Status: ProcedureStatus.Consensus } => new("decide"),
            _ when view.Seats.Count(s => s.Scores) < Procedure.FewestScoring => new("panel"),
            _ when taking.Count == 0 => new("candidates"),
            _ when unplanned > 0 => new("plan", unplanned),
            _ when taking.Any(c => c.Interview is { Status: InterviewStatus.InProgress }) => new("going"),
            { Missing.Count: > 0 } => new("forms", view.Missing.Count),
            _ when unsigned > 0 => new("sign", unsigned),
            _ when coming is not null => new("talk", coming.When.Local),
            _ when view.Forms.Any(f => f.State == FormState.Open) => new("forms", view.Forms.Count(f => f.State == FormState.Open)),
            _ => new("decide"),
        };
    }
}
