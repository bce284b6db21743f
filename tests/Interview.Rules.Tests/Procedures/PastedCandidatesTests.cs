using FsCheck;
using FsCheck.Fluent;
using Interviewing.Application.Procedures;
using Interviewing.Application.Shared;

namespace Interviewing.Rules.Tests.Procedures;

public class PastedCandidatesTests
{
    [Theory]
    [InlineData("Naam\tE-mail\tTelefoon\tTaal\nAnna Bos\tanna@post.example\t06 12\tFrans")]
    [InlineData("Naam;E-mailadres;Telefoon;Taal\r\nAnna Bos;anna@post.example;06 12;fr\r\n")]
    [InlineData("naam,e-mail,tel,taal\n\"Anna Bos\",anna@post.example,06 12,FR")]
    [InlineData("Anna Bos\tanna@post.example\t06 12\tfr")]
    [InlineData("anna@post.example;Anna Bos;06 12;français")]
    [InlineData("Prénom;Nom de famille;Courriel;Langue;Tél.\nAnna;Bos;anna@post.example;Français;06 12")]
    [InlineData("Voornaam\tAchternaam\tE-mail adres\tGsm\tTaal\tOpmerking\nAnna\tBos\t\"Bos, Anna\" <anna@post.example>\t06 12\tfrench\tbelt niet terug")]
    public void One_row_reads_the_same_in_every_dress(string text)
    {
        var row = PastedCandidates.Read(text).ShouldHaveSingleItem();
        (row.Name, row.Email, row.Phone, row.Language).ShouldBe(("Anna Bos", "anna@post.example", "06 12", "fr"));
        row.Line.ShouldBe(text.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public void A_name_with_a_comma_between_quotes_is_one_cell_and_a_formula_stays_text()
    {
        var rows = PastedCandidates.Read("\"Bos, Anna\";anna@post.example\n=HYPERLINK(1);bert@post.example\n");
        rows.Select(r => r.Name).ShouldBe(["Bos, Anna", "=HYPERLINK(1)"]);
        rows.ShouldAllBe(r => r.Language == "nl" && r.Phone == null);
    }

    [Fact]
    public void Addresses_alone_are_read_and_every_row_says_what_is_missing()
    {
        var rows = Inspection.Of(PastedCandidates.Read("anna@post.example\nbert@post.example"), new Dictionary<string, string>());
        rows.Select(r => r.Row.Email).ShouldBe(["anna@post.example", "bert@post.example"]);
        rows.ShouldAllBe(r => r.Findings.Single().Code == "procedures.name-missing");
    }

    [Fact]
    public void The_same_address_is_found_twice_in_the_paste_and_once_in_the_procedure()
    {
        var rows = Inspection.Of(PastedCandidates.Read("Anna;anna@post.example\nOok Anna;ANNA@post.example \nBert;bert@post.example\nCas;geen-adres;;klingon"), new Dictionary<string, string> { ["bert@post.example"] = "K7" });
        rows.Select(r => r.ComesIn).ShouldBe([true, false, false, false]);
        rows[1].Findings.ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Code.ShouldBe("procedures.row-twice"), f => f.Args.ShouldBe([1]));
        rows[2].Findings.ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Code.ShouldBe("procedures.candidate-there"), f => f.Args.ShouldBe(["K7"]));
        rows[3].Findings.Select(f => f.Code).ShouldBe(["procedures.email-wrong"]);
    }

    [Fact]
    public void Too_much_or_nothing_is_refused()
    {
        Should.Throw<Refusal>(() => PastedCandidates.Read(" \n")).Reasons[0].Code.ShouldBe("procedures.paste-empty");
        Should.Throw<Refusal>(() => PastedCandidates.Read(string.Join('\n', Enumerable.Range(0, 202).Select(i => $"A;a{i}@post.example")))).Reasons[0].Code.ShouldBe("procedures.paste-long");
    }

    [Fact]
    public void Whatever_is_pasted_gives_rows_or_a_refusal_and_never_two_who_come_in_with_one_address() => Prop.ForAll<NonNull<string>>(given =>
    {
        try
        {
            var rows = Inspection.Of(PastedCandidates.Read(given.Get), new Dictionary<string, string>());
            var into = rows.Where(r => r.ComesIn).Select(r => CandidateIdentity.KeyOf(r.Row.Email)).ToList();
            return into.Distinct().Count() == into.Count;
        }
        catch (Refusal)
        {
            return true;
        }
    }).QuickCheckThrowOnFailure();
}
