using Interviewing.Application.Competencies;
using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Scoring;

public sealed record SampleMark(string Member, int Point, string? Why);

/// <summary>A sample answer with the anchors beside it; <see cref="Marks"/> is empty until they are shown, <see cref="Mine"/> is the caller's own.</summary>
public sealed record Sample(Guid Id, LocalText Competency, string Question, string Answer, IReadOnlyList<ScalePoint> Points, int MarksIn, int MarksAsked, DateTimeOffset? ShownAt, int? Mine, string? MyWhy, Mean? Mean, IReadOnlyList<SampleMark> Marks);

public sealed record CalibrationView(string Title, bool Begun, bool MayMake, bool MayShow, bool MayScore, IReadOnlyList<RuledCompetency> Competencies, IReadOnlyList<Sample> Samples);

/// <summary>The practice round of a panel. Others' scores of a sample stay hidden until all are in or the chair shows them.</summary>
[Needs(Permission.ReadResults)]
public sealed record GetCalibrations(Guid Procedure) : IQuery<CalibrationView>, IScoped
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<GetCalibrations, CalibrationView>
    {
        public async Task<CalibrationView> Handle(GetCalibrations request, CancellationToken cancellationToken)
        {
            var procedure = await db.Procedures.AsNoTracking().Include(p => p.Seats).Need(request.Procedure, cancellationToken);
            var guide = await db.GuideOf(procedure.FrozenId, cancellationToken);
            var samples = await db.Calibrations.AsNoTracking().Include(c => c.Marks).Where(c => c.ProcedureId == procedure.Id).OrderBy(c => c.MadeAt).ThenBy(c => c.Id).ToListAsync(cancellationToken);
            var seats = procedure.Seats.Where(s => s is { IsTaken: true, Scores: true }).ToList();
            var mine = seats.FirstOrDefault(s => s.IsOf(caller))?.Id;
            var names = (await db.PanelSeats.AsNoTracking().Where(s => s.ProcedureId == procedure.Id).OrderBy(s => s.AddedAt).ThenBy(s => s.Id).Select(s => new
            {
                s.Id, Name = db.Persons.Where(p => p.Id == s.PersonId).Select(p => p.Name).FirstOrDefault() ?? db.GuestLinks.Where(g => g.Id == s.GuestLinkId).Select(g => g.Name).FirstOrDefault() ?? "",
            }).ToListAsync(cancellationToken)).ToDictionary(s => s.Id, s => s.Name);
            var begun = procedure.IsOver || await db.HasBegun(procedure.Id, clock.GetUtcNow(), cancellationToken);
            return new(procedure.Title, begun, !begun && caller.MayLead(request.Scope), caller.May(Permission.Steer, request.Scope), mine is not null,
                [.. guide.Competencies.Select(c => new RuledCompetency(c.Id, c.Name, c.Weight, null))],
                [.. samples.Where(s => guide.Competencies.Any(c => c.Id == s.CompetencyId)).Select(s => Shown(s, guide, mine, seats.Count, names))]);
        }

        private static Sample Shown(Calibration sample, FrozenGuide guide, Guid? mine, int asked, Dictionary<Guid, string> names)
        {
            var competency = guide.Competencies.First(c => c.Id == sample.CompetencyId);
            var own = sample.Marks.FirstOrDefault(m => m.Seat == mine);
            var marks = sample.ShownAt is null ? [] : names.Keys.SelectMany(s => sample.Marks.Where(m => m.Seat == s)).ToList();
            List<ScalePoint> points = [.. guide.Scale.OrderBy(p => p.Value).Select(p => competency.Anchors.FirstOrDefault(a => a.Value == p.Value) is { Anchor.IsEmpty: false } beside ? p with { Anchor = beside.Anchor } : p)];
            return new(sample.Id, competency.Name, sample.Question, sample.Answer, points, sample.Marks.Count, asked, sample.ShownAt, own?.Point, own?.Why,
                sample.ShownAt is null ? null : Mean.Of(marks.Select(m => (decimal?)m.Point)), [.. marks.Select(m => new SampleMark(names[m.Seat], m.Point, m.Why))]);
        }
    }
}
