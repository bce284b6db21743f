using Microsoft.Extensions.DependencyInjection;
using System.Text;
using Interviewing.Application.Identity;
using Interviewing.Application.Import;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Interviewing.Slices.Tests.Import;

public class LongDocumentTests
{
    // As long as the limit, and a real document at that.
    private static readonly byte[] Long = Encoding.UTF8.GetBytes("Functiebeschrijving\nDoel\nBrood.\nResultaatgebieden\nKernactiviteit\nLeiden van de ploeg\nKader\nHygiënecode\nResultaat\nBrood\nActiviteit\n"
        + string.Concat(Enumerable.Range(0, 12_000).Select(i => $"  • Indelen van ploeg nummer {i} voor de nacht en dag\n")));

    private static ReadingDesk Desk(House house) => new(house.Door, house.Provider.GetRequiredService<IFileText>(), house.Clock, NullLogger<ReadingDesk>.Instance);

    [Theory, OnBothDatabases]
    public async Task A_long_document_is_answered_at_once_and_read_in_the_background(Database database)
    {
        await using var house = await House.On(database);
        var who = await house.Someone(Role.Recruiter);
        Long.Length.ShouldBeGreaterThan(ImportLimits.Default.ReadAtOnceBytes);
        var id = await house.Asked(new UploadDocument("groot.txt", Long), who);
        var waiting = await house.Asked(new GetDraft(id), who);
        (waiting.Status, waiting.Percent, waiting.Lines).ShouldBe((DraftStatus.Reading, 0, 0));
        (await house.Refused(new PublishDraft(id, waiting.Version, null, new NewFramework("x")), who)).ShouldBe("import.nothing-to-publish");
        (await house.Refused(new NameItem(id, "job_profiles[0]", null, "x"), who)).ShouldBe(Refusal.NotFoundCode);
        using var desk = Desk(house);
        (await desk.ReadNext()).ShouldBeTrue();
        var read = await house.Asked(new GetDraft(id), who);
        (read.Status, read.Kind).ShouldBe((DraftStatus.Recognised, DocumentKind.UfoFunctionDescription));
        read.Lines.ShouldBe(12_011);
        (await house.Look(db => db.Set<ReadingTurn>().CountAsync())).ShouldBe(0);
        (await desk.ReadNext()).ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task Nothing_doubtful_is_published_unseen_on_any_road(Database database)
    {
        await using var house = await House.On(database);
        var who = await house.Someone(Role.LibraryManager);
        const string certain = "Functiebeschrijving\nFunctienaam\nBakker\nDoel\nBrood.\nResultaatgebieden\nKernactiviteit\nBakken\nKader\nHygiënecode\nResultaat\nBrood\nActiviteit\n  • Kneden van deeg\n";
        const string doubtful = certain + "Niveaus\nNiveauSchaal\n17\n";
        Task<string> Refused(Guid id, int version, Guid? edition = null) => house.Refused(new PublishDraft(id, version, edition, edition is null ? new NewFramework("Bakkerij") : null), who);
        async Task<(Guid Id, int Version)> Kept(string name, string text)
        {
            var id = await house.Asked(new UploadDocument(name, Encoding.UTF8.GetBytes(text)), who);
            return (id, (await house.Asked(new GetDraft(id), who)).Version);
        }
        // By itself, as a later version of what is there, beside it, in another edition, and read in the background.
        var (one, first) = await Kept("een.txt", doubtful);
        (await Refused(one, first)).ShouldBe("import.doubts-open");
        var (sure, version) = await Kept("bakker.txt", certain);
        var edition = (await house.Asked(new PublishDraft(sure, version, null, new NewFramework("Bakkerij")), who)).Edition;
        var (later, second) = await Kept("bakker.txt", doubtful);
        var change = (await house.Asked(new GetDraft(later), who)).Earlier!.Changes.ShouldHaveSingleItem();
        await house.Asked(new TakeChanges(later, [change.Key], Taken: true), who);
        (await Refused(later, second + 1, edition)).ShouldBe("import.doubts-open");
        await house.Asked(new SetApart(later, Apart: true), who);
        (await Refused(later, second + 2, edition)).ShouldBe("import.doubts-open");
        (await Refused(later, second + 2)).ShouldBe("import.doubts-open");
        var (large, _) = await Kept("groot.txt", doubtful.Replace("  • Kneden van deeg\n", string.Concat(Enumerable.Range(0, 700).Select(i => $"  • Kneden van deeg nummer {i}{string.Concat(Enumerable.Repeat(" voor de nacht en voor de dag", 28))}\n")), StringComparison.Ordinal));
        using var desk = Desk(house);
        await desk.ReadNext();
        (await Refused(large, (await house.Asked(new GetDraft(large), who)).Version)).ShouldBe("import.doubts-open");
        // The machine's own road, and a doubt that came back because its remedy was taken back.
        (await house.Refused(new PublishDocuments([new NamedDocument("een.txt", Encoding.UTF8.GetBytes(doubtful))], new NewFramework("Zelf")), new Actor.System("test"))).ShouldBe("import.open-in");
        await house.Asked(new DropItem(one, "job_profiles[0].levels[0]"), who);
        await house.Asked(new RestoreItem(one, "job_profiles[0].levels[0]", Remedies.Drop), who);
        (await Refused(one, (await house.Asked(new GetDraft(one), who)).Version)).ShouldBe("import.doubts-open");
        (await house.Look(db => db.Set<Application.Profiles.Profile>().CountAsync())).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_long_sheet_is_read_by_what_was_said_about_its_header_row(Database database)
    {
        await using var house = await House.On(database);
        var who = await house.Someone(Role.Recruiter);
        const string header = "Onderwerp;Zo ziet u het\n";
        var small = await house.Asked(new UploadDocument("klein.csv", Encoding.UTF8.GetBytes(header + "Rust;Ademt.\n")), who);
        (await house.Asked(new GetDraft(small), who)).HasColumns.ShouldBeTrue();
        var large = Encoding.UTF8.GetBytes(header + string.Concat(Enumerable.Range(0, 700).Select(i => $"Onderwerp {new string((char)('a' + i / 28), 2)};Laat bij gelegenheid {i} zien wat er gebeurt{string.Concat(Enumerable.Repeat(" en daarna wat er gebeurt", 32))}.\n")));
        var before = await house.Asked(new UploadDocument("eerder.csv", large), who);
        using var desk = Desk(house);
        await desk.ReadNext();
        (await house.Asked(new GetDraft(before), who)).ShouldSatisfyAllConditions(d => d.Kind.ShouldBe(DocumentKind.Unrecognised), d => d.HasColumns.ShouldBeTrue());
        await house.Asked(new MapColumns(small, [new MappedSheet(0, [ColumnMeaning.Competency, ColumnMeaning.Indicator])]), who);
        var after = await house.Asked(new UploadDocument("later.csv", large), who);
        await desk.ReadNext();
        var read = await house.Asked(new GetDraft(after), who);
        (read.Kind, read.Competencies, read.Indicators).ShouldBe((DocumentKind.CompetencySheet, 25, 700));
        (await house.Asked(new GetColumns(after), who)).IsOpen.ShouldBeFalse();
        // Whoever left the columns alone comes back to them.
        await house.Asked(new MapColumns(before, [new MappedSheet(0, [ColumnMeaning.Competency, ColumnMeaning.Question])]), who);
        (await house.Asked(new GetDraft(before), who)).Kind.ShouldBe(DocumentKind.CompetencySheet);
    }

    [Theory, OnBothDatabases]
    public async Task A_stopped_reading_is_not_finished_by_whoever_was_at_it_and_can_be_taken_up_again(Database database)
    {
        await using var house = await House.On(database);
        var who = await house.Someone(Role.Recruiter);
        var machine = new Actor.System("test");
        var id = await house.Asked(new UploadDocument("groot.txt", Long), who);
        var token = Guid.NewGuid();
        (await house.Asked(new ClaimReading(token), machine)).Draft.ShouldBe(id);
        (await house.Asked(new ReportReading(id, token, 40), machine)).Wanted.ShouldBeTrue();
        (await house.Asked(new GetDraft(id), who)).Percent.ShouldBe(40);
        await house.Asked(new CancelReading(id), who);
        (await house.Asked(new ReportReading(id, token, 60), machine)).Wanted.ShouldBeFalse();
        (await house.Refused(new FinishReading(id, token, DocumentReader.Read("a.txt", Encoding.UTF8.GetBytes("tekst")), null), machine)).ShouldBe(Refusal.NotFoundCode);
        (await house.Asked(new GetDraft(id), who)).Status.ShouldBe(DraftStatus.Cancelled);
        (await house.Refused(new CancelReading(id), who)).ShouldBe("import.not-reading");
        await house.Asked(new ReadAgain(id), who);
        using var desk = Desk(house);
        (await desk.ReadNext()).ShouldBeTrue();
        (await house.Asked(new GetDraft(id), who)).Status.ShouldBe(DraftStatus.Recognised);
        (await house.Refused(new ReadAgain(id), who)).ShouldBe("import.not-cancelled");
    }

    [Theory, OnBothDatabases]
    public async Task Two_processes_read_each_document_once_and_take_over_what_a_dead_one_left(Database database)
    {
        await using var house = await House.On(database);
        await using var twin = house.Twin();
        var who = await house.Someone(Role.Recruiter);
        var machine = new Actor.System("test");
        var ids = new List<Guid>();
        for (var i = 0; i < 3; i++) ids.Add(await house.Asked(new UploadDocument($"groot{i}.txt", Long), who));
        var claimed = await Task.WhenAll(Enumerable.Range(0, 4).Select(async i => (await (i % 2 == 0 ? house : twin).Asked(new ClaimReading(Guid.NewGuid()), machine)).Draft));
        claimed.Where(c => c != Guid.Empty).ShouldBeUnique();
        (await house.Asked(new ClaimReading(Guid.NewGuid()), machine)).Bytes.ShouldBeNull();
        house.Clock.Advance(ReadingTurn.Lease + TimeSpan.FromSeconds(1));
        using var desk = Desk(house);
        while (await desk.ReadNext()) { }
        foreach (var id in ids) (await house.Asked(new GetDraft(id), who)).Status.ShouldBe(DraftStatus.Recognised);
    }

    [Theory, OnBothDatabases]
    public async Task A_document_that_takes_its_readers_down_is_given_up_and_what_cannot_be_read_is_not_kept(Database database)
    {
        await using var house = await House.On(database);
        var who = await house.Someone(Role.Recruiter);
        var machine = new Actor.System("test");
        var id = await house.Asked(new UploadDocument("groot.txt", Long), who);
        for (var i = 0; i <= ReadingTurn.MostTries; i++)
        {
            await house.Asked(new ClaimReading(Guid.NewGuid()), machine);
            house.Clock.Advance(ReadingTurn.Lease + TimeSpan.FromSeconds(1));
        }
        var given = await house.Asked(new GetDraft(id), who);
        (given.Status, given.Failure).ShouldBe((DraftStatus.Failed, "import.reading-failed"));

        var other = await house.Asked(new UploadDocument("ander.txt", Long), who);
        var token = Guid.NewGuid();
        await house.Asked(new ClaimReading(token), machine);
        await house.Asked(new FinishReading(other, token, null, "import.binary"), machine);
        (await house.Asked(new GetDraft(other), who)).Failure.ShouldBe("import.binary");
        (await house.Look(db => db.Set<StoredFile>().Where(f => f.Name == "ander.txt").Select(f => f.Length).SingleAsync())).ShouldBe(0);
        await house.Asked(new DiscardDraft(other), who);
        await house.Asked(new DiscardDraft(id), who);
        (await house.Look(db => db.Set<StoredFile>().CountAsync())).ShouldBe(0);
        (await house.Refused(new ClaimReading(Guid.NewGuid()), who)).ShouldBe(Refusal.NotAllowedCode);
    }
}
