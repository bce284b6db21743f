using MediatR;

namespace Interviewing.Application.Shared;

/// <summary>Lets the writers of a process in one by one where the database has a single writer; elsewhere it is always open.</summary>
public interface IWriteGate
{
    Task<IDisposable> Enter(CancellationToken ct);
}

/// <summary>Saves once, after a command's handler; queries pass untouched.</summary>
internal sealed class SaveBehaviour<TRequest, TAnswer>(IInterviewDb db, IWriteGate gate) : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : IRequest<TAnswer>
{
    public async Task<TAnswer> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next)
    {
        if (request is not ICommand<TAnswer>) return await next();
        using (await gate.Enter(cancellationToken))
        {
            var answer = await next();
            await db.SaveChangesAsync(cancellationToken);
            return answer;
        }
    }
}
