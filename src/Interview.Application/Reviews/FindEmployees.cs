using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

/// <summary>Somebody with whom a talk can be started.</summary>
public sealed record EmployeeRow(Guid Person, string Name, string? ManagerName, LocalText? ProfileName);

/// <summary>The people for whom the asker may start a talk: the own team, or everybody for HR.</summary>
[Needs(Permission.SignedIn)]
public sealed record FindEmployees(string? Text, Slice Slice) : IQuery<Paged<EmployeeRow>>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<FindEmployees, Paged<EmployeeRow>>
    {
        public async Task<Paged<EmployeeRow>> Handle(FindEmployees request, CancellationToken cancellationToken)
        {
            var hr = caller.May(Permission.ManageCycles, Scope.Organisation);
            if (!hr && !caller.MaySomewhere(Permission.LeadTeam)) throw Refusal.NotAllowed;
            var today = clock.Today(Person.DefaultZone);
            var mine = caller.IdOrNull;
            return await (from e in db.Employments.AsNoTracking()
                          where e.From <= today && (e.To == null || e.To >= today) && (hr || e.ManagerId == mine)
                          join p in db.Persons.Saying(request.Text, p => p.Name) on e.PersonId equals p.Id
                          where p.Active
                          join m in db.Persons on e.ManagerId equals m.Id into managers
                          from m in managers.DefaultIfEmpty()
                          join f in db.Profiles on e.ProfileId equals f.Id into profiles
                          from f in profiles.DefaultIfEmpty()
                          orderby p.Name, p.Id
                          select new EmployeeRow(p.Id, p.Name, m == null ? null : m.Name, f == null ? null : f.Name)).ToPaged(request.Slice, cancellationToken);
        }
    }
}
