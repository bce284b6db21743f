namespace Interviewing.Slices.Tests.Scoring;

/// <summary>Every request of the product by name, folder by folder.</summary>
internal static class RequestList
{
    public const string Names = """
        ListAudit SealAudit VerifyAudit
        AddBranch AddIndicator AddLevel AddProbe AddQuestion AddTip CopyEdition CopyScale DropProbe ExportEdition ExtendScale FindCompetencies HangUnder ImportEdition
        IsLibraryEmpty LinkCompetency ListEditions ListFrameworks ListLeaves ListScales MakeCluster MakeCompetency MakeEdition MakeFramework MakeScale MakeScaleDefault
        MoveBranch NameTreeLevel PassScaleAt PrepareVersion PublishEdition PublishVersion ReadHistory RemoveBranch RemoveCompetency RemoveItem RemoveScale ReorderItem
        RestoreChange RetireItem ReviveItem RewordBranch RewordScale RewordText ShortenScale ShowCompetency ShowCrosswalk ShowEdition ShowImpact ShowScale ShowVersion
        TuneQuestion UnlinkCompetency
        ApproveFeedback GetDecision GetFeedback IssueDossier ListFeedback ReadDossier RecordDecision RecordDossierCopy VerifyDossier WriteFeedback
        ActivatePlan AddOwnAction AddReflection ApprovePlan EndPlan GetPlan GivePlanBack ListMyPlans ListMyTeam MakePlan MarkAction OfferedTips PickTips
        RemoveReflection RewordGoal AddEvidence AttachEvidence ChangeAction CoachingTips DropGoal MeasureAgain OpenGaps RemoveEvidence TakeEvidence
        TakeMyDevelopment TakePlanBack TeamLacks TellProgress
        AddGuideProbe AllowTopic AssignQuestion ChoicesForGuide CopyGuide DropGuideProbe DropQuestion FitGuide FreezeGuide FrozenDocumentsOf GiveMinutes
        ListAlternatives ListGuidable ListGuides MakeGuide MoveQuestion OfferQuestion PrintGuide ProposeGuide PutOwnQuestion PutQuestion ReasonWeights ReviseGuide
        RewordGuide SeatMembers ShowGuide SpreadQuestions SwapQuestion
        AcceptLink AddPasskey AddUnit AskForPasskey ChangeMyPassword ChangeMyPreferences DeactivatePerson DoesGuestLinkWork Employ EndSession EndSessionsOf EnterAsGuest
        GiveRole InvitePerson IsGuestLive IsOrganisationEmpty IsSessionLive Knock ListPeople ListScopes MakeEntryLink OfferFirstAdministrator OpenSession PreparePasskey
        ProvePasskey ProvePassword ReactivatePerson ReadLink ReadMyAccount ReadPerson RemovePasskey StayForPanel TakeRole WhoAmI WhoIsGuest
        AddLabelWord CancelReading ClaimReading ConfirmItem DiscardDraft DropItem FindSource FinishReading GetColumns GetDraft JoinItem ListDrafts ListLabelWords
        MapColumns MoveItem NameItem PublishDocuments PublishDraft ReadAgain RemoveLabelWord ReportReading RestoreItem RewordItem SetApart ShiftItem SplitItem
        TakeBackImport TakeChanges UploadDocument
        AddCandidate AddCandidates AddGuestSeat AddSeat AnswerConflict CancelInterview CheckCandidates CheckRoster ChooseGuide CloseProcedure CreateProcedure
        EndInterview FindColleagues GetCandidate GetProcedure ListPlaces ListProcedures MoveInterview OpenDeclaration OpenGuestDesk PlanInterviews ProposeRoster
        ReadGuide RecordAdjustment RecordConflict RecordNoShow RemoveSeat RenewGuestCode ReportMyConflict ScheduleInterview ShowNames SignDeclaration StartInterview
        WithdrawCandidate
        AddResultArea ChangePayScale FindProfile FindProfiles MakeProfile MoveResultArea RemoveResultArea RequireCompetencies RequireCompetency RestoreProfileChange
        RetireProfile ReviveProfile RewordProfile ShowProfile StopRequiring SuggestCompetencies WriteActivities
        AgreeDeadlines Beat ChangeOpenTimes ChangePolicy ClaimDueReminders HandOver LeaveReminder LetGoOfMarks LiftAddress LiftCandidateAddress ListReminders
        ListSuspended LoadFreeDays MuteKind MyReminders OpenBundles PauseCheckIns PlanMarked PreferReminders PreviewPolicy ReadCalendars ReadOff ReadPolicy
        ReadProcedureReminders ReadReminder ReadReminderBoard RecordPosting RemoveFreeDays ResumeCheckIns SendAgain SendTestLetter SnoozeReminder SwitchOff
        TellCandidatesDone WakeReminder
        CloseCycle FindEmployees Gaps GetReview ListCycles ListMyReviews ListTeamReviews OpenCycle ReadySide SaveSide StartReview
        AnswerPaper AnswerRevision BePresent CloseConsensus CompareScorers CompareScores CorrectRating DropHeldPost ExcuseCard ExportScores ExtendQuestion FindPaper
        FollowTalk ForgetHeldPosts GetCalibrations GetConsensus GetPanelRules HoldPost KeepScore KeyInPaper KeyInRevision ListMyCards MakeCalibration MoveOn OpenCard
        OpenConsensus ReadAgreement ReadEvidence ReadHeldPost RecordDissent ReopenCard ReviseScore SaveScores ScoreSample SealCard SetPanelRules ShowCalibration
        ShowTalk SkipQuestion StatusOfPanel WatchTalk
        ListToday
        """;

    /// <summary>What draws something by chance in its answer (a token, a code) or counts what the asking itself leaves behind, so that two answers are never the same.</summary>
    public static readonly string[] Drawn = ["Beat", "EnterAsGuest", "LetGoOfMarks", "MakeEntryLink", "OpenSession", "VerifyAudit"];
}
