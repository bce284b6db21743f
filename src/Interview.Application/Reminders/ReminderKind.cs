namespace Interviewing.Application.Reminders;

public enum ReminderKind
{
    InterviewInvitation,
    InterviewMoved,
    InterviewCancelled,
    GuestInvitation,
    GuestCode,
    AccountInvitation,
    MissingScorecard,
    PlanActionDue,
    ReviewWaiting,
    /// <summary>To the candidate.</summary>
    InterviewComing,
    /// <summary>To whoever sits in the panel.</summary>
    PanelInterviewComing,
    /// <summary>In the product only, on the page of today.</summary>
    InterviewSoon,
    ScorecardEscalated,
    DisagreementToDiscuss,
    ConsensusDue,
    DecisionDue,
    RejectionLettersDue,
    RetentionEnding,
    CheckIn,
    ReviewWindowEnding,
    AddressSuspended,
    TestLetter,
    /// <summary>Carries what can wait for one person on one day; never shown as a message of its own.</summary>
    Digest,
}
