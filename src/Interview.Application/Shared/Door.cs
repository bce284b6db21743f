using Interviewing.Application.Identity;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Interviewing.Application.Shared;

/// <summary>The one way in: a fresh scope per use case, one place where a refusal becomes a value. A bug stays an exception.</summary>
public sealed class Door(IServiceScopeFactory scopes)
{
    // Field-by-field edits compare the field itself, so a root that moved meanwhile is read again; more than this is a storm, not a coincidence.
    private const int MergeTries = 5;

    public async Task<Outcome<T>> Ask<T>(IRequest<T> ask, Actor actor, CancellationToken ct = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Caller>().Become(actor, ask.GetType().Name);
            try
            {
                return Outcome.Of(await scope.ServiceProvider.GetRequiredService<IMediator>().Send(ask, ct));
            }
            catch (Refusal no)
            {
                return Outcome.Refused<T>(no);
            }
            catch (DbUpdateConcurrencyException) when (ask is IMerges && attempt < MergeTries)
            {
                // the next round reads the fresh rows
            }
            catch (DbUpdateConcurrencyException)
            {
                return Outcome.Refused<T>(Refusal.Changed);
            }
        }
    }
}
