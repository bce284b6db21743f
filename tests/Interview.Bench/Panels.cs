using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Bench;

/// <summary>A member at work: the form, what is scored on it, and the signed-in way to save it.</summary>
internal sealed record Seat(Guid Card, IReadOnlyList<Guid> Items, string Cookies, string Token);

/// <summary>Procedures of four members and one candidate each, made through the use cases, until there are enough forms.</summary>
internal static class Panels
{
    public static async Task<IReadOnlyList<Seat>> Make(Site site, int forms)
    {
        var frozen = await site.Look(db => db.Set<FrozenDocument>().AsNoTracking().FirstAsync());
        var guide = frozen.Read();
        List<Seat> seats = [];
        var invited = await site.Asked(new InvitePerson("Werver", $"{Guid.NewGuid():N}@waterveen.example", "nl", Role.Recruiter));
        var recruiter = await Self(site, invited.Person);
        while (seats.Count < forms)
        {
            var procedure = await site.Asked(new CreateProcedure($"Bench {seats.Count}", guide.ProfileId, Blind: true), recruiter);
            await site.Asked(new ChooseGuide(procedure, frozen.Id), recruiter);
            await site.Asked(new AddCandidate(procedure, "Kandidaat", $"{Guid.NewGuid():N}@post.example"), recruiter);
            for (var i = 0; i < 4; i++)
            {
                var email = $"{Guid.NewGuid():N}@waterveen.example";
                var link = await site.Asked(new InvitePerson("Lid", email, "nl", Role.Employee));
                await site.Asked(new AcceptLink(link.Token, Site.Password));
                await site.Asked(new AddSeat(procedure, link.Person, SeatKind.Member, Scores: true), recruiter);
                await site.Asked(new SignDeclaration(procedure, true, true, "nl", []), await Self(site, link.Person));
                using var visitor = await Visitor.SignIn(site, email, Site.Password);
                var card = (await site.Asked(new ListMyCards(procedure), await Self(site, link.Person))).Single().Card;
                var token = await visitor.ScoreToken();
                seats.Add(new(card, guide.ScoredIds, visitor.Cookies, token));
            }
        }
        return seats;
    }

    private static async Task<Actor> Self(Site site, Guid person) => new Actor.Person(person, (await site.Asked(new OpenSession(person, "bench"))).Session);
}
