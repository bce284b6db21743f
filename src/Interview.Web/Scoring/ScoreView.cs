namespace Interviewing.Web.Scoring;

/// <summary>Which scores the matrix shows: as they were sealed, as they are now, or the one beside the other.</summary>
public enum ScoreView { First, After, Both }
