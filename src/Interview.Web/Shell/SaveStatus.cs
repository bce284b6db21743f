namespace Interviewing.Web.Shell;

public enum SaveStatus { Untouched, Unsaved, Saving, Saved, Failed }
