using System.Text;
using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Import;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Profiles;

public class SuggestTests
{
    private static readonly string Seeds = Path.Combine(SuggestionCase.Root(), "seeds");

    [Theory, OnBothDatabases]
    public async Task The_starter_library_is_published_in_one_go_and_suggests_for_a_profile_in_its_own_language(Database database)
    {
        await using var house = await House.On(database);
        var edition = await StarterLibrary(house);
        var editor = await house.Someone(Role.LibraryManager);
        foreach (var one in SuggestionCase.All.Where(c => c.IsHeldOut).Take(3))
        {
            var profile = await Put(house, one.As(edition, one.Name));
            // Asked in another language than the profile has: its own counts.
            var proposal = await house.Asked(new SuggestCompetencies(profile, "nl"), editor);
            proposal.Language.ShouldBe(one.Language);
            proposal.Rows.Count.ShouldBe(8);
            one.Recall(proposal.Rows.Select(r => r.Code)).ShouldBeGreaterThanOrEqualTo(0.5);
            proposal.Rows.ShouldAllBe(r => r.Ladder == 3 && r.Name.Has("nl") && r.Name.Has("fr"));
            proposal.Rows[0].Lines.ShouldNotBeEmpty();

            await house.Asked(new RequireCompetencies(profile, [proposal.Rows[1].Competency, proposal.Rows[0].Competency]), editor);
            var card = await house.Asked(new ShowProfile(profile), editor);
            card.Requires.Select(r => (r.Competency, r.Level, r.Weight)).ShouldBe([(proposal.Rows[1].Competency, null, 1), (proposal.Rows[0].Competency, null, 1)]);
            (await house.Asked(new SuggestCompetencies(profile), editor)).Rows.Select(r => r.Competency).ShouldNotContain(proposal.Rows[0].Competency);
        }
    }

    [Theory, OnBothDatabases]
    public async Task What_is_taken_over_is_taken_over_whole_or_not_at_all(Database database)
    {
        await using var house = await House.On(database);
        var library = await SmallLibrary.In(house, 4);
        var editor = await house.Someone(Role.Recruiter);
        var profile = await house.Asked(new MakeProfile(library.Edition, "P", "nl", "Planner", "Plant het werk."), editor);
        (await house.Refused(new RequireCompetencies(profile, []), editor)).ShouldBe("profiles.competencies-none");
        (await house.Refused(new RequireCompetencies(profile, [library.Competencies[0], Guid.NewGuid()]), editor)).ShouldBe(Refusal.NotFoundCode);
        await house.Asked(new RetireItem(library.Competencies[3], library.Competencies[3]), editor);
        (await house.Refused(new RequireCompetencies(profile, [library.Competencies[0], library.Competencies[3]]), editor)).ShouldBe("profiles.competency-retired");
        (await house.Asked(new ShowProfile(profile), editor)).Requires.ShouldBeEmpty();
        (await house.Asked(new SuggestCompetencies(profile), editor)).Rows.Select(r => r.Competency).ShouldBe(library.Competencies.Take(3), ignoreOrder: true);
        (await house.Asked(new SuggestCompetencies(profile), editor)).Rows[0].Name["nl"].ShouldBe("Plannen en organiseren");
        (await house.Refused(new SuggestCompetencies(Guid.NewGuid()), editor)).ShouldBe(Refusal.NotFoundCode);
        var reader = await house.Someone(Role.Employee);
        (await house.Refused(new RequireCompetencies(profile, [library.Competencies[0]]), reader)).ShouldBe(Refusal.NotAllowedCode);
        // Who holds the library for another framework only never learns that this profile exists.
        var elsewhere = await house.Someone((Role.LibraryManager, Scope.Framework(Guid.NewGuid())));
        (await house.Refused(new SuggestCompetencies(profile), elsewhere)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new RequireCompetencies(profile, [library.Competencies[0]]), elsewhere)).ShouldBe(Refusal.NotFoundCode);
    }

    [Theory, OnBothDatabases]
    public async Task A_document_that_still_asks_something_stops_all_of_them(Database database)
    {
        await using var house = await House.On(database);
        var plan = await File.ReadAllTextAsync(Path.Combine(Seeds, "library", "plannen.nl.md"));
        (await house.Refused(new PublishDocuments([], new NewFramework("x")))).ShouldBe("import.nothing-to-publish");
        (await house.Refused(new PublishDocuments([Named("a.nl.md", plan), Named("b.nl.md", plan.Replace("gedrag: 4, 5, 6", "gedrag: 4, 99", StringComparison.Ordinal))], new NewFramework("x")))).ShouldBe("import.open-in");
        (await house.Asked(new ListEditions())).ShouldBeEmpty();
        (await house.Refused(new PublishDocuments([Named("a.nl.md", plan)], new NewFramework("x")), await house.Someone(Role.LibraryManager))).ShouldBe(Refusal.NotAllowedCode);

        static NamedDocument Named(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));
    }

    private static async Task<Guid> StarterLibrary(House house)
    {
        List<NamedDocument> documents = [];
        foreach (var folder in new[] { "library", "profiles" })
            foreach (var language in new[] { "nl", "en", "fr" })
                foreach (var file in Directory.EnumerateFiles(Path.Combine(Seeds, folder), $"*.{language}.md").Order(StringComparer.Ordinal))
                    documents.Add(new(Path.GetFileName(file), await File.ReadAllBytesAsync(file)));
        var published = await house.Asked(new PublishDocuments(documents, new NewFramework("Eigen")));
        (published.Competencies.Count, published.Profiles.Count).ShouldBe((32, 12));
        (await house.Look(db => db.Set<Draft>().CountAsync(d => d.Status == DraftStatus.Published && d.EditionId == published.Edition))).ShouldBe(132);
        var card = await house.Asked(new ShowCompetency(published.Competencies[0]));
        (card.Name.All.Count, card.Definition.All.Count).ShouldBe((3, 3));
        return published.Edition;
    }

    private static Task<Guid> Put(House house, Profile profile) => house.Look(async db =>
    {
        db.Add(profile);
        await db.SaveChangesAsync();
        return profile.Id;
    });
}
