using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Search;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Competencies;

public class SearchTests
{
    [Theory, OnBothDatabases]
    public async Task A_word_is_found_in_every_language_whatever_its_accents_case_number_and_order(Database database)
    {
        await using var house = await House.On(database);
        var keeper = await house.Someone(Role.LibraryManager);
        var edition = await house.Asked(new MakeFramework("nl", "Eigen", "", "", "1"), keeper);
        await Make("PLAN", ("nl", "Plannen en organiseren", "Maakt afspraken."), ("fr", "Planifier et organiser", "Élabore des échéanciers."), ("en", "Planning and organising", "Makes agreements."));
        await Make("COOR", ("nl", "Coördineren", "Bewaakt de planning van anderen en maakt een afspraak."), ("fr", "Coordonner", "Suit l’équipe."), ("en", "Coordinating", "Watches over teams."));
        await Make("CREA", ("nl", "Creëren", "Bedenkt ideeën."), ("fr", "Créer", "Trouve des idées."), ("en", "Creating", "Finds ideas; children's play."));

        foreach (var (asked, codes) in new[]
        {
            ("coordineren", "COOR"), ("COÖRDINEREN", "COOR"), ("élaborer", "PLAN"), ("elabore", "PLAN"), ("echeancier", "PLAN"), ("idee", "CREA"), ("Idées", "CREA"), ("idea", "CREA"), ("equipes", "COOR"), ("agreement", "PLAN"),
            ("organiseren plannen", "PLAN"), ("plannen organiseren", "PLAN"), ("organising PLANNING", "PLAN"), ("afspraak", "COOR PLAN"), ("afspraken", "COOR PLAN"), ("plannen", "PLAN COOR"), ("planning", "PLAN COOR"),
            ("plan", "PLAN COOR"), ("nietsdergelijks", ""), ("plannen nietsdergelijks", ""), ("%", ""), ("' OR 1=1 --", ""), ("\"*", ""), ("plan*", "PLAN COOR"),
        })
            string.Join(' ', (await house.Asked(new FindCompetencies(new Slice(), asked, Sort: LibrarySort.Best), keeper)).Found.Rows.Select(r => r.Code)).ShouldBe(codes, asked);

        async Task Make(string code, params (string Language, string Name, string Definition)[] texts)
        {
            var id = await house.Asked(new MakeCompetency(edition, null, code, texts[0].Language, texts[0].Name, texts[0].Definition), keeper);
            foreach (var (language, name, definition) in texts.Skip(1))
            {
                await house.Asked(new RewordText(id, id, "name", language, null, name), keeper);
                await house.Asked(new RewordText(id, id, "definition", language, null, definition), keeper);
            }
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_word_that_many_share_is_listed_in_order_and_counted_to_a_limit(Database database)
    {
        const int many = FindCompetencies.Most + 60;
        await using var house = await House.On(database);
        var (keeper, now) = (await house.Someone(Role.LibraryManager), house.Clock.GetUtcNow());
        var (small, shared) = await house.Look(async db =>
        {
            var framework = new Framework(LocalText.Of("nl", "Eigen"), "Wij", "");
            Edition large = new(framework.Id, "1"), small = new(framework.Id, "2"), old = new(framework.Id, "0");
            large.Publish(now);
            old.Publish(now);
            old.Supersede();
            db.AddRange(framework, large, small, old);
            // Every twentieth has the word in its name; some exist in one language only; those of an old edition are not for the list.
            for (var i = 0; i < many; i++)
                db.Add(new Competency(i % 50 == 7 ? small.Id : large.Id, null, $"C{i:D4}", LocalText.Of("nl", i % 20 == 3 ? $"Vaardig overleggen {i * 7919 % many:D4}" : $"Vaardigheid {i * 7919 % many:D4}").With("fr", i % 3 == 0 ? $"Compétence {i}" : null), LocalText.Of("nl", "Zoekt overleg met anderen.").With("fr", i % 3 == 0 ? "Cherche l’overleg." : null)));
            for (var i = 0; i < 20; i++) db.Add(new Competency(old.Id, null, $"O{i:D4}", LocalText.Of("nl", $"Aan overleg doen {i}"), LocalText.Of("nl", "Zoekt overleg.")));
            await db.SaveChangesAsync();
            return (small.Id, await db.Set<Competency>().Where(c => c.EditionId != old.Id).Select(c => new { c.Code, c.Name, c.EditionId }).ToListAsync());
        });
        List<string> Ordered(Func<Guid, bool> edition, string language) => [.. shared.Where(c => edition(c.EditionId)).OrderBy(c => c.Name.In(language).Text.Contains("overleggen", StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(c => Stems.Fold(c.Name.In(language).Text), StringComparer.Ordinal).Select(c => c.Code)];

        foreach (var language in new[] { "nl", "fr" })
        {
            List<string> read = [];
            for (var skip = 0; skip < 120; skip += 20)
            {
                var page = await house.Asked(new FindCompetencies(new Slice(skip, 20), "overleg", Sort: LibrarySort.Best, Language: language), keeper);
                (page.Found.Count, page.More).ShouldBe((FindCompetencies.Most, true));
                read.AddRange(page.Found.Rows.Select(r => r.Code));
            }
            read.ShouldBe(Ordered(_ => true, language).Take(120), language);
        }
        var one = await house.Asked(new FindCompetencies(new Slice(0, 20), "overleg", [small], Sort: LibrarySort.Best), keeper);
        one.More.ShouldBeFalse();
        one.Found.Count.ShouldBe(shared.Count(c => c.EditionId == small));
        one.Found.Rows.Select(r => r.Code).ShouldBe(Ordered(e => e == small, "nl"));
        // A rarer word beside it brings the index back, which counts exactly.
        var rare = await house.Asked(new FindCompetencies(new Slice(0, 20), "overleg 0042", Sort: LibrarySort.Best), keeper);
        (rare.Found.Count, rare.More).ShouldBe((1, false));
    }
}
