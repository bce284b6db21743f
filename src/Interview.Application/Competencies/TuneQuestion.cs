using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Competencies;

/// <summary>What a question is besides its words.</summary>
public sealed record QuestionTuning(QuestionType Type, int Minutes, IReadOnlyList<Guid> Touches);

/// <summary>Changes type, minutes or the indicators a question touches: each only where it differs from what its editor saw.</summary>
[Needs(Permission.EditLibrary)]
public sealed record TuneQuestion(Guid Competency, Guid Question, QuestionTuning Was, QuestionTuning Becomes) : ICommand<Saved>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<TuneQuestion, Saved>
    {
        public async Task<Saved> Handle(TuneQuestion request, CancellationToken cancellationToken)
        {
            var (was, next) = (request.Was, request.Becomes);
            var competency = await db.NeedToEdit(caller, request.Competency, cancellationToken);
            var question = competency.QuestionOf(request.Question);
            Refuse.FieldIf(next.Touches.Except(competency.Indicators.Select(i => i.Id)).Any(), "touches", "competencies.touches-wrong");
            var saved = new Saved(clock.GetUtcNow());
            if (Differs("type", question.Type.ToString(), was.Type.ToString(), next.Type.ToString())) competency.Tune(question.Id, type: next.Type);
            if (Differs("minutes", Text(question.Minutes), Text(was.Minutes), Text(next.Minutes))) competency.Tune(question.Id, minutes: next.Minutes);
            if (Differs("touches", Text(question.Touches), Text(was.Touches), Text(next.Touches))) competency.Tune(question.Id, touches: next.Touches);
            return saved;

            bool Differs(string field, string now, string seen, string becomes)
            {
                if (becomes == seen || becomes == now) return false;
                Refuse.If(now != seen, Refusal.ChangedText(field, now, becomes));
                if (field == "touches") db.RememberTouches(competency, question.Id, question.Touches, next.Touches, caller, saved.At);
                else db.Remember(competency.Id, question.Id, field, now, becomes, caller, saved.At);
                return true;
            }
        }

        private static string Text(int minutes) => minutes.ToString(System.Globalization.CultureInfo.InvariantCulture);

        private static string Text(IEnumerable<Guid> touches) => string.Join(' ', touches.Order());
    }
}
