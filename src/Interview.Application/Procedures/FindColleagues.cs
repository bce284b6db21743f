using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

public sealed record Colleague(Guid Id, string Name, string Email);

/// <summary>Who could take a seat: active people that have none here, by name.</summary>
[Needs(Permission.PlanProcedure)]
public sealed record FindColleagues(Guid Procedure, string? Text = null, int Most = 50) : IQuery<IReadOnlyList<Colleague>>, IScoped
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db) : IRequestHandler<FindColleagues, IReadOnlyList<Colleague>>
    {
        public async Task<IReadOnlyList<Colleague>> Handle(FindColleagues request, CancellationToken cancellationToken)
        {
            var people = db.Persons.AsNoTracking().Saying(request.Text, p => p.Name, p => p.EmailKey).Where(p => p.Active && !db.PanelSeats.Any(s => s.ProcedureId == request.Procedure && s.RemovedAt == null && s.PersonId == p.Id));
            return await people.OrderBy(p => p.Name).ThenBy(p => p.Id).Take(Math.Clamp(request.Most, 1, 200)).Select(p => new Colleague(p.Id, p.Name, p.Email)).ToListAsync(cancellationToken);
        }
    }
}
