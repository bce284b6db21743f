using FluentValidation;
using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Profiles;

/// <summary>A result area more, behind the others.</summary>
[Needs(Permission.EditLibrary)]
public sealed record AddResultArea(Guid Profile, string Language, string Title) : ICommand<Guid>, IMerges
{
    internal sealed class Rules : AbstractValidator<AddResultArea>
    {
        public Rules() => Texts.Rules(this, x => x.Language, x => x.Title);
    }

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<AddResultArea, Guid>
    {
        public async Task<Guid> Handle(AddResultArea request, CancellationToken cancellationToken)
        {
            var profile = await db.NeedProfile(caller, request.Profile, cancellationToken);
            Refuse.If(profile.ResultAreas.Count >= Profiles.Profile.MostAreas, "profiles.too-many-areas", Profiles.Profile.MostAreas);
            var area = db.Add(profile.AddResultArea(LocalText.Of(request.Language, request.Title), LocalText.Empty, LocalText.Empty, []));
            db.Remember(profile.Id, area.Id, "added", "", request.Title.Trim(), caller, clock.GetUtcNow());
            return area.Id;
        }
    }
}

/// <summary>Puts a result area in another place, counted from 0.</summary>
[Needs(Permission.EditLibrary)]
public sealed record MoveResultArea(Guid Profile, Guid Area, int Place) : ICommand<Saved>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<MoveResultArea, Saved>
    {
        public async Task<Saved> Handle(MoveResultArea request, CancellationToken cancellationToken)
        {
            var saved = new Saved(clock.GetUtcNow());
            var profile = await db.NeedProfile(caller, request.Profile, cancellationToken);
            profile.MoveResultArea(request.Area, request.Place);
            db.Remember(profile.Id, request.Area, "moved", "", "", caller, saved.At);
            return saved;
        }
    }
}

/// <summary>Takes a result area out of the profile.</summary>
[Needs(Permission.EditLibrary)]
public sealed record RemoveResultArea(Guid Profile, Guid Area) : ICommand<Saved>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<RemoveResultArea, Saved>
    {
        public async Task<Saved> Handle(RemoveResultArea request, CancellationToken cancellationToken)
        {
            var saved = new Saved(clock.GetUtcNow());
            var profile = await db.NeedProfile(caller, request.Profile, cancellationToken);
            var gone = profile.Keep(request.Area);
            profile.RemoveResultArea(request.Area);
            db.Remember(profile.Id, request.Area, "removed", gone.Title.ToString(), "", caller, saved.At, new Kept(Area: gone));
            return saved;
        }
    }
}

/// <summary>
/// Writes what one does in a result area, one activity on a line, in one language; a line that begins with a dash is a step of the one above.
/// Whoever saw an older text gets both; an activity that is still there keeps its other languages.
/// </summary>
[Needs(Permission.EditLibrary)]
public sealed record WriteActivities(Guid Profile, Guid Area, string Language, string? Was, string? Becomes) : ICommand<Saved>, IMerges
{
    internal sealed class Rules : AbstractValidator<WriteActivities>
    {
        public Rules()
        {
            RuleFor(x => x.Language).Must(l => l is not null && Rewording.LanguageTag().IsMatch(l)).WithErrorCode("shared.language-wrong").WithState((_, l) => new object?[] { l });
            RuleFor(x => x.Becomes).MaximumLength(20000).WithErrorCode("profiles.text-too-long").WithState(_ => new object?[] { 20000 });
        }
    }

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<WriteActivities, Saved>
    {
        public async Task<Saved> Handle(WriteActivities request, CancellationToken cancellationToken)
        {
            var saved = new Saved(clock.GetUtcNow());
            var profile = await db.NeedProfile(caller, request.Profile, cancellationToken);
            if (profile.WriteActivities(request.Area, request.Language, request.Was, request.Becomes) is { } change) db.Remember(profile.Id, request.Area, change, caller, saved.At);
            return saved;
        }
    }
}

/// <summary>Changes the pay scale a profile stands in, by its name, if it still is the one that was seen.</summary>
[Needs(Permission.EditLibrary)]
public sealed record ChangePayScale(Guid Profile, string? Was, string? PayScale) : ICommand<Saved>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<ChangePayScale, Saved>
    {
        public async Task<Saved> Handle(ChangePayScale request, CancellationToken cancellationToken)
        {
            var saved = new Saved(clock.GetUtcNow());
            var profile = await db.ProfilesFor(caller, Permission.EditLibrary).Need(request.Profile, cancellationToken);
            var (was, becomes) = (profile.PayScale, string.IsNullOrWhiteSpace(request.PayScale) ? null : request.PayScale.Trim());
            if (was == becomes) return saved;
            Refuse.If((was ?? "") != (request.Was ?? "").Trim(), Refusal.ChangedText("payScale", was ?? "", becomes ?? ""));
            profile.Pay(becomes);
            db.Remember(profile.Id, profile.Id, "payscale", was ?? "", profile.PayScale ?? "", caller, saved.At);
            return saved;
        }
    }
}

internal static class ProfileDesk
{
    /// <summary>Tracked, with its parts.</summary>
    public static async Task<Profile> NeedProfile(this IInterviewDb db, Caller caller, Guid id, CancellationToken ct)
    {
        var profile = await db.ProfilesFor(caller, Permission.EditLibrary).Need(id, ct);
        await db.ResultAreas.Where(a => a.ProfileId == id).OrderBy(a => a.Order).LoadAsync(ct);
        await db.RequiredCompetencies.Where(r => r.ProfileId == id).OrderBy(r => r.Order).LoadAsync(ct);
        return profile;
    }
}
