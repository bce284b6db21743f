using System.Text;
using Interviewing.Application.Identity;
using Interviewing.Application.Import;
using Interviewing.Application.Shared;
using Interviewing.Testing;

namespace Interviewing.Slices.Tests.Import;

public class LabelWordTests
{
    private const string Document = "Functiebeschrijving\nWaartoe dit werk\nBrood.\nResultaatgebieden\nKernactiviteit\nLeiden\nKader\nCode\nResultaat\nBrood\nActiviteit\n• Bakken\n";

    private static string? Purpose(DraftView view) => view.Items.FirstOrDefault(i => i.Kind == ItemKind.Purpose)?.Text;

    [Theory, OnBothDatabases]
    public async Task A_word_that_an_administrator_adds_is_known_from_the_next_upload_on(Database database)
    {
        await using var house = await House.On(database);
        var (who, boss) = (await house.Someone(Role.Recruiter), await house.Someone(Role.Administrator));
        async Task<DraftView> Read() => await house.Asked(new GetDraft(await house.Asked(new UploadDocument("a.txt", Encoding.UTF8.GetBytes(Document)), who)), who);
        Purpose(await Read()).ShouldBeNull();
        var word = await house.Asked(new AddLabelWord("nl", "purpose", " Waartoe  dit werk "), boss);
        var row = (await house.Asked(new ListLabelWords("nl", "waartoe"), boss)).ShouldHaveSingleItem();
        (row.Key, row.Name, row.Own.Single().Word).ShouldBe(("purpose", "Doel", "Waartoe dit werk"));
        Purpose(await Read()).ShouldBe("Brood.");
        // The words that came with the product do not change for others.
        Purpose(await Read()).ShouldBe("Brood.");
        DocumentReader.Read("a.txt", Encoding.UTF8.GetBytes(Document)).JobProfiles[0].Purpose.ShouldBeNull();
        await house.Asked(new RemoveLabelWord(word), boss);
        Purpose(await Read()).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task A_word_that_means_something_else_already_is_refused(Database database)
    {
        await using var house = await House.On(database);
        var boss = await house.Someone(Role.Administrator);
        Task<string> No(string language, string key, string word) => house.Refused(new AddLabelWord(language, key, word), boss);
        (await No("nl", "purpose", "Kader")).ShouldBe("import.label-clashes");
        (await No("nl", "purpose", "DOEL")).ShouldBe("import.label-known");
        (await No("nl", "nergens", "Iets")).ShouldBe("import.label-key-unknown");
        (await No("de", "purpose", "Zweck")).ShouldBe("shared.language-wrong");
        (await No("nl", "purpose", "1.")).ShouldBe("import.label-too-short");
        (await No("nl", "purpose", "Doel: van")).ShouldBe("import.label-colon");
        (await No("nl", "purpose", new string('a', 61))).ShouldBe("import.label-too-long");
        await house.Asked(new AddLabelWord("nl", "purpose", "Bestaansgrond"), boss);
        (await No("nl", "result", "bestaansgrond")).ShouldBe("import.label-clashes");
        (await No("nl", "purpose", "Bestaansgrond")).ShouldBe("import.label-known");
        await house.Asked(new AddLabelWord("fr", "result", "Bestaansgrond"), boss);
        (await house.Refused(new AddLabelWord("nl", "purpose", "Opzet"), await house.Someone(Role.LibraryManager))).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(new RemoveLabelWord(Guid.NewGuid()), boss)).ShouldBe(Refusal.NotFoundCode);
    }
}
