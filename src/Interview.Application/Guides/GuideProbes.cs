using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Guides;

/// <summary>Puts one more follow-up under a question of this guide; those of the library stay as they are there.</summary>
[Needs(Permission.EditGuide)]
public sealed record AddGuideProbe(Guid Guide, Guid Item, StarrStep Step, string Language, string Text, int Version) : ICommand<GuideSaved>
{
    internal sealed class Rules : FluentValidation.AbstractValidator<AddGuideProbe>
    {
        public Rules() => Texts.Rules(this, x => x.Language, x => x.Text);
    }

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<AddGuideProbe, GuideSaved>
    {
        public async Task<GuideSaved> Handle(AddGuideProbe request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var guide = await db.NeedGuide(caller, request.Guide, request.Version, cancellationToken);
            guide.Probe(request.Item, [.. await db.ProbesOf(guide, request.Item, cancellationToken), new Probe(request.Step, LocalText.Of(request.Language, request.Text))], now);
            return new GuideSaved(guide.Version, now);
        }
    }
}

/// <summary>Leaves a follow-up out of this guide, counted from 0.</summary>
[Needs(Permission.EditGuide)]
public sealed record DropGuideProbe(Guid Guide, Guid Item, int Number, int Version) : ICommand<GuideSaved>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<DropGuideProbe, GuideSaved>
    {
        public async Task<GuideSaved> Handle(DropGuideProbe request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var guide = await db.NeedGuide(caller, request.Guide, request.Version, cancellationToken);
            var probes = await db.ProbesOf(guide, request.Item, cancellationToken);
            if (request.Number < 0 || request.Number >= probes.Count) throw Refusal.NotFound;
            guide.Probe(request.Item, [.. probes.Where((_, i) => i != request.Number)], now);
            return new GuideSaved(guide.Version, now);
        }
    }
}

internal static class GuideProbes
{
    /// <summary>The follow-ups as the guide has them now: its own, else those of the library's question.</summary>
    public static async Task<IReadOnlyList<Probe>> ProbesOf(this IInterviewDb db, Guide guide, Guid item, CancellationToken ct)
    {
        var place = guide.Questions.FirstOrDefault(q => q.Id == item) ?? throw Refusal.NotFound;
        if (place.Probes is { } own) return own;
        return place.QuestionId is { } question ? await db.Questions.AsNoTracking().Where(q => q.Id == question).Select(q => q.Probes).FirstAsync(ct) : [];
    }
}
