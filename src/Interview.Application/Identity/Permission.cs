namespace Interviewing.Application.Identity;

/// <summary>What a request may need. <see cref="SignedIn"/> is any person with a live session; ownership is then in the query.</summary>
public enum Permission
{
    SignedIn,
    ReadLibrary,
    EditLibrary,
    ImportDocuments,
    PublishEdition,
    ReadProcedure,
    /// <summary>Before the file opens: sign that what is read stays here, and say whom one knows. It comes with a seat.</summary>
    Declare,
    /// <summary>The questions that are asked in a procedure.</summary>
    ReadGuide,
    PlanProcedure,
    EditGuide,
    Score,
    Steer,
    ReadResults,
    Decide,
    WriteFeedback,
    /// <summary>The dossier and the scores as files; panel members read, but take nothing along.</summary>
    TakeDossier,
    OwnDevelopment,
    LeadTeam,
    ManageCycles,
    ReadAudit,
    GuardPrivacy,
    ManagePeople,
    ManageSystem,
    /// <summary>Only the product itself: jobs, start-up, the command line on the machine.</summary>
    Machine,
}

/// <summary>The permission a request needs; a house test finds every request that has none.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;
}
