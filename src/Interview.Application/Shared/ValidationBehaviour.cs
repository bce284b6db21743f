using FluentValidation;
using MediatR;

namespace Interviewing.Application.Shared;

/// <summary>The shape of a request, checked before its handler. A rule's error code is the refusal's code.</summary>
internal sealed class ValidationBehaviour<TRequest, TAnswer>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : IRequest<TAnswer>
{
    public async Task<TAnswer> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next)
    {
        List<Reason> reasons = [];
        foreach (var validator in validators)
            reasons.AddRange((await validator.ValidateAsync(request, cancellationToken)).Errors.Select(e =>
                new Reason(e.ErrorCode, e.PropertyName, e.CustomState as object?[] ?? [])));
        if (reasons.Count > 0) throw new Refusal(reasons);
        return await next();
    }
}
