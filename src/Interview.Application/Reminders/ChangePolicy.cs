using Interviewing.Application.Identity;
using Interviewing.Application.Reminders.Planning;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders;

/// <summary><see cref="Version"/> is 0 as long as the product's own rule holds.</summary>
public sealed record PolicyView(ReminderKind Kind, Rule Rule, Rule Usual, bool MayBeBundled, int Version);

[Needs(Permission.ManageSystem)]
public sealed record ReadPolicy(ReminderKind Kind) : IQuery<PolicyView>
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<ReadPolicy, PolicyView>
    {
        public async Task<PolicyView> Handle(ReadPolicy request, CancellationToken cancellationToken)
        {
            Refuse.If(!Policies.HasRule(request.Kind), Refusal.NotFound);
            var own = await db.ReminderPolicies.AsNoTracking().FirstOrDefaultAsync(p => p.Kind == request.Kind, cancellationToken);
            var usual = Policies.Usual(request.Kind);
            return new(request.Kind, own?.Rule ?? usual, usual, Policies.MayBeBundled(request.Kind), own?.Version ?? 0);
        }
    }
}

/// <summary>Another rule for one kind of reminder; whatever is planned follows within a minute.</summary>
[Needs(Permission.ManageSystem)]
public sealed record ChangePolicy(ReminderKind Kind, Rule Rule, int Version) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<ChangePolicy, Done>
    {
        public async Task<Done> Handle(ChangePolicy request, CancellationToken cancellationToken)
        {
            Refuse.If(!Policies.HasRule(request.Kind), Refusal.NotFound);
            if (await db.ReminderPolicies.FirstOrDefaultAsync(p => p.Kind == request.Kind, cancellationToken) is { } own)
            {
                db.Expect(own, request.Version);
                own.Become(request.Rule);
            }
            else db.Add(new Policy(request.Kind, request.Rule));
            return Done.It;
        }
    }
}

public sealed record ComingRow(DateTimeOffset At, ReceiverKind ReceiverKind, string? Receiver, string Occurrence, bool Alone);

public sealed record PolicyPreview(int Count, int Receivers, IReadOnlyList<ComingRow> First);

/// <summary>What would go to whom in the next fourteen days under this rule. Nothing is changed.</summary>
[Needs(Permission.ManageSystem)]
public sealed record PreviewPolicy(ReminderKind Kind, Rule Rule) : IQuery<PolicyPreview>
{
    public const int Days = 14;
    private const int Shown = 20;

    internal sealed class Handler(IInterviewDb db, IEnumerable<IReminderPlanner> planners, TimeProvider clock) : IRequestHandler<PreviewPolicy, PolicyPreview>
    {
        public async Task<PolicyPreview> Handle(PreviewPolicy request, CancellationToken cancellationToken)
        {
            Refuse.If(!Policies.HasRule(request.Kind), Refusal.NotFound);
            // The noun knows what a rule may be.
            var rule = new Policy(request.Kind, request.Rule).Rule;
            if (planners.FirstOrDefault(p => p.Kinds.Contains(request.Kind)) is not { } planner) return new(0, 0, []);
            var now = clock.GetUtcNow();
            var around = (await Surroundings.Of(db, now, cancellationToken)).Suppose(request.Kind, rule);
            var cases = (await db.RunningCases(cancellationToken)).Where(c => c.Topic == planner.Topic).Select(c => c.Id).ToList();
            var coming = (await planner.Plan(cases, around, cancellationToken)).Where(w => w.Kind == request.Kind && w.At > now && w.At <= now.AddDays(Days) && !(w.EventAt <= w.At))
                .GroupBy(w => (w.Series, w.At)).Select(g => g.Last()).OrderBy(w => w.At).ThenBy(w => w.Receiver).ToList();
            var shown = coming.Take(Shown).ToList();
            var ids = shown.Select(w => w.Receiver).ToList();
            var names = await db.Persons.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
            return new(coming.Count, coming.Select(w => w.Receiver).Distinct().Count(), [.. shown.Select(w => new ComingRow(w.At, w.ReceiverKind, names.GetValueOrDefault(w.Receiver), w.Occurrence, w.Alone))]);
        }
    }
}
