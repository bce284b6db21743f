using Interviewing.Application.Competencies;
using Interviewing.Application.Competencies.Exchange;
using Interviewing.Application.Identity;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Competencies;

public class ExchangeTests
{
    [Theory, OnBothDatabases]
    public async Task What_goes_out_comes_in_the_same_and_twice_makes_nothing_twice(Database database)
    {
        await using var house = await House.On(database);
        var keeper = await house.Someone(Role.LibraryManager);
        for (var seed = 1; seed <= 8; seed++)
        {
            var document = RandomEdition.Of(new Random(seed), $"Raamwerk {seed}");
            var form = seed % 2 == 0 ? document.ToJson() : EditionMarkdown.Write(document);
            var made = await house.Asked(new ImportEdition(form), keeper);
            made.Same.ShouldBeFalse();
            var back = await house.Asked(new ExportEdition(made.Edition), keeper);
            back.ToJson().ShouldBe(document.ToJson(), $"seed {seed}");
            var rows = await Rows(house);
            (await house.Asked(new ImportEdition(back.ToJson()), keeper)).ShouldSatisfyAllConditions(again => again.Same.ShouldBeTrue(), again => again.Edition.ShouldBe(made.Edition));
            (await house.Asked(new ImportEdition(EditionMarkdown.Write(back)), keeper)).Same.ShouldBeTrue();
            (await Rows(house)).ShouldBe(rows);

            // Another document of the same draft: it becomes that, and what said the same stays the same record.
            var known = await house.Look(db => db.Set<Competency>().Where(c => c.EditionId == made.Edition).Select(c => c.Id).ToListAsync());
            var other = RandomEdition.Of(new Random(seed + 100), $"Raamwerk {seed}") with { Edition = document.Edition, Owner = document.Owner, Licence = document.Licence };
            await house.Asked(new ImportEdition(other.ToJson()), keeper);
            (await house.Asked(new ExportEdition(made.Edition), keeper)).ToJson().ShouldBe(other.ToJson(), $"seed {seed}");
            var both = document.Competencies.Select(c => c.Code).Intersect(other.Competencies.Select(c => c.Code)).Count();
            (await house.Look(db => db.Set<Competency>().CountAsync(c => known.Contains(c.Id)))).ShouldBe(both);
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_library_in_use_comes_back_without_loss_under_another_label(Database database)
    {
        await using var house = await House.On(database);
        var keeper = await house.Someone(Role.LibraryManager);
        var library = await SmallLibrary.In(house, 6);
        var other = await SmallLibrary.In(house, 1, "ANDER");
        await house.Asked(new RequireCompetency(library.Profile, other.Competencies[0], 1, 3), keeper);
        await house.Asked(new RetireItem(library.Competencies[1], library.Competencies[1]), keeper);
        var document = await house.Asked(new ExportEdition(library.Edition), keeper);
        document.Profiles.ShouldHaveSingleItem().Requires[^1].Edition.ShouldBe("2026 ANDER");
        (await house.Asked(new ImportEdition(EditionMarkdown.Write(document)), keeper)).ShouldSatisfyAllConditions(a => a.Same.ShouldBeTrue(), a => a.Edition.ShouldBe(library.Edition));

        // A published edition is never rewritten by a file.
        var changed = document with { Competencies = [.. document.Competencies.Skip(1)], Profiles = [] };
        (await house.Refused(new ImportEdition(changed.ToJson()), keeper)).ShouldBe("competencies.document-edition-published");
        (await house.Asked(new ExportEdition(library.Edition), keeper)).SaysTheSameAs(document).ShouldBeTrue();
        var made = await house.Asked(new ImportEdition(changed.ToJson(), "2027"), keeper);
        (await house.Asked(new ExportEdition(made.Edition), keeper)).SaysTheSameAs(changed with { Edition = "2027" }).ShouldBeTrue();
        (await house.Asked(new ShowImpact(made.Edition), keeper)).Lines.ShouldContain(l => l.Sort == Interviewing.Application.Import.ChangeSort.Removed && l.Code == "C-01");
        (await house.Asked(new ShowEdition(made.Edition), keeper)).Framework.ShouldBe(library.Framework);

        var stranger = await house.Someone((Role.LibraryManager, Scope.Framework(other.Framework)));
        (await house.Refused(new ExportEdition(library.Edition), stranger)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new ImportEdition((document with { Owner = "Iemand anders" }).ToJson()), stranger)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(new ImportEdition(document.ToJson()), await house.Someone(Role.Employee))).ShouldBe(Refusal.NotAllowedCode);
    }

    [Theory, OnBothDatabases]
    public async Task A_document_that_does_not_do_is_told_where_and_changes_nothing(Database database)
    {
        await using var house = await House.On(database);
        var keeper = await house.Someone(Role.LibraryManager);
        var document = RandomEdition.Of(new Random(3), "Raamwerk");
        var rows = await Rows(house);
        var markdown = EditionMarkdown.Write(document);
        foreach (var (text, code) in new[]
        {
            ("", "competencies.document-empty"), ("{ \"schema\": 1", "competencies.document-json"), ("{}", "competencies.document-json"), (document.ToJson().Replace("\"schema\":1", "\"schema\":9", StringComparison.Ordinal), "competencies.document-schema"),
            (document.ToJson().Replace("\"tree\":[", "\"tree\":[null,", StringComparison.Ordinal), "competencies.document-json"), ("Zomaar tekst", "competencies.document-line"), ("## Competency\n- code: x", "competencies.document-line"),
            (markdown + "\n## Iets\n- code: x\n", "competencies.document-line"), (markdown.Replace("- minutes: ", "- minutes: veel ", StringComparison.Ordinal), "competencies.document-value"), (markdown + "- onbekend: x\n", "competencies.document-line"),
            ((document with { Competencies = [document.Competencies[0], document.Competencies[0]] }).ToJson(), "competencies.document-code-twice"),
            ((document with { Competencies = [document.Competencies[0] with { Branch = 900 }] , Profiles = [] }).ToJson(), "competencies.document-branch-unknown"),
            ((document with { Profiles = [Graded(cells: 1)] }).ToJson(), "profiles.cells-wrong"), (EditionMarkdown.Write(document with { Profiles = [Graded(cells: 3)] }), "profiles.cells-wrong"),
        })
            (await house.Refused(new ImportEdition(text), keeper)).ShouldBe(code, text[..Math.Min(80, text.Length)]);
        (await Rows(house)).ShouldBe(rows);

        static ProfileText Graded(int cells) => new("P", null, LocalText.Of("nl", "Dossierbeheerder"), LocalText.Empty, null, [], ItemStatus.Active, null, [], [],
            new Grading(["B1", "B2"], [new GradingCriterion(LocalText.Of("nl", "Autonomie"), [.. Enumerable.Repeat(LocalText.Of("nl", "Werkt zelfstandig."), cells)])], []));
    }

    private static Task<string> Rows(House house) => house.Look(async db =>
        $"{await db.Set<Framework>().CountAsync()} {await db.Set<Edition>().CountAsync()} {await db.Set<Node>().CountAsync()} {await db.Set<Competency>().CountAsync()} {await db.Set<Level>().CountAsync()} {await db.Set<Indicator>().CountAsync()} {await db.Set<Question>().CountAsync()} {await db.Set<Tip>().CountAsync()} {await db.Set<Profile>().CountAsync()} {await db.Set<ResultArea>().CountAsync()} {await db.Set<RequiredCompetency>().CountAsync()} {await db.Set<Interviewing.Application.Search.SearchEntry>().CountAsync()}");
}
