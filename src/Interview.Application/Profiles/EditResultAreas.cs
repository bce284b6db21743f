using FluentValidation;
using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Import;
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

    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<AddResultArea, Guid>
    {
        public async Task<Guid> Handle(AddResultArea request, CancellationToken cancellationToken)
        {
            var profile = await db.NeedProfile(caller, request.Profile, cancellationToken);
            Refuse.If(profile.ResultAreas.Count >= 40, "profiles.too-many-areas", 40);
            return db.Add(profile.AddResultArea(LocalText.Of(request.Language, request.Title), LocalText.Empty, LocalText.Empty, [])).Id;
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
            (await db.NeedProfile(caller, request.Profile, cancellationToken)).MoveResultArea(request.Area, request.Place);
            return new Saved(clock.GetUtcNow());
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
            (await db.NeedProfile(caller, request.Profile, cancellationToken)).RemoveResultArea(request.Area);
            return new Saved(clock.GetUtcNow());
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
            var profile = await db.NeedProfile(caller, request.Profile, cancellationToken);
            var area = profile.ResultAreas.FirstOrDefault(a => a.Id == request.Area) ?? throw Refusal.NotFound;
            var now = ActivityLines.Of(area.Activities, request.Language);
            var next = ActivityLines.Tidy(request.Becomes);
            if (next == now) return new Saved(clock.GetUtcNow());
            Refuse.If(now != ActivityLines.Tidy(request.Was), Refusal.ChangedText("activities", now, next));
            profile.Do(area.Id, ActivityLines.Read(area.Activities, request.Language, next));
            return new Saved(clock.GetUtcNow());
        }
    }
}

/// <summary>Changes the pay scale a profile stands in, by its name.</summary>
[Needs(Permission.EditLibrary)]
public sealed record ChangePayScale(Guid Profile, string? PayScale) : ICommand<Saved>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<ChangePayScale, Saved>
    {
        public async Task<Saved> Handle(ChangePayScale request, CancellationToken cancellationToken)
        {
            (await db.ProfilesFor(caller, Permission.EditLibrary).Need(request.Profile, cancellationToken)).Pay(request.PayScale);
            return new Saved(clock.GetUtcNow());
        }
    }
}

/// <summary>Activities as lines that a person can write: a dash for each step below the first.</summary>
public static class ActivityLines
{
    public static string Of(IReadOnlyList<Activity> activities, string language, int depth = 0) =>
        string.Join('\n', activities.SelectMany(a => new[] { Line(a, language, depth), Of(a.Children, language, depth + 1) }).Where(line => line.Length > 0));

    public static string Tidy(string? text) => string.Join('\n', (text ?? "").Split('\n').Select(Dashed).Where(l => l.Text.Length > 0).Select(l => Written(l.Depth, l.Text)));

    /// <summary>The lines as activities. One that says the same, or nearly, keeps its other languages; with the same number of lines every line keeps its place's.</summary>
    public static IReadOnlyList<Activity> Read(IReadOnlyList<Activity> was, string language, string text)
    {
        var old = Flat(was).ToList();
        var lines = text.Split('\n').Select(Dashed).Where(l => l.Text.Length > 0).ToList();
        // What has no words in this language was not on the screen; leaving it out of the lines must not throw it away.
        Refuse.FieldIf(lines.Count != old.Count && old.Exists(o => !o.Has(language)), "activities", "profiles.activities-differ", old.Count);
        var pairs = lines.Count == old.Count ? lines.Select((_, i) => (Now: i, Was: i)).ToDictionary(p => p.Now, p => p.Was)
            : TextSimilarity.Pairs([.. lines.Select(l => l.Text)], [.. old.Select(o => o[language] ?? "")]).ToDictionary(p => p.Now, p => p.Was);
        var at = 0;
        return Below(0);

        List<Activity> Below(int depth)
        {
            List<Activity> here = [];
            while (at < lines.Count && lines[at].Depth >= depth)
            {
                var number = at++;
                here.Add(new Activity((pairs.TryGetValue(number, out var same) ? old[same] : LocalText.Empty).With(language, lines[number].Text), Below(lines[number].Depth + 1)));
            }
            return here;
        }
    }

    // An activity without words in this language is not shown, so it cannot be kept either unless its line is written.
    private static string Line(Activity activity, string language, int depth) => activity.Text[language] is { } text ? Written(depth, text.ReplaceLineEndings(" ")) : "";

    private static string Written(int depth, string text) => depth == 0 ? text : new string('-', depth) + " " + text;

    private static (int Depth, string Text) Dashed(string line)
    {
        var trimmed = line.Trim();
        var text = trimmed.TrimStart('-', '–');
        return (trimmed.Length - text.Length, text.Trim());
    }

    private static IEnumerable<LocalText> Flat(IReadOnlyList<Activity> activities) => activities.SelectMany(a => Flat(a.Children).Prepend(a.Text));
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
