using FluentValidation;
using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

/// <summary>
/// Makes all talks of a roster in one go, with their invitations. All of them or none: what is wrong with one is said at that one. Whoever was called elsewhere since
/// the proposal is named, unless the clash is accepted.
/// </summary>
[Needs(Permission.PlanProcedure)]
public sealed record PlanInterviews(Guid Procedure, string Zone, IReadOnlyList<WantedTalk> Talks, bool DespiteClashes = false) : ICommand<int>, IScoped, IMerges
{
    public const int Most = 200;

    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Rules : AbstractValidator<PlanInterviews>
    {
        public Rules() => RuleFor(x => x.Talks).Must(t => t is { Count: > 0 and <= Most } && t.Select(x => x.Candidate).Distinct().Count() == t.Count).WithErrorCode("procedures.roster-nobody");
    }

    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<PlanInterviews, int>
    {
        public async Task<int> Handle(PlanInterviews request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var procedure = await db.Procedures.Include(p => p.Seats).Need(request.Procedure, cancellationToken);
            procedure.NotOver();
            var waiting = await db.WithoutTalk(procedure.Id, cancellationToken);
            List<Reason> wrong = [];
            List<Interview> made = [];
            foreach (var (talk, at) in request.Talks.Select((t, i) => (t, i)))
            {
                if (waiting.TrueForAll(w => w.Id != talk.Candidate)) wrong.Add(new("procedures.interview-there", Field(at, "candidate")));
                try
                {
                    made.Add(new Interview(procedure.Id, talk.Candidate, Appointment.At(talk.When, request.Zone), talk.Minutes, talk.Place, talk.VideoLink, now));
                }
                catch (Refusal no)
                {
                    wrong.AddRange(no.Reasons.Select(r => r with { Field = Field(at, r.Field ?? "when") }));
                }
            }
            if (wrong.Count > 0) throw new Refusal(wrong);
            var judged = await db.Judge(procedure, request.Zone, request.Talks, waiting, cancellationToken);
            var clashes = judged.Select((t, i) => (t, i)).Where(x => x.t.Clashes.Count > 0).ToList();
            if (clashes.Count > 0 && !request.DespiteClashes) throw new Refusal([.. clashes.Select(c => new Reason("procedures.roster-clash", Field(c.i, "when"), c.t.Code, string.Join(", ", c.t.Clashes)))]);
            procedure.Run();
            foreach (var interview in made) await db.PlanLetters(ReminderKind.InterviewInvitation, db.Add(interview), procedure, now, cancellationToken);
            return made.Count;
        }

        private static string Field(int at, string name) => $"talks[{at}].{name}";
    }
}
