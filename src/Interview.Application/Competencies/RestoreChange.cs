using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Competencies;

/// <summary>
/// Puts back what one change of a competency's history took away or replaced: a text, a part, a follow-up, type, minutes, touched behaviour, or being in use.
/// What was changed again since is not overwritten.
/// </summary>
[Needs(Permission.EditLibrary)]
public sealed record RestoreChange(Guid Competency, Guid Change) : ICommand<Saved>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<RestoreChange, Saved>
    {
        public async Task<Saved> Handle(RestoreChange request, CancellationToken cancellationToken)
        {
            var saved = new Saved(clock.GetUtcNow());
            var competency = await db.NeedToEdit(caller, request.Competency, cancellationToken);
            var change = await db.LibraryChanges.AsNoTracking().NeedFirst(h => h.Id == request.Change && h.SubjectId == competency.Id, cancellationToken);
            switch (change)
            {
                case { Language.Length: > 0 }:
                    if (competency.Reword(change.ItemId, change.Field, change.Language, change.After, change.Before) is { } text) db.Remember(competency.Id, change.ItemId, text, caller, saved.At);
                    break;
                case { Kept.Part: { } gone }:
                    await Restore(competency, gone, cancellationToken);
                    Remember("restored", "", gone.Text.ToString());
                    break;
                case { Kept.Probe: { } probe }:
                    var probes = competency.QuestionOf(change.ItemId).Probes.ToList();
                    Refuse.If(probes.Count >= 20, "competencies.too-many-probes");
                    probes.Insert(Math.Min(probe.Number, probes.Count), probe.Probe);
                    competency.Tune(change.ItemId, probes: probes);
                    Remember("probe-added", "", probe.Probe.Text.ToString());
                    break;
                case { Kept.Touches: { } touches }:
                    var (was, there) = (competency.QuestionOf(change.ItemId).Touches, touches.Where(t => competency.Indicators.Any(i => i.Id == t)).ToList());
                    competency.Tune(change.ItemId, touches: there);
                    db.RememberTouches(competency, change.ItemId, was, there, caller, saved.At);
                    break;
                case { Field: "type" }:
                    Unchanged(competency.QuestionOf(change.ItemId).Type.ToString());
                    competency.Tune(change.ItemId, type: Enum.Parse<QuestionType>(change.Before));
                    Remember("type", change.After, change.Before);
                    break;
                case { Field: "minutes" }:
                    Unchanged(competency.QuestionOf(change.ItemId).Minutes.ToString(System.Globalization.CultureInfo.InvariantCulture));
                    competency.Tune(change.ItemId, minutes: int.Parse(change.Before, System.Globalization.CultureInfo.InvariantCulture));
                    Remember("minutes", change.After, change.Before);
                    break;
                case { Field: "retired" }:
                    if (change.ItemId == competency.Id) competency.Revive();
                    else competency.Shelve(change.ItemId, ItemStatus.Active);
                    Remember("revived", "", "");
                    break;
                default: throw new Refusal("competencies.change-stays");
            }
            return saved;

            void Unchanged(string now) => Refuse.If(now != change.After, Refusal.ChangedText(change.Field, now, change.Before));

            void Remember(string field, string before, string after) => db.Remember(competency.Id, change.ItemId, field, before, after, caller, saved.At);
        }

        private async Task Restore(Competency competency, GonePart gone, CancellationToken ct)
        {
            var back = competency.Restore(gone);
            if (back is Level) Refuse.If(await db.IsLadderUsed(competency.Id, ct), "competencies.ladder-used");
            // By its own type: a part is no table.
            switch (back)
            {
                case Level level: db.Add(level); break;
                case Indicator indicator: db.Add(indicator); break;
                case Question question: db.Add(question); break;
                case Tip tip: db.Add(tip); break;
            }
        }
    }
}
