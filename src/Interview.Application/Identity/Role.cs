namespace Interviewing.Application.Identity;

/// <summary>A part one plays. Where it holds is the assignment's scope, until when its end.</summary>
public enum Role
{
    LibraryManager,
    Recruiter,
    Chair,
    Panelist,
    Observer,
    Guest,
    FeedbackEditor,
    Employee,
    Manager,
    PrivacyOfficer,
    Administrator,
}

public static class Roles
{
    /// <summary>Parts that come with a seat in one procedure and never hold elsewhere.</summary>
    public static bool BelongsToProcedure(Role role) => role is Role.Chair or Role.Panelist or Role.Observer or Role.Guest or Role.FeedbackEditor;

    /// <summary>What each role may; nothing else anywhere decides this.</summary>
    public static IReadOnlyCollection<Permission> May(Role role) => role switch
    {
        Role.LibraryManager => [Permission.ReadLibrary, Permission.EditLibrary, Permission.ImportDocuments, Permission.PublishEdition],
        Role.Recruiter => [Permission.ReadLibrary, Permission.EditLibrary, Permission.ImportDocuments, Permission.ReadProcedure, Permission.ReadGuide, Permission.PlanProcedure, Permission.EditGuide, Permission.ReadResults, Permission.TakeDossier, Permission.ManageCycles],
        Role.Chair => [Permission.ReadLibrary, Permission.Declare, Permission.ReadProcedure, Permission.ReadGuide, Permission.Steer, Permission.Score, Permission.ReadResults, Permission.Decide, Permission.TakeDossier],
        Role.Panelist => [Permission.Declare, Permission.ReadProcedure, Permission.ReadGuide, Permission.Score, Permission.ReadResults],
        Role.Observer => [Permission.Declare, Permission.ReadProcedure, Permission.ReadGuide, Permission.ReadResults],
        // Own forms, the guide of the talk and the declaration: nothing else of the house.
        Role.Guest => [Permission.Declare, Permission.ReadGuide, Permission.Score],
        Role.FeedbackEditor => [Permission.ReadProcedure, Permission.WriteFeedback, Permission.ReadResults],
        Role.Employee => [Permission.ReadLibrary, Permission.OwnDevelopment],
        Role.Manager => [Permission.ReadLibrary, Permission.OwnDevelopment, Permission.LeadTeam],
        Role.PrivacyOfficer => [Permission.ReadAudit, Permission.GuardPrivacy],
        Role.Administrator => [Permission.ManagePeople, Permission.ManageSystem, Permission.ReadAudit, Permission.ReadLibrary],
    };
}
