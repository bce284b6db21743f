using System.Text;
using Interviewing.Application.Identity;
using Interviewing.Application.Import;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Import;

public class ColumnsTests
{
    private static readonly string[][] Strange =
    [
        ["Onderwerp", "Uitleg", "Zo ziet u het", "Opmerking"],
        ["Vooruitzien", "Houdt rekening met het seizoen.", "Schrijft op wat er ligt.", "oud"],
        ["", "", "Telt na.", ""],
    ];

    private static readonly ColumnMeaning[] Said = [ColumnMeaning.Competency, ColumnMeaning.Definition, ColumnMeaning.Indicator, ColumnMeaning.Skip];

    private static Task<Guid> Uploaded(House house, Actor who, string name = "blad.xlsx", byte[]? bytes = null) => house.Asked(new UploadDocument(name, bytes ?? Office.Xlsx(Strange)), who);

    [Theory, OnBothDatabases]
    public async Task Columns_are_told_once_and_the_next_sheet_is_read_at_once(Database database)
    {
        await using var house = await House.On(database);
        var who = await house.Someone(Role.Recruiter);
        var first = await Uploaded(house, who);
        var asked = await house.Asked(new GetColumns(first), who);
        asked.IsOpen.ShouldBeTrue();
        asked.Sheets.ShouldHaveSingleItem().Columns.Select(c => (c.Header, c.Meaning, c.Known, c.Examples.Count)).ShouldBe([
            ("Onderwerp", ColumnMeaning.Skip, false, 1), ("Uitleg", ColumnMeaning.Skip, false, 1), ("Zo ziet u het", ColumnMeaning.Skip, false, 2), ("Opmerking", ColumnMeaning.Skip, false, 1)]);
        (await house.Asked(new GetDraft(first), who)).Kind.ShouldBe(DocumentKind.Unrecognised);

        await house.Asked(new MapColumns(first, [new MappedSheet(0, Said)]), who);
        var view = await house.Asked(new GetDraft(first), who);
        (view.Kind, view.Competencies, view.Indicators, view.OpenCount).ShouldBe((DocumentKind.CompetencySheet, 1, 2, 0));
        (await house.Asked(new GetColumns(first), who)).IsOpen.ShouldBeFalse();

        // Somebody else, another process, the same header row in other casing and another kind of file.
        await using var twin = house.Twin();
        var other = await house.Someone(Role.LibraryManager);
        var second = await Uploaded(twin, other, "ander.csv", Encoding.UTF8.GetBytes("ONDERWERP;uitleg;Zo ziet u het:;opmerking\nRust;Wacht even.;Ademt.;\n"));
        (await twin.Asked(new GetDraft(second), other)).Kind.ShouldBe(DocumentKind.CompetencySheet);
        (await twin.Asked(new GetColumns(second), other)).IsOpen.ShouldBeFalse();
        (await house.Look(db => db.Set<RememberedColumns>().CountAsync())).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Saying_it_again_replaces_what_was_said(Database database)
    {
        await using var house = await House.On(database);
        var who = await house.Someone(Role.Recruiter);
        var draft = await Uploaded(house, who);
        await house.Asked(new MapColumns(draft, [new MappedSheet(0, Said)]), who);
        await house.Asked(new MapColumns(draft, [new MappedSheet(0, [ColumnMeaning.Competency, ColumnMeaning.Definition, ColumnMeaning.Question, ColumnMeaning.Tip])]), who);
        var view = await house.Asked(new GetDraft(draft), who);
        view.Items.Select(i => i.Kind).ShouldBe([ItemKind.Competency, ItemKind.Definition, ItemKind.Question, ItemKind.Question, ItemKind.EmployeeTip]);
        (await house.Look(db => db.Set<RememberedColumns>().SingleAsync())).Meanings[3].ShouldBe(ColumnMeaning.Tip);

        await house.Asked(new DropItem(draft, "competencies[0].tips[0]"), who);
        (await house.Refused(new MapColumns(draft, [new MappedSheet(0, Said)]), who)).ShouldBe("import.decided-already");
        (await house.Asked(new GetColumns(draft), who)).MayChange.ShouldBeFalse();
        (await house.Look(db => db.Set<RememberedColumns>().SingleAsync())).Meanings[3].ShouldBe(ColumnMeaning.Tip);
    }

    [Theory, OnBothDatabases]
    public async Task What_cannot_be_is_refused_at_its_column_and_changes_nothing(Database database)
    {
        await using var house = await House.On(database);
        var who = await house.Someone(Role.Recruiter);
        var draft = await Uploaded(house, who);
        async Task<(string, string?)> No(params ColumnMeaning[] meanings)
        {
            var answer = await house.Door.Ask(new MapColumns(draft, [new MappedSheet(0, meanings)]), who);
            answer.Ok.ShouldBeFalse();
            return (answer.Reasons[0].Code, answer.Reasons[0].Field);
        }
        (await No(ColumnMeaning.Competency, ColumnMeaning.Competency, ColumnMeaning.Indicator, ColumnMeaning.Skip)).ShouldBe(("import.column-twice", "sheets[0].columns[1]"));
        (await No(ColumnMeaning.Skip, ColumnMeaning.Definition, ColumnMeaning.Indicator, ColumnMeaning.Skip)).ShouldBe(("import.column-competency", "sheets[0]"));
        (await No(ColumnMeaning.Competency, ColumnMeaning.Skip, ColumnMeaning.Skip, ColumnMeaning.Skip)).ShouldBe(("import.column-competency", null));
        (await No(ColumnMeaning.Competency)).Item1.ShouldBe("import.no-columns");
        (await house.Refused(new MapColumns(draft, [new MappedSheet(7, Said)]), who)).ShouldBe("import.no-columns");
        (await house.Refused(new MapColumns(Guid.NewGuid(), [new MappedSheet(0, Said)]), who)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new MapColumns(draft, [new MappedSheet(0, Said)]), await house.Someone(Role.Panelist))).ShouldBe(Refusal.NotAllowedCode);
        (await house.Look(db => db.Set<RememberedColumns>().CountAsync())).ShouldBe(0);
        (await house.Asked(new GetDraft(draft), who)).Kind.ShouldBe(DocumentKind.Unrecognised);
        var text = await Uploaded(house, who, "functie.txt", Encoding.UTF8.GetBytes(Documents.Ufo));
        (await house.Asked(new GetColumns(text), who)).Sheets.ShouldBeEmpty();
        (await house.Refused(new MapColumns(text, [new MappedSheet(0, Said)]), who)).ShouldBe("import.no-columns");
    }

    [Theory, OnBothDatabases]
    public async Task The_lines_of_a_word_and_a_pdf_file_are_kept_with_it(Database database)
    {
        await using var house = await House.On(database);
        var who = await house.Someone(Role.Recruiter);
        foreach (var (name, bytes) in new[] { ("f.docx", Documents.WordOf(Documents.Ufo)), ("f.pdf", Office.Pdf(Documents.Ufo)) })
        {
            var draft = await Uploaded(house, who, name, bytes);
            var view = await house.Asked(new GetDraft(draft), who);
            view.Kind.ShouldBe(DocumentKind.UfoFunctionDescription);
            var item = view.Items.First(i => i.Text == "Maakt een weekplan.");
            view.Source.Single(l => l.Number == item.Line).Text.ShouldContain("Maakt een weekplan.");
            (await house.Look(db => db.Set<StoredFile>().SingleAsync(f => f.Name == name))).Text!.ShouldContain("Maakt een weekplan.");
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_sheet_goes_into_the_library_with_its_rows_as_trace(Database database)
    {
        await using var house = await House.On(database);
        var who = await house.Someone(Role.LibraryManager);
        var draft = await Uploaded(house, who, "competenties.xlsx", Office.Xlsx(Documents.Table));
        var view = await house.Asked(new GetDraft(draft), who);
        view.OpenCount.ShouldBe(0);
        var published = await house.Asked(new PublishDraft(draft, view.Version, null, new NewFramework("Zeilmakerij")), who);
        published.Competencies.Count.ShouldBe(2);
        var competency = await house.Look(db => db.Set<Application.Competencies.Competency>().Include(c => c.Indicators).Include(c => c.Levels).SingleAsync(c => c.Id == published.Competencies[0]));
        competency.Indicators.Select(i => (i.Level, i.Trace!.Line)).ShouldBe([(1, 2), (1, 3)], ignoreOrder: true);
        competency.Levels.ShouldHaveSingleItem();
    }
}
