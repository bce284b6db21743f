using Interviewing.Application.Procedures;
using Interviewing.Application.Reminders.Planning;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders.Letters;

/// <summary>What the chair or the owner of a procedure still has to do: talk about a difference, hold the meeting, decide, tell the candidates, look at what is kept.</summary>
internal sealed class CaseLetters(IInterviewDb db, IWords words, IHomeAddress home) : ILetterWriter
{
    public IReadOnlyCollection<ReminderKind> Kinds { get; } =
        [ReminderKind.DisagreementToDiscuss, ReminderKind.ConsensusDue, ReminderKind.DecisionDue, ReminderKind.RejectionLettersDue, ReminderKind.RetentionEnding];

    public async Task<(Letter? Letter, string? WhyNot)> Write(Reminder reminder, CancellationToken ct)
    {
        var candidate = reminder.Kind == ReminderKind.DisagreementToDiscuss ? await db.Candidates.AsNoTracking().FirstOrDefaultAsync(c => c.Id == reminder.SubjectId, ct) : null;
        var id = candidate?.ProcedureId ?? reminder.SubjectId;
        if (await db.Procedures.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, ct) is not { } procedure) return (null, "reminders.subject-gone");
        var deadlines = await db.Deadlines.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, ct);
        if (await WhyNot(reminder, procedure, candidate, deadlines, ct) is { } why) return (null, why);
        var leads = reminder.Kind is ReminderKind.RejectionLettersDue or ReminderKind.RetentionEnding ? procedure.OwnerId : (await db.Leaders([id], ct))[id];
        if (leads != reminder.ReceiverId || await db.AddresseeOf(reminder, ct) is not { } to) return (null, "reminders.receiver-inactive");

        var key = $"reminders.letter.{reminder.Kind.ToString().ToLowerInvariant()}";
        var day = Occasion.Read(reminder.Occurrence) is { } occasion ? to.Day(occasion.Day) : "";
        var link = home.Of(candidate is null ? $"/procedures/{id}" : $"/procedures/{id}/consensus/{candidate.Id}");
        return (to.Letter(words.In(to.Language, $"{key}.subject", procedure.Title, candidate?.Code, day), words.In(to.Language, key, to.GivenName, procedure.Title, candidate?.Code, day, link), link), null);
    }

    private async Task<string?> WhyNot(Reminder reminder, Procedure procedure, Candidate? candidate, Deadlines? deadlines, CancellationToken ct)
    {
        var day = Occasion.Read(reminder.Occurrence)?.Day;
        return reminder.Kind switch
        {
            ReminderKind.DisagreementToDiscuss when candidate is null => "reminders.subject-gone",
            ReminderKind.DisagreementToDiscuss or ReminderKind.ConsensusDue or ReminderKind.DecisionDue when procedure.IsOver => "reminders.done-already",
            ReminderKind.DisagreementToDiscuss when !candidate!.IsRevealed => "reminders.moved",
            ReminderKind.DisagreementToDiscuss when await db.Consensuses.AnyAsync(c => c.CandidateId == candidate.Id, ct) => "reminders.done-already",
            ReminderKind.ConsensusDue when procedure.Status != ProcedureStatus.Consensus => "reminders.moved",
            ReminderKind.DecisionDue when deadlines?.DecideBy != day => "reminders.moved",
            ReminderKind.RejectionLettersDue when deadlines?.ToldAt is not null || procedure.Status is ProcedureStatus.Closed or ProcedureStatus.Anonymised => "reminders.done-already",
            ReminderKind.RejectionLettersDue when deadlines?.TellBy != day => "reminders.moved",
            ReminderKind.RetentionEnding when procedure.Status is ProcedureStatus.Closed or ProcedureStatus.Anonymised => "reminders.done-already",
            ReminderKind.RetentionEnding when !await db.Decisions.AnyAsync(d => d.ProcedureId == procedure.Id, ct) => "reminders.moved",
            _ => null,
        };
    }
}
