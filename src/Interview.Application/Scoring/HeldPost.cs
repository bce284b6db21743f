using Interviewing.Application.Development;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Scoring;

/// <summary>
/// A form that was posted when its session had ended: kept locked for the one it was shown to, for a quarter of an hour, so that signing in again loses nothing.
/// </summary>
[NotAudited]
public sealed class HeldPost : IHasId
{
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    private HeldPost() { }

    public HeldPost(Guid owner, Guid card, string locked, DateTimeOffset now) => (OwnerId, CardId, Locked, Until) = (owner, card, locked, now + Longest);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid OwnerId { get; private set; }
    public Guid CardId { get; private set; }
    public string Locked { get; private set; } = "";
    public DateTimeOffset Until { get; private set; }
}

/// <summary>Keeps what somebody posted without a session; the caller has proof that the form was rendered for this owner. A later post takes the earlier one's place.</summary>
[Needs(Permission.Machine)]
public sealed record HoldPost(Guid Owner, Guid Card, IReadOnlyDictionary<string, string[]> Fields) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db, IPrivateText privacy, TimeProvider clock) : IRequestHandler<HoldPost, Done>
    {
        public async Task<Done> Handle(HoldPost request, CancellationToken cancellationToken)
        {
            db.Set<HeldPost>().RemoveRange(await db.HeldPosts.Where(h => h.OwnerId == request.Owner && h.CardId == request.Card).ToListAsync(cancellationToken));
            db.Add(new HeldPost(request.Owner, request.Card, privacy.Lock(JsonText.Write(request.Fields), request.Owner), clock.GetUtcNow()));
            return Done.It;
        }
    }
}

/// <summary>What was held; <see cref="Post"/> is null when nothing is.</summary>
public sealed record HeldFields(Guid? Post, IReadOnlyDictionary<string, string[]> Fields)
{
    public static readonly HeldFields None = new(null, new Dictionary<string, string[]>());
}

/// <summary>One's own held post of a form, as long as it holds.</summary>
[Needs(Permission.Score)]
public sealed record ReadHeldPost(Guid Card) : IQuery<HeldFields>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, IPrivateText privacy, TimeProvider clock) : IRequestHandler<ReadHeldPost, HeldFields>
    {
        public async Task<HeldFields> Handle(ReadHeldPost request, CancellationToken cancellationToken)
        {
            var (me, now) = (caller.Me, clock.GetUtcNow());
            var held = await db.HeldPosts.AsNoTracking().FirstOrDefaultAsync(h => h.OwnerId == me && h.CardId == request.Card && h.Until > now, cancellationToken);
            return held is not null && privacy.Unlock(held.Locked, me) is { } text ? new(held.Id, JsonText.Read<Dictionary<string, string[]>>(text)) : HeldFields.None;
        }
    }
}

/// <summary>It is on the form, or in the fields before its owner: the copy goes.</summary>
[Needs(Permission.Score)]
public sealed record DropHeldPost(Guid Post) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<DropHeldPost, Done>
    {
        public async Task<Done> Handle(DropHeldPost request, CancellationToken cancellationToken)
        {
            var me = caller.Me;
            if (await db.HeldPosts.FirstOrDefaultAsync(h => h.Id == request.Post && h.OwnerId == me, cancellationToken) is { } held) db.Set<HeldPost>().Remove(held);
            return Done.It;
        }
    }
}

/// <summary>Nobody came back for these.</summary>
[Needs(Permission.Machine)]
public sealed record ForgetHeldPosts : ICommand<int>
{
    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<ForgetHeldPosts, int>
    {
        public async Task<int> Handle(ForgetHeldPosts request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var old = await db.HeldPosts.Where(h => h.Until <= now).ToListAsync(cancellationToken);
            db.Set<HeldPost>().RemoveRange(old);
            return old.Count;
        }
    }
}
