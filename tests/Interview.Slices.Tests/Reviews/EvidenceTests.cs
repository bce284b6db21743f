using System.Text;
using Interviewing.Application.Audit;
using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Reviews;

public class EvidenceTests
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7 verslag van de wijkraad");

    [Theory, OnBothDatabases]
    public async Task A_file_and_a_link_are_hidden_with_their_side_and_read_by_both_when_shared(Database database)
    {
        await using var house = await House.On(database);
        var team = await Team.In(house);
        var review = await team.Started();
        var file = await house.Asked(new AttachFile(review, team.Convince, "verslag wijkraad 3 juni.pdf", Pdf), team.Employee);
        await house.Asked(new AttachLink(review, team.Convince, "", "https://intranet.waterveen.example/nota"), team.Employee);
        (await house.Asked(new GetReview(review), team.Employee)).Mine.Evidence.Select(e => e.Name).ShouldBe(["verslag wijkraad 3 juni.pdf", "intranet.waterveen.example"]);
        JsonText.Write(await house.Asked(new GetReview(review), team.Manager)).ShouldNotContain("wijkraad");
        (await house.Refused(new ReadReviewEvidence(review, file), team.Manager)).ShouldBe(Refusal.NotFoundCode);
        (await house.Asked(new ReadReviewEvidence(review, file), team.Employee)).Bytes.ShouldBe(Pdf);

        await team.Share(review);
        var taken = await house.Asked(new ReadReviewEvidence(review, file), team.Manager);
        (taken.Name, taken.MediaType).ShouldBe(("verslag wijkraad 3 juni.pdf", "application/pdf"));
        taken.Bytes.ShouldBe(Pdf);
        foreach (var stranger in team.Strangers) (await house.Refused(new ReadReviewEvidence(review, file), stranger)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new ReadReviewEvidence(Guid.NewGuid(), file), team.Manager)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new DetachEvidence(review, file), team.Employee)).ShouldBe("reviews.side-ready");
        (await house.Look(db => db.Set<AuditDetail>().Select(d => d.Before + d.After).ToListAsync())).ShouldAllBe(t => !t.Contains("wijkraad") && !t.Contains("intranet"));
    }

    [Theory, OnBothDatabases]
    public async Task What_is_no_evidence_is_refused_and_leaves_nothing(Database database)
    {
        await using var house = await House.On(database);
        var team = await Team.In(house);
        var review = await team.Started();
        Task<string> File(string name, byte[] bytes) => house.Refused(new AttachFile(review, team.Convince, name, bytes), team.Employee);
        (await File("leeg.pdf", [])).ShouldBe("reviews.evidence-empty");
        (await File("groot.pdf", [.. Pdf, .. new byte[Evidence.MostBytes]])).ShouldBe("reviews.evidence-large");
        (await File("programma.exe", [0x4d, 0x5a, 1, 2])).ShouldBe("reviews.evidence-kind");
        (await File("vermomd.pdf", "<html><script>alert(1)</script>"u8.ToArray())).ShouldBe("reviews.evidence-kind");
        (await File("pagina.html", "<p>hallo</p>"u8.ToArray())).ShouldBe("reviews.evidence-kind");
        (await File("plaatje.svg", "<svg/>"u8.ToArray())).ShouldBe("reviews.evidence-kind");
        foreach (var link in new[] { "http://waterveen.example", "javascript:alert(1)", "data:text/html,x", "//waterveen.example", "https://ik:geheim@waterveen.example", "nota", "" })
            (await house.Refused(new AttachLink(review, team.Convince, "Nota", link), team.Employee)).ShouldBe("reviews.evidence-link", link);
        (await house.Refused(new AttachLink(review, Guid.NewGuid(), "Nota", "https://waterveen.example"), team.Employee)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new AttachLink(review, team.Convince, "Nota", "https://waterveen.example"), team.Colleague)).ShouldBe(Refusal.NotFoundCode);
        (await house.Look(db => db.Set<StoredFile>().CountAsync(f => f.Name == "evidence"))).ShouldBe(0);

        var id = await house.Asked(new AttachFile(review, team.Convince, "../../\u202Efdp.nota.txt", "Tekst"u8.ToArray()), team.Employee);
        (await house.Asked(new GetReview(review), team.Employee)).Mine.Evidence.ShouldHaveSingleItem().Name.ShouldBe("fdp.nota.txt");
        await house.Asked(new DetachEvidence(review, id), team.Employee);
        (await house.Look(db => db.Set<StoredFile>().Where(f => f.Name == "evidence").Select(f => f.Length).SingleAsync())).ShouldBe(0);
        for (var i = 0; i < Evidence.MostPerCompetency; i++) await house.Asked(new AttachLink(review, team.Convince, $"{i}", $"https://waterveen.example/{i}"), team.Employee);
        (await house.Refused(new AttachLink(review, team.Convince, "te veel", "https://waterveen.example/nog"), team.Employee)).ShouldBe("reviews.evidence-many");
    }
}
