using System.Globalization;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Development;

/// <summary>A plan on paper, piece by piece, for page and Word alike: goals, agreements, evidence and progress. There is nothing private in it, whoever prints.</summary>
public sealed class PlanOutline
{
    private readonly PlanView plan;
    private readonly IWords words;
    private readonly string language;
    private readonly CultureInfo culture;
    private readonly TimeZoneInfo zone;
    private readonly List<Block> blocks = [];

    private PlanOutline(PlanView plan, IWords words, string language, TimeZoneInfo zone) =>
        (this.plan, this.words, this.language, this.zone, culture) = (plan, words, language, zone, CultureInfo.GetCultureInfo(language));

    public static Outline Of(PlanView plan, IWords words, string language, TimeZoneInfo zone, DateTimeOffset now)
    {
        PlanOutline outline = new(plan, words, language, zone);
        outline.Everything();
        return new(language, outline.Say("kind"), plan.Employee, outline.Standing(), outline.Say("foot", outline.Day(now)), now, outline.blocks);
    }

    private string Standing() => Say("standing", words.In(language, $"development.planstatus.{plan.Status.ToString().ToLowerInvariant()}"), plan.Done, plan.Counted);

    private void Everything()
    {
        if (plan.Manager is { } manager) blocks.Add(new Block.Bullet(Say("manager"), manager));
        if (plan.ActiveSince is { } since) blocks.Add(new Block.Bullet(Say("since"), Day(since)));
        if (plan.ApprovedAt is { } at) blocks.Add(new Block.Bullet(Say("agreed"), $"{plan.ApprovedBy}, {Day(at)}"));
        if (plan.EndedAt is { } ended) blocks.Add(new Block.Bullet(Say("ended"), Day(ended)));
        foreach (var goal in plan.Goals) Goal(goal);
        if (plan.Steps.Count == 0) return;
        blocks.Add(new Block.Heading(1, Say("progress")));
        Rows([Say("when"), Say("who"), Say("what")], plan.Steps.Select(s => new[] { Moment(s.At), s.By, Step(s) }));
    }

    private void Goal(GoalView goal)
    {
        blocks.Add(new Block.Heading(1, goal.Wish ?? In(goal.Name), Levels(goal)));
        if (goal.Wish is not null) blocks.Add(new Block.Paragraph(In(goal.Name)));
        if (goal.Actions.Count == 0) blocks.Add(new Block.Paragraph(Say("no-actions")));
        else Rows([Say("action"), Say("how"), Say("before"), Say("stands")], goal.Actions.Select(a => new[] { Action(a), How(a), Day(a.Due), Stands(a) }));
    }

    private string Levels(GoalView goal) => goal switch
    {
        { Again.Achieved: { } now, From: { } from } => Say("levels.again", from, goal.To, now),
        { From: { } from } => Say("levels", from, goal.To),
        _ => Say("level", goal.To),
    };

    private string Action(ActionView action) => string.Join('\n', new[]
    {
        In(action.Text), action.Help is { } help ? Say("help", help) : null, action.Note, string.Join('\n', action.Evidence.Select(e => Say("evidence", e.Text))),
    }.Where(line => !string.IsNullOrEmpty(line)));

    private string How(ActionView action) => string.Join('\n', new[]
    {
        words.In(language, $"development.tipkind.{action.Kind.ToString().ToLowerInvariant()}"), action.Effort is { } hours ? Say("hours", hours) : null, action.ByManager ? plan.Manager : null,
    }.Where(line => line is not null));

    private string Stands(ActionView action) => action.ClosedAt is { } at ? $"{Status(action.Status)}\n{Day(at)}" : Status(action.Status);

    private string Step(StepView step) => string.Join('\n', new[]
    {
        step switch
        {
            { Action: { } action, Became: { } became } => $"{In(action)} {Say("became", Status(became))}",
            { Plan: { } became } => Say("plan-became", words.In(language, $"development.planstatus.{became.ToString().ToLowerInvariant()}")),
            _ => null,
        },
        step.Note,
    }.Where(line => line is not null));

    private void Rows(string[] head, IEnumerable<string[]> rows) => blocks.Add(new Block.Table([head, .. rows], HeadColumn: false));

    private string Say(string key, params object?[] args) => words.In(language, $"development.paper.{key}", args);

    private string Status(ActionStatus status) => words.In(language, $"development.actionstatus.{status.ToString().ToLowerInvariant()}");

    private string In(LocalText text) => text.In(language).Text;

    private string Day(DateOnly day) => day.ToString("d MMMM yyyy", culture);

    private string Day(DateTimeOffset at) => Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime));

    private string Moment(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).ToString("d MMM yyyy HH:mm", culture);
}
