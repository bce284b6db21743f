namespace Interviewing.Slices.Tests.Scoring;

/// <summary>Every request of the product by name, folder by folder.</summary>
internal static class RequestList
{
    public const string Names = """
        ListAudit SealAudit VerifyAudit
        AddBranch AddIndicator AddLevel AddProbe AddQuestion AddTip CopyEdition DropProbe ExportEdition FindCompetencies HangUnder ImportEdition
        IsLibraryEmpty LinkCompetency ListEditions ListFrameworks ListLeaves MakeCluster MakeCompetency MakeEdition MakeFramework MoveBranch NameTreeLevel
        PublishEdition ReadHistory RemoveBranch RemoveCompetency RemoveItem ReorderItem RetireItem ReviveItem RewordBranch RewordText ShowCompetency
        ShowCrosswalk ShowEdition ShowImpact TuneQuestion UnlinkCompetency
        ApproveFeedback GetDecision GetFeedback IssueDossier ListFeedback ReadDossier RecordDecision RecordDossierCopy VerifyDossier WriteFeedback
        ActivatePlan AddOwnAction AddReflection ApprovePlan EndPlan GetPlan GivePlanBack ListMyPlans ListMyTeam MakePlan MarkAction OfferedTips PickTips
        RemoveReflection RewordGoal AddEvidence AttachEvidence ChangeAction CoachingTips DropGoal MeasureAgain OpenGaps RemoveEvidence TakeEvidence
        TakeMyDevelopment TakePlanBack TeamLacks TellProgress
        AddGuideProbe AllowTopic AssignQuestion ChoicesForGuide CopyGuide DropGuideProbe DropQuestion FitGuide FreezeGuide FrozenDocumentsOf GiveMinutes
        ListAlternatives ListGuidable ListGuides MakeGuide MoveQuestion OfferQuestion PrintGuide ProposeGuide PutOwnQuestion PutQuestion ReasonWeights
        ReviseGuide RewordGuide SeatMembers ShowGuide SpreadQuestions SwapQuestion
        AcceptLink AddPasskey AddUnit AskForPasskey ChangeMyPassword ChangeMyPreferences DeactivatePerson DoesGuestLinkWork Employ EndSession EndSessionsOf
        EnterAsGuest GiveRole InvitePerson IsGuestLive IsOrganisationEmpty IsSessionLive Knock ListPeople ListScopes MakeEntryLink OfferFirstAdministrator
        OpenSession PreparePasskey ProvePasskey ProvePassword ReactivatePerson ReadLink ReadMyAccount ReadPerson RemovePasskey StayForPanel TakeRole WhoAmI
        WhoIsGuest
        AddLabelWord CancelReading ClaimReading ConfirmItem DiscardDraft DropItem FindSource FinishReading GetColumns GetDraft JoinItem ListDrafts
        ListLabelWords MapColumns MoveItem NameItem PublishDocuments PublishDraft ReadAgain RemoveLabelWord ReportReading RestoreItem RewordItem SetApart
        ShiftItem SplitItem TakeBackImport TakeChanges UploadDocument
        AddCandidate AddGuestSeat AddSeat CancelInterview ChooseGuide CreateProcedure EndInterview FindColleagues GetCandidate GetProcedure ListProcedures
        MoveInterview RemoveSeat ScheduleInterview ShowNames StartInterview
        AddResultArea ChangePayScale FindProfile FindProfiles MakeProfile MoveResultArea RemoveResultArea RequireCompetencies RequireCompetency RetireProfile
        ReviveProfile RewordProfile ShowProfile StopRequiring SuggestCompetencies WriteActivities
        ClaimDueReminders HandOver LeaveReminder ListReminders RecordPosting SendAgain
        CloseCycle FindEmployees Gaps GetReview ListCycles ListMyReviews ListTeamReviews OpenCycle ReadySide SaveSide StartReview
        AnswerRevision CloseConsensus CompareScorers CompareScores CorrectRating ExcuseCard ExportScores GetCalibrations GetConsensus GetPanelRules KeepScore
        KeyInRevision ListMyCards MakeCalibration OpenCard OpenConsensus ReadAgreement ReadEvidence RecordDissent ReopenCard ReviseScore SaveScores
        ScoreSample SealCard SetPanelRules ShowCalibration SkipQuestion StatusOfPanel
        ListGuestToday ListToday
        """;

    /// <summary>What draws something by chance in its answer (a token, a code), so that two answers are never the same.</summary>
    public static readonly string[] Drawn = [];
}
