namespace Interviewing.Application.Identity;

public static class Naming
{
    /// <summary>Persons whose name contains the text, capitals or not; everybody when there is no text.</summary>
    public static IQueryable<Person> Named(this IQueryable<Person> persons, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return persons;
        var sought = text.Trim().ToLowerInvariant();
        // Translated to the database's lower(): no culture of ours takes part.
#pragma warning disable CA1304, CA1311, CA1862
        return persons.Where(p => p.Name.ToLower().Contains(sought));
#pragma warning restore CA1304, CA1311, CA1862
    }
}
