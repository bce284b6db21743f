using Interviewing.Application.Guides;
using Interviewing.Application.Procedures;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Decisions;

/// <summary>Gathers a procedure's file. Scores and notes come in only from revealed candidates, so a draft of it betrays nothing.</summary>
internal static class DossierWriting
{
    public static async Task<DossierContent> DossierOf(this IInterviewDb db, Procedure procedure, bool showNames, CancellationToken ct)
    {
        var (guide, rules) = (await db.GuideOf(procedure.FrozenId, ct), await db.RulesOf(procedure.Id, ct));
        var profile = await db.Profiles.AsNoTracking().Where(p => p.Id == procedure.ProfileId).Select(p => p.Name).FirstAsync(ct);
        var panel = await db.Panel(procedure.Id, ct);
        var decision = await db.DecisionOf(procedure.Id, ct);
        var candidates = await new Gathering(db, procedure, guide, rules).Candidates(showNames, ct);
        var written = await db.Guide(procedure, guide, rules, ct);
        return new(DossierContent.CurrentSchema, procedure.Title, profile, procedure.Status, written, new(rules.Reveal, rules.Range, rules.Speaking), panel, candidates, await db.AgreementOf(procedure, ct),
            decision is null ? null : new(decision.By, decision.At, decision.Reasons, [.. decision.Candidates.Select(c => new DossierAdvice(c.Code, c.Name, c.Advice, c.Reason))],
                Said(decision.Of(decision.Appointed)), Said(decision.Of(decision.Reserve)), decision.ReserveUntil, decision.LowerReason),
            [.. Timeline(procedure, written, panel, candidates, decision).OrderBy(m => m.At)]);

        static string? Said(DecidedCandidate? one) => one is null ? null : $"{one.Name} ({one.Code})";
    }

    private static async Task<DossierGuide> Guide(this IInterviewDb db, Procedure procedure, FrozenGuide guide, PanelRules rules, CancellationToken ct)
    {
        var document = await db.FrozenDocuments.AsNoTracking().Where(d => d.Id == procedure.FrozenId).Select(d => new { d.Hash, d.FrozenAt }).FirstAsync(ct);
        var deviations = await db.GuideDeviations.AsNoTracking().Where(d => d.ProcedureId == procedure.Id).OrderBy(d => d.At).ThenBy(d => d.Id).Select(d => new DossierDeviation(d.At, d.Reason, d.Keeping)).ToListAsync(ct);
        return new(guide.Title, guide.Number, document.Hash, document.FrozenAt, Points(guide.Scale), guide.PassMark,
            [.. guide.Competencies.Select(c => new DossierCompetency(c.Id, c.Name, c.Definition, c.RequiredLevel, c.Weight, rules.MinimumOf(c), [.. c.Indicators.Select(i => i.Text)], Points(c.Anchors)))],
            [.. guide.Questions.Select(q => new DossierQuestion(q.Text, guide.CompetencyOf(q.CompetencyId).Name, q.Minutes, [.. q.Probes.Select(p => p.Text)], [.. q.Anchors.OrderBy(a => a.Point).Select(a => new DossierPoint(a.Point, LocalText.Empty, a.Text))]))], guide.WeightReason, deviations);

        static IReadOnlyList<DossierPoint> Points(IReadOnlyList<Competencies.ScalePoint> points) => [.. points.OrderBy(p => p.Value).Select(p => new DossierPoint(p.Value, p.Label, p.Anchor))];
    }

    private static async Task<List<DossierSeat>> Panel(this IInterviewDb db, Guid procedure, CancellationToken ct)
    {
        // What somebody told of a tie stays between them and who judged it; that there was one, and what followed, belongs to the file.
        var ties = (await (from tie in db.Conflicts.AsNoTracking()
                           join candidate in db.Candidates on tie.CandidateId equals candidate.Id
                           where tie.ProcedureId == procedure
                           orderby tie.ReportedAt, tie.Id
                           select new { tie.SeatId, candidate.Code, tie.ReportedAt, tie.Answer, tie.AnswerReason }).ToListAsync(ct))
            .ToLookup(t => t.SeatId, t => new DossierStatement($"conflict-{t.Answer.ToString().ToLowerInvariant()}", t.AnswerReason is { } why ? $"{t.Code}, {why}" : t.Code, t.ReportedAt));
        return [.. (await (from seat in db.PanelSeats.AsNoTracking()
                    where seat.ProcedureId == procedure
                    orderby seat.AddedAt, seat.Id
                    select new
                    {
                        Seat = seat, Name = db.Persons.Where(p => p.Id == seat.PersonId).Select(p => p.Name).FirstOrDefault() ?? db.GuestLinks.Where(g => g.Id == seat.GuestLinkId).Select(g => g.Name).FirstOrDefault() ?? "",
                    }).ToListAsync(ct)).Select(s => new DossierSeat(s.Seat.Id, s.Name, s.Seat.Kind, s.Seat.Scores, s.Seat.AddedAt, s.Seat.RemovedAt, s.Seat.RemovedReason,
                    [.. s.Seat.DeclaredAt is { } at ? [new DossierStatement("declaration", s.Seat.DeclaredWords, at)] : Array.Empty<DossierStatement>(), .. ties[s.Seat.Id]]))];
    }

    private static IEnumerable<DossierMoment> Timeline(Procedure procedure, DossierGuide guide, List<DossierSeat> panel, IReadOnlyList<DossierCandidate> candidates, DecisionView? decision)
    {
        string Name(Guid seat) => panel.FirstOrDefault(p => p.Seat == seat)?.Name ?? "–";
        yield return new(procedure.CreatedAt, "made", []);
        yield return new(guide.FrozenAt, "frozen", [$"{guide.Number}"]);
        foreach (var deviation in guide.Deviations) yield return new(deviation.At, "deviation", [deviation.Reason]);
        if (procedure.NamesShownAt is { } shown) yield return new(shown, "names", [procedure.NamesShownReason ?? ""]);
        foreach (var seat in panel.Where(s => s.To is not null)) yield return new(seat.To!.Value, "left", [seat.Name]);
        foreach (var candidate in candidates)
        {
            foreach (var skip in candidate.Skipped) yield return new(skip.At, "skipped", [candidate.Code, skip.Reason]);
            foreach (var form in candidate.Forms)
            {
                if (form.SealedAt is { } at) yield return new(at, "sealed", [Name(form.Seat), candidate.Code]);
                if (form.ExcusedAt is { } excused) yield return new(excused, "excused", [Name(form.Seat), candidate.Code, form.WhyExcused ?? ""]);
                if (form.ReopenedAt is { } reopened) yield return new(reopened, "reopened", [Name(form.Seat), candidate.Code, form.WhyReopened ?? ""]);
            }
            if (candidate.RevealedAt is { } revealed) yield return new(revealed, "revealed", [candidate.Code]);
            if (candidate.Consensus is { } talk)
            {
                yield return new(talk.OpenedAt, "talk-opened", [candidate.Code, talk.OpenedBy]);
                if (talk.ClosedAt is { } closed) yield return new(closed, "talk-closed", [candidate.Code]);
            }
            foreach (var (score, step) in candidate.Items.SelectMany(i => i.Scores.SelectMany(s => s.Steps.Select(step => (s, step))))) yield return new(step.At, step.InConsensus ? "revised" : "corrected", [Name(score.Seat), candidate.Code]);
        }
        if (decision is not null) yield return new(decision.At, "decided", [decision.By]);
    }

    private sealed class Gathering(IInterviewDb db, Procedure procedure, FrozenGuide guide, PanelRules rules)
    {
        public async Task<IReadOnlyList<DossierCandidate>> Candidates(bool showNames, CancellationToken ct)
        {
            var matrix = await db.MatrixOf(procedure, rules, showNames, [], ct);
            var guides = await db.GuidesOf(procedure, ct);
            var trails = (await db.TrailsOf(procedure.Id, ct)).ToLookup(t => t.Candidate);
            var forms = (await db.Scorecards.AsNoTracking().Where(c => c.ProcedureId == procedure.Id)
                .Select(c => new { c.CandidateId, Form = new DossierForm(c.SeatId, c.SealedAt, c.SealedHash, c.ExcusedAt, c.ExcusedReason, c.ReopenedAt, c.ReopenedReason) }).ToListAsync(ct)).ToLookup(f => f.CandidateId, f => f.Form);
            var notes = (await (from note in db.Notes.AsNoTracking()
                                join card in db.Scorecards on note.CardId equals card.Id
                                join candidate in db.Candidates on card.CandidateId equals candidate.Id
                                where card.ProcedureId == procedure.Id && candidate.RevealedAt != null && card.SealedAt != null && note.Text != ""
                                select new { card.CandidateId, card.SeatId, note.QuestionId, note.Text }).ToListAsync(ct)).ToLookup(n => (n.CandidateId, n.SeatId));
            var talks = await db.Consensuses.AsNoTracking().Include(c => c.Dissents).Where(c => c.ProcedureId == procedure.Id).ToDictionaryAsync(c => c.CandidateId, ct);
            var openers = await (from talk in db.Consensuses join person in db.Persons on talk.OpenedBy equals person.Id where talk.ProcedureId == procedure.Id select new { talk.CandidateId, person.Name }).ToDictionaryAsync(t => t.CandidateId, t => t.Name, ct);
            var interviews = (await db.Interviews.AsNoTracking().Where(i => i.ProcedureId == procedure.Id).OrderBy(i => i.When.Utc).ToListAsync(ct)).ToLookup(i => i.CandidateId);
            var skipped = (await (from skip in db.SkippedQuestions.AsNoTracking() join candidate in db.Candidates on skip.CandidateId equals candidate.Id where candidate.ProcedureId == procedure.Id select skip).ToListAsync(ct)).ToLookup(s => s.CandidateId);
            return [.. matrix.Rows.Select(row =>
            {
                var own = guides[row.Candidate];
                var talk = talks.GetValueOrDefault(row.Candidate);
                return new DossierCandidate(row.Code, row.Name,
                    [.. interviews[row.Candidate].Select(i => new DossierTalk(i.When.Local.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), i.When.Zone, i.Minutes, i.Status))],
                    [.. skipped[row.Candidate].OrderBy(s => s.At).Select(s => new DossierSkip(own.Questions.FirstOrDefault(q => q.Id == s.QuestionId)?.Text ?? LocalText.Empty, s.Reason, s.At))],
                    // An open form says nothing but that it is open.
                    [.. forms[row.Candidate].Where(f => f.SealedAt is not null || f.ExcusedAt is not null).Select(f => row.RevealedAt is null ? f with { Hash = null } : f)], row.RevealedAt,
                    [.. own.ScoredIds.Where(i => trails[row.Candidate].Any(t => t.Item == i)).Select(item => Item(own, item, [.. trails[row.Candidate].Where(t => t.Item == item)], matrix.Members, (seat, question) => [.. notes[(row.Candidate, seat)].Where(n => n.QuestionId == question).Select(n => n.Text)], talk))],
                    talk is null ? null : new(talk.OpenedAt, openers.GetValueOrDefault(row.Candidate) ?? "–", talk.ClosedAt, talk.Order),
                    [.. row.Cells.Select(c => new DossierMean(guide.CompetencyOf(c.Competency).Name, c.First, c.Mean, c.Within))], row.FirstTotal, row.Total);
            })];
        }

        private static DossierItem Item(FrozenGuide own, Guid item, IReadOnlyList<Trail> trails, IReadOnlyList<MatrixMember> members, Func<Guid, Guid, IReadOnlyList<string>> notes, Consensus? talk)
        {
            var byQuestion = own.Scores == ScoredItems.Questions;
            var places = FormPlan.Of(own).Where(s => byQuestion ? s.Question?.Id == item : s.Competency.Id == item).Select(s => s.NoteId).ToList();
            return new(own.CompetencyOf(item).Name, byQuestion ? own.Questions.First(q => q.Id == item).Text : null,
                [.. members.SelectMany(m => trails.Where(t => t.Seat == m.Seat)).Select(t => new DossierScore(t.Seat, t.First, t.Last, t.Steps, [.. places.SelectMany(p => notes(t.Seat, p))]))],
                [.. (talk?.Dissents ?? []).Where(d => d.Item == item).OrderBy(d => d.At).Select(d => new DossierDissent(d.Seat, d.Reason, d.At))]);
        }
    }
}
