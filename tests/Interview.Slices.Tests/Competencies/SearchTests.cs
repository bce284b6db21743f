using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using Interviewing.Testing;

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
}
