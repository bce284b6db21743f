namespace Interviewing.Web.Procedures;

/// <summary>What somebody has taken in hand on the page of a procedure; at most one thing at a time.</summary>
public enum Errand { Candidate, Guide, Seat, Guest, Plan, Move, Cancel, NoShow, Unseat, Excuse, Reopen, Skip, Names, Adjust, Withdraw, Known, Judge, Close, Stop }

/// <summary><see cref="Subject"/> is the candidate, interview, seat, form or report it is about; <see cref="Name"/> how the page calls that.</summary>
public sealed record Doing(Errand Errand, Guid Subject = default, string Name = "");
